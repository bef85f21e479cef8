"""Rows straight from the pages where they stand, where the page that leads to them is lost.

A table is a tree: pages that lead, and leaves that hold rows (https://www.sqlite.org/fileformat2.html, 1.6 and 2.1). A leaf does
not say whose it is; the kinds of a row's columns do. Only a page that is as it was written is looked at, and a long row that goes
on over other pages comes whole or not at all.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from passport.keys.pages import PAGE, Pages
from passport.record.audience import Audience
from passport.vault.codec import copy_of

Row = tuple[Any, ...]
USABLE = PAGE - 80
"""Bytes of a page that SQLite uses: SQLCipher keeps the rest."""
_LEAF = 0x0D
_MOST_LOCAL = USABLE - 35
_LEAST_LOCAL = (USABLE - 12) * 32 // 255 - 23
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_SHAPES = {
    "ntttttt": "answers",
    "ttiti": "sections",
    "ttit": "documents",
    "ttt": "drafts",
    "tttt": "drafts",
    "tttttibti": "attachments",
    "tib": "attached_bytes",
}
"""Kinds of columns (nothing, text, whole number, bytes) to the one table of ours that has them."""
_SIDES = {one.value for one in Audience}


class _NotARow(Exception):
    """What stands there is no row, or not all of it can be read."""


def rows_on_leaves(file: Path, pages: Pages) -> Mapping[str, Mapping[int, Row]]:
    """Every row that stands on a leaf of the database, by table and row number; of a number twice, the first."""
    found: dict[str, dict[int, Row]] = {}
    reader = _Leaves(file.read_bytes(), pages)
    for number, row in reader.rows():
        if table := _table(row):
            found.setdefault(table, {}).setdefault(number, _as_read(table, number, row))
    return found


def _as_read(table: str, number: int, row: Row) -> Row:
    """The columns as salvage reads them: an answer's number is its row number, and half-typed words need no stamp."""
    if table == "answers":
        return (number, *row[1:])
    return row[:3] if table == "drafts" else row


def _table(row: Row) -> str:
    kinds = "".join(_kind(one) for one in row)
    if kinds == "tb":  # as the marker
        return "identities" if row[0] in _SIDES else ""
    if kinds != "tt":
        return _SHAPES.get(kinds, "")
    try:
        copy_of(str(row[1]))
    except (ValueError, TypeError, KeyError):
        return "kept"
    return "copies"


def _kind(value: object) -> str:
    return (
        "n" if value is None else "t" if isinstance(value, str) else "b" if isinstance(value, bytes) else "i"
    )


class _Leaves:
    """The pages of one database file, opened as they are asked for."""

    def __init__(self, data: bytes, pages: Pages) -> None:
        self._data, self._pages = data, pages

    def rows(self) -> Iterator[tuple[int, Row]]:
        for number in range(1, len(self._data) // PAGE + 1):
            page = self._page(number)
            start = 100 if number == 1 else 0
            if page is None or page[start] != _LEAF:
                continue
            count = int.from_bytes(page[start + 3 : start + 5], "big")
            for at in range(start + 8, min(start + 8 + 2 * count, USABLE - 1), 2):
                try:
                    yield self._cell(page, int.from_bytes(page[at : at + 2], "big"))
                except _NotARow:
                    continue

    def _page(self, number: int) -> bytes | None:
        page = self._data[(number - 1) * PAGE : number * PAGE]
        return self._pages.opened(number, page) if self._pages.is_as_written(number, page) else None

    def _cell(self, page: bytes, at: int) -> tuple[int, Row]:
        length, at = _number(page, at)
        rowid, at = _number(page, at)
        if length > len(self._data):
            raise _NotARow
        local = length
        if length > _MOST_LOCAL:
            local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (USABLE - 4)
            local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
        held = page[at : at + local]
        if at + local > USABLE:
            raise _NotARow
        if local < length:
            held += self._further(int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
        return rowid, _record(held)

    def _further(self, number: int, length: int) -> bytes:
        """What goes on over other pages: as many as it takes, the last of which leads no further."""
        found = []
        while length > 0:
            page = self._page(number) if number else None
            if page is None:
                raise _NotARow
            found.append(page[4 : min(USABLE, 4 + length)])
            length -= len(found[-1])
            number = int.from_bytes(page[:4], "big")
        if number:
            raise _NotARow
        return b"".join(found)


def _record(data: bytes) -> Row:
    end, at = _number(data, 0)
    kinds = []
    while at < end:
        kind, at = _number(data, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(data, at, kind)
        values.append(value)
    if at != len(data):
        raise _NotARow
    return tuple(values)


def _value(data: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in {0, 8, 9}:
        return (None, 0, 1)[(0, 8, 9).index(kind)], at
    size = _WHOLE.get(kind, (kind - 12) // 2 if kind >= 12 else -1)
    held = data[at : at + size]
    if size < 0 or len(held) != size:
        raise _NotARow
    if kind < 12:
        return int.from_bytes(held, "big", signed=True), at + size
    if kind % 2 == 0:
        return held, at + size
    try:
        return held.decode(), at + size
    except UnicodeDecodeError:
        raise _NotARow from None


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, as SQLite writes it, below two to the power of 63."""
    found = 0
    for place in range(9):
        if at >= len(data):
            raise _NotARow
        byte, at = data[at], at + 1
        if place == 8:
            found = found << 8 | byte
            break
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            break
    if found >= 1 << 63:
        raise _NotARow
    return found, at
