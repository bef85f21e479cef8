"""Write a backup of an open record, keep a few by ourselves, and bring one back."""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from passport.errors import NotAVault, PassportError, VaultExists
from passport.record.leaving_off import unless_stopped
from passport.vault.backup_file import (
    PARTS,
    Head,
    Manifest,
    Part,
    head_bytes,
    look_at,
    pieces_of,
    read_head,
)
from passport.vault.folder import BACKUPS, KEYS, OWN_FILES
from passport.vault.open_card import take_open_away
from passport.vault.whole import plainly, sync_folder, wipe

if TYPE_CHECKING:
    from passport.vault.snapshot import Snapshot

KEEP = 5
"""So many of our own backups stay; the oldest go."""
SUFFIX = ".passport"


class Sealed(Protocol):
    """What a backup needs of a record: where it is, and the state of its seal."""

    id: str
    folder: Path

    @property
    def snapshot(self) -> "Snapshot":
        """Its file, read through without letting go of its locks."""


def write_backup(vault: Sealed, path: Path, now: datetime) -> Head:
    """One backup of the record as it stands: written under a hidden name, read back, then given its own.

    A file of that name that is there already is replaced only by a whole one. Raises NoRoomThere, NoPermission, BackupDamaged.
    """
    snapshot = vault.snapshot
    with plainly(path.parent, new=True):
        keys = (vault.folder / KEYS).read_bytes()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        size, digest = snapshot.measured()
        parts = (Part(len(keys), hashlib.sha256(keys).hexdigest()), Part(size, digest))
        manifest = Manifest(vault.id, snapshot.counter, snapshot.total, now, parts)
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(head_bytes(manifest, snapshot.key))
                file.write(keys)
                for piece in snapshot.pieces():
                    unless_stopped()
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            head = look_at(part)
            unless_stopped()
            part.replace(path)
            sync_folder(path.parent)
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
    return head


def head_of(path: Path) -> Head:
    """What a backup says of itself, its parts read through. Raises BackupDamaged, NewerFormat, NoPermission."""
    with plainly(path):
        return look_at(path)


def unpack(path: Path, folder: Path) -> Head:
    """The two files of a backup, in a new folder. Not yet opened, so not yet trusted. Raises BackupDamaged, VaultExists, NoRoom."""
    with plainly(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise VaultExists(folder=str(folder))
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("rb") as file:
            head = read_head(file, path.stat().st_size)
            for name, part in zip(PARTS, head.manifest.parts, strict=True):
                with os.fdopen(
                    os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
                ) as out:
                    for piece in pieces_of(file, part):
                        unless_stopped()
                        out.write(piece)
                    out.flush()
                    os.fsync(out.fileno())
        sync_folder(folder)
    return head


def remove_own(folder: Path) -> None:
    """Take away a folder that ``unpack`` made, and nothing else that may be in it."""
    for name in OWN_FILES:
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    with contextlib.suppress(OSError):
        forget_rolling(folder)
    with contextlib.suppress(OSError):
        folder.rmdir()


def put_in_place(waiting: Path, folder: Path, now: datetime, *, set_aside: bool) -> Path | None:
    """A whole record takes its own name. Returns where the one that was there now stands.

    Raises VaultExists where there is one and nobody said that it may be set aside; NotAVault for anything else there.
    """
    with plainly(folder):
        aside = None
        if folder.exists():
            if not folder.is_dir():
                raise NotAVault(folder=str(folder))
            if any(folder.iterdir()):
                if not set_aside:
                    raise VaultExists(folder=str(folder))
                aside = free_name(folder.parent, f"replaced-{now.date().isoformat()}")
                folder.rename(aside)
            else:
                folder.rmdir()
        try:
            waiting.rename(folder)
        except OSError:
            if aside is not None:
                aside.rename(folder)
            raise
        sync_folder(folder.parent)
    if aside is not None:
        take_open_away(aside)
    return aside


def free_name(folder: Path, name: str) -> Path:
    """A path in a folder that nothing stands at."""
    number, path = 1, folder / name
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}"
    return path


# Our own, beside the record


def rolling(folder: Path) -> tuple[Path, ...]:
    """Our own backups of the record in a folder, oldest first."""
    with contextlib.suppress(OSError):
        return tuple(sorted(path for path in (folder / BACKUPS).iterdir() if _ours(path)))
    return ()


def roll(vault: Sealed, now: datetime) -> Path:
    """One more of our own backups; the oldest beyond ``KEEP`` go. Raises NoRoom, NoPermission: what follows is the caller's."""
    there = rolling(vault.folder)
    number = int(there[-1].stem) + 1 if there else 1
    path = vault.folder / BACKUPS / f"{number:08d}{SUFFIX}"
    write_backup(vault, path, now)
    for old in rolling(vault.folder)[:-KEEP]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def newest_rolling(folder: Path) -> Iterator[tuple[Path, Head]]:
    """Our own backups whose parts are as they were written, newest first."""
    for path in reversed(rolling(folder)):
        with contextlib.suppress(PassportError, OSError):
            yield path, head_of(path)


def forget_rolling(folder: Path, keep: Path | None = None) -> int:
    """Remove all of our own backups but ``keep``, such as after words were erased for good.

    Returns how many. Raises NoPermission.
    """
    there = [path for path in rolling(folder) if path != keep]
    with plainly(folder):
        for path in there:
            wipe(path)
        if (folder / BACKUPS).is_dir():
            sync_folder(folder / BACKUPS)
            with contextlib.suppress(OSError):
                (folder / BACKUPS).rmdir()
    return len(there)


def _ours(path: Path) -> bool:
    stem = path.stem
    return path.suffix == SUFFIX and len(stem) == 8 and stem.isascii() and stem.isdigit() and path.is_file()
