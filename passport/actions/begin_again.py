"""Begin a stopped paper again: a new one with the same words. Nothing of the old one starts to count by this."""

from dataclasses import replace
from datetime import datetime

from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.law.papers import papers
from passport.record.answers import Answer, Place, question_of
from passport.record.sections import SIGNINGS, Section, stopped_date
from passport.vault.vault import Vault


def may_begin_again(vault: Vault, section_id: str) -> bool:
    """Whether this paper was stopped and no other of its form is in use."""
    section = vault.section(section_id)
    others = vault.passport().begun(section.form)
    return section.stopped_on is not None and all(one.stopped_on is not None for one in others)


def begin_again(vault: Vault, shelf: Shelf, section_id: str, now: datetime) -> Section:
    """A new section with the words of a stopped one. Raises UnknownEntry.

    What was done to the old one stays with it: stops, signings, copies, looks and what changed since. A refusal that was
    stopped by itself is not taken over.
    """
    old = vault.section(section_id)
    pack = shelf.pack(old.form)
    standing = tuple(
        item.id for item in old.items(pack.refusals) if stopped_date(item.value("rfz_status")) is None
    )
    gone = _stays_behind(pack)
    answers: dict[Place, Answer] = {
        place: replace(answer, when=now)
        for place, answer in old.answers.items()
        if question_of(place) not in gone
        and place.split(".")[0] not in gone
        and (not place.startswith(f"{pack.refusals}.") or place.split(".")[1] in standing)
    }
    if pack.refusals in answers:
        answers[pack.refusals] = Answer(standing, standing, now)
    return vault.put(vault.add_section(pack.id, pack.version, now.date()).id, answers)


def _stays_behind(pack: Pack) -> frozenset[str]:
    """The questions whose answers belong to the old paper alone."""
    paper = papers().get(pack.id)
    about_it = (
        (*paper.looked, paper.copies, *paper.given_to, paper.events, *paper.done) if paper is not None else ()
    )
    done = {question.id for question in pack.questions() if question.kind is Kind.AUTOMATIC}
    return frozenset({*done, *about_it, SIGNINGS, "doc_pressure"})
