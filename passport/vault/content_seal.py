"""The content seal: our own sum over every row, kept in step in the same transaction as each change.

SQLCipher does not notice an old page put back, or a file left half old by a lost journal (measured). This does:
the sum, modulo 2^256, of a keyed BLAKE2b of every row, with a counter that only grows, recomputed at unlock.
"""

import hashlib
import json
from collections.abc import Iterable

from passport.errors import VaultMixed
from passport.vault.connection import Connection, plain_trouble
from passport.vault.migrations import SEALED, format_of

_WIDE = 1 << 256
Row = tuple[object, ...]


def row_digest(key: bytes, table: str, row: Row) -> int:
    """One row's share of the sum."""
    plain = [one.hex() if isinstance(one, bytes) else one for one in row]
    written = json.dumps([table, *plain], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), key=key, digest_size=32).digest()
    return int.from_bytes(digest, "big")


class ContentSeal:
    """The sum and the counter of one open vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._key = connection, b""
        self.counter, self.total = 0, 0

    def begin(self, key: bytes) -> None:
        """The first seal of a new vault, with a random key that rests in the vault's marker row."""
        self._key = key
        self._connection.execute(
            "INSERT INTO seal (one, counter, total, mac) VALUES (1, 0, ?, ?)", self._row()[1:]
        )

    @property
    def key(self) -> bytes:
        """The key that rests in the marker."""
        return self._key

    def check(self) -> None:
        """Recompute over every row. Raises VaultMixed where the rows are not those that were sealed."""
        found = self._connection.execute("SELECT counter, total, mac FROM seal WHERE one = 1").fetchone()
        marker = self._connection.execute("SELECT seal_key FROM marker").fetchone()
        if found is None or marker is None:
            raise VaultMixed
        self._key = marker[0]
        self.counter, self.total = found[0], int.from_bytes(found[1], "big")
        with plain_trouble(self._connection.folder):
            total = sum(
                row_digest(self._key, table, row)
                for table in SEALED[format_of(self._connection)]
                for row in self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608  # our own table names
            )
        if total % _WIDE != self.total or self._mac() != found[2]:
            raise VaultMixed

    def change(self, table: str, gone: Iterable[Row], new: Iterable[Row]) -> None:
        """Take rows out of the sum and put rows in; written by ``write``."""
        less = sum(row_digest(self._key, table, row) for row in gone)
        more = sum(row_digest(self._key, table, row) for row in new)
        self.total = (self.total + more - less) % _WIDE

    def write(self) -> None:
        """The new sum, with the counter one higher. Belongs in the same transaction as the change."""
        self.counter += 1
        self._connection.execute("UPDATE seal SET counter = ?, total = ?, mac = ? WHERE one = 1", self._row())

    def state(self) -> tuple[int, int]:
        """To go back to when a transaction is rolled back."""
        return self.counter, self.total

    def restore(self, state: tuple[int, int]) -> None:
        """Back to a state from before a transaction that did not happen."""
        self.counter, self.total = state

    def _row(self) -> tuple[int, bytes, bytes]:
        return self.counter, self.total.to_bytes(32, "big"), self._mac()

    def _mac(self) -> bytes:
        sealed = f"{self.counter} {self.total}".encode()
        return hashlib.blake2b(sealed, key=self._key, digest_size=32).digest()
