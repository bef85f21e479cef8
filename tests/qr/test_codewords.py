"""passport/qr/codewords.py: the words of a code are the library's own, for every size, level and kind of text that we draw."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode import QRCode, constants, util

from passport.errors import TooMuchForCode
from passport.qr.codewords import ALPHANUMERIC, codewords, least_version
from passport.qr.draw import modules
from passport.qr.room import SCREEN

LEVELS = (constants.ERROR_CORRECT_L, constants.ERROR_CORRECT_M, constants.ERROR_CORRECT_Q)


def the_librarys(text: str, level: int) -> "QRCode[Any]":
    code: QRCode[Any] = QRCode(error_correction=level, border=0)
    letters = all(letter in ALPHANUMERIC for letter in text)
    data = util.QRData(text, mode=2) if letters else util.QRData(text.encode(), mode=4)
    code.add_data(data, optimize=0)
    code.best_fit()
    return code


def same_words(text: str, level: int) -> None:
    code = the_librarys(text, level)
    assert least_version(text, level) == code.version
    assert codewords(text, code.version, level) == util.create_data(code.version, level, code.data_list)


@given(st.text(ALPHANUMERIC, min_size=1, max_size=200), st.sampled_from(LEVELS))
def test_the_words_of_a_check_code_are_the_librarys(text: str, level: int) -> None:
    same_words(text, level)


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable()), st.sampled_from(LEVELS))
def test_the_words_of_a_words_code_are_the_librarys(text: str, level: int) -> None:
    same_words(text, level)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("version", range(1, 41))
def test_every_shape_is_filled_to_the_last_letter(version: int, level: int) -> None:
    bits = util.BIT_LIMIT_TABLE[level][version] - 4 - util.length_in_bits(2, version)
    text = (ALPHANUMERIC * 96)[: bits // 11 * 2 + (bits % 11 >= 6)]
    same_words(text, level)


def test_a_code_is_laid_out_as_the_library_lays_it_out() -> None:
    for text in ("PIP1:ABC", "Please ring my sister.", "A" * 700):
        code = the_librarys(text, constants.ERROR_CORRECT_L)
        code.make(fit=False)
        assert [list(row) for row in modules(text, SCREEN)] == [
            list(map(bool, row)) for row in code.get_matrix()
        ]


def test_what_has_no_room_in_any_shape_is_refused() -> None:
    with pytest.raises(TooMuchForCode):
        least_version("A" * 4297, constants.ERROR_CORRECT_L)
