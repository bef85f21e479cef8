"""Our own backups beside an open record: before a risky step, and afresh after one that took something away for good."""

from datetime import UTC, datetime
from pathlib import Path

from passport.errors import PassportError, VaultError
from passport.vault.backup import forget_rolling, roll
from passport.vault.small_things import SmallThings
from passport.vault.snapshot import Snapshot


class OwnBackups(SmallThings):
    """The part of a vault that keeps them. A backup that cannot be kept stops no step; it is told of."""

    id: str
    folder: Path
    snapshot: Snapshot
    backup_trouble: PassportError | None = None
    """What stopped our own backup before a risky step; the person is told once."""

    def roll(self, now: datetime | None = None) -> Path | None:
        """One more, before a risky step. What stops it is kept in ``backup_trouble``, to be told."""
        try:
            return roll(self, now or datetime.now(UTC))
        except VaultError as trouble:
            self.backup_trouble = trouble
            return None

    def roll_afresh(self, now: datetime | None = None) -> bool:
        """One as it is now, in place of all before, which hold what was erased or open with an old passphrase.

        Returns whether those are gone.
        """
        newest = self.roll(now)
        try:
            forget_rolling(self.folder, keep=newest)
        except PassportError:
            return False
        return True
