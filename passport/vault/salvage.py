"""What can still be read of a damaged record, row by row, out of a copy of its files. The files themselves are only ever read.

A page that is not as it was written is taken out of use in the copy first, for SQLCipher reads nothing more once it met one. It
then stops each statement that touches it, and no other: so rows are read from both ends towards the damage, and what lies between
is halved until single rows are left.
"""

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from passport.keys.pages import Pages
from passport.keys.ways import DataKey
from passport.vault.folder import DATABASE, JOURNAL, KEYS, PAGE
from passport.vault.leaves import Row, rows_on_leaves
from passport.vault.whole import plainly

TABLES: Mapping[str, tuple[str, ...]] = {
    "sections": ("id", "form", "pack", "made_on", "removed"),
    "answers": ("n", "section", "place", "value", "words", "at", "who"),
    "copies": ("id", "body"),
    "documents": ("series", "id", "version", "state"),
    "identities": ("audience", "body"),
    "drafts": ("section", "place", "words"),
    "kept": ("name", "body"),
    "attachments": ("id", "section", "place", "name", "media", "size", "digest", "at", "removed"),
    "attached_bytes": ("id", "n", "bytes"),
}
"""What is worth saving, and its columns in format 2; format 1 has no files."""
_UNKNOWN_END = 1_000
"""Rows to look for where nothing says how many there were."""
_JOURNAL_MARK = bytes.fromhex("d9d505f920a163d7")


