"""What the dates of one entry say today: what ran out or soon does, and what may not be right any more. One rule for every page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from passport.forms.dates import span
from passport.forms.pack import Pack
from passport.record.answers import Place, Value
from passport.record.sections import Section

SOON = timedelta(days=90)
"""How long before it runs out something is worth a word."""
_A_YEAR = timedelta(days=365)


class Says(StrEnum):
    """What a date says."""

    RAN_OUT = "ran_out"
    RUNS_OUT = "runs_out"
    LOOK_AGAIN = "look_again"
    """They meant to look at it again by now."""
    LOOKED_AT = "looked_at"
    """They read it through a year ago or more."""
    GROWN_OLD = "grown_old"
    """The answer is a year old or more, and may have stopped being right by itself."""


@dataclass(frozen=True, slots=True)
class Due:
    """One of these, with its day and where it stands."""

    says: Says
    day: date
    place: Place


def due(pack: Pack, section: Section, today: date) -> Iterator[Due]:
    """Everything that the dates of a section say today. What was stopped or holds nothing is not looked at."""
    if section.stopped_on is not None or not section.answers:
        return
    ends = _day(section, pack.runs_out)
    if ends is not None and ends <= today + SOON:
        yield Due(Says.RAN_OUT if ends < today else Says.RUNS_OUT, ends, pack.runs_out)
    again = _day(section, pack.look_again)
    if again is not None and again <= today:
        yield Due(Says.LOOK_AGAIN, again, pack.look_again)
    looked = _day(section, pack.looked_at)
    if looked is not None and looked + _A_YEAR <= today:
        yield Due(Says.LOOKED_AT, looked, pack.looked_at)
    for question in pack.grows_old:
        answer = section.answers.get(question)
        if answer is not None and answer.words and answer.when.date() + _A_YEAR <= today:
            yield Due(Says.GROWN_OLD, answer.when.date(), question)


def _day(section: Section, question: str) -> date | None:
    """The last day that an answer may mean."""
    value: Value = section.value(question) if question else None
    found = span(value)
    return found.last if found is not None else None
