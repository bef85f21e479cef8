"""What stops us, as a tree. Each class has its sentence in ``wording/<language>.toml`` under ``[errors]``.

    PassportError
    ├── VaultError            the record cannot be opened or written
    │   ├── WrongPassphrase   ├── WrongRecoveryWords   ├── NoVaultHere      ├── NotAVault
    │   ├── VaultExists       ├── VaultEmpty           ├── VaultDamaged     ├── VaultMixed
    │   ├── KeysMissing       ├── KeysDamaged          ├── KeysOfAnother    ├── KeySettingsRefused
    │   ├── VaultInUse        ├── NewerFormat          ├── NoRoom           ├── NoPermission
    │   ├── ShareHasSlip      ├── ShareTwice           ├── ShareOfAnother   ├── SharesNotOurs
    │   ├── FileDamaged       ├── BackupDamaged        ├── BackupOfAnother  └── NotEnoughShares
    │   ├── NothingToRepair   ├── NothingReadable
    │   ├── NotABundle        ├── BundleDamaged        ├── BundleNewer      ├── WrongBundlePassphrase
    │   ├── BundleOfAnother   ├── RecordAway           ├── NoRoomThere
    │   ├── DiskGone          and NoShares: nobody holds a share of this record
    ├── PackError             a form, a question or a choice that is not there
    │   ├── PackUnreadable    ├── UnknownForm          ├── UnknownQuestion  ├── UnknownChoice
    │   ├── UnknownEntry      ├── NothingBegun         ├── UnknownItem      ├── NotAList
    │   ├── UnknownField      ├── NothingToPick        └── FilledByDoing
    ├── UsageError            the command was given something it cannot use
    │   ├── FileUnreadable    ├── FileMissing          ├── NothingToKeep    ├── WeakPassphrase
    │   ├── NotADate          ├── HolderWanted         ├── FolderTaken      ├── NoRoomToSay
    │   ├── NoTerminal        ├── PassphraseTaken      ├── ShareWanted      ├── NameWanted
    │   ├── WayNotThere       ├── FileThere            ├── NothingBefore    ├── NothingThere
    │   ├── BroughtBefore     ├── NothingSuggested     ├── HelperWanted     ├── LeftOff
    │   ├── FileKindUnknown   ├── FileTooBig           ├── FilesFull        └── TrustUnreadable
    ├── RefusedByRule         a rule says no
    │   ├── WallCrossed       ├── NothingToShare       ├── NotAgreed        ├── StoppedPaper
    │   ├── NeverLeaves       ├── NothingToStop        ├── OnlyThePerson    ├── ConsentNotNoted
    │   ├── OnlyHelping       ├── WordsChangedSince    ├── NothingOpenToHelp
    │   ├── NobodyToTell      ├── NothingChosen    └── NoCopyHere
    ├── SealError             a file or a code is not what was sealed
    │   ├── SealBroken        └── NotOurs
    └── PaperError            a page or a code cannot be made
        ├── CannotPrint       ├── TooMuchForCode       ├── CardLineTooLong  ├── OwnCheckFailed
        ├── NotForCode        ├── OpenCardTooLong      ├── CodeWouldAct     ├── FontMissing
        └── AlertTooLong

People's answers never raise: a problem with an answer is a value (``forms.kinds.Problem``). Files, keys and our own
mistakes do raise. The fields given to an error fill the gaps in its sentence; they never hold a person's words.

The branches stand in modules of this package: ``vault``, ``packs``, ``usage``, and ``papers`` for the last three. A new class is
written there, drawn above, and named below: every other room imports it from ``passport.errors``.
"""

