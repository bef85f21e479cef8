"""Back up the record, bring a backup back to a new place, and try a backup without touching anything."""

import contextlib
import secrets
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions.places import OF_A_STICK, is_portable, must_be_there
from passport.errors import BackupOfAnother, VaultError
from passport.record.sections import Section
from passport.vault.backup import (
    head_of,
    newest_rolling,
    put_in_place,
    remove_own,
    roll,
    unpack,
    write_backup,
)
from passport.vault.backup_file import Head
from passport.vault.folder import BACKUPS, PORTABLE
from passport.vault.vault import Vault
from passport.vault.whole import plainly, write_whole

SUFFIX = ".passport"
_ROLLED, _WRITTEN, _DRILLED = "backup_rolled", "backup_written", "backup_tried"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was written and read back."""

    file: Path
    made_on: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A record that came out of a backup and was found whole. It is closed."""

    folder: Path
    made_on: datetime
    answers: int
    set_aside: Path | None
    """Where the record that was there before now stands."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """What trying a backup showed."""

    made_on: datetime
    answers: int
    behind: int
    """How many saves the record has had since."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Backups:
    """What the page about backups says."""

    written: str
    """When the last one was made for the person to put away; empty for never."""
    tried: str
    """When one was last tried and found good; empty for never."""
    tried_made: str
    tried_answers: int
    own: tuple[tuple[Path, datetime], ...]
    """Our own beside the record, newest first."""


def back_up(vault: Vault, file: Path, now: datetime) -> Made:
    """One sealed file, or a name of its own in a folder. Raises NoRoomThere, NoPermission."""
    with plainly(file.parent):
        path = file / f"{now.date().isoformat()}{SUFFIX}" if file.is_dir() else file
    path = path if path.suffix else path.with_suffix(SUFFIX)
    before = vault.kept(_WRITTEN)
    vault.keep(_WRITTEN, now.isoformat())
    try:
        head = write_backup(vault, path, now)
    except BaseException:
        with contextlib.suppress(VaultError):  # it must not say that there is one to put away
            vault.keep(_WRITTEN, before)
        raise
    return Made(path, head.manifest.made_on, path.stat().st_size)


def roll_daily(vault: Vault, now: datetime) -> None:
    """One of our own backups, once a day and only after a change. A full disk stops nothing: it is kept, to be told."""
    last = vault.kept(_ROLLED)
    day, _, words = str(last or "").partition(" ")
    if day == now.date().isoformat() or words == vault.changes():
        return
    try:
        vault.keep(_ROLLED, f"{now.date().isoformat()} {vault.changes()}")
        vault.note_state()
        roll(vault, now)
    except VaultError as trouble:
        vault.backup_trouble = trouble


def backups(vault: Vault) -> Backups:
    """What there is, and when one was last tried."""
    tried = vault.kept(_DRILLED)
    when, made, answers = (str(one) for one in tried) if isinstance(tried, tuple) else ("", "", "0")
    own = tuple((path, head.manifest.made_on) for path, head in newest_rolling(vault.folder))
    return Backups(str(vault.kept(_WRITTEN) or ""), when, made, int(answers), own)


def restore(file: Path, folder: Path, passphrase: str, now: datetime, *, set_aside: bool = False) -> Restored:
    """A backup as a record in a new place, found whole before it counts.

    A record that is there is set aside as ``replaced-<date>``, all of its folder, only with ``set_aside``, and never deleted.
    Where it was portable, so is the one that takes its place, with the same small files. Raises
    FileMissing, BackupDamaged, VaultExists, WrongPassphrase and every VaultError of opening.
    """
    must_be_there(file, Path.is_file)
    waiting = folder.parent / f".{folder.name}.{secrets.token_hex(4)}.part"
    try:
        head, answers = _opened(file, waiting, passphrase, now)
        if is_portable(folder):
            _stays_on_the_stick(folder, waiting)
        aside = put_in_place(waiting, folder, now, set_aside=set_aside)
    finally:
        for name in OF_A_STICK:
            with contextlib.suppress(OSError):
                (waiting / name).unlink()
        remove_own(waiting)
    return Restored(folder, head.manifest.made_on, answers, aside)


def drill(vault: Vault, file: Path, passphrase: str, now: datetime) -> Drilled:
    """Bring a backup back beside the record, still encrypted, open it, compare, and take it away again.

    Raises FileMissing, BackupDamaged, BackupOfAnother, WrongPassphrase. The result and its date are kept.
    """
    must_be_there(file, Path.is_file)
    began = time.monotonic()
    if head_of(file).manifest.vault != vault.id:
        raise BackupOfAnother
    waiting = vault.folder / BACKUPS / f".try-{secrets.token_hex(4)}"
    try:
        head, answers = _opened(file, waiting, passphrase, now)
    finally:
        remove_own(waiting)
        with contextlib.suppress(OSError):
            (vault.folder / BACKUPS).rmdir()
    made = head.manifest.made_on
    behind = max(0, vault.counter - head.manifest.counter)
    vault.keep(_DRILLED, (now.isoformat(), made.isoformat(), str(answers)))
    return Drilled(made, answers, behind, time.monotonic() - began)


def own_trouble(vault: Vault) -> bool:
    """Whether our own backup could not be kept, so that the person is told."""
    return vault.backup_trouble is not None


def answers_in(vault: Vault) -> int:
    """How many answers stand in a record."""
    return sum(_count(section) for section in vault.passport().sections)


def _count(section: Section) -> int:
    return len(section.answers)


def _opened(file: Path, waiting: Path, passphrase: str, now: datetime) -> tuple[Head, int]:
    """A backup brought back, opened with all its checks, compared with its manifest, and closed."""
    head = unpack(file, waiting)
    opened = Vault.open_with_passphrase(waiting, passphrase, now)
    try:
        head.must_be_of(opened.snapshot.key, opened.id, *opened.at_check)
        return head, answers_in(opened)
    finally:
        opened.close()


def _stays_on_the_stick(folder: Path, waiting: Path) -> None:
    """The mark of a portable record, and what is kept beside one. Raises NoRoom, NoPermission."""
    for name in OF_A_STICK:
        content = b""
        with contextlib.suppress(OSError):
            content = (folder / name).read_bytes()
        if content or name == PORTABLE:
            write_whole(waiting / name, content)


def last_good(folder: Path) -> tuple[Path, datetime] | None:
    """The newest of our own backups whose parts are as they were written: to offer where the record is damaged."""
    for path, head in newest_rolling(folder):
        return path, head.manifest.made_on
    return None
