"""docs/formats/words-code.md: what a phone shows, as bytes, and that no ECI stands before them."""

import io
import tomllib

import pytest
import zxingcpp
from PIL import Image

from passport.qr.draw import png
from passport.qr.room import A4, CARD, Room
from tests.qr.words_vectors import FILE, LINES, told


def test_what_was_given_out_reads_as_it_did() -> None:
    assert FILE.read_text(encoding="ascii") == told()


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("room", [A4, CARD])
def test_it_is_one_segment_of_utf_8_without_an_eci(name: str, room: Room) -> None:
    """The AIM identifier of a QR code with an ECI is ]Q2; without one it is ]Q1 (ISO/IEC 15424)."""
    said = tomllib.loads(FILE.read_text(encoding="ascii"))[name]
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png(said["text"], room))).convert("L"))
    assert code.bytes == bytes.fromhex(said["bytes"])
    assert code.symbology_identifier == "]Q1"
    assert code.text == said["text"]
