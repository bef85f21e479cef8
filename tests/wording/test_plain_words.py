"""Every sentence a person reads is short and plain (domain 9; research ux 1): at most 20 words, no word we do not use."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.wording.plain import (
    EXCEPTIONS,
    INSTEAD_OF,
    LINES,
    LONGEST,
    LONGEST_FOR_STAFF,
    PAGES,
    ROOT,
    WORDING,
    everything,
    longest_of,
    not_ours,
    of_lines,
    of_page,
    of_wording,
    too_long,
)

Reader = Callable[[Path], Iterator[tuple[str, str]]]
FILES: list[tuple[Path, Reader]] = [
    *((file, of_wording) for file in WORDING),
    *((file, of_page) for file in PAGES),
    (LINES, of_lines),
]
SAID = [
    # what must be seen
    "Your decision is valid.",
    "This is legally binding.",
    "It is a legal paper.",
    "The check failed.",
    "You can revoke this.",
    "He executed the paper and she subscribed it.",
    "Your donee decides.",
    "Ask an attorney.",
    "For life-sustaining treatment only.",
    "Used when a person lacks capacity.",
    "A contemporaneous note helps.",
    "For stakeholders and PPI leads.",
    "Please do this.",
    "This meets the criteria.",
    "It is non-compliant.",
    "People suffering from distress.",
    "A vulnerable person.",
    "Please try again.",
    "Sorry, that is forbidden.",
    "Bring things, e.g. a book, a pen etc.",
    "This is not legal advice, but it is legal.",
]
LET_BE = [
    "This is not legal advice.",
    "You need a witness.",
    "Look at this again {count} times.",
    "You made a power of attorney after this.",
    "Your attorney cannot agree to treatment you refuse here.",
    "We value what you say.",
    "Please do not",
    "Bind the pages.",
    "Staff decide at the time.",
    "This was made before the law changed in October 2007. Please make a new one.",
    "It was an etching of a failsafe.",
]


@pytest.mark.parametrize(
    ("file", "texts"), FILES, ids=[f"{file.parent.name}/{file.name}" for file, _ in FILES]
)
def test_every_sentence_is_short_and_in_our_words(file: Path, texts: Reader) -> None:
    found = {
        key: wrong
        for key, text in texts(file)
        if (wrong := [*too_long(text, longest_of(key)), *not_ours(text)])
    }
    assert found == {}


@pytest.mark.parametrize("text", SAID)
def test_a_word_we_do_not_use_is_seen(text: str) -> None:
    assert not_ours(text)


@pytest.mark.parametrize("text", LET_BE)
def test_plain_words_are_let_be(text: str) -> None:
    assert not_ours(text) == []
    assert too_long(text) == []


@pytest.mark.parametrize("words", INSTEAD_OF)
def test_every_pattern_sees_something(words: str) -> None:
    """No pattern of the list may have a slip in it: each has a sentence above."""
    say = INSTEAD_OF[words]
    more = ["He is mentally ill.", "A victim of it."]
    assert any(f": {say}" in one for text in (*SAID, *more) for one in not_ours(text))


def test_a_sentence_is_measured_and_a_list_of_them_is_not_one() -> None:
    twenty = " ".join(["word"] * LONGEST)
    assert too_long(f"{twenty}.") == []
    assert too_long(f"{twenty} more.") != []
    assert too_long(f"{twenty}. {twenty}.\n{twenty}") == []
    assert (longest_of("paper.title"), longest_of("words.panel_1")) == (LONGEST, LONGEST_FOR_STAFF)


@pytest.mark.parametrize("allowed", EXCEPTIONS)
def test_an_exception_has_its_reason_and_is_still_needed(allowed: str) -> None:
    fewer = {one: why for one, why in EXCEPTIONS.items() if one != allowed}
    assert EXCEPTIONS[allowed]
    assert [text for _, text in everything() if not_ours(text, fewer) != not_ours(text)] != []


def test_pages_and_lines_are_read_whole() -> None:
    """What is measured holds the words of the README, of the guide and of the crisis lines, and no code."""
    texts = {text for _, text in everything()}
    assert "It is not legal advice. It checks formalities; staff decide at the time." in texts
    assert "Samaritans" in texts
    assert any("You need no account and no network." in text for text in texts)
    assert not any("passport check paper.pdf" in text for text in texts)


def test_no_two_wording_files_hold_the_same_key() -> None:
    seen: dict[str, str] = {}
    for file in (ROOT / "passport" / "wording").glob("*.en.toml"):
        assert tomllib.loads(file.read_text(encoding="utf-8"))
        for key in {key for key, _ in of_wording(file)}:
            assert seen.setdefault(key, file.name) == file.name, key
