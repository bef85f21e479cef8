"""Make a passport, open it, and open it with the recovery words or with shares."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from passport.actions.back_up import roll_daily
from passport.actions.places import is_portable
from passport.errors import VaultError
from passport.forms.dates import show_date
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.shares import Share, add_share
from passport.vault.folder import PORTABLE
from passport.vault.folder import unmake as unmake_vault
from passport.vault.seen import LastSeen, read_seen, write_seen
from passport.vault.states import MOST_STATES
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in
from passport.vault.whole import write_whole
from passport.wording.words import Words


class Standing(Enum):
    """How this copy stands to the one that was used on this computer last."""

    NEWEST = "newest"
    OLDER = "older"
    """All it says was in that one, too."""
    APART = "apart"
    """Both were changed since they parted. Nothing is put together until the person says so."""


@dataclass(frozen=True, slots=True)
class ThisCopy:
    """How it stands, with dates as they are kept (``2026-04-09``), each empty where it is not known."""

    standing: Standing = Standing.NEWEST
    changed_on: str = ""
    """When this copy was changed last."""
    other_used_on: str = ""
    """When the other one was used here last."""

    def told(self, words: Words) -> str:
        """The sentences that say it; empty for the newest copy."""
        if self.standing is Standing.NEWEST:
            return ""
        this, other = show_date(self.changed_on), show_date(self.other_used_on)
        if self.standing is Standing.APART:
            return words("older.apart", other=other)
        if not this or not other:
            return words("older.no_date")
        return words("older.older", this=this, other=other)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault, and what the person should know at once."""

    vault: Vault
    copy: ThisCopy
    """Whether it is the newest copy that was used on this computer."""


def make(folder: Path, passphrase: str, now: datetime) -> tuple[Vault, tuple[tuple[str, ...], ...]]:
    """A new vault, open, and its recovery words in rows. Raises VaultExists, WeakPassphrase, NoRoom, NoPermission."""
    made = Vault.create(folder, passphrase, now)
    if is_portable(folder):
        with contextlib.suppress(VaultError):  # it is asked for again then, each time
            write_whole(folder / PORTABLE, b"")
    return made


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
    """Our own backup for today, and how this copy stands to the one that was used on this computer last."""
    roll_daily(vault, now)
    return Opened(vault, ThisCopy() if seen is None else how_it_stands(vault, seen, now))


def how_it_stands(vault: Vault, seen: Path, now: datetime) -> ThisCopy:
    """This copy beside the one that was used here last. The newest is noted as that one, now and when it closes.

    To be asked again after another copy was put into this one.
    """
    known = read_seen(seen).get(vault.id)
    standing = Standing.NEWEST if known is None else _standing(vault, known)
    if known is not None and standing is not Standing.NEWEST:
        changed = (vault.last_change() or (vault.last_opened or ("",))[0])[:10]
        return ThisCopy(standing, changed, known.at[:10])
    _note(vault, seen, now, is_open=True)
    vault.before_close = lambda: _note(vault, seen, now, is_open=False)
    return ThisCopy()


def _standing(vault: Vault, known: LastSeen) -> Standing:
    """By what both said before. By the counter alone only where a file of before knows no more, or after very many uses."""
    fewer = vault.at_check[0] < known.counter
    if not known.states:
        return Standing.OLDER if fewer else Standing.NEWEST
    if vault.state() == known.states[-1]:
        return Standing.OLDER if fewer and known.is_open else Standing.NEWEST
    if known.states[-1] in vault.states():
        return Standing.NEWEST
    if vault.state() in known.states or (len(known.states) == MOST_STATES and fewer):
        return Standing.OLDER
    return Standing.APART


def _note(vault: Vault, seen: Path, now: datetime, *, is_open: bool) -> None:
    """What was used here last, as the newest in the file. Read anew: another record may have been opened meanwhile."""
    others = {one: state for one, state in read_seen(seen).items() if one != vault.id}
    state = LastSeen(vault.counter, now.isoformat(), vault.states(), is_open)
    write_seen(seen, {**others, vault.id: state})
