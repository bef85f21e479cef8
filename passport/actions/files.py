"""Files I keep: scans of signed papers, certificates, photographs. In by a copy, out by a copy, looked at where we can.

The file that was brought in is never touched. What another program has to open is laid out: see ``laid_out``.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions import answer, laid_out
from passport.actions.laid_out import LaidOut
from passport.actions.places import place_typed
from passport.errors import FileKindUnknown, FileMissing, FilesFull, FileTooBig
from passport.forms.pack import Kind
from passport.forms.shelf import Shelf
from passport.record.answers import Place, Value, named, question_of, whole_letters
from passport.record.sections import SIGNINGS
from passport.vault.attachments import PIECE, KeptFile
from passport.vault.vault import Vault
from passport.vault.whole import plainly, write_whole

MIB = 1024 * 1024
MOST_ONE, MOST_ALL = 20 * MIB, 200 * MIB
"""Bytes of one file, and of all together: a record stays small enough to carry."""
TEXT = "text/plain"
_FIRST_BYTES = (
    ("application/pdf", re.compile(rb"%PDF-")),
    ("image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ("image/webp", re.compile(rb"RIFF....WEBP", re.DOTALL)),
)
_ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    TEXT: ".txt",
}
_LONGEST_NAME = 100
_MOST_BYTES = 200
"""Of a name: a disk takes 255, and a number or an ending of ours may be added."""
_DEVICES = re.compile(
    r"(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?![^. ])", re.IGNORECASE
)
"""Names that Windows keeps for itself, whatever ending they have."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be shown of a file inside: its text, or the size of a picture. Both empty for what we cannot show."""

    lines: tuple[str, ...] = ()
    pixels: tuple[int, int] | None = None


def keep(
    vault: Vault, shelf: Shelf, path: Path, now: datetime, section: str = "", place: Place = ""
) -> KeptFile:
    """Keep a copy of a file. Where ``place`` asks for a file, its name becomes the answer.

    Raises UnknownEntry, FileMissing, FileKindUnknown, FileTooBig, FilesFull, NoRoom, NoPermission.
    """
    if section:
        vault.section(section)
    kept = _keep(vault, path, now, section, place)
    question = shelf.pack(vault.section(section).form).question(question_of(place)) if place else None
    if question is not None and question.kind is Kind.FILE and not place.startswith(f"{SIGNINGS}."):
        answer.put(vault, shelf, section, place, kept.name, now)
    return kept


def _keep(vault: Vault, path: Path, now: datetime, section: str, place: Place) -> KeptFile:
    kept_before = sum(one.size for one in vault.kept_files(removed=True))
    name = clean_name(path.name)
    try:
        if not path.is_file():
            raise FileMissing(file=name)
        with path.open("rb") as file:
            first = file.read(PIECE)
            media = _media(first)
            if media is None:
                raise FileKindUnknown(name=name)
            pieces = _pieces(first, file.read, name, media, MOST_ALL - kept_before)
            return vault.keep_file(pieces, with_ending(name, media), media, now, section, place)
    except OSError:
        raise FileMissing(file=name) from None


@dataclass(frozen=True, slots=True)
class Named:
    """A file on this computer that an answer names, and that is not kept here yet."""

    section: str
    place: Place
    label: str
    path: Path


def named_in_answers(vault: Vault, shelf: Shelf) -> tuple[Named, ...]:
    """Every file that an answer names by its whole path, such as the scan of a signed paper, and that is still there."""
    have = {(one.section, one.place, one.name) for one in vault.kept_files(removed=True)}
    return tuple(
        Named(section.id, place, question.label, path)
        for section in vault.passport().sections
        if (pack := shelf.packs.get(section.form)) is not None
        for place, one in section.answers.items()
        if (question := pack.question(question_of(place))) is not None
        and question.kind is Kind.FILE
        and (path := _whole_path(one.words)) is not None
        and not any(
            (section.id, place) == known[:2] and known[2].startswith(clean_name(path.name)) for known in have
        )
    )


def keep_named(vault: Vault, one: Named, now: datetime) -> KeptFile:
    """Keep a copy of it, beside the answer that names it; the answer stays as it was typed. Raises as ``keep``."""
    return _keep(vault, one.path, now, one.section, one.place)


def _whole_path(words: Value) -> Path | None:
    path = place_typed(named(words) if not isinstance(words, Mapping) else str(words.get("name") or ""))
    try:
        return path if path.is_absolute() and path.is_file() else None
    except (OSError, ValueError):  # such as a name too long for any disk
        return None


