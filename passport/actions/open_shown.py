"""What the open card shows to anyone, without unlocking. Apart from how it is made, so that a locked program reads little."""

from pathlib import Path

from passport.vault.open_card import read_open


def shown(folder: Path) -> tuple[str, ...]:
    """The lines of the open card of the record in a folder. Empty where it is off."""
    return read_open(folder)
