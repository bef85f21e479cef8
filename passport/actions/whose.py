"""Whose an open record is: one's own, or what somebody asked help with. From the second nothing leaves but suggestions."""

from passport.errors import OnlyHelping
from passport.vault.vault import Vault

HELPING = "helping"
"""Where a helper's record keeps what it was made from; a person's own has nothing there."""


def is_ones_own(vault: Vault) -> bool:
    """Whether this is a person's own record."""
    return vault.kept(HELPING) is None


def must_be_ones_own(vault: Vault) -> None:
    """Raises OnlyHelping where this is what somebody asked help with."""
    if not is_ones_own(vault):
        raise OnlyHelping
