"""A section as it would be with what is typed now: nothing is saved, so a letter at a time can be looked at."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from passport.forms.kinds import read
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.assess import assess
from passport.law.findings import Assessment
from passport.law.notes import notes_shelf
from passport.record.answers import Answer, Place, Value, question_of
from passport.record.sections import Section
from passport.vault.vault import Vault


def with_typed(section: Section, pack: Pack, typed: Mapping[Place, Value], now: datetime) -> Section:
    """The same section with some words put in."""
    answers = {}
    for place, words in typed.items():
        question = pack.question(question_of(place))
        if question is not None:
            answers[place] = Answer(read(question, words, now.date()).value, words, now)
    return section.with_answers(answers)


def assess_as_typed(
    vault: Vault, shelf: Shelf, section_id: str, typed: Mapping[Place, Value], now: datetime
) -> Assessment:
    """What the rules make of a section with what is typed now."""
    passport = vault.passport()
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    tentative = with_typed(section, pack, typed, now)
    sections = tuple(tentative if one.id == section_id else one for one in passport.sections)
    return assess(tentative, replace(passport, sections=sections), pack, notes_shelf(), now.date())
