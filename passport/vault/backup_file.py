"""A backup: one file with the keys, the database as it stands, and a manifest. See docs/formats/backup.md.

The manifest is keyed with the record's own seal key, which only an opened record knows: whoever lacks the key can swap a
part or the whole file, and cannot make a manifest that fits the mixture.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from passport.errors import BackupDamaged, NewerFormat
from passport.record.strict_json import read_json
from passport.vault.folder import DATABASE, KEYS, PAGE

MAGIC = b"PASSPORT BACKUP\n"
FORMAT = 1
_MANIFEST_MOST, _KEYS_MOST, _DATABASE_MOST = 4096, 64 * 1024, 16 << 30
MAC = 32
PIECE = 1 << 20
PARTS = (KEYS, DATABASE)
"""What is in it, in this order. No name is read from the file, so nothing can be written anywhere else."""


@dataclass(frozen=True, slots=True)
class Part:
    """How long a part is, and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says it holds."""

    vault: str
    counter: int
    """How many saves the record had."""
    total: int
    """Of the content seal."""
    made_on: datetime
    parts: tuple[Part, Part]
    """Of ``vault.keys`` and ``vault.db``."""

    def to_bytes(self) -> bytes:
        """As it is written: one spelling only."""
        plain = {
            "format": FORMAT,
            "vault": self.vault,
            "counter": self.counter,
            "total": f"{self.total:064x}",
            "made_on": self.made_on.isoformat(),
            "parts": [[part.size, part.sha256] for part in self.parts],
        }
        return json.dumps(plain, separators=(",", ":")).encode()

    def mac(self, seal_key: bytes) -> bytes:
        """BLAKE2b keyed with the record's seal key."""
        key = hashlib.blake2b(b"passport backup 1", key=seal_key, digest_size=32).digest()
        return hashlib.blake2b(self.to_bytes(), key=key, digest_size=MAC).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """The manifest, its MAC, and where the first part begins."""

    manifest: Manifest
    mac: bytes
    begins: int

    def must_be_of(self, seal_key: bytes, vault: str, counter: int, total: int) -> None:
        """Raises BackupDamaged unless this manifest was made by the record that came out, in the state it is in."""
        one = self.manifest
        if (one.vault, one.counter, one.total) != (vault, counter, total):
            raise BackupDamaged
        if not hmac.compare_digest(self.mac, one.mac(seal_key)):
            raise BackupDamaged


def head_bytes(manifest: Manifest, seal_key: bytes) -> bytes:
    """Everything before the first part."""
    plain = manifest.to_bytes()
    return MAGIC + len(plain).to_bytes(4, "big") + plain + manifest.mac(seal_key)


def read_head(file: BinaryIO, whole: int) -> Head:
    """The beginning of a backup of ``whole`` bytes, strictly. Raises BackupDamaged, NewerFormat."""
    if file.read(len(MAGIC)) != MAGIC:
        raise BackupDamaged
    length = int.from_bytes(file.read(4), "big")
    if not 0 < length <= _MANIFEST_MOST:
        raise BackupDamaged
    plain = file.read(length)
    mac = file.read(MAC)
    head = Head(_manifest(plain), mac, len(MAGIC) + 4 + length + MAC)
    if len(mac) != MAC or whole != head.begins + sum(part.size for part in head.manifest.parts):
        raise BackupDamaged
    return head


def _manifest(data: bytes) -> Manifest:
    try:
        plain: Any = read_json(data, _MANIFEST_MOST)
        if isinstance(plain, dict) and isinstance(plain.get("format"), int) and plain["format"] > FORMAT:
            raise NewerFormat
        keys, database = (Part(int(size), str(digest)) for size, digest in plain["parts"])
        made = datetime.fromisoformat(plain["made_on"])
        manifest = Manifest(
            str(plain["vault"]), int(plain["counter"]), int(plain["total"], 16), made, (keys, database)
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BackupDamaged from None
    fits = (
        re.fullmatch(r"[0-9a-f]{32}", manifest.vault)
        and all(re.fullmatch(r"[0-9a-f]{64}", part.sha256) for part in manifest.parts)
        and 0 < keys.size <= _KEYS_MOST
        and 0 < database.size <= _DATABASE_MOST
        and database.size % PAGE == 0
        and made.tzinfo is not None
    )
    if not fits or manifest.to_bytes() != data:  # one spelling only: nothing can hide in another
        raise BackupDamaged
    return manifest


def pieces_of(file: BinaryIO, part: Part) -> Iterator[bytes]:
    """A part's bytes, in pieces. Raises BackupDamaged at its end where they are not those that were written."""
    left, digest = part.size, hashlib.sha256()
    while left:
        piece = file.read(min(PIECE, left))
        if not piece:
            raise BackupDamaged
        left -= len(piece)
        digest.update(piece)
        yield piece
    if digest.hexdigest() != part.sha256:
        raise BackupDamaged


def look_at(path: Path) -> Head:
    """What a file says it is, with every part read through. Raises BackupDamaged, NewerFormat, OSError."""
    with path.open("rb") as file:
        head = read_head(file, path.stat().st_size)
        for part in head.manifest.parts:
            for _ in pieces_of(file, part):
                pass
    return head