def _pieces(first: bytes, read: object, name: str, media: str, room: int) -> Iterator[bytes]:
    """The file once, in pieces. Raises FileTooBig, FilesFull, and FileKindUnknown for text that turns out to be none."""
    assert callable(read)
    decoder, size, piece = codecs.getincrementaldecoder("utf-8-sig")(), 0, first
    while True:
        size += len(piece)
        if size > MOST_ONE:
            raise FileTooBig(name=name, most=MOST_ONE // MIB)
        if size > room:
            raise FilesFull(most=MOST_ALL // MIB)
        if media == TEXT and not _is_text(piece, decoder, last=not piece):
            raise FileKindUnknown(name=name)
        if not piece:
            return
        yield piece
        piece = read(PIECE)


def _media(first: bytes) -> str | None:
    """The kind by the first bytes; whatever the name says."""
    for media, begins in _FIRST_BYTES:
        if begins.match(first):
            return media
    return (
        TEXT if first and _is_text(first, codecs.getincrementaldecoder("utf-8-sig")(), last=False) else None
    )


def _is_text(piece: bytes, decoder: codecs.IncrementalDecoder, *, last: bool) -> bool:
    try:
        text = decoder.decode(piece, last)
    except UnicodeDecodeError:
        return False
    return all(one in "\t\n\r\f" or unicodedata.category(one) != "Cc" for one in text)


def clean_name(name: str) -> str:
    """A name without folders, and without letters that act or that nobody sees."""
    last = re.split(r"[\\/]", whole_letters(name))[-1]
    shown = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C")
    plain = re.sub(r'[<>:"|?*]', " ", shown).strip(" .")
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    if dot and len(ending) <= 5:
        most = _MOST_BYTES - len(ending.encode())
        return f"{_cut(stem[: _LONGEST_NAME - 6], most).rstrip()}.{ending}"
    return _cut(plain[:_LONGEST_NAME], _MOST_BYTES)


def _cut(text: str, most: int) -> str:
    """As many whole letters as fit in so many bytes."""
    return text.encode()[:most].decode(errors="ignore")


def with_ending(name: str, media: str) -> str:
    """The name with an ending that says what it is."""
    own = _ENDINGS[media]
    ending = Path(name).suffix.lower()
    if ending == own or (own, ending) in {(".jpg", ".jpeg"), (".txt", ".md"), (".txt", ".csv")}:
        return name
    return f"{name or 'file'}{own}"


def size_in_words(size: int) -> str:
    """Such as ``312 kB``."""
    return f"{size / MIB:.1f} MB" if size >= MIB else f"{max(1, size // 1024)} kB"


def kept(vault: Vault) -> tuple[KeptFile, ...]:
    """Every kept file, the newest first."""
    return vault.kept_files()


def taken_out(vault: Vault) -> tuple[KeptFile, ...]:
    """Files that were taken out and can come back."""
    return tuple(one for one in vault.kept_files(removed=True) if one.removed)


def take_out(vault: Vault, file_id: str) -> KeptFile:
    """Take a file out of the list. It can come back. Raises NothingThere."""
    return vault.take_file_out(file_id)


def bring_file_back(vault: Vault, file_id: str) -> KeptFile:
    """Put a file back that was taken out. Raises NothingThere."""
    return vault.take_file_out(file_id, back=True)


def save_out(vault: Vault, file_id: str, folder: Path) -> Path:
    """Save a copy in a folder, for its owner only, over nothing that is there. It is not locked.

    Raises NothingThere, FileDamaged, NoRoom, NoPermission.
    """
    data, name = vault.read_file(file_id), clean_name(vault.kept_file(file_id).name)
    with plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path, number = folder / name, 1
        while path.exists():
            number += 1
            path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    write_whole(path, data)
    return path


def look(vault: Vault, file_id: str) -> Seen:
    """What can be shown without any copy. Raises NothingThere, FileDamaged."""
    data, media = vault.read_file(file_id), vault.kept_file(file_id).media
    if media == TEXT:
        return Seen(lines=tuple(data.decode("utf-8-sig").splitlines()))
    if media == "image/png":
        return Seen(pixels=(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")))
    if media == "image/jpeg":
        return Seen(pixels=_pixels_of_jpeg(data))
    return Seen()


def _pixels_of_jpeg(data: bytes) -> tuple[int, int] | None:
    """From the frame header; None where there is none."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return None


def lay_out(vault: Vault, file_id: str) -> LaidOut:
    """A copy in a private folder, for another program to open, until it is taken away. Raises as ``save_out``."""
    data = vault.read_file(file_id)
    return laid_out.lay_out(clean_name(vault.kept_file(file_id).name), data)
