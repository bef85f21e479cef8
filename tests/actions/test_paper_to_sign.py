"""What a paper says of its signing and of the day to look again: only what is true of the very text that is printed."""

from datetime import date
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse
from passport.actions.sign import sign
from passport.checking.check import check_text
from passport.checking.report import Came
from passport.errors import Exit
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.qr.token import read as read_code
from passport.record.audience import Audience
from passport.vault.vault import Vault
from tests.actions.giving import WORDS, give
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
ROOM_TO_SIGN = WORDS("paper.signatures")
RECORD = WORDS("paper.signed_note")
CHANGED = WORDS("paper.signed_before")


def paper(vault: Vault) -> Made:
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    return rehearse(vault, shelf(), selection, Handing("Riverbank Surgery"), NOW, WORDS)


def decision(vault: Vault) -> str:
    return vault.passport().of_form("advance_decision")[-1].id


def test_a_signed_paper_says_how_it_was_signed_and_asks_for_nothing(vault: Vault) -> None:
    text = paper(vault).text
    assert RECORD in text
    assert "Robin Hale" in text
    assert ROOM_TO_SIGN not in text


@pytest.mark.parametrize("place", ["ad_refusals.1.rfz_treatment", "ad_refusals.1.rfz_why", "ad_general"])
def test_changed_after_signing_it_is_printed_with_room_to_sign_again(vault: Vault, place: str) -> None:
    """MCA 2005 s.24(5), s.25(6): AD-30 and AD-31 send people to print it and sign it again."""
    answer.put(vault, shelf(), decision(vault), place, "Something else", NOW)
    text = paper(vault).text
    assert CHANGED in text
    assert ROOM_TO_SIGN in text
    assert "Robin Hale" not in text, "that signature was for other words"


def test_what_is_never_printed_changes_nothing(vault: Vault) -> None:
    answer.put(vault, shelf(), decision(vault), "doc_pressure", "yes", NOW)
    answer.put(vault, shelf(), decision(vault), "ad_reviews", ("3 March 2026",), NOW)
    assert RECORD in paper(vault).text
    assert ROOM_TO_SIGN not in paper(vault).text


@pytest.mark.parametrize("how", ["spoken", "not_signed"])
def test_what_nobody_signed_is_printed_with_room_to_sign(vault: Vault, how: str) -> None:
    sign(vault, shelf(), decision(vault), {"sg_how": how}, NOW)
    text = paper(vault).text
    assert ROOM_TO_SIGN in text
    assert CHANGED not in text


def test_a_paper_nobody_wrote_a_signing_for_has_room_to_sign(vault: Vault) -> None:
    typed = {"ad_refusals": [{"rfz_treatment": "CPR", "rfz_kind": "physical", "rfz_when": "any"}]}
    section = answer.start(vault, shelf(), "advance_decision", NOW.date())
    answer.put_all(vault, shelf(), "advance_decision", typed, NOW, section.id)
    vault.remove_section("advance_decision-1")
    text = paper(vault).text
    assert ROOM_TO_SIGN in text
    assert RECORD not in text


# The day to look again


def test_the_day_to_look_again_is_on_the_paper_and_in_its_code(vault: Vault) -> None:
    """X Primary Care Trust v XB: it never ends anything."""
    made = paper(vault)
    by = date(2028, 11, 30)  # Alex wrote November 2028
    assert made.facts.look_again == by
    assert WORDS("paper.look_again", date="30 November 2028") in made.text
    assert read_code(made.code).facts.look_again == by
    report = check_text(made.code, date(2029, 1, 1), Met(), WORDS)
    assert report.exit_code == Exit.DONE
    assert any("by 30 November 2028" in one.sentence for one in report.checks if one.outcome is Came.NOTED)


@pytest.mark.parametrize("words", ["3 March 2024", "about 2030", "soon", ""])
def test_a_day_that_has_passed_or_is_not_certain_is_not_printed_as_a_plan(vault: Vault, words: str) -> None:
    answer.put(vault, shelf(), decision(vault), "ad_review_on", words, NOW)
    made = paper(vault)
    assert made.facts.look_again is None
    assert WORDS("paper.look_again", date="").split("{")[0][:20] not in made.text


def test_two_holders_in_one_folder_each_have_their_own_files(vault: Vault, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first, second = give(vault, out), give(vault, out, "Somebody else")
    assert not set(first.files.values()) & set(second.files.values())
    assert all(file.exists() for one in (first, second) for file in one.files.values())
    assert "Northside Ward" in first.files["text"].read_text()
    assert give(vault, out).files == first.files, "the same words for the same holder are the same files"
