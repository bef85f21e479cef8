"""What a paper says of its signing and of the day to look again: only what is true of the very text that is printed."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse, share
from passport.actions.sign import sign
from passport.actions.stop import stop
from passport.checking.check import check_text
from passport.checking.report import Came
from passport.errors import Exit, StoppedPaper
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.qr.token import read as read_code
from passport.record.audience import Audience
from passport.vault.vault import Vault
from tests.actions.giving import WORDS, give
from tests.builders import A_GOOD_SIGNING, NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
ROOM_TO_SIGN = WORDS("paper.signatures")
RECORD = WORDS("paper.signed_note")
SIGNED = {**A_GOOD_SIGNING, "sg_date": "20 November 2026"}
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


@pytest.mark.parametrize("how", ["spoken", "not_signed", ""])
def test_what_nobody_signed_is_printed_with_room_to_sign(vault: Vault, how: str) -> None:
    typed = {"ad_refusals": [{"rfz_treatment": "CPR", "rfz_kind": "physical", "rfz_when": "any"}]}
    section = answer.start(vault, shelf(), "advance_decision", NOW.date())
    answer.put_all(vault, shelf(), "advance_decision", typed, NOW, section.id)
    vault.remove_section("advance_decision-1")
    if how:
        sign(vault, shelf(), section.id, {"sg_how": how}, NOW)
    text = paper(vault).text
    assert ROOM_TO_SIGN in text
    assert CHANGED not in text
    assert (RECORD in text) is bool(how)


def test_a_signed_page_that_is_missing_is_noticed(vault: Vault, tmp_path: Path) -> None:
    """AD-50: the printed paper has so many pages, whichever of its printings was signed."""
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    shared = share(vault, shelf(), selection, Handing("Riverbank Surgery"), NOW, WORDS, tmp_path / "out")
    printed = len(PdfReader(shared.files["pdf"]).pages)
    for signed, noticed in ((printed, False), (printed - 1, True)):
        sign(vault, shelf(), decision(vault), {**SIGNED, "sg_pages": str(signed)}, NOW)
        found = assess(vault, shelf(), decision(vault), NOW.date()).findings
        assert ("AD-50" in {one.id for one in found}) is noticed
    answer.put(vault, shelf(), decision(vault), "ad_general", "Other words", NOW)
    sign(vault, shelf(), decision(vault), {**SIGNED, "sg_pages": "99"}, NOW)
    found = assess(vault, shelf(), decision(vault), NOW.date()).findings
    assert "AD-50" not in {one.id for one in found}, "nobody knows how many pages this text has"


# What no longer stands


def test_a_paper_whose_every_refusal_is_stopped_does_not_go_out_as_if_it_stood(vault: Vault) -> None:
    """EX-04: it is refused, or says STOPPED on every page."""
    for item in vault.section(decision(vault)).items("ad_refusals"):
        stop(vault, shelf(), decision(vault), NOW, item.id)
    with pytest.raises(StoppedPaper):
        paper(vault)
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    mine = rehearse(vault, shelf(), selection, Handing("Me", for_my_records=True), NOW, WORDS)
    assert mine.facts.status == "stopped"
    assert mine.facts.stopped_on == NOW.date()
    assert WORDS("paper.stopped", date="23 November 2026") in mine.text


def test_a_refusal_that_a_later_attorney_ended_is_printed_as_ended(vault: Vault) -> None:
    """MCA 2005 s.25(2)(b), AD-35."""
    later = {
        "ad_lpa_health": "yes",
        "ad_lpa_signed": "5 November 2026",
        "ad_lpa_registered": "10 November 2026",
        "ad_lpa_ls": "yes",
    }
    for question, words in later.items():
        answer.put(vault, shelf(), decision(vault), question, words, NOW)
    answer.put(vault, shelf(), decision(vault), "ad_refusals.1.rfz_lpa_covers", "yes", NOW)
    answer.put(vault, shelf(), decision(vault), "ad_refusals.2.rfz_lpa_covers", "no", NOW)
    text = paper(vault).text
    ended, stands = WORDS("paper.refusal_ended"), "2. I do not want"
    assert ended in text[text.index("1. I do not want") : text.index(stands)]
    assert ended not in text[text.index(stands) : text.index("3. I do not want")]


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
