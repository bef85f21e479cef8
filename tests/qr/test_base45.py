"""passport/qr/base45.py: RFC 9285."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import NotOurs
from passport.qr.base45 import LETTERS, read, write


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_the_examples_of_the_standard(plain: bytes, written: str) -> None:
    """RFC 9285 4.3 and 4.4."""
    assert write(plain) == written
    assert read(written) == plain


@given(st.binary(max_size=100))
def test_bytes_read_back_the_same(plain: bytes) -> None:
    assert read(write(plain)) == plain


@given(st.text(alphabet=LETTERS, max_size=60))
def test_what_is_read_has_no_other_spelling(written: str) -> None:
    try:
        plain = read(written)
    except NotOurs:
        return
    assert write(plain) == written


@pytest.mark.parametrize(
    "written", ["A", "AAAA", "GGW", ":::", "::", "aa", "AA\n", "\u00c400", "\uff1000", "BB8=", "\x00\x00"]
)
def test_anything_else_is_refused(written: str) -> None:
    """RFC 9285 6: ``GGW`` is 65,536, ``::`` is more than a byte."""
    with pytest.raises(NotOurs):
        read(written)
