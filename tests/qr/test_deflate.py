"""passport/qr/deflate.py: RFC 1950 and 1951, with one spelling for every content."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import NotOurs
from passport.qr.deflate import MOST_INSIDE, deflate, inflate

DICTIONARY = b"panel_member interview panel Northfield Recovery College"
contents = st.lists(
    st.sampled_from([b"panel_member", b"Alex", bytes(300), b"abcab"]) | st.binary(max_size=12), max_size=12
).map(b"".join)


@given(contents)
def test_what_was_packed_unpacks(plain: bytes) -> None:
    assert inflate(deflate(plain, DICTIONARY), DICTIONARY) == plain


@given(contents)
def test_any_zlib_unpacks_what_we_pack(plain: bytes) -> None:
    opener = zlib.decompressobj(zdict=DICTIONARY)

    assert opener.decompress(deflate(plain, DICTIONARY)) == plain
    assert opener.eof


@given(contents)
def test_we_never_need_more_room_than_zlib_with_the_same_codes(plain: bytes) -> None:
    maker = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_FIXED, DICTIONARY)

    assert len(deflate(plain, DICTIONARY)) <= len(maker.compress(plain) + maker.flush())


def test_every_bit_of_a_packed_content_counts() -> None:
    """The padding bits before the checksum, the level bits of the header, and a copy from farther away than needed."""
    packed = deflate(b"panel_member of an interview panel, panel", DICTIONARY)
    for at in range(len(packed)):
        for bit in range(8):
            changed = bytearray(packed)
            changed[at] ^= 1 << bit
            with pytest.raises(NotOurs):
                inflate(bytes(changed), DICTIONARY)


@pytest.mark.parametrize("size", [MOST_INSIDE + 1, 100_000, 20_000_000])
def test_a_bomb_is_not_unpacked(size: int) -> None:
    maker = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY, DICTIONARY)
    bomb = maker.compress(bytes(size)) + maker.flush()

    with pytest.raises(NotOurs) as refused:
        inflate(bomb, DICTIONARY)
    assert refused.value.fields["step"] == "size"


def test_the_slowest_content_we_found_packs_within_seconds() -> None:
    """Against a code that was made to keep a checker busy."""
    chance = random.Random(1)
    for plain in (bytes(MOST_INSIDE), bytes(chance.choice(b"ab") for _ in range(MOST_INSIDE))):
        assert inflate(deflate(plain, DICTIONARY), DICTIONARY) == plain


@given(st.binary(max_size=200))
def test_strange_bytes_only_ever_raise_our_own_error(packed: bytes) -> None:
    for strange in (packed, b"\x78\x20" + packed, deflate(b"Alex", DICTIONARY)[:-6] + packed):
        try:
            inflate(strange, DICTIONARY)
        except NotOurs:
            continue
