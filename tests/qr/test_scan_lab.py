"""bench/scan_lab.py: a small run of the lab, so that it stands when someone wants its figures."""

import io
import random

import pytest
from PIL import Image

from bench.scan_lab import WAYS, decodes, drawn, main, more_than_chance, photographed, read_or_not
from passport.qr.draw import png
from passport.qr.room import A4, Room
from passport.qr.room import CARD as CARD_ROOM
from passport.qr.scan import read_picture
from passport.qr.token import TokenFacts
from tests.qr.token_vectors import CARD, ROLE_PACK


@pytest.mark.parametrize(("facts", "room"), [(CARD, CARD_ROOM), (ROLE_PACK, A4)], ids=["card", "role_pack"])
def test_our_code_is_at_least_two_versions_smaller_than_either_other_way(
    facts: TokenFacts, room: Room
) -> None:
    sizes = {way: drawn(way, facts, room).version for way in WAYS}

    assert sizes["ours"] + 2 <= min(sizes["SMART"], sizes["EU"])


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_read_from_a_good_print_near_the_camera(way: str) -> None:
    """A code that nothing reads would make ours look good beside it."""
    assert read_or_not(drawn(way, CARD, CARD_ROOM), 50, "plain", tries=1, cameras=(14,)) == [True]


def test_the_same_seed_takes_the_same_picture() -> None:
    code = drawn("ours", CARD, CARD_ROOM)
    first, second = (photographed(code, 30, 10, "low ink", random.Random(1)) for _ in range(2))

    assert first == second
    assert decodes(code, first)


def test_ours_in_the_lab_is_the_code_that_the_program_draws() -> None:
    for facts, room in ((CARD, CARD_ROOM), (ROLE_PACK, A4)):
        code = drawn("ours", facts, room)
        with Image.open(io.BytesIO(png(code.text, room, pixels=1))) as picture:
            assert picture.convert("L").tobytes() == code.picture.tobytes()


def test_one_try_more_is_luck_and_twenty_are_not() -> None:
    """A cell of the lab once called ours worse for one try in twenty-four."""
    own = [True] * 60 + [False] * 36

    assert not more_than_chance([True] * 61 + [False] * 35, own)
    assert not more_than_chance(own, own)
    assert more_than_chance([True] * 80 + [False] * 16, own)


def test_our_reader_reads_what_a_camera_took_from_far_off() -> None:
    """A pale print with six pixels a millimetre: of forty, the plain reader found seven."""
    code = drawn("ours", ROLE_PACK, A4)
    photos = [photographed(code, 38.5, 6, "low ink", random.Random(f"far {n}")) for n in range(4)]

    assert [read_picture(photo) for photo in photos] == [code.text] * 4
    assert not all(decodes(code, photo) for photo in photos)


def test_the_lab_says_when_an_aim_is_missed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.scan_lab.WIDTHS", (22,))
    monkeypatch.setattr("bench.scan_lab.CAMERAS", (14,))
    monkeypatch.setattr("bench.scan_lab.LESS", 40)

    assert not main(1)
    assert "aim: 40" in capsys.readouterr().out
