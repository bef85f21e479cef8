"""The bytes of ``vault.db`` while it is open: complete between transactions, for there is no write-ahead log.

Read through one handle that stays open until the connection has closed: POSIX gives up every lock that a process holds on
a file when it closes any of its handles on it.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from passport.vault.backup_file import PIECE
from passport.vault.content_seal import ContentSeal
from passport.vault.folder import DATABASE


class Snapshot:
    """One open record's file, and the state of its seal."""

    def __init__(self, folder: Path, seal: ContentSeal) -> None:
        self._path, self._seal = folder / DATABASE, seal
        self._file: int | None = None
        """A bare descriptor: an object would close it by itself when it is thrown away, maybe before the connection."""

    @property
    def counter(self) -> int:
        """How many saves it has had."""
        return self._seal.counter

    @property
    def total(self) -> int:
        """The sum over its rows."""
        return self._seal.total

    @property
    def key(self) -> bytes:
        """The key of its seal."""
        return self._seal.key

    def pieces(self) -> Iterator[bytes]:
        """The bytes as they stand. Nothing may be saved meanwhile; there is one thread, so nothing is."""
        if self._file is None:
            self._file = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        os.lseek(self._file, 0, os.SEEK_SET)
        while piece := os.read(self._file, PIECE):
            yield piece

    def measured(self) -> tuple[int, str]:
        """How many bytes, and their SHA-256 in hex."""
        size, digest = 0, hashlib.sha256()
        for piece in self.pieces():
            size += len(piece)
            digest.update(piece)
        return size, digest.hexdigest()

    def let_go(self) -> None:
        """Close the handle. Only after the connection."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
