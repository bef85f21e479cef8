"""The last step of whatever leaves: files on disk, checked, then the register, then their names. All of it or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from passport.actions.whose import must_be_ones_own
from passport.record.answers import Value
from passport.record.copies import CopyGiven
from passport.record.leaving_off import unless_stopped
from passport.vault.vault import Vault
from passport.vault.whole import whole_files

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Line:
    """What the register will say."""

    copy: CopyGiven
    series: str
    """The document it is a version of (``paper_now.series``)."""
    says: str = ""
    """Digest of words that were chosen one by one, where the version follows them too."""


@dataclass(frozen=True, slots=True)
class Given(Generic[Made]):
    """What was given out: what was made, the line in the register, and the files by kind."""

    made: Made
    copy_given: CopyGiven
    files: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Contents:
    """The six files of a paper with a code, by kind: the fields are the kinds."""

    pdf: bytes
    code_png: bytes
    code_svg: bytes
    code_text: bytes
    text: bytes
    html: bytes

    def named(self, name: str) -> Mapping[str, str]:
        """What each kind of file is called."""
        return {
            "pdf": f"{name}.pdf",
            "code_png": f"{name}-code.png",
            "code_svg": f"{name}-code.svg",
            "code_text": f"{name}-code.txt",
            "text": f"{name}.txt",
            "html": f"{name}.html",
        }

    def files(self, name: str) -> Mapping[str, bytes]:
        """Each file by its name, for ``hand_out``."""
        return {file: getattr(self, kind) for kind, file in self.named(name).items()}


def hand_out(
    vault: Vault, out: Path, files: Mapping[str, bytes], line: Line, checks: Callable[[], Mapping[str, Value]]
) -> None:
    """``files`` in ``out`` and a line in the register, or neither. ``checks`` may stop it, once the files are on disk.

    It returns what the vault is to keep with the line, by name.

    Raises NoRoom, NoRoomThere, NoPermission, and what ``checks`` raises.
    """
    must_be_ones_own(vault)
    take_back = None
    try:
        with whole_files(out, files):
            keeps = checks()
            unless_stopped()  # the last moment: from here on it is given out
            take_back = vault.give_copy(line.copy, line.series, line.says, keeps)
    except BaseException:
        if take_back is not None:
            take_back()
        raise
