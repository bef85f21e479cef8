"""Why A4 codes pass over some shapes: what a white line across the code takes from the block that it hits most.

ISO/IEC 18004 7.6 and 7.7.3: bytes of the blocks take turns, and are laid up and down in columns of two modules. Where the
bytes of a column are a whole number of turns, a line across takes a byte of the same block in each column.
"""

import math
from typing import Any

import pytest
from qrcode import QRCode, base, constants

from passport.qr.room import A4, SEALED_CARD

FOLD = 0.03
"""Of the height, with the white frame: about a millimetre."""


def rows_of_bytes(version: int, level: int) -> list[set[int]]:
    """For each byte as it is laid out, the rows of its modules."""
    code: QRCode[Any] = QRCode(version=version, error_correction=level, border=0)
    side = code.modules_count = 4 * version + 17
    code.modules = [[None] * side for _ in range(side)]
    for row, column in ((0, 0), (side - 7, 0), (0, side - 7)):
        code.setup_position_probe_pattern(row, column)
    code.setup_position_adjust_pattern()
    code.setup_timing_pattern()
    code.setup_type_info(test=True, mask_pattern=0)
    code.setup_type_number(test=True)
    bits: list[int] = []
    up = True
    for right in [*range(side - 1, 6, -2), 5, 3, 1]:  # the column of the timing pattern is stepped over
        for row in range(side - 1, -1, -1) if up else range(side):
            bits += [row for column in (right, right - 1) if code.modules[row][column] is None]
        up = not up
    return [set(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]


def turns(version: int, level: int) -> list[int]:
    """For each byte as it is laid out, the block that it belongs to: data first, then repair."""
    blocks = base.rs_blocks(version, level)
    data = [block.data_count for block in blocks]
    repair = [block.total_count - block.data_count for block in blocks]
    return [
        number
        for sizes in (data, repair)
        for at in range(max(sizes))
        for number, size in enumerate(sizes)
        if at < size
    ]


def worst(version: int, level: int = constants.ERROR_CORRECT_M) -> float:
    """What the worst fold takes from one block, as a share of what that block can repair."""
    block = base.rs_blocks(version, level)[0]
    can_repair = (block.total_count - block.data_count) // 2
    rows, of_block, side = rows_of_bytes(version, level), turns(version, level), 4 * version + 17
    most = 0
    for top in range(side * 2):
        hit = set(range(math.ceil(top / 2 - 0.5), math.floor(top / 2 + FOLD * (side + 8) + 0.5)))
        taken: dict[int, int] = {}
        for number, its_rows in zip(of_block, rows, strict=True):
            taken[number] = taken.get(number, 0) + bool(its_rows & hit)
        most = max(most, *taken.values())
    return most / can_repair


@pytest.mark.parametrize("version", sorted(A4.passed_over))
def test_the_shape_after_one_that_is_passed_over_holds_a_fold_better(version: int) -> None:
    assert worst(version + 1) < worst(version)


def test_a_fold_could_take_more_than_a_block_of_version_14_can_repair_and_cannot_of_the_next() -> None:
    assert worst(14) > 1.4
    assert worst(15) <= 1


def test_the_largest_shape_of_the_room_holds_any_fold() -> None:
    assert worst(A4.version) < 1


@pytest.mark.parametrize("version", range(10, SEALED_CARD.version + 1))
def test_a_card_that_is_bent_across_its_code_loses_no_more_than_it_can_repair(version: int) -> None:
    """Its fold lies beside the code, but a wallet bends it anywhere."""
    assert worst(version, constants.ERROR_CORRECT_Q) < 1
