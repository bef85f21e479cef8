"""What somebody's words name: treatments that they refuse or list, people, and telephone numbers.

It is read only to hold papers beside each other, and only what is plain: a wrong "these disagree" is worse than none.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from passport.law.treatments import treatments
from passport.law.wishes import Around, around, asked_for, bare, names_of
from passport.law.words import sentences, tidy

_PARTS = re.compile(r"(?: ,| and| or| nor)(?!\S)")
_AMOUNT = re.compile(r" \d.*$")
_END_OF_NAME = re.compile(r"[,(:;/\d\n]|\s[-\u2013\u2014]\s")
_TWO_PEOPLE = re.compile(r"\s(?:and|&|\+)\s", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\(?\d(?:[ ()-]{0,2}\d){8,14}(?!\d)")


def not_wanted_in(text: str) -> frozenset[str]:
    """The treatments, or other things, that an answer about what is not wanted names, tidied."""
    return frozenset(thing for one in sentences(text) for thing in _things(one, "refused"))


def listed_in(text: str) -> frozenset[str]:
    """The medicines, or other things, that a line of a list names, tidied."""
    return frozenset(
        thing
        for one in sentences(text)
        if around("listed", "not_these").search(one) is None
        for thing in _things(one, "listed")
    )


READ: Mapping[str, Callable[[str], frozenset[str]]] = {
    "asked": lambda text: frozenset(asked_for(text)),
    "refused": not_wanted_in,
    "listed": listed_in,
}
"""How treatments are read out of an answer, by the word for it in ``across.toml``."""


def same_treatment(one: str, other: str) -> bool:
    """Whether two things that were read are the same treatment, by any name, or the same words (ruling 25)."""
    return not names_of(one).isdisjoint(names_of(other))


def shown_treatment(thing: str, written: str) -> str:
    """What to call a thing that was read: as it was written, or by the name that comes first of all we know."""
    if tidy(written) == thing:
        return " ".join(written.split())
    return _first_names().get(thing, thing)


def people_in(text: str) -> tuple[str, ...]:
    """The names at the beginning of what was written: "Jamie and Bernie, my neighbours" are Jamie and Bernie."""
    name = _END_OF_NAME.split(text.strip(), maxsplit=1)[0]
    return tuple(one.strip() for one in _TWO_PEOPLE.split(name) if one.strip())


def numbers_in(text: str) -> frozenset[str]:
    """Telephone numbers of nine digits or more, written alike. Short ones, such as 111, are services."""
    return frozenset(
        re.sub(r"^(?:\+44|0044)0?", "0", re.sub(r"[^+\d]", "", one)) for one in _NUMBER.findall(text)
    )


def _things(sentence: str, which: Around) -> Iterator[str]:
    """What is left of each part of a sentence. None where what is no treatment of it says more than we read."""
    parts = [bare(_without_amount(part, which), which) for part in _PARTS.split(sentence)]
    others = [part for part in parts if part not in _first_names()]
    if not any(around(which, "not_these").search(f" {part}") for part in others):
        yield from filter(None, parts)


def _without_amount(part: str, which: Around) -> str:
    """In a list, "lithium 400 mg" is lithium."""
    return _AMOUNT.sub("", part) if which == "listed" else part


@cache
def _first_names() -> Mapping[str, str]:
    """Every name we know of a treatment, tidied, to the one that stands first in its row."""
    return {tidy(name): row[0] for row in treatments().rows for name in row}
