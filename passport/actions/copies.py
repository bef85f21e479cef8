"""Who has a copy: the register, and whether each copy is still what the person would give today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from passport.actions.copy_kinds import kind_of
from passport.forms.shelf import Shelf
from passport.keys.identity import spoken_fingerprint
from passport.law.facts import PaperFacts
from passport.law.standing_copies import old_copy_holders, what_is_news
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.copies_now import newest_copies, old_copies
from passport.record.passport import Passport
from passport.vault.vault import Vault


class Stands(StrEnum):
    """How a copy stands to what the person would give today."""

    CURRENT = "current"
    OLD = "old"
    """It is the newest that this holder has, and says something else."""
    REPLACED = "replaced"
    """This holder has a newer one."""
    STOPPED = "stopped"
    """The person stopped it after they gave it out."""


@dataclass(frozen=True, slots=True)
class Held:
    """One line of the register."""

    copy: CopyGiven
    stands: Stands
    kind: str = "paper"
    """``paper``, ``card``, or one of the kinds of ``actions.chosen``."""

    @property
    def old(self) -> bool:
        """Whether this holder should hear from the person."""
        return self.stands in {Stands.OLD, Stands.STOPPED}


def copies(vault: Vault, shelf: Shelf) -> tuple[Held, ...]:
    """Every copy that was given out, newest first."""
    return tuple(replace(one, kind=kind_of(vault, one.copy)) for one in held(vault.passport(), shelf))


def held(passport: Passport, shelf: Shelf) -> tuple[Held, ...]:
    """The same, of a passport."""
    newest = {copy.id for copy in newest_copies(passport)}
    old = {copy.id for copy in old_copies(passport, what_is_news(shelf.labels()))}
    stopped = {section.id for section in passport.sections if section.stopped_on is not None}

    def stands(copy: CopyGiven) -> Stands:
        if copy.id not in newest:
            return Stands.REPLACED
        if copy.id not in old:
            return Stands.CURRENT
        return Stands.STOPPED if stopped.intersection(copy.sections) else Stands.OLD

    return tuple(Held(copy, stands(copy)) for copy in reversed(passport.copies))


def whom_to_tell(vault: Vault, shelf: Shelf, section_id: str, today: date) -> tuple[str, ...]:
    """Who holds a copy of this paper that is not what it says now, by the register and by its own list."""
    section = vault.section(section_id)
    return old_copy_holders(
        PaperFacts(section, vault.passport(), shelf.pack(section.form), None, None, today)
    )


def seal_words(vault: Vault) -> Mapping[Audience, str]:
    """The words of the person's own seals, as a checker sees them: to read out to whoever asks."""
    return {for_: spoken_fingerprint(one.public) for for_, one in vault.identities().items()}


def seal_words_before(vault: Vault) -> Mapping[Audience, str]:
    """The words that papers showed of these seals at first, where they did: to read out to whoever holds such a paper."""
    return {for_: before for for_, one in vault.identities().items() if (before := one.spoken_before)}