from passport.errors.base import (
    Exit,
    PassportError,
)
from passport.errors.packs import (
    FilledByDoing,
    NotAList,
    NothingBegun,
    NothingToPick,
    PackError,
    PackUnreadable,
    UnknownChoice,
    UnknownEntry,
    UnknownField,
    UnknownForm,
    UnknownItem,
    UnknownQuestion,
)
from passport.errors.papers import (
    AlertTooLong,
    CannotPrint,
    CardLineTooLong,
    CodeWouldAct,
    ConsentNotNoted,
    FontMissing,
    NeverLeaves,
    NobodyToTell,
    NoCopyHere,
    NotAgreed,
    NotForCode,
    NothingChosen,
    NothingOpenToHelp,
    NothingToShare,
    NothingToStop,
    NotOurs,
    OnlyHelping,
    OnlyThePerson,
    OpenCardTooLong,
    OwnCheckFailed,
    PaperError,
    RefusedByRule,
    SealBroken,
    SealError,
    StoppedPaper,
    TooMuchForCode,
    WallCrossed,
    WordsChangedSince,
)
from passport.errors.usage import (
    BroughtBefore,
    FileKindUnknown,
    FileMissing,
    FilesFull,
    FileThere,
    FileTooBig,
    FileUnreadable,
    FolderTaken,
    HelperWanted,
    HolderWanted,
    KeyTaken,
    LeftOff,
    NameWanted,
    NoRoomToSay,
    NotADate,
    NotAKey,
    NotALook,
    NoTerminal,
    NothingBefore,
    NothingSuggested,
    NothingThere,
    NothingToKeep,
    NotMinutes,
    PassphraseTaken,
    ShareWanted,
    TrustUnreadable,
    UsageError,
    WayNotThere,
    WeakPassphrase,
)
from passport.errors.vault import (
    BackupDamaged,
    BackupOfAnother,
    BundleDamaged,
    BundleNewer,
    BundleOfAnother,
    DiskGone,
    FileDamaged,
    KeysDamaged,
    KeySettingsRefused,
    KeysMissing,
    KeysOfAnother,
    NewerFormat,
    NoPermission,
    NoRoom,
    NoRoomThere,
    NoShares,
    NotABundle,
    NotAVault,
    NotEnoughShares,
    NothingReadable,
    NothingToRepair,
    NoVaultHere,
    RecordAway,
    ShareHasSlip,
    ShareOfAnother,
    SharesNotOurs,
    ShareTwice,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultMixed,
    WrongBundlePassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)

__all__ = [
    "AlertTooLong",
    "BackupDamaged",
    "BackupOfAnother",
    "BroughtBefore",
    "BundleDamaged",
    "BundleNewer",
    "BundleOfAnother",
    "CannotPrint",
    "CardLineTooLong",
    "CodeWouldAct",
    "ConsentNotNoted",
    "DiskGone",
    "Exit",
    "FileDamaged",
    "FileKindUnknown",
    "FileMissing",
    "FileThere",
    "FileTooBig",
    "FileUnreadable",
    "FilesFull",
    "FilledByDoing",
    "FolderTaken",
    "FontMissing",
    "HelperWanted",
    "HolderWanted",
    "KeySettingsRefused",
    "KeyTaken",
    "KeysDamaged",
    "KeysMissing",
    "KeysOfAnother",
    "LeftOff",
    "NameWanted",
    "NeverLeaves",
    "NewerFormat",
    "NoCopyHere",
    "NoPermission",
    "NoRoom",
    "NoRoomThere",
    "NoRoomToSay",
    "NoShares",
    "NoTerminal",
    "NoVaultHere",
    "NobodyToTell",
    "NotABundle",
    "NotADate",
    "NotAKey",
    "NotAList",
    "NotALook",
    "NotAVault",
    "NotAgreed",
    "NotEnoughShares",
    "NotForCode",
    "NotMinutes",
    "NotOurs",
    "NothingBefore",
    "NothingBegun",
    "NothingChosen",
    "NothingOpenToHelp",
    "NothingReadable",
    "NothingSuggested",
    "NothingThere",
    "NothingToKeep",
    "NothingToPick",
    "NothingToRepair",
    "NothingToShare",
    "NothingToStop",
    "OnlyHelping",
    "OnlyThePerson",
    "OpenCardTooLong",
    "OwnCheckFailed",
    "PackError",
    "PackUnreadable",
    "PaperError",
    "PassphraseTaken",
    "PassportError",
    "RecordAway",
    "RefusedByRule",
    "SealBroken",
    "SealError",
    "ShareHasSlip",
    "ShareOfAnother",
    "ShareTwice",
    "ShareWanted",
    "SharesNotOurs",
    "StoppedPaper",
    "TooMuchForCode",
    "TrustUnreadable",
    "UnknownChoice",
    "UnknownEntry",
    "UnknownField",
    "UnknownForm",
    "UnknownItem",
    "UnknownQuestion",
    "UsageError",
    "VaultDamaged",
    "VaultEmpty",
    "VaultError",
    "VaultExists",
    "VaultInUse",
    "VaultMixed",
    "WallCrossed",
    "WayNotThere",
    "WeakPassphrase",
    "WordsChangedSince",
    "WrongBundlePassphrase",
    "WrongPassphrase",
    "WrongRecoveryWords",
]
