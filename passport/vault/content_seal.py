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
_NO_WORDS = {"marker", "drafts", "kept", "opened"}
"""Tables that an opening writes to, or that hold nothing a person finished: two copies that differ only here say the same."""
Row = tuple[object, ...]
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex).encode


def row_digest(key: bytes, table: str, row: Row) -> int:
    """One row's share of the sum."""
    written = _written([table, *row])
    digest = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), key=key, digest_size=32).digest()
    return int.from_bytes(digest, "big")


class ContentSeal:
    """The sum and the counter of one open vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._key = connection, b""
        self.counter, self.total = 0, 0
        self._words = 0

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
        total, self._words = self._counted()
        if total != self.total or self._mac() != found[2]:
            raise VaultMixed

    def count_again(self) -> None:
        """Take the sum anew, where a step to a newer format gave rows another shape; written by ``write``."""
        self.total, self._words = self._counted()

    def _counted(self) -> tuple[int, int]:
        with plain_trouble(self._connection.folder):
            sums = {
                table: sum(
                    row_digest(self._key, table, row)
                    for row in self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608  # our own table names
                )
                for table in SEALED[format_of(self._connection)]
            }
        words = sum(each for table, each in sums.items() if table not in _NO_WORDS)
        return sum(sums.values()) % _WIDE, words % _WIDE

    def change(self, table: str, gone: Iterable[Row], new: Iterable[Row]) -> None:
        """Take rows out of the sum and put rows in; written by ``write``."""
        less = sum(row_digest(self._key, table, row) for row in gone)
        more = sum(row_digest(self._key, table, row) for row in new)
        self.total = (self.total + more - less) % _WIDE
        if table not in _NO_WORDS:
            self._words = (self._words + more - less) % _WIDE

    def write(self) -> None:
        """The new sum, with the counter one higher. Belongs in the same transaction as the change."""
        self.counter += 1
        self._connection.execute("UPDATE seal SET counter = ?, total = ?, mac = ? WHERE one = 1", self._row())

    def words(self) -> str:
        """A short keyed digest of everything a person saved: the same for two copies that say the same, however often opened."""
        return hashlib.blake2b(self._words.to_bytes(32, "big"), key=self._key, digest_size=8).hexdigest()

    def state(self) -> tuple[int, int, int]:
        """To go back to when a transaction is rolled back: counter, total, and the part of it that is words."""
        return self.counter, self.total, self._words

    def restore(self, state: tuple[int, int, int]) -> None:
        """Back to a state from before a transaction that did not happen."""
        self.counter, self.total, self._words = state

    def on_disk(self) -> tuple[int, int]:
        """The state that stands in the file."""
        counter, total = self._connection.execute("SELECT counter, total FROM seal WHERE one = 1").fetchone()
        return int(counter), int.from_bytes(total, "big")

    def _row(self) -> tuple[int, bytes, bytes]:
        return self.counter, self.total.to_bytes(32, "big"), self._mac()

    def _mac(self) -> bytes:
        sealed = f"{self.counter} {self.total}".encode()
        return hashlib.blake2b(sealed, key=self._key, digest_size=32).digest()
