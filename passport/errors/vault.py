"""The record cannot be opened or written."""

from passport.errors.base import Exit, PassportError


class VaultError(PassportError):
    """The record could not be opened or written."""


class WrongPassphrase(VaultError):
    """The passphrase did not open this record."""


class WrongRecoveryWords(VaultError):
    """The recovery words did not open this record. Field: row, where a row's own check found the slip, else 0."""


class ShareHasSlip(VaultError):
    """A line of recovery share does not check out by itself: a word is wrong, missing or one too many."""


class ShareTwice(VaultError):
    """The same share was typed before."""


class ShareOfAnother(VaultError):
    """The share is of an older set, or of another record."""


class SharesNotOurs(VaultError):
    """The lines check out and open nothing here: another program made them."""


class NotEnoughShares(VaultError):
    """More shares are needed. Field: count."""


class NoShares(VaultError):
    """No recovery shares open this record."""


class NoVaultHere(VaultError):
    """There is no record in this folder. Field: folder."""


class NotAVault(VaultError):
    """The path is a file, or a folder of something else. Field: folder."""


class VaultExists(VaultError):
    """A new record would land on one that is there. Field: folder."""

    exit_code = Exit.USAGE


class VaultEmpty(VaultError):
    """The record's file has nothing in it."""


class VaultDamaged(VaultError):
    """Part of the record's file cannot be read."""


class FileDamaged(VaultError):
    """One kept file is not what was kept; everything else can be read. Field: name."""


class VaultMixed(VaultError):
    """The record does not match its own content seal: it may be a mix of old and new."""


class KeysMissing(VaultError):
    """vault.keys is not beside vault.db."""


class KeysDamaged(VaultError):
    """vault.keys cannot be read, or does not belong to this record."""


class KeysOfAnother(VaultError):
    """vault.keys and vault.db do not belong together."""


class KeySettingsRefused(VaultError):
    """The key settings were changed to something weaker or much too slow."""


class VaultInUse(VaultError):
    """The record is open in another window."""


class NewerFormat(VaultError):
    """The record was made by a newer version of this program."""


class BackupDamaged(VaultError):
    """A backup is not as it was written, or its parts do not belong together."""


class BackupOfAnother(VaultError):
    """A backup is of another record than the one it was asked to be compared or put together with."""


class NoRoom(VaultError):
    """The disk or stick is full. Nothing that was saved is lost."""

    exit_code = Exit.NO_ROOM


class NoRoomThere(VaultError):
    """The disk or stick that files were to be made on is full: none of them was made. Field: place."""

    exit_code = Exit.NO_ROOM


class NoPermission(VaultError):
    """The place cannot be written to. Field: place."""

    exit_code = Exit.NO_ROOM


class DiskGone(VaultError):
    """The disk or stick stopped answering, as when a stick is pulled out. What was saved before is safe."""

    exit_code = Exit.NO_ROOM


class RecordAway(VaultError):
    """The open record's folder is not where it was, as when a stick is pulled out: a save would land nowhere. Field: folder."""

    exit_code = Exit.NO_ROOM


class NothingToRepair(VaultError):
    """The record opens as it should."""

    exit_code = Exit.USAGE


class NothingReadable(VaultError):
    """Not one row of a damaged record can be read."""


class NotABundle(VaultError):
    """A file is neither a bundle for a helper nor what a helper sent back, or it is the other one of the two."""


class BundleDamaged(VaultError):
    """A bundle, or what a helper sent back, is not as it was made. Nothing of it is used."""


class BundleNewer(VaultError):
    """A newer version of this program made the bundle."""


class WrongBundlePassphrase(VaultError):
    """The passphrase does not open the bundle."""


class BundleOfAnother(VaultError):
    """A helper's suggestions are for another record, or this record no longer knows that it asked."""
