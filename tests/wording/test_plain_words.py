"""Every sentence a person reads is short and plain (domain 9; research ux 1): at most 20 words, no word we do not use."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*(ROOT / "passport" / "wording").glob("*.en.toml"), *(ROOT / "forms").glob("*/en.toml")])
LONGEST = 20
LONGEST_FOR_STAFF = 25
"""Text for staff on paper may be a little longer."""
FOR_STAFF = re.compile(r"staff|reader|panel")

NOT_OUR_WORDS = (  # noqa: SIM905  # fifty quotation marks are harder to read
    "valid invalid validity legal legally binding failed failure fail non-compliant compliant revoke revoked rescind"
    " execute subscribe donee donor contemporaneous stakeholder stakeholders suffering vulnerable oops forbidden"
    " sorry lacks incapacitated commence pursuant herein e.g. i.e. etc"
).split()
MAY_STAND = (
    "this is not legal advice",  # the footer's fixed sentence
    "it is not legal advice",  # the same, in the README's words
    "for a legal no",  # domain 7.8, the field's own help
)


def sentences(table: Mapping[str, object], key: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from sentences(value, f"{key}.{name}".lstrip("."))
        elif isinstance(value, str):
            for sentence in re.split(r"(?<=[.!?:])\s+|\n+", value):
                yield f"{key}.{name}".lstrip("."), sentence


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019.-][^\W_]+)*\.?", re.sub(r"\{\w+\}", "x", sentence))


def complaints(sentence: str, longest: int = LONGEST) -> list[str]:
    words = words_of(sentence)
    found = [f"{len(words)} words"] if len(words) > longest else []
    plain = " ".join(words).lower()
    for allowed in MAY_STAND:
        plain = plain.replace(allowed, "")
    return found + [
        word
        for word in plain.replace("“", " ").split()
        if word.strip(".") in NOT_OUR_WORDS or word in NOT_OUR_WORDS
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_sentence_is_short_and_in_our_words(file: Path) -> None:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    found = {
        (key, sentence): wrong
        for key, sentence in sentences(tables)
        if (wrong := complaints(sentence, LONGEST_FOR_STAFF if FOR_STAFF.search(key) else LONGEST))
    }
    assert found == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Your decision is valid.",
        "This is legally binding.",
        "The check failed.",
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one.",
    ],
)
def test_the_check_sees_what_it_should_see(sentence: str) -> None:
    assert complaints(sentence)


@pytest.mark.parametrize(
    "sentence", ["This is not legal advice.", "You need a witness.", "Look at this again {count} times."]
)
def test_the_check_lets_plain_sentences_stand(sentence: str) -> None:
    assert complaints(sentence) == []


def test_no_two_wording_files_hold_the_same_key() -> None:
    seen: dict[str, str] = {}
    for file in (ROOT / "passport" / "wording").glob("*.en.toml"):
        for key in {key for key, _ in sentences(tomllib.loads(file.read_text(encoding="utf-8")))}:
            assert seen.setdefault(key, file.name) == file.name, key
