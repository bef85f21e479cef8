"""Answers to questions that the form does not ask any more: still kept, still shown, and never let out.

A newer version of a pack may leave a question out, name it anew, or put it elsewhere. What the person wrote stays theirs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from passport.forms.conditions import is_answered
from passport.forms.pack import Kind, Pack, Question
from passport.record.answers import Answer, Place, question_of, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import Section


@dataclass(frozen=True, slots=True)
class Earlier:
    """One answer to a question of an earlier version."""

    place: Place
    label: str
    """As the earlier version called it, where the pack still knows; else its id."""
    lines: tuple[str, ...]
    """The person's words, as they were typed."""


def earlier(pack: Pack, section: Section) -> tuple[Earlier, ...]:
    """What an earlier version of the form asked and this one does not, in the order it was answered."""
    return tuple(
        Earlier(place, _label(pack, place), lines)
        for place, answer in section.answers.items()
        if is_answered(answer.words)
        and question_of(place) not in ON_ITS_OWN_PAGE
        and not _still_asked(pack, section, place, answer)
        and (lines := tuple(line for line in texts_in(answer.words) if line.strip()))
    )


def _still_asked(pack: Pack, section: Section, place: Place, answer: Answer) -> bool:
    """Whether the form has this question at this place, or the answer only says which items a list had."""
    part, dot, _ = place.partition(".")
    if not dot:
        asked = next((one for one in _on_pages(pack) if one.id == place), None)
        items = isinstance(answer.words, tuple) and any(
            one.startswith(f"{place}.") for one in section.answers
        )
        return items if asked is None else asked.kind is not Kind.PART or isinstance(answer.words, tuple)
    list_ = next((one for one in _on_pages(pack) if one.id == part), None)
    return list_ is not None and question_of(place) in {one.id for one in list_.questions}


def _on_pages(pack: Pack) -> Iterator[Question]:
    return (question for page in pack.pages for question in page.questions)


def _label(pack: Pack, place: Place) -> str:
    """The label of a question; inside a list, after the list's and the item's number."""
    part, dot, rest = place.partition(".")
    own = _called(pack, question_of(place))
    return f"{_called(pack, part)} {rest.partition('.')[0]}: {own}" if dot else own


def _called(pack: Pack, question_id: str) -> str:
    question = pack.question(question_id)
    return question.label if question is not None else pack.gone.get(question_id, question_id)
