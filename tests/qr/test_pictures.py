"""passport/qr/draw.py and scan.py: a code as a picture, and back."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from qrcode import constants, util

from passport.errors import NotOurs, TooMuchForCode
from passport.qr.draw import millimetres, png, svg
from passport.qr.room import A4, CARD, SCREEN, SEALED_CARD, Room
from passport.qr.scan import MOST_PIXELS, read_picture
from passport.qr.token import write
from tests.qr.token_vectors import ALEX, ROLE_PACK
from tests.qr.token_vectors import CARD as CARD_FACTS

CARD_TEXT, A4_TEXT = write(CARD_FACTS, ALEX), write(ROLE_PACK, ALEX)


def drawn(picture: bytes) -> str:
    """The SVG's modules as a picture, by its own numbers."""
    root = ET.fromstring(picture)
    side = int(root.attrib["viewBox"].split()[-1])
    grid = Image.new("L", (side, side), 255)
    path = root.findall("{http://www.w3.org/2000/svg}path")[-1].attrib["d"]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", path):
        grid.paste(0, (int(x), int(y), int(x) + int(width), int(y) + 1))
    out = io.BytesIO()
    grid.resize((side * 6, side * 6), Image.Resampling.NEAREST).save(out, "PNG")
    return read_picture(out.getvalue())


@pytest.mark.parametrize(("text", "room"), [(CARD_TEXT, CARD), (A4_TEXT, A4)])
def test_a_scanner_reads_what_we_draw(text: str, room: Room) -> None:
    assert read_picture(png(text, room)) == text
    assert drawn(svg(text, room)) == text


@pytest.mark.parametrize("room", [CARD, A4, SCREEN])
def test_the_room_is_what_the_standard_says(room: Room) -> None:
    """ISO/IEC 18004 table 7."""
    level = {"L": constants.ERROR_CORRECT_L, "M": constants.ERROR_CORRECT_M, "Q": constants.ERROR_CORRECT_Q}[
        room.level
    ]
    bits = util.BIT_LIMIT_TABLE[level][room.version] - 4 - util.length_in_bits(2, room.version)

    assert room.letters == bits // 11 * 2 + (bits % 11 >= 6)


@pytest.mark.parametrize(("room", "widest"), [(CARD, 36.5), (SEALED_CARD, 46.5), (A4, 48.5)])
def test_the_largest_code_is_as_wide_as_decided_and_one_letter_more_is_refused(
    room: Room, widest: float
) -> None:
    assert millimetres("A" * room.letters, room) == widest
    with pytest.raises(TooMuchForCode):
        svg("A" * (room.letters + 1), room)
    with pytest.raises(TooMuchForCode):
        png("A" * 5000, room)


def test_a_shape_that_a_fold_can_break_is_passed_over() -> None:
    assert len(A4_TEXT) < 528  # ISO/IEC 18004 table 7: version 14 level M
    assert millimetres(A4_TEXT, A4) == (17 + 4 * 15 + 8) * 0.5
    assert A4.version not in A4.passed_over


def test_a_code_with_a_white_fold_across_any_part_of_its_middle_is_read() -> None:
    """In version 14, where blocks of repair fall in step with the columns, two of these folds could not be repaired."""
    with Image.open(io.BytesIO(png(A4_TEXT, A4, pixels=4))) as picture:
        whole = picture.convert("L")
    for top in range(whole.height * 35 // 100, whole.height * 65 // 100, 3):
        folded = whole.copy()
        folded.paste(255, (0, top, whole.width, top + whole.height * 3 // 100))
        out = io.BytesIO()
        folded.save(out, "PNG")
        assert read_picture(out.getvalue()) == A4_TEXT, top


def test_the_svg_says_what_it_is_to_a_screen_reader() -> None:
    root = ET.fromstring(svg(CARD_TEXT, CARD, title="Check <code>", description="For Alex & co"))

    assert root.attrib["role"] == "img"
    assert [child.text for child in root][:2] == ["Check <code>", "For Alex & co"]
    assert root.attrib["width"].endswith("mm")


def test_the_frame_is_white_and_four_wide() -> None:
    with Image.open(io.BytesIO(png(CARD_TEXT, CARD, pixels=1))) as picture:
        grey = picture.convert("L")
        assert grey.crop((0, 0, grey.width, 4)).getextrema() == (255, 255)
        assert grey.crop((0, 0, 4, grey.height)).getextrema() == (255, 255)
        assert grey.getpixel((4, 4)) == 0


def test_the_same_text_gives_the_same_picture() -> None:
    assert png(CARD_TEXT, CARD) == png(CARD_TEXT, CARD)
    assert svg(CARD_TEXT, CARD) == svg(CARD_TEXT, CARD)


@pytest.mark.parametrize(("kind", "turned"), [("JPEG", 0), ("WEBP", 90), ("PNG", 180)])
def test_a_photo_of_any_kind_and_any_way_up_is_read(kind: str, turned: int) -> None:
    with Image.open(io.BytesIO(png(CARD_TEXT, CARD))) as picture:
        photo = picture.convert("RGB").rotate(turned, expand=True)
    out = io.BytesIO()
    photo.save(out, kind)

    assert read_picture(out.getvalue()) == CARD_TEXT


def test_see_through_parts_are_white_paper() -> None:
    with Image.open(io.BytesIO(png(CARD_TEXT, CARD))) as picture:
        grey = picture.convert("L")
    see_through = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    see_through.putalpha(grey.point(lambda light: 255 - light))
    out = io.BytesIO()
    see_through.save(out, "PNG")

    assert read_picture(out.getvalue()) == CARD_TEXT


def step_of(picture: bytes) -> str | int:
    with pytest.raises(NotOurs) as refused:
        read_picture(picture)
    return refused.value.fields["step"]


def a_picture(size: tuple[int, int], kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("1", size, 1).save(out, kind)
    return out.getvalue()


def test_other_pictures_are_named_for_what_they_are() -> None:
    assert step_of(b"") == "picture"
    assert step_of(b"Alex") == "picture"
    assert step_of(png(CARD_TEXT, CARD)[:200]) == "picture"
    assert step_of(a_picture((50, 50))) == "no_code"
    assert step_of(a_picture((50, 50), "GIF")) == "picture"
    assert step_of(a_picture((MOST_PIXELS // 1000 + 1, 1000))) == "picture"
    assert step_of(a_picture((20_000, 20_000))) == "picture"


def test_two_of_our_codes_in_one_picture_are_not_guessed_between() -> None:
    sheet = Image.new("L", (1800, 900), 255)
    for at, text in enumerate((CARD_TEXT, A4_TEXT)):
        with Image.open(io.BytesIO(png(text))) as picture:
            sheet.paste(picture.convert("L"), (900 * at, 0))
    out = io.BytesIO()
    sheet.save(out, "PNG")

    assert step_of(out.getvalue()) == "many_codes"


@given(st.binary(max_size=300))
def test_strange_pictures_only_ever_raise_our_own_error(strange: bytes) -> None:
    for picture in (strange, png(CARD_TEXT, CARD)[:60] + strange):
        with pytest.raises(NotOurs):
            read_picture(picture)
