"""Kept files: scans, certificates, photographs. Their bytes rest in pieces; the seal covers a digest of each whole file."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from passport.errors import FileDamaged, NoPermission, NothingThere
from passport.vault.erasing import Erasing
from passport.vault.found import FILE, Hit

PIECE = 64 * 1024
"""Bytes in one row."""
_COLUMNS = "id, section, place, name, media, size, digest, at, removed"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One kept file, without its bytes."""

    id: str
    section: str
    """Empty where it belongs to no entry."""
    place: str
    name: str
    media: str
    """Its media type, judged by its first bytes."""
    size: int
    digest: bytes
    """SHA-256."""
    when: datetime
    removed: bool

    @property
    def hit(self) -> Hit:
        """The words it is found by."""
        return Hit(self.section, f"{FILE}{self.id}", self.name)


class Attachments(Erasing):
    """The part of a vault that keeps files."""

    def kept_files(self, *, removed: bool = False) -> tuple[KeptFile, ...]:
        """Every kept file, the newest first; with those that were taken out, if asked. None on a record of format 1."""
        if not self._has_files:
            return ()
        rows = self._rows.select(f"SELECT {_COLUMNS} FROM attachments ORDER BY at DESC, rowid DESC")  # noqa: S608  # our own names
        found = tuple(_file(row) for row in rows)
        return found if removed else tuple(one for one in found if not one.removed)

    def keep_file(
        self,
        pieces: Iterable[bytes],
        name: str,
        media: str,
        now: datetime,
        section: str = "",
        place: str = "",
    ) -> KeptFile:
        """Keep a file, read piece by piece, in one transaction. Raises what ``pieces`` raises, NoRoom, NoPermission."""
        if not self._has_files:
            raise NoPermission(place=str(self._connection.folder))
        id_, size, digest = secrets.token_hex(8), 0, hashlib.sha256()
        self._index.changed("", (f"{FILE}{id_}",))
        with self._rows.saving():
            values = {"section": section, "place": place, "name": name, "media": media}
            self._rows.insert(
                "attachments",
                {"id": id_, **values, "size": 0, "digest": b"", "at": now.isoformat(), "removed": 0},
            )
            for number, piece in enumerate(pieces):
                self._rows.beside_the_seal(
                    "INSERT INTO attached_bytes (id, n, bytes) VALUES (?, ?, ?)", id_, number, piece
                )
                digest.update(piece)
                size += len(piece)
            self._rows.update("attachments", {"id": id_}, {"size": size, "digest": digest.digest()})
        return KeptFile(id_, section, place, name, media, size, digest.digest(), now, removed=False)

    def read_file(self, file_id: str) -> bytes:
        """The bytes of one file. Raises NothingThere, FileDamaged where they are not what was kept."""
        kept = self.kept_file(file_id)
        rows = self._rows.select("SELECT bytes FROM attached_bytes WHERE id = ? ORDER BY n", file_id)
        data = b"".join(row[0] for row in rows if isinstance(row[0], bytes))
        if hashlib.sha256(data).digest() != kept.digest:
            raise FileDamaged(name=kept.name)
        return data

    def kept_file(self, file_id: str) -> KeptFile:
        """One kept file, also one that was taken out. Raises NothingThere."""
        for one in self.kept_files(removed=True):
            if one.id == file_id:
                return one
        raise NothingThere

    def take_file_out(self, file_id: str, *, back: bool = False) -> KeptFile:
        """Take a file out of the list, or put it back. Its bytes stay. Raises NothingThere."""
        self._index.changed("", (self.kept_file(file_id).hit.place,))
        with self._rows.saving():
            self._rows.update("attachments", {"id": file_id}, {"removed": int(not back)})
        return self.kept_file(file_id)

    def _other_words(self) -> tuple[Hit, ...]:
        return (*super()._other_words(), *(one.hit for one in self.kept_files()))

    @property
    def _has_files(self) -> bool:
        """Whether the record's format has room for files."""
        return self._rows.has("attachments")


def _file(row: tuple[object, ...]) -> KeptFile:
    id_, section, place, name, media, size, digest, at, removed = row
    assert isinstance(digest, bytes)
    assert isinstance(size, int)
    when = datetime.fromisoformat(str(at))
    return KeptFile(
        str(id_), str(section), str(place), str(name), str(media), size, digest, when, removed=bool(removed)
    )
