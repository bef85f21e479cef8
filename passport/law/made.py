"""When a paper was made, how old the person was then, and when they last looked at it (rulings 19 to 22, 31)."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from passport.forms.conditions import is_answered
from passport.forms.dates import Range, read_date, span
from passport.law.papers import papers
from passport.record.answers import Value, question_of, texts_in
from passport.record.sections import Section
from passport.record.signing import Signing, signing_as_a_whole, signings_of


def made_on(section: Section, signing: Signing | None) -> str:
    """EDTF: the person's own signing date; else, for an older paper, when it was made; else the day it was put in.

    The day a signed paper was put in is marked "about": the signing came some time before. One that nobody signed was
    made on the day its refusals were last worded, or else begun.
    """
    if signing is not None and signing.signed_on is not None and not signed_ahead(signing):
        return signing.signed_on
    older = section.value("ip_made_on")
    if section.value("ip_kind") == section.form and isinstance(older, str) and span(older) is not None:
        return older
    if signing is not None and signing.signed:
        return f"{signing.put_in_on.isoformat()}~"
    return _last_worded(section).isoformat()


def days_made(section: Section, signing: Signing | None) -> Range:
    """The days on which it may have been made. Nobody signs after the signing was written down."""
    days = span(made_on(section, signing))
    assert days is not None
    if signing is not None and signing.signed and days.first <= signing.put_in_on:
        return Range(days.first, min(days.last, signing.put_in_on))
    return days


def signing_that_counts(section: Section) -> Signing | None:
    """The signature made last, whenever it was written down; where nothing was signed, what was written down last.

    A form that is signed as a whole has one, or none.
    """
    paper = papers().get(section.form)
    if paper is not None and paper.signed is not None:
        return signing_as_a_whole(section, **msgspec.structs.asdict(paper.signed))
    written = signings_of(section)
    signed = sorted((one for one in written if one.signed), key=_signed_by)
    return (signed or written or (None,))[-1]


def signed_ahead(signing: Signing) -> bool:
    """Whether its date lies after the day it was written down, and so cannot be right."""
    days = span(signing.signed_on)
    return days is not None and days.first > signing.put_in_on


def _signed_by(signing: Signing) -> date:
    days = None if signed_ahead(signing) else span(signing.signed_on)
    return signing.put_in_on if days is None else min(days.last, signing.put_in_on)


def _last_worded(section: Section) -> date:
    """The day a decision of it last changed; the day it was begun where there is none."""
    paper = papers().get(section.form)
    decision = paper.decision_text if paper is not None else ()
    days = [
        answer.when.date()
        for place, answer in section.answers.items()
        if question_of(place) in decision and is_answered(answer.words)
    ]
    return max(days, default=section.made_on)


def age_when(born: Range, made: Range) -> tuple[int, int]:
    """The least and the most whole years a person may have had.

    Born on 29 February, one is a year older on 1 March in other years.
    """
    return _years(born.last, made.first), _years(born.first, made.last)


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def last_looked(section: Section, signing: Signing | None, today: date) -> str:
    """EDTF: the latest of its reviews, the signing and the making. Looks that lie ahead do not count."""
    paper = papers().get(section.form)
    looks = [
        read
        for question in (paper.looked if paper else ())
        for read in _dates(section.value(question), today)
    ]
    known = [
        one for one in (*looks, made_on(section, signing)) if (days := span(one)) and days.first <= today
    ]
    return max(known, key=_last_day, default=made_on(section, signing))


def look_again_by(section: Section) -> date | None:
    """The last day by which the person means to look at it again; None where they gave no date, or only about one."""
    paper = papers().get(section.form)
    given = section.value(paper.look_again) if paper is not None and paper.look_again else None
    days = span(given) if isinstance(given, str) and not given.endswith("~") else None
    return None if days is None else days.last


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError


def newest_first(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Papers of one kind, the one made latest first: it speaks first for the same treatment (ruling 31)."""
    return tuple(
        sorted(sections, key=lambda one: days_made(one, signing_that_counts(one)).last, reverse=True)
    )


def _dates(value: Value, today: date) -> Iterator[str]:
    """Every date in an answer: a date, or a list of dates as people write them."""
    for text in texts_in(value):
        read = text if span(text) is not None else read_date(text, today)
        if read is not None:
            yield read


def _last_day(edtf: str) -> date:
    days = span(edtf)
    return days.last if days is not None else date.min
