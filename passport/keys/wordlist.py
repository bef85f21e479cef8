"""The EFF long word list (CC BY 3.0 US, see words-credit.txt): 7,776 words that are easy to say, spell and tell apart."""

from functools import cache
from importlib import resources

COUNT = 7776
"""Six to the power of five: one word for each roll of five dice, 12.9 bits."""


@cache
def words() -> tuple[str, ...]:
    """Every word, in order."""
    listed = _read("words.txt")
    assert len(listed) == COUNT
    return listed


@cache
def kind_words() -> tuple[str, ...]:
    """The words that we give to people: without "relapse", "sedative" and others that may hurt. Any word is read."""
    not_given = frozenset(_read("words-not-given.txt"))
    return tuple(word for word in words() if word not in not_given)


def _read(name: str) -> tuple[str, ...]:
    return tuple((resources.files("passport.keys") / name).read_text(encoding="utf-8").split())


@cache
def places() -> dict[str, int]:
    """Each word's place in the list."""
    return {word: place for place, word in enumerate(words())}
