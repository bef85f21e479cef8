"""Where to get support now: crisis lines as data, with the day each was checked. This program does not call anyone."""

from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.notes import law_folder


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


class _Lines(msgspec.Struct, forbid_unknown_fields=True):
    lines: tuple[CrisisLine, ...]


def read_crisis_lines(folder: Traversable) -> tuple[CrisisLine, ...]:
    """Every line of a folder, in the order to show. Raises PackUnreadable."""
    return converted(read_table(folder, "crisis_lines.toml"), _Lines, f"{LAW}/crisis_lines.toml").lines


@cache
def crisis_lines(nation: str = "") -> tuple[CrisisLine, ...]:
    """The lines that answer in a nation; every line where we do not know where the person lives."""
    return tuple(one for one in read_crisis_lines(law_folder()) if not nation or nation in one.nations)
