"""A passport: all of one person's sections, and the one way to take a part of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from passport.errors import WallCrossed
from passport.record.answers import Answer, Place, question_of
from passport.record.audience import Audience, Label, Labels, Selection
from passport.record.copies import CopyGiven
from passport.record.sections import Section

WHO_I_AM, WHO_I_AM_AS_CARER = "about_me", "carer_about_me"
_NAMES = {WHO_I_AM: ("am_name", "am_known_as"), WHO_I_AM_AS_CARER: ("cr_name", "cr_known_as")}
"""The questions that hold a person's name, the whole one first."""
NAME_QUESTIONS = frozenset(question for both in _NAMES.values() for question in both)
_NATION = "am_nation"


def who_form(for_: Audience) -> str:
    """The form whose standard fields go with every paper for a side, so that it says whose it is."""
    return WHO_I_AM_AS_CARER if for_.of_carer else WHO_I_AM


@dataclass(frozen=True, slots=True)
class Passport:
    """Everything a person keeps here."""

    sections: tuple[Section, ...]
    copies: tuple[CopyGiven, ...] = ()
    in_part: frozenset[str] = frozenset()
    """Of what was chosen from a passport: sections that are here only with single fields picked by name."""

    def section(self, section_id: str) -> Section | None:
        """The section with this id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)

    def of_form(self, form: str) -> tuple[Section, ...]:
        """Every section of one form, oldest first."""
        return tuple(section for section in self.sections if section.form == form)

    def begun(self, form: str) -> tuple[Section, ...]:
        """Every section of one form that holds an answer, oldest first: a page that was only looked at is no entry."""
        return tuple(section for section in self.of_form(form) if section.answers)

    def about_me(self) -> Section | None:
        """The section that says who the person is."""
        return next(iter(self.of_form(WHO_I_AM)), None)

    @property
    def nation(self) -> str:
        """Where the person lives, as the id of a choice; empty where they have not said."""
        about = self.about_me()
        return str((about and about.value(_NATION)) or "")

    def who(self, for_: Audience) -> Section | None:
        """The section that says who the person is on a paper for this side."""
        return next(iter(self.of_form(who_form(for_))), None)

    def name(self, for_: Audience) -> str:
        """Whose a paper for this side is: the whole name, or else what to call them; empty where there is neither."""
        return next(self._names(for_), "")

    def called(self, for_: Audience) -> str:
        """What to call the person: the name they like to be used, or else the whole one; empty where there is neither."""
        return next(reversed([*self._names(for_)]), "")

    def _names(self, for_: Audience) -> Iterator[str]:
        who = self.who(for_)
        names = (who.value(one) for one in _NAMES[who.form]) if who is not None else ()
        return (name for name in names if isinstance(name, str) and name.strip())

    def only(self, selection: Selection, labels: Labels) -> "Passport":
        """The part that the selection lets out, and nothing else; no copies.

        Raises WallCrossed where a whole section of another side of the wall is asked for, and where anything of what the
        person keeps as a carer would stand with what is their own.
        """
        chosen = []
        for section in self.sections:
            by_question = labels.get(section.form, {})
            audiences = {label.audience for label in by_question.values()}
            asked_whole = section.id in selection.sections
            asked = asked_whole or any(one == section.id for one, _question in selection.fields)
            if asked and any(one.of_carer is not selection.for_.of_carer for one in audiences):
                raise WallCrossed(what=section.form)
            if asked_whole and not any(selection.for_.takes(one) for one in audiences):
                raise WallCrossed(what=section.form)
            kept = {
                place: left
                for place, answer in section.answers.items()
                if _may_leave(place, section.id, selection, by_question)
                and (left := _what_leaves(place, answer, section.id, selection, by_question)) is not None
            }
            if kept:
                chosen.append(replace(section, answers=_with_list_ids(kept, section)))
        in_part = frozenset(section.id for section in chosen if section.id not in selection.sections)
        return Passport(tuple(chosen), in_part=in_part)


def _may_leave(place: Place, section_id: str, selection: Selection, by_question: dict[str, Label]) -> bool:
    """Whether an answer leaves. Inside a list, the list must be let out too, or the field picked by name."""
    question, whole_list = question_of(place), place.split(".", 1)[0]
    if question not in by_question or whole_list not in by_question:
        return False
    return selection.lets_out(section_id, question, by_question[question]) and (
        (section_id, question) in selection.fields
        or selection.lets_out(section_id, whole_list, by_question[whole_list])
    )


def _what_leaves(
    place: Place, answer: Answer, section_id: str, selection: Selection, by_question: dict[str, Label]
) -> Answer | None:
    """The answer, without the choices that have to be picked by name; None where nothing is left of it."""
    question = question_of(place)
    ask = by_question[question].ask_choices
    if not ask or (section_id, question) in selection.fields:
        return answer
    left = tuple(one for one in answer.value if one not in ask) if isinstance(answer.value, tuple) else ()
    return replace(answer, value=left, words=left) if left else None


def _with_list_ids(kept: dict[Place, Answer], section: Section) -> dict[Place, Answer]:
    """The order of a list travels with any of its items, even when only one field was picked by name."""
    lists = {place.split(".", 1)[0] for place in kept if "." in place}
    return {**{one: section.answers[one] for one in lists if one in section.answers}, **kept}
