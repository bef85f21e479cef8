"""passport/qr/blocks.py: what is drawn in a window is read by a scanner, from the letters themselves."""

import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from passport.qr.blocks import BOTH, LOWER, NEITHER, UPPER, blocks, least_window
from passport.qr.scan import read_picture
from passport.qr.token import write
from tests.qr.token_vectors import ALEX, CARD, ROLE_PACK

CARD_TEXT, LONG_TEXT = write(CARD, ALEX), write(ROLE_PACK, ALEX)
CELLS = [(8, 16), (9, 20), (10, 24)]
"""Pixels of one letter, across and down, as terminals have them."""


def on_screen(lines: Sequence[str], across: int, down: int, *, gap: int = 0) -> bytes:
    """The picture of a window that shows these letters, black on white; ``gap`` pixels of white between its lines."""
    width = max(len(line) for line in lines)
    window = Image.new("L", (width * across, len(lines) * (down + gap)), 255)
    for y, line in enumerate(lines):
        for x, letter in enumerate(line):
            left, top = x * across, y * (down + gap)
            if letter in {UPPER, BOTH}:
                window.paste(0, (left, top, left + across, top + down // 2))
            if letter in {LOWER, BOTH}:
                window.paste(0, (left, top + down // 2, left + across, top + down))
            assert letter in {UPPER, LOWER, BOTH, NEITHER}
    out = io.BytesIO()
    window.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("cell", CELLS, ids=str)
@pytest.mark.parametrize("text", [CARD_TEXT, LONG_TEXT], ids=["card", "role_pack"])
def test_a_scanner_reads_the_letters_that_are_drawn(text: str, cell: tuple[int, int]) -> None:
    lines = blocks(text, *least_window(text))

    assert read_picture(on_screen(lines, *cell)) == text


@pytest.mark.parametrize("text", [CARD_TEXT, LONG_TEXT], ids=["card", "role_pack"])
def test_a_hair_of_white_between_the_lines_does_not_stop_it(text: str) -> None:
    """Some terminals leave a gap of a pixel."""
    assert read_picture(on_screen(blocks(text, 200, 200), 10, 24, gap=1)) == text


def test_a_window_that_is_too_small_shows_none_of_it() -> None:
    columns, rows = least_window(CARD_TEXT)

    assert len(blocks(CARD_TEXT, columns, rows)) == rows
    assert blocks(CARD_TEXT, columns - 1, rows) == ()
    assert blocks(CARD_TEXT, columns, rows - 1) == ()
    assert blocks(LONG_TEXT, 80, 24) == ()


def test_a_larger_window_shows_it_larger() -> None:
    columns, rows = least_window(CARD_TEXT)
    large = blocks(CARD_TEXT, 3 * columns, 3 * rows)

    assert len(large) > 2 * rows
    assert read_picture(on_screen(large, 8, 16)) == CARD_TEXT


@given(st.integers(1, 300), st.integers(1, 150))
def test_it_never_stands_out_of_the_window_and_has_a_white_frame(columns: int, rows: int) -> None:
    lines = blocks(CARD_TEXT, columns, rows)

    assert len(lines) <= rows
    assert {len(line) for line in lines} <= set(range(columns + 1))
    assert all(line.startswith("  ") and line.endswith("  ") for line in lines)
    assert all(not line.strip() for line in (*lines[:1], *lines[-1:]))


def test_a_code_with_room_has_the_whole_frame_of_four() -> None:
    """ISO/IEC 18004 6.3.8."""
    columns, rows = least_window(CARD_TEXT)
    lines = blocks(CARD_TEXT, columns + 4, rows + 2)

    assert len(lines[0]) == columns + 4
    assert not any(line.strip() for line in lines[:2])
