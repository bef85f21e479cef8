"""passport/qr/mask.py: the mask is the one that the library itself would choose, for every size and level that we draw."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode import QRCode, constants, util

from passport.qr.mask import best_mask
from passport.qr.room import A4

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
LEVELS = {"M": constants.ERROR_CORRECT_M, "Q": constants.ERROR_CORRECT_Q}


def a_code(text: str, level: str) -> "QRCode[Any]":
    code: QRCode[Any] = QRCode(error_correction=LEVELS[level], border=0)
    code.add_data(util.QRData(text, mode=2), optimize=0)
    code.best_fit()
    return code


@given(st.text(LETTERS, min_size=1, max_size=120), st.sampled_from(sorted(LEVELS)))
def test_the_mask_is_the_one_the_library_chooses(text: str, level: str) -> None:
    assert best_mask(a_code(text, level)) == a_code(text, level).best_mask_pattern()


@pytest.mark.parametrize("length", [1, 40, 160, 300, 400, 500, 600])
def test_it_is_for_large_codes_too(length: int) -> None:
    text = "".join(LETTERS[(7 * n * n + length) % len(LETTERS)] for n in range(length))
    code = a_code(text, A4.level)
    assert best_mask(code) == a_code(text, A4.level).best_mask_pattern()


def test_looking_for_the_mask_changes_nothing_of_the_code() -> None:
    looked, usual = a_code("PIP1:ABC", "M"), a_code("PIP1:ABC", "M")
    looked.mask_pattern = best_mask(looked)
    looked.make()
    usual.make()
    assert looked.get_matrix() == usual.get_matrix()
