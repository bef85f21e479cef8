"""Sheets to print: the recovery words, or one share each. Written where the person says and nowhere else, and not locked."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from passport.actions.ways import ShareGiven, rows_of
from passport.errors import FileThere
from passport.keys.recovery import Rows
from passport.paper.document import Document
from passport.paper.sheet import recovery_sheet, share_sheet
from passport.paper.typeset import typeset
from passport.vault.whole import plainly, whole_files
from passport.wording.words import Words

SHEET = "sheet.pdf"
"""The name says nothing of what it opens."""


def write_recovery_sheet(place: Path, rows: Rows, on: date, words: Words) -> Path:
    """The recovery words as a page, at a path or in a folder. Returns where. Raises FileThere, NoRoomThere, NoPermission."""
    lines = [f"{number} {' '.join(row)}" for number, row in enumerate(rows, 1)]
    path = sheet_at(place)
    _write(path.parent, {path.name: _page(recovery_sheet(lines, on, words), words)})
    return path


def write_share_sheets(
    folder: Path, shares: Sequence[ShareGiven], need: int, on: date, words: Words
) -> tuple[Path, ...]:
    """A page for each share, with its number and no name. Returns where. Raises FileThere, NoRoomThere, NoPermission."""
    files = {
        f"{Path(SHEET).stem}-{one.number}.pdf": _page(
            share_sheet(rows_of(one.line), one.number, len(shares), need, on, words), words
        )
        for one in shares
    }
    _write(folder, files)
    return tuple(folder / name for name in files)


def sheet_at(place: Path) -> Path:
    """Where a recovery sheet goes: a path that ends in .pdf is the file itself, any other is a folder. Raises FileThere."""
    path = place if place.suffix.lower() == ".pdf" else place / SHEET
    _must_be_free(path.parent, [path.name])
    return path


def _page(document: Document, words: Words) -> bytes:
    """A page without a seal, in large print for everybody: few words, read on a hard day.

    It has no twin beside it: these words should stand in as few files as can be.
    """
    return typeset(document, b"", {}, words, large_print=True)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """All of them or none; what stands there already stays."""
    _must_be_free(folder, files)
    with whole_files(folder, files):
        pass


def _must_be_free(folder: Path, names: Iterable[str]) -> None:
    with plainly(folder):
        taken = [name for name in names if (folder / name).exists()]
    if taken:
        raise FileThere(file=str(folder / taken[0]))
