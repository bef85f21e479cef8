"""Dates as people give them: a day, a month, a year, or about one.

Kept as EDTF text (ISO 8601-2): ``1988-03-27``, ``1988-03``, ``1988``, with ``~`` at the end for "about".
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905  # twelve quoted words are harder to read
_ABOUT = re.compile(
    r"^(about|around|roughly|approximately|approx\.?|circa|c\.|maybe)\s+|^~\s*|\s*~$", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_EDTF = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)")


@dataclass(frozen=True, slots=True)
class Range:
    """The first and the last day a date may be. A full date that is not "about" is one day."""

    first: date
    last: date

    def surely_before(self, other: "Range") -> bool:
        """Whether every day it may be is before every day of the other."""
        return self.last < other.first

    def maybe_before(self, other: "Range") -> bool:
        """Whether some day it may be is before some day of the other."""
        return self.first < other.last


def read_date(words: str, today: date) -> str | None:
    """EDTF text for what a person typed, or None where it is not a date.

    Takes ``27 3 1988``, ``27/3/88``, ``27 March 1988``, ``March 1988``, ``1988``, ``about 2015``, ``1988-03-27``, ``today``.
    A year of two digits is the nearest one that is not more than ten years after ``today``.
    """
    if " ".join(words.split()).lower() == "today":
        return today.isoformat()
    parts = _parts(words)
    edtf = _edtf(parts.day, parts.month, parts.year, today) if parts is not None else None
    return None if edtf is None or parts is None else edtf + "~" * parts.about


def no_such_day(words: str, today: date) -> tuple[str, str] | None:
    """The day and the month of a date that only its day keeps from being one: ``31`` and ``February 1988``. Else None."""
    parts = _parts(words)
    if parts is None or parts.day is None or read_date(words, today) is not None:
        return None
    month = _edtf(None, parts.month, parts.year, today)
    return None if month is None else (str(int(parts.day)), show_date(month))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date as typed, taken apart."""

    day: str | None
    month: str | None
    year: str
    about: bool


def _parts(words: str) -> _Parts | None:
    plain = " ".join(words.split())
    about = bool(_ABOUT.search(plain))
    plain = _ORDINAL.sub("", _ABOUT.sub("", plain)).strip()
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", plain):
        return _Parts(match[3], match[2], match[1], about)
    if match := re.fullmatch(
        r"(?:(?:(\d{1,2})[\s./-]+(?:of\s+)?)?([A-Za-z]+|\d{1,2})[\s./,-]+)?(\d{4}|\d{2})", plain
    ):
        return _Parts(match[1], match[2], match[3], about)
    if match := re.fullmatch(r"([A-Za-z]+)\s+(\d{1,2}),?\s+(\d{4})", plain):
        return _Parts(match[2], match[1], match[3], about)
    return None


def _edtf(day: str | None, month: str | None, year: str, today: date) -> str | None:
    if len(year) == 2 and month is None:  # "88" alone is a number, not a year
        return None
    full_year = int(year) if len(year) == 4 else _near(int(year), today)
    if month is None:
        return f"{full_year:04d}" if full_year >= 1 else None
    number = int(month) if month.isdigit() else _month(month)
    if number is None or not 1 <= number <= 12 or full_year < 1:
        return None
    if day is None:
        return f"{full_year:04d}-{number:02d}"
    if not 1 <= int(day) <= monthrange(full_year, number)[1]:
        return None
    return f"{full_year:04d}-{number:02d}-{int(day):02d}"


def _near(two_digits: int, today: date) -> int:
    century = today.year - today.year % 100
    year = century + two_digits
    return year - 100 if year > today.year + 10 else year


def _month(name: str) -> int | None:
    found = [
        number for number, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name.lower())
    ]
    if name.lower() == "sept":
        return 9
    return found[0] if len(found) == 1 else None


def span(edtf: object) -> Range | None:
    """The days that a kept date may be, or None where there is no date. "About" is a year either side."""
    match = _EDTF.fullmatch(edtf) if isinstance(edtf, str) else None
    if match is None:
        return None
    year, month, day, about = int(match[1]), match[2], match[3], match[4]
    last_month = int(month or 12)
    try:
        first = date(year, int(month or 1), int(day or 1))
        last = date(year, last_month, int(day) if day else monthrange(year, last_month)[1])
    except ValueError:
        return None
    if about:
        first, last = (
            first.replace(year=max(1, year - 1), day=min(first.day, 28)),
            last.replace(year=min(9999, year + 1), day=min(last.day, 28)),
        )
    return Range(first, last)


def show_date(edtf: str) -> str:
    """A kept date in words: ``27 March 1988``, ``March 1988``, ``about 2015``."""
    match = _EDTF.fullmatch(edtf)
    if match is None:
        return edtf
    words = [str(int(match[3]))] if match[3] else []
    words += [_MONTHS[int(match[2]) - 1].capitalize()] if match[2] else []
    return " ".join([*(["about"] if match[4] else []), *words, str(int(match[1]))])
