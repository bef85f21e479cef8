"""What zxcvbn says of a passphrase is said in our words, all of it."""

import inspect
import re

import pytest
from zxcvbn import feedback

from passport.actions.advice import advice_on, said_of
from passport.keys.passphrase import advice_key, new_passphrase
from passport.wording.words import Words

WORDS = Words()
SOURCE = re.sub(r"'\s*\\?\s*\n\s*'|\"\s*\\?\s*\n\s*\"", "", inspect.getsource(feedback))
SAID = [
    found[1] or found[2]
    for found in re.finditer(r"_\((?:'((?:[^'\\]|\\.)+)'|\"((?:[^\"\\]|\\.)+)\")\)", SOURCE)
]


def test_every_sentence_of_zxcvbn_is_found() -> None:
    assert len(SAID) == SOURCE.count("_(") >= 25


@pytest.mark.parametrize("sentence", SAID)
def test_every_sentence_of_zxcvbn_has_ours(sentence: str) -> None:
    assert WORDS.has(f"advice.{advice_key(sentence)}")


def test_no_sentence_of_ours_is_left_over() -> None:
    ours = {key.removeprefix("advice.") for key in WORDS.every_key() if key.startswith("advice.")}
    assert ours == {advice_key(sentence) for sentence in SAID}


def test_an_easy_one_is_told_why_and_a_generated_one_needs_no_advice() -> None:
    assert said_of("", WORDS) == ()
    assert len(said_of("aaaaaaaaaa", WORDS)) == 3
    assert "The same letter many times" in " ".join(said_of("aaaaaaaaaa", WORDS))
    for _ in range(20):
        assert advice_on(new_passphrase(), WORDS) == ()
