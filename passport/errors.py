"""What stops us, as a tree. Each class has its sentence in ``wording/<language>.toml`` under ``[errors]``.

    PassportError
    ├── VaultError            the record cannot be opened or written
    │   ├── WrongPassphrase   ├── WrongRecoveryWords   ├── NoVaultHere      ├── NotAVault
    │   ├── VaultExists       ├── VaultEmpty           ├── VaultDamaged     ├── VaultMixed
    │   ├── KeysMissing       ├── KeysDamaged          ├── KeysOfAnother    ├── KeySettingsRefused
    │   ├── VaultInUse        ├── NewerFormat          ├── NoRoom           ├── NoPermission
    │   ├── ShareHasSlip      ├── ShareTwice           ├── ShareOfAnother   ├── SharesNotOurs
    │   ├── FileDamaged       ├── BackupDamaged        ├── BackupOfAnother  └── NotEnoughShares
    │   │                     and NoShares: nobody holds a share of this record
    ├── PackError             a form, a question or a choice that is not there
    │   ├── PackUnreadable    ├── UnknownForm          ├── UnknownQuestion  ├── UnknownChoice
    │   ├── UnknownEntry      ├── NothingBegun         ├── UnknownItem      ├── NotAList
    │   ├── UnknownField      ├── NothingToPick        └── FilledByDoing
    ├── UsageError            the command was given something it cannot use
    │   ├── FileUnreadable    ├── FileMissing          ├── NothingToKeep    ├── WeakPassphrase
    │   ├── NotADate          ├── HolderWanted         ├── FolderTaken      ├── NoRoomToSay
    │   ├── NoTerminal        ├── PassphraseTaken      ├── ShareWanted      ├── NameWanted
    │   ├── WayNotThere       ├── FileThere            ├── NothingBefore    ├── NothingThere
    │   ├── FileKindUnknown   ├── FileTooBig           ├── FilesFull        └── TrustUnreadable
    ├── RefusedByRule         a rule says no
    │   ├── WallCrossed       ├── NothingToShare       ├── NotAgreed        ├── StoppedPaper
    │   ├── NeverLeaves       ├── NothingToStop        ├── OnlyThePerson    ├── ConsentNotNoted
    │   └── NobodyToTell
    ├── SealError             a file or a code is not what was sealed
    │   ├── SealBroken        └── NotOurs
    └── PaperError            a page or a code cannot be made
        ├── CannotPrint       ├── TooMuchForCode       ├── CardLineTooLong  └── OwnCheckFailed

People's answers never raise: a problem with an answer is a value (``forms.kinds.Problem``). Files, keys and our own
mistakes do raise. The fields given to an error fill the gaps in its sentence; they never hold a person's words.
"""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command: a contract that scripts use."""

    DONE = 0
    FOUND = 1
    """Found by ``check`` (changed, broken, older, stopped, not ours) or by ``forms check``."""
    USAGE = 2
    CANNOT_OPEN = 3
    REFUSED = 4
    NO_ROOM = 5


class PassportError(Exception):
    """Something stopped us. ``fields`` fill the gaps in the sentence that wording holds for this class."""

    exit_code = Exit.CANNOT_OPEN

    def __init__(self, **fields: str | int) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields


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


class NoPermission(VaultError):
    """The place cannot be written to. Field: place."""

    exit_code = Exit.NO_ROOM


class PackError(PassportError):
    """A form pack, or something in it, is not as asked for."""

    exit_code = Exit.USAGE


class PackUnreadable(PackError):
    """A pack cannot be used. Fields: file, at (the key), remedy (what to write)."""


class UnknownForm(PackError):
    """No form has this id. Fields: form, forms."""


class UnknownQuestion(PackError):
    """The form has no such question. Fields: form, question."""


class UnknownField(PackError):
    """A field to share was named, and no form has it. Fields: question, form (one to look in)."""


class UnknownChoice(PackError):
    """The question has no such choice. Fields: question, choice, choices."""


class NothingToPick(PackError):
    """The question names another form of the person's, and there is none yet. Field: question."""


class UnknownEntry(PackError):
    """No entry has this id. Field: entry."""


class NothingBegun(PackError):
    """The form has no entry at all. Field: form."""


class UnknownItem(PackError):
    """No item of a list has this id. Fields: item, form."""


class NotAList(PackError):
    """A list of items was given as something else. Field: question."""


class FilledByDoing(PackError):
    """This answer comes from doing the thing, not from typing it. Field: question."""


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


class NotADate(UsageError):
    """A date given to a command could not be read. Field: words."""


class HolderWanted(UsageError):
    """A paper was to leave and nobody was named to get it."""


class FolderTaken(UsageError):
    """The demo would write in a folder that it did not make. Field: folder."""


class NoRoomToSay(UsageError):
    """What a command had to say could not be written out: its place is full, or closed."""

    exit_code = Exit.NO_ROOM


class RefusedByRule(PassportError):
    """A rule says no: nothing was made. ``sentence`` is the rule's own, from ``law.door``."""

    exit_code = Exit.REFUSED


class WallCrossed(RefusedByRule):
    """A form or field of one side of the wall was asked for in an export of the other. Fields: what, sentence."""


class NothingToShare(RefusedByRule):
    """The choice holds no answer at all."""


class NotAgreed(RefusedByRule):
    """IR-02: somebody whose words would be shared has not agreed yet. Field: sentence."""


class StoppedPaper(RefusedByRule):
    """EX-04: a stopped paper only leaves for the person's own records. Field: sentence."""


class NeverLeaves(RefusedByRule):
    """A field that is shared with nobody was picked by name. Field: question."""


class NothingToStop(RefusedByRule):
    """The form is not a paper that people act on, so it cannot be stopped. Field: form."""


class OnlyThePerson(RefusedByRule):
    """CA-01: nobody makes a paper that speaks for somebody else. Field: sentence, the rule's own."""


class ConsentNotNoted(RefusedByRule):
    """CA-02: it is about the person a carer supports, and no leave of theirs is noted. Fields: sentence, form (a title)."""


class NobodyToTell(RefusedByRule):
    """Every holder has what the person would give today."""


class SealError(PassportError):
    """A file or a code is not what was sealed."""


class SealBroken(SealError):
    """It was changed after it was sealed."""


class NotOurs(SealError):
    """It was not made by this program, or in a way that it never uses. Field: step."""


class PaperError(PassportError):
    """A page or a code could not be made."""


class CannotPrint(PaperError):
    """A character has no shape in our fonts. Fields: character, name."""

    exit_code = Exit.USAGE


class TooMuchForCode(PaperError):
    """What was chosen does not fit in a code that scans. Field: leave_out."""

    exit_code = Exit.REFUSED


class CardLineTooLong(PaperError):
    """A line has no room on a card for a wallet. Fields: number, most."""

    exit_code = Exit.REFUSED


class OwnCheckFailed(PaperError):
    """What we made did not pass our own check, so it was not given out. Field: check."""

    exit_code = Exit.REFUSED
