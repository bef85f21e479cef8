"""bench/scan_lab.py: a small run of the lab, so that it stands when someone wants its figures."""

import random

import pytest

from bench.scan_lab import WAYS, decodes, drawn, main, photographed, share_decoded
from passport.qr.token import TokenFacts
from tests.qr.token_vectors import CARD, ROLE_PACK


@pytest.mark.parametrize(("facts", "level"), [(CARD, "Q"), (ROLE_PACK, "M")], ids=["card", "role_pack"])
def test_our_code_is_at_least_two_versions_smaller_than_either_other_way(
    facts: TokenFacts, level: str
) -> None:
    sizes = {way: drawn(way, facts, level).version for way in WAYS}

    assert sizes["ours"] + 2 <= min(sizes["SMART"], sizes["EU"])


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_read_from_a_good_print_near_the_camera(way: str) -> None:
    """A code that nothing reads would make ours look good beside it."""
    assert share_decoded(drawn(way, CARD, "Q"), 50, "plain", tries=1, cameras=(14,)) == 1


def test_the_same_seed_takes_the_same_picture() -> None:
    code = drawn("ours", CARD, "Q")
    first, second = (photographed(code, 30, 10, "low ink", random.Random(1)) for _ in range(2))

    assert first == second
    assert decodes(code, first)


def test_the_lab_says_when_an_aim_is_missed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.scan_lab.WIDTHS", (22,))
    monkeypatch.setattr("bench.scan_lab.CAMERAS", (14,))
    monkeypatch.setattr("bench.scan_lab.LESS", 40)

    assert not main(1)
    assert "aim: 40" in capsys.readouterr().out