@dataclass
class Found:
    """The rows of each table that can be read, by row number, and the numbers of those that cannot."""

    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    unread: dict[str, set[int]] = field(default_factory=dict)
    lost: tuple[tuple[str, str], ...] = ()
    """Section and place of answers that the index still names, and that cannot be read."""

    def take_from_leaves(self, there: Mapping[str, Mapping[int, Row]], tables: Iterable[str]) -> None:
        """Rows of these tables that no page led to."""
        for table in tables:
            rows, unread = self.rows.setdefault(table, {}), self.unread.setdefault(table, set())
            for number, row in there.get(table, {}).items():
                rows.setdefault(number, row)
            unread -= set(rows)

    def of(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table, oldest first, by the names of their columns."""
        there = self.rows.get(table, {})
        return [dict(zip(TABLES[table], there[number], strict=True)) for number in sorted(there)]


def copy_files(damaged: Path, folder: Path) -> None:
    """A copy of the record's files, still locked, in a new folder of our own. Raises NoRoom, NoPermission."""
    with plainly(folder):
        folder.mkdir(mode=0o700)
        for name in (DATABASE, JOURNAL, KEYS):
            if (damaged / name).is_file():
                data = (damaged / name).read_bytes()
                with os.fdopen(
                    os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
                ) as out:
                    out.write(data)


def remove_copy(folder: Path) -> None:
    """Take such a copy away again."""
    for name in (DATABASE, JOURNAL, KEYS):
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()


def read_what_stands(folder: Path, candidates: Sequence[DataKey]) -> Found | None:
    """Everything that can be read in a copy, with the first data key that fits. None where none reads anything."""
    for data_key in candidates:
        _mend_ends(folder, data_key, candidates)
        reader = _Reader(folder / DATABASE, data_key)
        try:
            if reader.opens():  # which also plays the journal back, where it is needed
                reader.close()
                _take_out_of_use(folder, data_key)
                return reader.everything()
        finally:
            reader.close()
    for data_key in candidates:  # the list of tables is lost: the leaves are not
        found = Found()
        found.take_from_leaves(rows_on_leaves(folder / DATABASE, Pages(data_key)), TABLES)
        if found.rows.get("answers"):
            found.unread["answers"] = set(range(1, max(found.rows["answers"]))) - set(found.rows["answers"])
            return found
    return None


def _mend_ends(folder: Path, data_key: DataKey, candidates: Sequence[DataKey]) -> None:
    """The salt at the beginning, which the keys know too; and a last page that was cut off, filled with nothing."""
    data = (folder / DATABASE).read_bytes()
    salts = {one.salt for one in candidates}
    if data[: len(data_key.salt)] not in salts:
        data = data_key.salt + data[len(data_key.salt) :]
    journal = folder / JOURNAL
    if not (journal.exists() and journal.read_bytes()[:8] == _JOURNAL_MARK):
        data += bytes(-len(data) % PAGE)
    (folder / DATABASE).write_bytes(data)


def _take_out_of_use(folder: Path, data_key: DataKey) -> None:
    """Every page but the first that is not as it was written: that one opens, or nothing was read at all."""
    pages = Pages(data_key)
    with (folder / DATABASE).open("r+b") as file:
        for number in range(2, (folder / DATABASE).stat().st_size // PAGE + 1):
            file.seek((number - 1) * PAGE)
            if not pages.is_as_written(number, file.read(PAGE)):
                file.seek((number - 1) * PAGE)
                file.write(pages.out_of_use(number))


class _Reader:
    """Reads a copy. What meets damage says so, and the next statement is answered all the same."""

    def __init__(self, path: Path, data_key: DataKey) -> None:
        self._path, self._key = path, data_key
        self._connection: Any = None

    def opens(self) -> bool:
        """Whether its list of tables can be read at all."""
        try:
            return bool(self._select("SELECT name FROM sqlite_master WHERE name = 'answers'"))
        except dbapi2.Error:
            return False

    def close(self) -> None:
        """Let the copy go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _select(self, statement: str, *given: object) -> list[Row]:
        if self._connection is None:
            key = f"{self._key.key.hex()}{self._key.salt.hex()}"
            assert re.fullmatch(r"[0-9a-f]{96}", key)
            self._connection = dbapi2.connect(str(self._path), timeout=0, isolation_level=None)
            self._connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
            self._connection.execute("PRAGMA cipher_memory_security = ON").fetchall()
            self._connection.execute(f"PRAGMA key = \"x'{key}'\"")
            # A file that ends too soon is read as far as it goes only where its list of tables may be mended.
            for statement_ in ("writable_schema = ON", "trusted_schema = OFF", "cell_size_check = ON"):
                self._connection.execute(f"PRAGMA {statement_}").fetchall()
        found: list[Row] = self._connection.execute(statement, given).fetchall()
        return found

    def everything(self) -> Found:
        """Each table that is there."""
        found = Found()
        there = {str(name) for (name,) in self._select("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in TABLES:
            if table in there:
                rows, unread = self._table(table)
                found.rows[table], found.unread[table] = rows, unread
        damaged = [table for table in TABLES if found.unread.get(table)]
        if damaged:
            found.take_from_leaves(rows_on_leaves(self._path, Pages(self._key)), damaged)
        found.lost = self._lost(found)
        return found

    def _table(self, table: str) -> tuple[dict[int, Row], set[int]]:
        rows: dict[int, Row] = {}
        unread: set[int] = set()
        end = self._end(table)
        to_read = [(1, end or _UNKNOWN_END)]
        while to_read:
            first, last = to_read.pop()
            if first > last:
                continue
            up, whole = self._run(table, first, last, "ASC")
            rows.update(up)
            if whole:
                continue
            first = max(up, default=first - 1) + 1
            down, _whole = self._run(table, first, last, "DESC")
            rows.update(down)
            last = min(down, default=last + 1) - 1
            if first == last:
                unread.add(first)
            elif first < last:
                middle = (first + last) // 2
                to_read += [(first, middle), (middle + 1, last)]
        return rows, unread if end is not None else {n for n in unread if n <= max(rows, default=1)}

    def _run(self, table: str, first: int, last: int, order: str) -> tuple[dict[int, Row], bool]:
        """Rows from one end until damage is met. Returns whether none was."""
        columns = ", ".join(TABLES[table])
        rows: dict[int, Row] = {}
        try:
            for number, *row in self._connection.execute(
                f"SELECT rowid, {columns} FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid {order}",  # noqa: S608  # our own names
                (first, last),
            ):
                rows[number] = tuple(row)
        except dbapi2.Error:
            return rows, False
        return rows, True

    def _end(self, table: str) -> int | None:
        """The highest row number there can be. None where nothing says."""
        for statement, given in (
            (f"SELECT max(rowid) FROM {table}", ()),  # noqa: S608  # our own names
            ("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)),
        ):
            try:
                found = self._select(statement, *given)
            except dbapi2.Error:
                continue
            if found or statement.startswith("SELECT max"):
                return min(int(found[0][0] or 0), 1 << 40)
        return None

    def _lost(self, found: Found) -> tuple[tuple[str, str], ...]:
        """What the index of answers names beyond those that were read; makes the numbers exact where it can be read."""
        try:
            named = self._select("SELECT n, section, place FROM answers INDEXED BY answers_by_place")
        except dbapi2.Error:
            return ()
        rows = found.rows["answers"]
        gone = [(int(n), str(section), str(place)) for n, section, place in named if n not in rows]
        found.unread["answers"] = {n for n, _section, _place in gone}
        return tuple(dict.fromkeys((section, place) for _n, section, place in gone))


def whole_files(found: Found) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
    """Kept files whose bytes are all there and as they were kept, with their pieces."""
    pieces: dict[str, list[tuple[int, bytes]]] = {}
    for row in found.of("attached_bytes"):
        pieces.setdefault(row["id"], []).append((row["n"], row["bytes"]))
    for row in found.of("attachments"):
        own = [data for _n, data in sorted(pieces.get(row["id"], []))]
        if hashlib.sha256(b"".join(own)).digest() == row["digest"]:
            yield row, own


def reads_as_json(*texts: object) -> bool:
    """Whether all of these are text that a record can hold: an old page may have left half of one and half of another."""
    try:
        for one in texts:
            json.loads(str(one))
    except ValueError:
        return False
    return True


def once(rows: Iterable[dict[str, Any]], *names: str) -> Iterator[dict[str, Any]]:
    """The last row of each name: two pages of different times may hold one twice."""
    newest = {tuple(row[name] for name in names): row for row in rows}
    yield from newest.values()
