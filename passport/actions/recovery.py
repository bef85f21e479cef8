"""The recovery words after the first day: whether they were ever written down, new ones, and another passphrase."""

from datetime import date

from passport.keys.passphrase import must_be_strong_enough
from passport.keys.recovery import Rows
from passport.vault.vault import Vault

TO_WRITE_DOWN = "recovery_words_to_write_down"
"""Kept in the vault from when words are made until the person has typed a row of them back."""


def to_write_down(vault: Vault) -> None:
    """Words are shown now, or will be: until they are typed back, the person may not have them."""
    vault.keep(TO_WRITE_DOWN, "yes")


def written_down(vault: Vault) -> None:
    """The person has typed a row back."""
    vault.keep(TO_WRITE_DOWN, "")


def are_to_write_down(vault: Vault) -> bool:
    """Whether the person has recovery words that they may never have written down."""
    return bool(vault.kept(TO_WRITE_DOWN))


def new_recovery_words(vault: Vault, passphrase: str, on: date | None = None) -> Rows:
    """New words in place of the old ones, to be written down. Raises WrongPassphrase, NoRoom, NoPermission."""
    vault.must_be_passphrase(passphrase)
    to_write_down(vault)
    return vault.renew_recovery_words(passphrase, on)


def new_passphrase(vault: Vault, old: str, new: str, on: date | None = None) -> None:
    """Another passphrase; every other way in stays.

    Raises WeakPassphrase, WrongPassphrase, PassphraseTaken, NoRoom, NoPermission.
    """
    must_be_strong_enough(new)
    vault.must_be_passphrase(old)
    vault.change_passphrase(new, on)
