"""A vault in which each field of each form holds a word of its own, to be looked for in whatever leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, Shared, share
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import shelf
from passport.record.answers import Answer, place_in
from passport.record.audience import SIDES, Audience
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.actions.leaving import marks_in
from tests.builders import NOW

MARK = r"Qz[a-z]{4}zq"
LETTERS = "abcdefghij"
NOT_MARKED = {
    "en_agreed_to_share": "yes",
    "carer_en_agreed_to_share": "yes",
    "cr_consent": "yes",
    "cr_consent_share": "yes",
    "am_nation": "england",
}
"""Answers that must be what they are for a paper to be made at all."""


def mark(number: int) -> str:
    return "Qz" + "".join(LETTERS[int(digit)] for digit in f"{number:04}") + "zq"


@dataclass(frozen=True)
class Marked:
    """A vault in which each field of each form holds its own mark."""

    vault: Vault
    marks: dict[str, tuple[str, Question]]
    """Mark to the form and the question that it stands in."""
    usual: dict[Audience, dict[str, set[str]]]
    """For each side, the marks in a paper with nothing picked by name, and where each stands."""


def fields(pack: Pack) -> Iterator[tuple[Question | None, Question]]:
    """Each question of a form, with the list that it stands in."""
    for page in pack.pages:
        for question in page.questions:
            if question.kind is Kind.PART:
                for inner in question.questions:
                    yield question, inner
            elif question.kind is not Kind.FIXED:
                yield None, question


def mark_every_field(vault: Vault, out: Path) -> Marked:
    """Fill the vault; share once for each side with nothing picked by name."""
    marks: dict[str, tuple[str, Question]] = {}
    for pack in shelf().packs.values():
        section = answer.start(vault, shelf(), pack.id, NOW.date())
        answers: dict[str, Answer] = {}
        for part, question in fields(pack):
            word = mark(len(marks))
            marks[word] = (pack.id, question)
            place = place_in(part.id, "1", question.id) if part else question.id
            words = NOT_MARKED.get(question.id, word)
            value = words if question.kind in {Kind.SHORT_TEXT, Kind.LONG_TEXT} or words != word else None
            answers[place] = Answer(value, words, NOW)
            if part:
                answers[part.id] = Answer(("1",), ("1",), NOW)
        vault.put(section.id, answers)
    found = Marked(vault, marks, {})
    for side in SIDES:
        found.usual[side] = marks_in(shared_with(found, side, out / side), MARK)
    return found


def shared_with(marked: Marked, side: Audience, out: Path, named: tuple[str, ...] = ()) -> Shared:
    selection = choose(marked.vault.passport(), shelf(), side, (), named)
    return share(marked.vault, shelf(), selection, Handing("Somebody"), NOW, Words(), out)
