"""Any one byte of a paper, any one letter of a code: whichever is changed, it is found. Seeded, so a run can be repeated."""

import os
import random
import re
from datetime import date

import pytest

from passport.checking.check import check_text
from passport.errors import Exit, PassportError
from passport.keys.trust import Met
from passport.paper.seal_bytes import key_of_seal
from passport.paper.unwrap import _sealed_bytes, unwrap
from passport.qr import base45
from passport.qr.token import PREFIX
from passport.record.passport import Passport
from tests.builders import who
from tests.checking.papers import WORDS, a_sealed_paper

TODAY = date(2026, 12, 24)
PAPER = a_sealed_paper(Passport((who(am_name="Alex Morgan"),)))
"""The smallest paper: every byte of it counts more."""
CHANGES = int(os.environ.get("PAPER_CHANGES", "120"))
"""How many changed papers to try; the full proof takes 1,200."""


def passes(pdf: bytes) -> bool:
    """Whether the reader would call it whole: what the child does, here, so that hundreds can be tried."""
    try:
        found = unwrap(pdf)
    except PassportError:
        return False
    except Exception:  # noqa: BLE001  # a parser's own complaint: the child makes it "unreadable"
        return False
    return found.sealed_whole


@pytest.mark.parametrize("part", range(4))
def test_no_single_changed_byte_passes(part: int) -> None:
    """Seeded, over the whole file; and over the seal's own value, its padding included."""
    rng = random.Random(20261123 + part)
    hole = re.search(rb"/Contents <([0-9A-F]+)>", PAPER.pdf)
    assert hole is not None
    assert passes(PAPER.pdf)
    half = CHANGES // 8
    places = [*rng.sample(range(len(PAPER.pdf)), half), *rng.sample(range(*hole.span(1)), half)]
    ends = [hole.start(1) - 1, hole.start(1), hole.end(1) - 1, hole.end(1)]
    passed = []
    for place in [*places, ends[part]]:
        changed = bytearray(PAPER.pdf)
        changed[place] ^= 1 << rng.randrange(8)
        if passes(bytes(changed)):
            passed.append(place)
    assert passed == []


def test_no_other_spelling_of_a_seals_value_passes() -> None:
    """What its signature does not cover, such as the parameters of a digest (RFC 5652 5.3), may be spelled in one way only."""
    hole = re.search(rb"/Contents <([0-9A-F]+)>", PAPER.pdf)
    assert hole is not None
    value = bytes.fromhex(hole[1].decode())
    no_parameters = bytes.fromhex("0609608648016503040201") + b"\x05\x00"
    places = [one.end() - 2 for one in re.finditer(re.escape(no_parameters), value)]
    assert places
    passed = []
    for place in range(len(value)):
        if place not in places and value[place] not in {0x02, 0x04, 0x05, 0x30, 0x31, 0xA0}:
            continue  # a tag of DER, or what looks like one
        for bit in range(8):
            changed = bytearray(value)
            changed[place] ^= 1 << bit
            if _key(bytes(changed)):
                passed.append((place, bit))
    assert _key(value)
    assert passed == []


def _key(value: bytes) -> str:
    found = _sealed_bytes(PAPER.pdf)
    assert found is not None
    return key_of_seal(found[0], value)


LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def test_no_changed_letter_of_a_code_passes() -> None:
    """Base45 has 45 letters: every place gets each of the others, the padding bits of the last byte among them."""
    assert check_text(PAPER.code, TODAY, Met(), WORDS).exit_code == Exit.DONE
    passed = [
        (place, other)
        for place in range(len(PAPER.code))
        for other in LETTERS
        if other != PAPER.code[place]
        and check_text(PAPER.code[:place] + other + PAPER.code[place + 1 :], TODAY, Met(), WORDS).exit_code
        == Exit.DONE
    ]
    assert passed == []


def test_no_other_bits_in_the_bytes_of_a_code_pass() -> None:
    """One bit at a time in what the letters stand for: the last byte's padding, the checksum, the stream, the seal."""
    packed = base45.read(PAPER.code.removeprefix(PREFIX))
    passed = []
    for place in range(len(packed)):
        for bit in range(8):
            changed = bytearray(packed)
            changed[place] ^= 1 << bit
            code = PREFIX + base45.write(bytes(changed))
            if check_text(code, TODAY, Met(), WORDS).exit_code == Exit.DONE:
                passed.append((place, bit))
    assert passed == []


@pytest.mark.parametrize("more", [" ", "0", "00", "\x00", "\u200b", PAPER.code, "\nPIP1:"])
def test_nothing_can_be_put_after_or_before_a_code(more: str) -> None:
    assert check_text(PAPER.code + more, TODAY, Met(), WORDS).exit_code == Exit.FOUND
    if more.strip():
        assert check_text(more + PAPER.code, TODAY, Met(), WORDS).exit_code == Exit.FOUND
