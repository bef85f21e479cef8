"""How old a list of medicines is: each line may say when it was checked, in the person's words."""

from collections.abc import Iterator, Mapping
from datetime import date

from passport.forms.conditions import is_answered
from passport.forms.dates import read_date, span
from passport.law.facts import PaperFacts
from passport.record.answers import Answer


def medicines_from(paper: PaperFacts) -> str | None:
    """EDTF: the day of the line that was checked longest ago; where no line says, the day the list was saved.

    None where there is no list.
    """
    answer = paper.section.answers.get(paper.fields.medicines) if paper.fields is not None else None
    if answer is None or not is_answered(answer.value):
        return None
    return min(_days_checked(answer, paper), key=_last_day, default=answer.when.date().isoformat())


def _days_checked(answer: Answer, paper: PaperFacts) -> Iterator[str]:
    """The days the lines say, as EDTF. "Today" in a line is the day it was typed."""
    assert paper.fields is not None
    for row in answer.value if isinstance(answer.value, tuple) else ():
        said = row.get(paper.fields.medicines_on) if isinstance(row, Mapping) else None
        read = read_date(said, answer.when.date()) if isinstance(said, str) else None
        if read is not None:
            yield read


def _last_day(edtf: str) -> date:
    days = span(edtf)
    assert days is not None
    return days.last
