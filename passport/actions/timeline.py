"""The timeline of a list: the years, what began in each, and a bar of letters for each entry. Needs no colour and no shapes.

A bar says what is sure and what may be: a date may be a day, a month, a year, or about one (EDTF, ISO 8601-2).
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from passport.actions.lists import Entry
from passport.forms.dates import Range

SURE, MAY_BE, GOES_ON, NEITHER = "=", "~", ">", " "
_MONTHS = (1, 2, 3, 4, 6, 12)
"""Months that one letter may stand for: whole ones, so that a date which is a month is surely in one of them."""
_LABEL = 6
"""Letters that a year on the scale needs for itself."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year in which something began. ``year`` is None for what has no date."""

    year: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All of it: from the first year of anything to the last."""

    first: int
    last: int
    years: tuple[Year, ...]
    """The oldest first; at the end what has no date."""
    today: date

    def scale(self, width: int) -> str:
        """The years, each above where it begins, as many as have room."""
        columns = _columns(self, width)
        line = ""
        for at, column in enumerate(columns):
            year = str(column.first.year)
            fits = at == 0 or (at >= len(line) + _LABEL - len(year) and at + len(year) <= width)
            if fits and column.first == date(column.first.year, 1, 1):
                line = line.ljust(at) + year
        return line

    def bar(self, entry: Entry, width: int) -> str:
        """``~~====``: where an entry stands on the scale. Empty where it has no date."""
        if entry.began is None and entry.ended is None:
            return ""
        begin = entry.began or entry.ended
        assert begin is not None
        ends = Range(self.today, self.today) if entry.goes_on else (entry.ended or begin)
        columns = _columns(self, width)
        letters = [_letter(begin, ends, column) for column in columns]
        if entry.goes_on:
            here = [at for at, column in enumerate(columns) if column.first <= max(self.today, begin.first)]
            letters[here[-1] if here else 0] = GOES_ON
        return "".join(letters).rstrip()


def timeline(found: Iterable[Entry], today: date) -> Timeline:
    """The years in which these entries began. What ended and nobody knows when it began stands where it ended."""
    found = tuple(found)
    by_year: dict[int | None, list[Entry]] = {}
    for one in sorted(found, key=lambda one: _begins(one) or date.max):
        begins = _begins(one)
        by_year.setdefault(begins.year if begins else None, []).append(one)
    days = [day for one in found for day in _days(one, today)]
    years = tuple(Year(year, tuple(of_year)) for year, of_year in by_year.items())
    first, last = (min(days).year, max(days).year) if days else (today.year, today.year)
    return Timeline(first, last, years, today)


def _begins(one: Entry) -> date | None:
    """The middle of when it may have begun: the year that "about 2015" names is 2015."""
    about = one.began or one.ended
    return about.first + (about.last - about.first) // 2 if about is not None else None


def _days(one: Entry, today: date) -> list[date]:
    known = [day for days in (one.began, one.ended) if days is not None for day in (days.first, days.last)]
    return [*known, today] if one.goes_on else known


def _columns(line: Timeline, width: int) -> list[Range]:
    """The days that each letter of a bar stands for: a share of a year, or several years where there are many."""
    years = line.last - line.first + 1
    if years > width:
        each = -(-years // max(1, width))
        begins = range(line.first, line.last + 1, each)
        return [Range(date(one, 1, 1), date(min(one + each - 1, 9999), 12, 31)) for one in begins]
    months = next(one for one in _MONTHS if 12 // one * years <= width)
    return [
        _months(year, at, months) for year in range(line.first, line.last + 1) for at in range(1, 13, months)
    ]


def _months(year: int, first: int, many: int) -> Range:
    last = first + many - 1
    return Range(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _letter(begin: Range, ends: Range, column: Range) -> str:
    if _meet(begin.last, ends.first, column) or any(_lies_in(one, column) for one in (begin, ends)):
        return SURE
    return MAY_BE if _meet(begin.first, max(ends.last, begin.last), column) else NEITHER


def _lies_in(days: Range, column: Range) -> bool:
    return column.first <= days.first and days.last <= column.last


def _meet(first: date, last: date, column: Range) -> bool:
    return first <= last and first <= column.last and last >= column.first
