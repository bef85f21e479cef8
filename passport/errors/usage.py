"""The command was given something it cannot use."""

from passport.errors.base import Exit, PassportError


class UsageError(PassportError):
    """The command was given something it cannot use."""

    exit_code = Exit.USAGE


class FileUnreadable(UsageError):
    """What a file holds cannot be used: it is too big, or not what we ask for. Fields: file, remedy."""


class FileMissing(UsageError):
    """A file to read from is not there, or may not be read. Field: file."""

    exit_code = Exit.CANNOT_OPEN


class NoTerminal(UsageError):
    """A secret has to be typed and there is no terminal to type it at. Field: remedy."""


class TrustUnreadable(UsageError):
    """The file given as trusted keys does not hold any. Field: file."""


class NothingToKeep(UsageError):
    """There is no answer in what was given."""


class WeakPassphrase(UsageError):
    """The passphrase would be guessed too soon."""


class PassphraseTaken(UsageError):
    """The passphrase opens the record already, as somebody else's."""


class ShareWanted(UsageError):
    """Shares were asked for that cannot be made. Fields: least, most."""


class NameWanted(UsageError):
    """A way in for somebody else needs their name, and each holder another one."""


class WayNotThere(UsageError):
    """The way in that was to be removed is not there."""


class FileThere(UsageError):
    """A new file would land on one that is there. Field: file."""


class LeftOff(UsageError):
    """Somebody stopped what was under way, before any of it was kept."""


class NothingBefore(UsageError):
    """No earlier answer has this number."""


class NothingThere(UsageError):
    """What was to be erased or taken is not there."""


class FileKindUnknown(UsageError):
    """A file to keep is of a kind that we do not keep. Field: name."""


class FileTooBig(UsageError):
    """A file to keep is too big. Fields: name, most (in MiB)."""


class FilesFull(UsageError):
    """All kept files together would be too big. Field: most (in MiB)."""


class NotMinutes(UsageError):
    """How long to wait before it locks by itself was not told in minutes we can use. Fields: fewest, most."""


class NotALook(UsageError):
    """A look was asked for that there is not. Field: looks."""


class NotAKey(UsageError):
    """A key was chosen that something else needs, or that is none."""


class KeyTaken(UsageError):
    """A key was chosen that does something else. Field: key."""


class NotADate(UsageError):
    """A date given to a command could not be read. Field: words."""


class HolderWanted(UsageError):
    """A paper was to leave and nobody was named to get it."""


class FolderTaken(UsageError):
    """The demo would write in a folder that it did not make. Field: folder."""


class NoRoomToSay(UsageError):
    """What a command had to say could not be written out: its place is full, or closed."""

    exit_code = Exit.NO_ROOM


class BroughtBefore(UsageError):
    """These suggestions were brought in before."""


class NothingSuggested(UsageError):
    """A helper has changed nothing, so there is nothing to send back."""


class HelperWanted(UsageError):
    """Suggestions have to say who helped, and how."""
