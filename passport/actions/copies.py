"""Who has a copy: the register, and whether each copy is still what the person would give today."""

from dataclasses import dataclass
from datetime import date

from passport.forms.shelf import Shelf
from passport.law.facts import PaperFacts
from passport.law.standing_copies import old_copy_holders, what_is_news
from passport.record.copies import CopyGiven
from passport.record.copies_now import old_copies
from passport.record.passport import Passport
from passport.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Held:
    """One line of the register."""

    copy: CopyGiven
    old: bool
    """It is the newest that this holder has, and not what the person would give today."""


def copies(vault: Vault, shelf: Shelf) -> tuple[Held, ...]:
    """Every copy that was given out, newest first."""
    return held(vault.passport(), shelf)


def held(passport: Passport, shelf: Shelf) -> tuple[Held, ...]:
    """The same, of a passport."""
    old = {copy.id for copy in old_copies(passport, what_is_news(shelf.labels()))}
    return tuple(Held(copy, copy.id in old) for copy in reversed(passport.copies))


def whom_to_tell(vault: Vault, shelf: Shelf, section_id: str, today: date) -> tuple[str, ...]:
    """Who holds a copy of this paper that is not what it says now, by the register and by its own list."""
    section = vault.section(section_id)
    return old_copy_holders(
        PaperFacts(section, vault.passport(), shelf.pack(section.form), None, None, today)
    )
