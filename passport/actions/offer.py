"""What may go into a paper for one audience: the choices a person sees before they share."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from passport.actions.form_now import shown
from passport.actions.home import entry_title
from passport.errors import NeverLeaves, UnknownEntry, UnknownField
from passport.forms.conditions import is_answered
from passport.forms.interview import without_hidden
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.record.answers import question_of
from passport.record.audience import NEVER_LEAVES, Audience, Selection, Share
from passport.record.passport import Passport, who_form
from passport.record.sections import Section
from passport.wording.words import Words, labelled

_LONGEST = 60
"""Letters of an answer in a line to tick; all of it is one key away."""


@dataclass(frozen=True, slots=True)
class Field:
    """One answered field that may be ticked."""

    question: str
    label: str
    shown: tuple[str, ...]
    """The person's words for it."""
    standard: bool
    """Goes with the form unless the form is left out; the others go only when ticked."""

    @property
    def short(self) -> str:
        """Label and words in one line to tick."""
        words = " ".join("; ".join(self.shown).split())
        return labelled(self.label, words if len(words) <= _LONGEST else words[:_LONGEST] + "…")


@dataclass(frozen=True, slots=True)
class Part:
    """One section that may go in."""

    section: str
    form: str
    title: str
    fields: tuple[Field, ...]


def as_asked(passport: Passport, shelf: Shelf) -> Passport:
    """The passport with only the answers that its forms ask for as they stand."""
    sections = tuple(
        without_hidden(shelf.packs[section.form], section) if section.form in shelf.packs else section
        for section in passport.sections
    )
    return replace(passport, sections=sections)


def offer(passport: Passport, shelf: Shelf, for_: Audience, words: Words) -> tuple[Part, ...]:
    """Only this side of the wall, only what is answered, and no private field at all."""
    return tuple(
        Part(section.id, section.form, _title(shelf.packs[section.form], section, words), fields)
        for section in as_asked(passport, shelf).sections
        if section.form in shelf.packs
        and for_.takes(shelf.packs[section.form].audience)
        and (fields := tuple(_fields(section, shelf, for_, words)))
    )


def _title(pack: Pack, section: Section, words: Words) -> str:
    return f"{pack.title}: {entry_title(pack, section, words)}" if pack.repeats else pack.title


def choose(
    passport: Passport, shelf: Shelf, for_: Audience, forms: Collection[str], fields: Collection[str]
) -> Selection:
    """A selection from the names a command gives. No forms named: every form of this side.

    A field may be named as ``am_dob`` or ``about_me-1.am_dob``. Raises UnknownForm, UnknownField, UnknownEntry,
    NeverLeaves.
    """
    for form in forms:
        shelf.pack(form)
    wanted = set(forms) or {pack.id for pack in shelf.for_audience(for_)}
    sections = tuple(
        section.id
        for section in passport.sections
        if section.form in {*wanted, who_form(for_)} and (section.stopped_on is None or section.form in forms)
    )
    return Selection(for_, sections, frozenset(_named(passport, shelf, fields, sections)))


def _named(
    passport: Passport, shelf: Shelf, fields: Collection[str], sections: Collection[str]
) -> Iterator[tuple[str, str]]:
    labels = shelf.labels()
    for name in fields:
        entry, _, question = name.rpartition(".")
        forms = [form for form, by_question in labels.items() if question in by_question]
        if not forms:
            raise UnknownField(question=name, form=next(iter(shelf.packs)))
        if question in NEVER_LEAVES:
            raise NeverLeaves(question=question)
        holders = [section for section in passport.sections if section.form in forms]
        if entry:
            if entry not in {section.id for section in holders}:
                raise UnknownEntry(entry=entry)
            yield entry, question
            continue
        inside = [section for section in holders if section.id in sections]
        for section in inside or holders:
            yield section.id, question


def _fields(section: Section, shelf: Shelf, for_: Audience, words: Words) -> Iterator[Field]:
    pack = shelf.packs[section.form]
    for question in pack.questions():
        if question.share is Share.NEVER or not for_.takes(question.audience):
            continue
        answers = [answer for place, answer in section.answers.items() if question_of(place) == question.id]
        if question.kind in {Kind.PART, Kind.AUTOMATIC} or not any(
            is_answered(answer.words) for answer in answers
        ):
            continue
        lines = tuple(line for answer in answers for line in shown(question, answer, words))
        if not question.ask_choices:
            yield Field(question.id, question.label, lines, question.share is Share.STANDARD)
            continue
        asked = {choice.label for choice in question.choices if choice.id in question.ask_choices}
        for standard in (True, False):
            part = tuple(line for line in lines if (line not in asked) is standard)
            if part:
                yield Field(question.id, question.label, part, standard)
