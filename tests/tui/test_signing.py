"""Signing day on the screen: written down whole, from the paper, with keys as a person presses them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.widgets import Button

from passport.errors import NoRoom
from passport.law.made import signing_that_counts
from passport.record.sections import SIGNINGS
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.share_give import ShareGivePage
from passport.tui.screens.share_see import ShareSeePage
from passport.tui.screens.share_what import ShareWhatPage
from passport.tui.screens.signing_day import SigningDayPage
from passport.tui.screens.signing_record import SigningRecordPage
from passport.tui.screens.signing_shown import SigningShownPage
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
ABOUT = {"am_name": "Sam Doyle", "am_dob": "14 May 1979", "am_nation": "england"}
REFUSAL = {
    "rfz_treatment": "CPR",
    "rfz_kind": "physical",
    "rfz_when": "any",
    "rfz_ls": "yes",
    "rfz_ls_statement": "yes",
}
DECISION: Mapping[str, object] = {
    "ad_intro_ok": "yes",
    "ad_able": "yes",
    "ad_lpa_health": "no",
    "ad_refusals": [REFUSAL],
}


async def at_signing(person: Person) -> None:
    await person.home()
    await person.app.push_screen(SigningDayPage("advance_decision-1"))
    await person.on(SigningDayPage)
    await person.click("record")
    await person.on(SigningRecordPage)


async def test_a_signing_is_typed_from_the_paper_question_by_question_and_saved_in_one_go(
    tmp_path: Path,
) -> None:
    """MCA 2005 s.25(6): in writing, signed, with a witness who saw it and signed too."""
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await at_signing(person)
        await person.press("space", "enter")  # with a pen
        await person.press("space", "enter")  # by me
        await person.types("2 November 2026")
        await person.press("enter")
        await person.press("space", "enter")  # the witness saw it
        await person.types("Robin Hale")
        await person.press("enter", "enter", "enter")  # no address, no job
        await person.press("space", "enter")  # I do not know them otherwise
        await person.press("tab")  # whether two people have one name is for whom it fits
        for _ in range(3):  # an adult, they signed, in the same room
            await person.press("space", "enter")
        assert "There is a problem" not in person.text
        await person.click("continue")
        await person.on(SigningDayPage)
        await person.settled()
        assert "Robin Hale" in person.text
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    section = vault.section("advance_decision-1")
    signing = signing_that_counts(section)
    assert signing is not None
    assert (signing.how, signing.signed_on) == ("pen", "2026-11-02")
    assert signing.item.value("sg_wit_name") == "Robin Hale"
    assert signing.item.value("sg_wit_place") == "same_room"
    assert signing.text is not None
    assert len(section.items(SIGNINGS)) == 1
    assert vault.draft(section.id, f"{SIGNINGS}.new.sg_wit_name") is None
    vault.close()


async def test_a_date_that_is_not_one_is_told_before_a_signing_is_written_down(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await at_signing(person)
        await person.press("space", "enter", "space", "enter")
        await person.types("last Tuesday")
        await person.click("continue")
        await person.until(lambda: "There is a problem" in person.text)
        assert isinstance(person.app.screen, SigningRecordPage)
        await person.press("escape")
        await person.on(SigningDayPage)
        await person.click("record")
        await person.on(SigningRecordPage)
        boxes = [one.value for one in person.app.screen.query(OneLine)]
        assert "last Tuesday" in boxes
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    assert vault.section("advance_decision-1").items(SIGNINGS) == ()
    vault.close()


async def test_a_full_disk_is_told_on_the_page_and_the_words_stay_to_be_saved_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(RefusalPage("advance_decision-1", "ad_refusals", "1"))
        await person.on(RefusalPage)
        with monkeypatch.context() as full:
            full.setattr(Vault, "put", no_room)
            await person.types(" with a machine")
            await person.click("continue")
            await person.until(lambda: "full" in person.text)
            await person.press("escape")
            await person.settled()
            assert isinstance(person.app.screen, RefusalPage)
            assert person.app.screen.fields[0].unsaved
        await person.press("escape")
        await person.until(lambda: not isinstance(person.app.screen, RefusalPage))
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    refusal = vault.section("advance_decision-1").items("ad_refusals")[0]
    assert refusal.value("rfz_treatment") == "CPR with a machine"
    vault.close()


def no_room(*_given: object) -> None:
    raise NoRoom


async def test_a_signing_is_read_on_its_own_page_and_can_be_taken_out(tmp_path: Path) -> None:
    signing = {"sg_how": "pen", "sg_who": "me", "sg_date": "2 November 2026", "sg_wit_name": "Robin Hale"}
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION}, signing)
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(QuestionPage("advance_decision-1", SIGNINGS, changing=True))
        await person.on(QuestionPage)
        assert "Pen" in person.text
        assert "2 November 2026" in person.text
        await person.press("enter")
        await person.on(SigningShownPage)
        assert "Robin Hale" in person.text
        await person.click("remove")
        take_out = person.app.screen.query_one("#remove", Button)
        assert str(take_out.label) == "Yes, take it out"
        take_out.focus()
        await person.press("shift+tab")  # a press that was meant for something else takes nothing out
        await person.until(lambda: str(take_out.label) == "Take this out")
        await person.click("remove")
        assert isinstance(person.app.screen, SigningShownPage)
        await person.click("remove")
        await person.on(QuestionPage)
        await person.until(lambda: "None yet." in person.text)
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    assert signing_that_counts(vault.section("advance_decision-1")) is None
    vault.close()


async def test_the_paper_to_sign_is_this_paper_for_the_person_themselves(tmp_path: Path) -> None:
    at = a_record(
        tmp_path, {"about_me": ABOUT, "advance_decision": DECISION, "contacts": {"ct_name": "Robin Hale"}}
    )
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(SigningDayPage("advance_decision-1"))
        await person.on(SigningDayPage)
        assert getattr(person.app.focused, "id", "") == "print"
        await person.press("enter")
        await person.on(ShareWhatPage)
        await person.click("continue")
        await person.on(ShareGivePage)
        assert person.app.screen.query_one("#holder", OneLine).value == "me (to sign)"
        person.app.screen.query_one("#folder", OneLine).value = str(tmp_path / "out")
        await person.click("continue")
        await person.on(ShareSeePage)
        await person.until(lambda: "It was made for me (to sign)." in person.text)
        assert "Robin Hale" not in person.text
