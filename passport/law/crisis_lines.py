"""Where to get support now: crisis lines as data, with the day each was checked. This program does not call anyone."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.notes import law_folder
from passport.wording.words import Words


class CrisisLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One service."""

    id: str
    name: str
    number: str
    how: str
    """``call``, ``text`` or ``video``."""
    nations: frozenset[str]
    hours: str
    """In words; empty where we do not know."""
    checked: str
    """``verified``, ``secondary`` or ``recalled``: how sure we are."""
    say: str = ""
    """What to press or say, or who it is for."""
    checked_on: date | None = None
    """The day a source was read; None where it still has to be checked."""
    source: str = ""
    on_plan: bool = False
    """Whether a crisis plan on paper lists it, after the person's own."""


class _Lines(msgspec.Struct, forbid_unknown_fields=True):
    lines: tuple[CrisisLine, ...]


def read_crisis_lines(folder: Traversable) -> tuple[CrisisLine, ...]:
    """Every line of a folder, in the order to show. Raises PackUnreadable."""
    return converted(read_table(folder, "crisis_lines.toml"), _Lines, f"{LAW}/crisis_lines.toml").lines


@cache
def crisis_lines(nation: str = "") -> tuple[CrisisLine, ...]:
    """The lines that answer in a nation; every line where we do not know where the person lives."""
    return tuple(one for one in read_crisis_lines(law_folder()) if not nation or nation in one.nations)


def lines_to_add(nation: str, own: Iterable[str]) -> tuple[CrisisLine, ...]:
    """What a crisis plan on paper lists after the person's own services: nothing that they name already.

    Nothing where we do not know the nation: a number that does not answer there is worse than none.
    """
    texts = tuple(own)
    return tuple(
        one
        for one in (crisis_lines(nation) if nation else ())
        if one.on_plan and not any(_stands_in(one.number, text) for text in texts)
    )


def name_and_number(one: CrisisLine, words: Words) -> str:
    """What it is called, how to reach it, and the number."""
    how = words(f"screens.support.how_{one.how}")
    return words("screens.support.line", name=one.name, how=how, number=one.number)


def more_to_say(one: CrisisLine, words: Words) -> Iterator[str]:
    """What to say when it answers, and when it does, where there is something to say."""
    if one.say:
        yield words("screens.support.say", say=one.say)
    if one.hours:
        yield words("screens.support.hours", hours=one.hours)


def _stands_in(number: str, text: str) -> bool:
    """Whether a number stands in a text, with or without spaces, and not as a part of a longer one."""
    digits = r"[\s-]?".join(one for one in number if one.isdigit())
    return re.search(rf"(?<!\d)(?<!\d[\s-]){digits}(?![\s-]?\d)", text) is not None
