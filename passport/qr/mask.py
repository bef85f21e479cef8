"""The mask of a code: the one of eight under which it has the fewest shapes that confuse a reader (ISO/IEC 18004 7.8).

The library that draws our codes tries each mask cell by cell; most of the time that a code takes goes there. Here a row
of cells is one number, so that a whole row is looked at in one step. The choice is the library's own: a test compares.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

_PERIOD = 12
"""Every mask repeats itself after so many rows and columns."""
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,  # noqa: ARG005  # all are asked alike
    lambda y, x: x % 3 == 0,  # noqa: ARG005
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: (y * x) % 2 + (y * x) % 3 == 0,
    lambda y, x: ((y * x) % 2 + (y * x) % 3) % 2 == 0,
    lambda y, x: ((y * x) % 3 + (y + x) % 2) % 2 == 0,
)
"""ISO/IEC 18004 table 10: where a mask turns a cell round."""
_LIKE_A_FINDER = ((1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0), (0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1))
_RUN, _BLOCK, _FINDER, _BALANCE = 3, 3, 40, 10
"""What the standard calls N1 to N4."""


def best_mask(code: Any) -> int:
    """The number of the mask for a code of the library ``qrcode`` that has its words and its version."""
    return _best(code)[0]


def draw_under_best_mask(code: Any) -> None:
    """Lay out a code of the library ``qrcode`` that has its words and its version, as the library would."""
    mask, rows = _best(code)
    code.modules = [[bool(row >> x & 1) for x in range(len(rows))] for row in rows]
    code.setup_type_info(False, mask)  # noqa: FBT003  # theirs: this time with the cells that name the mask
    if code.version >= 7:
        code.setup_type_number(False)  # noqa: FBT003  # theirs


def _best(code: Any) -> tuple[int, list[int]]:
    """The mask, and the rows under it, with the cells that name it left light."""
    code.makeImpl(True, 0)  # noqa: FBT003  # theirs: a trial
    side = len(code.modules)
    rows = [_number(row) for row in code.modules]
    columns = [_number(column) for column in zip(*code.modules, strict=True)]
    free = _free(code)
    turns_rows, turns_columns = _turns(side, free, upright=False), _turns(side, free, upright=True)
    bare_rows = _turned(rows, turns_rows[0])
    bare_columns = _turned(columns, turns_columns[0])
    under = [_turned(bare_rows, turns) for turns in turns_rows]
    points = [
        _points(found, _turned(bare_columns, turns))
        for found, turns in zip(under, turns_columns, strict=True)
    ]
    mask = points.index(min(points))
    return mask, under[mask]


def _number(cells: Sequence[bool]) -> int:
    """A row of cells as a number, its first cell the lowest bit."""
    return int("".join(map("01".__getitem__, reversed(cells))), 2)


def _turned(lines: Sequence[int], turns: Sequence[int]) -> list[int]:
    return [line ^ turn for line, turn in zip(lines, turns, strict=True)]


def _free(code: Any) -> tuple[tuple[bool, ...], ...]:
    """The cells that hold words, and that a mask may turn round."""
    from qrcode.main import copy_2d_array, precomputed_qr_blanks

    filled, code.modules = code.modules, copy_2d_array(precomputed_qr_blanks[code.version])
    code.setup_type_info(True, 0)  # noqa: FBT003  # theirs
    if code.version >= 7:
        code.setup_type_number(True)  # noqa: FBT003  # theirs
    blank, code.modules = code.modules, filled
    return tuple(tuple(cell is None for cell in row) for row in blank)


@lru_cache(maxsize=4)
def _turns(side: int, free: tuple[tuple[bool, ...], ...], *, upright: bool) -> tuple[tuple[int, ...], ...]:
    """For each mask, for each row, or column where ``upright``: which of its cells are turned round."""
    lines = [_number(one) for one in (zip(*free, strict=True) if upright else free)]
    found = []
    for mask in _MASKS:
        again = []
        for at in range(_PERIOD):
            cells = [mask(other, at) if upright else mask(at, other) for other in range(_PERIOD)]
            again.append(_number(cells * -(-side // _PERIOD)))
        found.append(tuple(line & again[at % _PERIOD] for at, line in enumerate(lines)))
    return tuple(found)


def _points(rows: Sequence[int], columns: Sequence[int]) -> int:
    """How much there is to confuse a reader: ISO/IEC 18004 table 11.

    All rows and columns stand in one number, each with room after it that is neither dark nor light: what is looked for in
    a line is looked for in all of them at once.
    """
    side = len(rows)
    room = side + 16 & ~7
    lines = b"".join(line.to_bytes(room // 8, "little") for line in (*rows, *columns))
    dark = int.from_bytes(lines, "little")
    every = int.from_bytes(((1 << side) - 1).to_bytes(room // 8, "little") * (2 * side), "little")
    light = every ^ dark
    all_dark = sum(row.bit_count() for row in rows)
    away = int(abs(100 * all_dark / side**2 - 50) / 5)
    return (
        _runs(dark)
        + _runs(light)
        + _BLOCK * _blocks(rows, side)
        + _FINDER * sum(_shapes(dark, light, shape) for shape in _LIKE_A_FINDER)
        + _BALANCE * away
    )


def _runs(cells: int) -> int:
    """Five cells alike in a row, and more for each that follows."""
    fifth = cells & cells >> 1 & cells >> 2 & cells >> 3 & cells >> 4
    return fifth.bit_count() + (_RUN - 1) * (fifth & ~(fifth << 1)).bit_count()


def _blocks(rows: Sequence[int], side: int) -> int:
    """Squares of two by two cells that are all alike."""
    most = (1 << side - 1) - 1
    beside = [~(row ^ row >> 1) & most for row in rows]
    return sum((beside[y] & beside[y + 1] & ~(rows[y] ^ rows[y + 1])).bit_count() for y in range(side - 1))


def _shapes(dark: int, light: int, shape: Sequence[int]) -> int:
    """What looks like the corner of a code and is none."""
    starts = -1
    for at, is_dark in enumerate(shape):
        starts &= (dark if is_dark else light) >> at
    return starts.bit_count()
