"""Make a passport, open it, and open it with the recovery words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions.back_up import roll_daily
from passport.keys.passphrase import must_be_strong_enough
from passport.vault.folder import unmake as unmake_vault
from passport.vault.seen import read_seen, write_seen
from passport.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault, and what the person should know at once."""

    vault: Vault
    older_by: int
    """How many saves behind the newest copy that was opened on this computer; 0 for the newest."""


def make(folder: Path, passphrase: str, now: datetime) -> tuple[Vault, tuple[tuple[str, ...], ...]]:
    """A new vault, open, and its recovery words in rows. Raises VaultExists, WeakPassphrase, NoRoom, NoPermission."""
    return Vault.create(folder, passphrase, now)


def unmake(folder: Path) -> None:
    """Take away a vault that this very run made, where its recovery words could not be told to anyone."""
    unmake_vault(folder)


def unlock(folder: Path, passphrase: str, now: datetime, seen: Path | None = None) -> Opened:
    """Open with the passphrase. Raises a VaultError that says what stopped it."""
    return _noticed(Vault.open_with_passphrase(folder, passphrase, now), seen, now)


def open_with_words(folder: Path, words: Sequence[str], now: datetime, seen: Path | None = None) -> Opened:
    """Open with the recovery words. Raises WrongRecoveryWords and other VaultErrors."""
    return _noticed(Vault.open_with_recovery_words(folder, words, now), seen, now)


def recover(
    folder: Path, words: Sequence[str], new_passphrase: str, now: datetime, seen: Path | None = None
) -> Opened:
    """Open with the recovery words and set a new passphrase. Raises WeakPassphrase before anything is opened."""
    must_be_strong_enough(new_passphrase)
    opened = open_with_words(folder, words, now, seen)
    try:
        opened.vault.change_passphrase(new_passphrase)
    except BaseException:
        opened.vault.close()
        raise
    return opened


def _noticed(vault: Vault, seen: Path | None, now: datetime) -> Opened:
    """Our own backup for today, and the newest state of each vault on this computer, to name an older copy as older."""
    roll_daily(vault, now)
    if seen is None:
        return Opened(vault, 0)
    newest = read_seen(seen)
    behind = max(0, newest.get(vault.id, 0) - vault.counter)
    if behind == 0:
        write_seen(seen, {**newest, vault.id: vault.counter})
    return Opened(vault, behind)
