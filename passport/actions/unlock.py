"""Make a passport, open it, and open it with the recovery words or with shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions.back_up import roll_daily
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.shares import Share, add_share
from passport.vault.folder import unmake as unmake_vault
from passport.vault.seen import read_seen, write_seen
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in


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
    """Open with the passphrase, the person's own or a second person's. Raises a VaultError that says what stopped it."""
    return _noticed(Vault.open_with_passphrase(folder, passphrase, now), seen, now)


def open_with_words(folder: Path, words: Sequence[str], now: datetime, seen: Path | None = None) -> Opened:
    """Open with the recovery words. Raises WrongRecoveryWords and other VaultErrors."""
    return _noticed(Vault.open_with_recovery_words(folder, words, now), seen, now)


def recover(
    folder: Path, words: Sequence[str], new_passphrase: str, now: datetime, seen: Path | None = None
) -> Opened:
    """Open with the recovery words and set a new passphrase. Raises WeakPassphrase before anything is opened."""
    must_be_strong_enough(new_passphrase)
    return _with_new_passphrase(open_with_words(folder, words, now, seen), new_passphrase, now)


def another_share(folder: Path, so_far: Sequence[Share], typed: str) -> tuple[Share, ...]:
    """The shares typed so far and one more.

    Raises ShareHasSlip, ShareTwice, ShareOfAnother, SharesNotOurs, NoShares, and what is wrong with the folder.
    """
    return add_share(so_far, typed, keys_in(folder).share_sets())


def recover_with_shares(
    folder: Path, shares: Sequence[Share], new_passphrase: str, now: datetime, seen: Path | None = None
) -> Opened:
    """Open with enough shares and set a new passphrase. Raises WeakPassphrase before anything is opened, and VaultErrors."""
    must_be_strong_enough(new_passphrase)
    return _with_new_passphrase(open_with_shares(folder, shares, now, seen), new_passphrase, now)


def open_with_shares(
    folder: Path, shares: Sequence[Share], now: datetime, seen: Path | None = None
) -> Opened:
    """Open with enough shares. Raises NotEnoughShares, SharesNotOurs and other VaultErrors."""
    return _noticed(Vault.open_with_shares(folder, shares, now), seen, now)


def _with_new_passphrase(opened: Opened, passphrase: str, now: datetime) -> Opened:
    try:
        opened.vault.change_passphrase(passphrase, now.date())
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
