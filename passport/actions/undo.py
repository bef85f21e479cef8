"""Bring back the words from before: what stood at a place until the last change. Nothing is lost by it, and it can be undone too."""

from datetime import datetime

from passport.actions.answer import Saved
from passport.actions.history import Before, bring_back, history
from passport.errors import NothingBefore
from passport.forms.shelf import Shelf
from passport.record.answers import Place
from passport.vault.vault import Vault
from passport.wording.words import Words


def words_before(vault: Vault, shelf: Shelf, section_id: str, place: Place, words: Words) -> Before | None:
    """What stood there before what stands there now. None where nothing else did. Raises UnknownEntry."""
    section = vault.section(section_id)
    if section.changes <= len(section.answers):  # nothing was ever answered twice
        return None
    found = history(vault, shelf, section_id, words, place)
    return next((one for one in found[1:] if one.may_come_back and one.lines != found[0].lines), None)


def undo(vault: Vault, shelf: Shelf, section_id: str, place: Place, now: datetime, words: Words) -> Saved:
    """Save the words from before once more. Raises UnknownEntry, NothingBefore."""
    before = words_before(vault, shelf, section_id, place, words)
    if before is None:
        raise NothingBefore
    return bring_back(vault, shelf, section_id, before.number, now)


def last_changed(vault: Vault, shelf: Shelf, section_id: str, words: Words) -> Before | None:
    """The answer of a section that was changed last, as it is now, where there are words from before. Raises UnknownEntry."""
    section = vault.section(section_id)
    if section.changes <= len(section.answers):
        return None
    for one in history(vault, shelf, section_id, words):
        if one.stands and words_before(vault, shelf, section_id, one.place, words) is not None:
            return one
    return None
