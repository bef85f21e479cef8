"""Leaves of made-up pages: what is no row, or not all of one, is no row; nothing stops the reading."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from passport.keys.pages import PAGE, Pages
from passport.keys.ways import DataKey
from passport.vault.leaves import USABLE, rows_on_leaves

KEY = DataKey(bytes(32), bytes(16))


def locked(number: int, body: bytes) -> bytes:
    """A page as SQLCipher writes it."""
    encryptor = Cipher(algorithms.AES(KEY.key), modes.CBC(bytes(16))).encryptor()
    text = encryptor.update(body.ljust(USABLE, b"\0")) + encryptor.finalize() + bytes(16)
    return text + Pages(KEY)._mac(number, text)


def found_on(folder: Path, *bodies: bytes) -> Mapping[str, Mapping[int, tuple[object, ...]]]:
    """What is read from a file with these pages, from the second on."""
    file = folder / "db"
    file.write_bytes(bytes(PAGE) + b"".join(locked(number, body) for number, body in enumerate(bodies, 2)))
    return rows_on_leaves(file, Pages(KEY))


def varint(number: int) -> bytes:
    assert number < 1 << 14
    return bytes([number]) if number < 128 else bytes([0x80 | number >> 7, number & 0x7F])


def leaf(cell: bytes) -> bytes:
    """A leaf with one cell at its end."""
    at = USABLE - len(cell)
    head = b"\x0d\0\0" + (1).to_bytes(2, "big") + at.to_bytes(2, "big") + b"\0" + at.to_bytes(2, "big")
    return head + bytes(at - len(head)) + cell


def half_typed(words: str) -> bytes:
    """A row of ``drafts``: section, place, words."""
    kinds = b"".join(varint(13 + 2 * len(text)) for text in ("s", "p", words))
    return bytes([len(kinds) + 1]) + kinds + b"sp" + words.encode()


LONG = "kettle " * 600
RECORD = half_typed(LONG)
LOCAL = (USABLE - 12) * 32 // 255 - 23 + (len(RECORD) - (USABLE - 12) * 32 // 255 + 23) % (USABLE - 4)
REST = RECORD[LOCAL if LOCAL <= USABLE - 35 else (USABLE - 12) * 32 // 255 - 23 :]


def long_leaf(then: int) -> bytes:
    held = RECORD[: len(RECORD) - len(REST)]
    return leaf(varint(len(RECORD)) + b"\x07" + held + then.to_bytes(4, "big"))


def test_a_row_is_read_with_its_number(tmp_path: Path) -> None:
    record = half_typed("tea")
    cell = varint(len(record)) + b"\x05" + record
    assert found_on(tmp_path, leaf(cell)) == {"drafts": {5: ("s", "p", "tea")}}


def test_a_long_row_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    end = bytes(4) + REST
    assert found_on(tmp_path, long_leaf(3), end) == {"drafts": {7: ("s", "p", LONG)}}
    leads_on = (4).to_bytes(4, "big") + REST
    for pages in (
        (long_leaf(3),),
        (long_leaf(0),),
        (long_leaf(9), end),
        (long_leaf(3), leads_on, end),
        (long_leaf(3), bytes(4) + b"\xff" * len(REST)),
    ):
        assert found_on(tmp_path, *pages) == {}


def test_a_page_that_was_not_written_at_its_place_is_not_looked_at(tmp_path: Path) -> None:
    """Nor one that a long row goes on over."""
    record = half_typed("tea")
    file = tmp_path / "db"
    page = locked(3, leaf(varint(len(record)) + b"\x05" + record))
    file.write_bytes(bytes(PAGE) + page + page)
    assert rows_on_leaves(file, Pages(KEY)) == {"drafts": {5: ("s", "p", "tea")}}
    file.write_bytes(bytes(PAGE) + page)
    assert rows_on_leaves(file, Pages(KEY)) == {}
    file.write_bytes(bytes(PAGE) + locked(2, long_leaf(3)) + locked(9, bytes(4) + REST))
    assert rows_on_leaves(file, Pages(KEY)) == {}


@settings(max_examples=100)
@given(st.binary(max_size=USABLE - 1))
def test_nothing_that_stands_on_a_page_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, held: bytes
) -> None:
    """It opens, and says that it is a leaf."""
    for rows in found_on(tmp_path_factory.mktemp("leaf"), b"\x0d" + held).values():
        assert rows
