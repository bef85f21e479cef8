"""Put another copy of this record, a folder or a backup, into the one that is open."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from passport.errors import FileMissing
from passport.vault.backup import remove_own, unpack
from passport.vault.folder import BACKUPS
from passport.vault.merge import At, Merged, merge
from passport.vault.vault import Vault


def put_together(
    vault: Vault, other: Path, passphrase: str, choices: Mapping[At, bool], now: datetime
) -> Merged:
    """Merge. Where the result has clashes, nothing was written: ask, and call again with a choice for each.

    ``choices`` says, by section and place, whether the other copy's words stand. One of our own backups is taken before.
    Raises FileMissing, BackupOfAnother, BackupDamaged, WrongPassphrase and every VaultError of opening.
    """
    if not other.exists():
        raise FileMissing(file=other.name)
    if other.is_dir():
        return _merged(vault, Vault.open_with_passphrase(other, passphrase, now), choices, now)
    waiting = vault.folder / BACKUPS / f".try-{secrets.token_hex(4)}"
    try:
        head = unpack(other, waiting)
        opened = Vault.open_with_passphrase(waiting, passphrase, now)
        try:
            head.must_be_of(opened.snapshot.key, opened.id, *opened.at_check)
        except BaseException:
            opened.close()
            raise
        return _merged(vault, opened, choices, now)
    finally:
        remove_own(waiting)


def _merged(vault: Vault, other: Vault, choices: Mapping[At, bool], now: datetime) -> Merged:
    try:
        found = merge(vault, other, choices, before=lambda: vault.roll(now))
    finally:
        other.close()
    return found
