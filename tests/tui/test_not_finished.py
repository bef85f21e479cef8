"""What was begun and not finished is said wherever its answer stands, and can be thrown away; boxes on the way are kept."""

from pathlib import Path

import pytest
from textual.widgets import Button, Input

from passport.actions.demo import place_to_look_around
from passport.actions.drafts import save_draft, unfinished
from passport.forms.shelf import shelf
from passport.tui.app import Left
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.made_up import MadeUpPage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.share_give import ShareGivePage
from passport.tui.screens.share_see import SharedPage, ShareSeePage
from passport.tui.screens.share_what import ShareWhatPage
from passport.tui.screens.share_who import ShareWhoPage
from passport.tui.screens.tour import TourPage
from passport.tui.screens.welcome import Welcome
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
PLAN: dict[str, dict[str, object]] = {"crisis_plan": {"cp_allergy": ["penicillin"], "cp_calm": "Quiet"}}
BEGUN = "You began to change this"


def with_a_draft(folder: Path) -> None:
    vault = Vault.open_with_passphrase(places_in(folder).vault, PASSPHRASE, NOW)
    save_draft(vault, "crisis_plan-1", "cp_allergy", ("penicillin", "Latex"))
    vault.close()


def papers_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.pdf"))


async def test_quitting_keeps_a_draft_and_the_answers_and_the_paper_say_so(tmp_path: Path) -> None:
    at = a_record(tmp_path, PLAN)
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(QuestionPage("crisis_plan-1", "cp_allergy"))
        await person.on(QuestionPage)
        person.app.screen.query(Input).last().focus()
        await person.types("Latex")
        await person.pilot.press("ctrl+q")
        await person.until(lambda: person.app.return_value is Left.QUIT)

    async with at_the_screen(at) as again:
        await again.home()
        await again.app.push_screen(CheckAnswersPage("crisis_plan-1"))
        await again.on(CheckAnswersPage)
        assert again.text.count(BEGUN) == 1
        await again.app.push_screen(ShareWhoPage())
        await again.on(ShareWhoPage)
        await again.press("enter")
        await again.on(ShareWhatPage)
        label = shelf().labels_by_question()["cp_allergy"]
        assert f"did not finish: {label}" in again.text
        await again.click("continue")
        await again.on(ShareGivePage)
        again.app.screen.query_one("#holder", OneLine).value = "Northside"
        await again.click("continue")
        await again.until(lambda: again.app.screen.query("#share"))
        assert isinstance(again.app.screen, ShareSeePage)
        assert f"did not finish: {label}" in again.text


async def test_what_was_not_finished_is_thrown_away_when_that_is_said_twice(tmp_path: Path) -> None:
    at = a_record(tmp_path, PLAN)
    with_a_draft(tmp_path)
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(CheckAnswersPage("crisis_plan-1"))
        await person.on(CheckAnswersPage)
        desk = person.app.session.desk
        await person.click("drop")
        assert await desk.do(unfinished, "crisis_plan-1") == {"cp_allergy"}
        assert str(person.app.screen.query_one("#drop", Button).label) == "Yes, throw it away"
        await person.click("drop")
        await person.until(lambda: BEGUN not in person.text and person.ready)
        assert await desk.do(unfinished, "crisis_plan-1") == frozenset()
        assert not person.app.screen.query("#drop")
        section = await desk.do(Vault.section, "crisis_plan-1")
        assert section.answers["cp_allergy"].words == ("penicillin",)


async def test_a_draft_in_an_item_that_was_taken_out_is_not_told(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"advance_decision": {"ad_refusals": [{"rfz_kind": "physical"}]}})
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    save_draft(vault, "advance_decision-1", "ad_refusals.1.rfz_why", "Half")
    save_draft(vault, "advance_decision-1", "ad_refusals.7.rfz_why", "Of one that has gone")
    assert unfinished(vault, "advance_decision-1") == {"ad_refusals"}
    vault.drop_draft("advance_decision-1", "ad_refusals.1.rfz_why")
    assert unfinished(vault, "advance_decision-1") == frozenset()
    vault.close()


async def test_esc_on_the_way_to_sharing_keeps_what_is_in_the_boxes(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, PLAN)) as person:
        await person.home()
        await person.app.push_screen(ShareWhoPage())
        await to_give(person)
        person.app.screen.query_one("#reason", OneLine).value = "So that they know"
        for page in (ShareWhatPage, ShareWhoPage):
            await person.press("escape")
            await person.on(page)
        await to_give(person)
        assert person.app.screen.query_one("#reason", OneLine).value == "So that they know"


async def to_give(person: Person) -> None:
    await person.on(ShareWhoPage)
    await person.press("enter")
    await person.on(ShareWhatPage)
    await person.click("continue")
    await person.on(ShareGivePage)


async def test_papers_of_the_made_up_person_go_when_the_person_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with at_the_screen(places_in(tmp_path / "nowhere")) as person:
        await person.on(Welcome)
        await person.app.push_screen(MadeUpPage())
        await person.on(MadeUpPage)
        await person.press("enter")
        await person.on(TourPage)
        await person.click("leave")
        await person.on(HomePage)
        await person.app.push_screen(ShareWhoPage())
        await to_give(person)
        assert "This person is made up" in person.text
        person.app.screen.query_one("#holder", OneLine).value = "Northside"
        await person.click("continue")
        await person.until(lambda: person.app.screen.query("#share"))
        await person.click("share")
        await person.on(SharedPage)
        made = papers_in(tmp_path)
        assert len(made) == 1
        assert made[0].parent == person.app.session.at.vault.parent / "papers"
        await person.pilot.press("ctrl+q")
        await person.until(lambda: person.app.return_value is Left.QUIT)
    assert not made[0].parent.parent.exists()


def test_another_record_has_its_papers_in_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from passport.actions.sharing import usual_folder

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert usual_folder(tmp_path / "record") == tmp_path / "passport-papers"
    assert usual_folder(place_to_look_around()).name == "papers"
