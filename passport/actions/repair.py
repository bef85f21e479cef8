"""When a record does not open because it is damaged: what helps, and saving what can still be read into a new record.

Nothing is ever deleted, and the damaged record is never written to. What is saved is never said to be whole.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions import recovery
from passport.actions.back_up import last_good
from passport.actions.history import label_at
from passport.errors import (
    KeysDamaged,
    KeysMissing,
    KeysOfAnother,
    PassportError,
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultMixed,
)
from passport.forms.dates import show_date
from passport.forms.shelf import Shelf
from passport.keys.recovery import Rows
from passport.vault.backup import put_in_place, remove_own
from passport.vault.salvaged import Saved
from passport.vault.salvaged import salvage as salvage_into
from passport.vault.whole import plainly
from passport.wording.words import Words

DAMAGE = (VaultDamaged, VaultMixed, VaultEmpty, KeysDamaged, KeysMissing, KeysOfAnother)
"""What opening says of a record that is not as it was written."""
_ONLY_BACKUPS = (VaultEmpty, KeysDamaged, KeysMissing)


@dataclass(frozen=True, slots=True)
class Help:
    """What helps with a damaged record."""

    backup: Path | None
    """The last good one of our own beside it."""
    backup_made: str
    """Its date, as people write it."""
    can_save: bool
    """Whether there may be something to read."""
    lines: tuple[str, ...]
    """All of it in words."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The new record, closed, and what went into it."""

    folder: Path
    recovery_words: Rows
    saved: Saved
    set_aside: Path | None
    """Where the damaged record now stands, if it was in the way; else it is where it was."""


def what_helps(folder: Path, error: PassportError, words: Words) -> Help:
    """The last good backup with its date, and whether saving what can be read is worth trying."""
    good = last_good(folder)
    made = show_date(good[1].date().isoformat()) if good is not None else ""
    can_save = not isinstance(error, _ONLY_BACKUPS)
    lines = [words("repair.backup_own", date=made) if good else words("repair.no_backup_own")]
    if good is None or not can_save:
        lines.append(words("repair.look_for_backup"))
    lines.append(words("repair.can_save" if can_save else "repair.only_backups"))
    return Help(good[0] if good else None, made, can_save, tuple(lines))


def salvage(damaged: Path, passphrase: str, to: Path, now: datetime) -> Salvaged:
    """Save what can be read into a new record with the same passphrase, its own keys and new recovery words.

    Where ``to`` is the damaged record's own place, that is set aside under another name first. Raises VaultExists,
    NothingToRepair, NothingReadable, WrongPassphrase, KeysMissing, KeysDamaged, VaultEmpty, NoRoom, NoPermission.
    """
    with plainly(to):
        to = to.resolve()
        in_its_place = to == damaged.resolve()
        if not in_its_place and to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise VaultExists(folder=str(to))
        to.parent.mkdir(parents=True, exist_ok=True)
    waiting = to.parent / f".{to.name}.{secrets.token_hex(4)}.part"
    try:
        vault, rows, saved = salvage_into(damaged, passphrase, waiting, now)
        try:
            recovery.to_write_down(vault)
        finally:
            vault.close()
        aside = put_in_place(waiting, to, now, set_aside=in_its_place)
    finally:
        remove_own(waiting)
    return Salvaged(to, rows, saved, aside)


def said(done: Salvaged, shelf: Shelf, words: Words) -> tuple[str, ...]:
    """What came of it, in words."""
    saved = done.saved
    lines = [words("repair.done", folder=done.folder, count=saved.answers, most=saved.answers_before)]
    if saved.files_before:
        lines.append(words("repair.files", count=saved.files, most=saved.files_before))
    lines.append(words("repair.not_whole"))
    for section, place in saved.lost:
        pack = shelf.packs.get(section.rsplit("-", 1)[0])
        title = pack.title if pack is not None else section
        lines.append(words("repair.lost", form=title, label=label_at(pack, place, words)))
    if not saved.seals_as_before:
        lines.append(words("repair.new_seal"))
    where = words("repair.set_aside", folder=done.set_aside) if done.set_aside else words("repair.untouched")
    return (*lines, where, words("repair.new_words"))
