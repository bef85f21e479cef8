"""What the person asks for in their live papers, so that a yes in one can be seen beside a no in another (ruling 25)."""

import re
from collections.abc import Iterator

from passport.law.matchers import tidy_clauses
from passport.law.papers import papers
from passport.record.answers import Place, question_of, texts_in
from passport.record.passport import Passport
from passport.record.sections import Section, stopped_date

_AND_OR = re.compile(r"\b(?:and|or)\b")


def wishes(passport: Passport) -> tuple[str, ...]:
    """Every wish in parts, tidied: one treatment may stand among others."""
    return tuple(
        part.strip()
        for section in passport.sections
        for text in _texts(section)
        for clause in tidy_clauses(text)
        for part in _AND_OR.split(clause)
    )


def _texts(section: Section) -> Iterator[str]:
    fields = papers().get(section.form)
    if fields is not None and fields.wants and section.stopped_on is None:
        for place, answer in section.answers.items():
            if question_of(place) in fields.wants and _stands(section, place):
                yield from texts_in(answer.value)


def _stands(section: Section, place: Place) -> bool:
    """Whether a place is the paper's own, or in an item that was neither taken out nor stopped."""
    if "." not in place:
        return True
    part, item, _ = place.split(".")
    ids = section.value(part)
    stopped = stopped_date(section.value(f"{part}.{item}.rfz_status"))
    return isinstance(ids, tuple) and item in ids and stopped is None
