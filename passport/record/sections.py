"""A section: one filled-in form. Lists in it (refusals, signings) are items with ids that are never used twice.

What was done to a section is kept as answers too, under ids that are filled by doing: ``doc_status`` and
``rfz_status`` (stopped, when, how), ``doc_made_on``, ``sg_doc_hash``. So the vault keeps one kind of thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from passport.record.answers import Answer, Place, Value, place_in

SIGNINGS = "signings"
"""The list that holds one item for each time the paper was signed."""
NEW_ITEM = "new"
"""In place of an item's id until a signing is saved: only half-typed words are ever kept there."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, such as one refusal: its id and its answers by question id."""

    id: str
    answers: Mapping[str, Answer]

    def value(self, question: str) -> Value:
        """The value at a question, or None."""
        answer = self.answers.get(question)
        return None if answer is None else answer.value


@dataclass(frozen=True, slots=True)
class Section:
    """One filled-in form."""

    id: str
    """Such as ``advance_decision-1``; never used twice in a vault."""
    form: str
    pack_version: int
    """The version of the pack that asked the questions."""
    made_on: date
    """The day it was begun (``doc_made_on`` for care papers)."""
    answers: Mapping[Place, Answer]
    changes: int = 0
    """How many saves it has had; goes up by at least one with each."""
    last_ids: Mapping[str, int] = field(default_factory=dict)
    """List to the last id that one of its items ever had. No id is used twice, also after its item was taken out."""

    def value(self, place: Place) -> Value:
        """The value at a place, or None."""
        answer = self.answers.get(place)
        return None if answer is None else answer.value

    def items(self, part: str) -> tuple[Item, ...]:
        """The items of a list, in the person's order."""
        ids = self.value(part)
        return tuple(self.item(part, str(one)) for one in ids) if isinstance(ids, tuple) else ()

    def item(self, part: str, item_id: str) -> Item:
        """One item of a list, empty if nothing was answered there."""
        start = place_in(part, item_id, "")
        return Item(
            item_id,
            {
                place[len(start) :]: answer
                for place, answer in self.answers.items()
                if place.startswith(start)
            },
        )

    def with_answers(self, more: Mapping[Place, Answer]) -> "Section":
        """The same section with some answers put in."""
        return replace(self, answers={**self.answers, **more}, changes=self.changes + 1)

    def after_saving(self, more: Mapping[Place, Answer]) -> "Section":
        """As it stands once these answers are saved. What was said in an item goes when its item goes."""
        answers = {**self.answers, **more}
        return replace(
            self,
            answers=_that_stand(answers),
            changes=self.changes + len(more),
            last_ids=_last_ids(answers, self.last_ids),
        )

    def next_id(self, part: str) -> int:
        """An id that no item of this list ever had."""
        return max((self.last_ids.get(part, 0), *(int(item.id) for item in self.items(part)))) + 1

    @property
    def stopped_on(self) -> str | None:
        """The date the whole section was stopped, as text, or None."""
        return stopped_date(self.value("doc_status"))


def stopped_date(status: Value) -> str | None:
    """The date in a ``doc_status`` or ``rfz_status`` answer that says stopped, else None."""
    if isinstance(status, Mapping) and status.get("status") == "stopped":
        return str(status.get("on") or "")
    return None


def _that_stand(answers: Mapping[Place, Answer]) -> Mapping[Place, Answer]:
    """Without what was said in items that were taken out of their list: it is history, and leaves with nothing."""
    lists = {place: answer.value for place, answer in answers.items() if "." not in place}
    return {place: answer for place, answer in answers.items() if _stands(place, lists)}


def _stands(place: Place, lists: Mapping[str, Value]) -> bool:
    part, _, rest = place.partition(".")
    ids = lists.get(part)
    return not rest or (isinstance(ids, tuple) and rest.partition(".")[0] in ids)


def _last_ids(answers: Mapping[Place, Answer], before: Mapping[str, int]) -> Mapping[str, int]:
    last = dict(before)
    for place in answers:
        part, _, rest = place.partition(".")
        if rest:
            last[part] = max(last.get(part, 0), int(rest.partition(".")[0]))
    return last
