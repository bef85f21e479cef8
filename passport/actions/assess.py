"""What the rules make of a section today."""

from datetime import date

from passport.forms.shelf import Shelf
from passport.law.assess import assess as assess_section
from passport.law.findings import Assessment
from passport.law.notes import notes_shelf
from passport.vault.vault import Vault


def assess(vault: Vault, shelf: Shelf, section_id: str, today: date) -> Assessment:
    """The findings and the outcome of each refusal. Raises UnknownEntry."""
    passport = vault.passport()
    section = vault.section(section_id)
    return assess_section(section, passport, shelf.pack(section.form), notes_shelf(), today)
