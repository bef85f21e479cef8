"""Helping on the screen: what goes out is seen first, the helper has the same boxes under a banner, the person decides."""

from pathlib import Path

import pytest

from passport.actions import bring_suggestions, helping, suggestions
from passport.actions.places import Places
from passport.forms.shelf import shelf
from passport.record.suggestions import Helper
from passport.tui import routes
from passport.tui.app import Left
from passport.tui.field import Field
from passport.tui.screens.ask_help import AskDonePage, AskGivePage, AskSidePage, AskWhatPage
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.screens.card import CardPage
from passport.tui.screens.help_out import (
    HelpDonePage,
    HelpHomePage,
    HelpOutPage,
    HelpSavePage,
    HelpSectionPage,
)
from passport.tui.screens.home import HomePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.suggestions import BringPage, HelpMenuPage, SuggestionPage, SuggestionsPage
from passport.tui.screens.unlock import Unlock
from passport.tui.verbs import Verbs
from passport.tui.widgets.rows import Row
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.type_in import OneLine
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
BANNER = "You are helping Robin. Nothing changes until Robin agrees."


def helpers(folder: Path) -> Places:
    here = folder / "helper"
    return Places(here / "record", here / "settings", here / "seen", here / "met", here / "helping")


async def pick(person: Person, key: str) -> None:
    row = next(one for one in person.app.screen.query(Row) if one.key == key)
    page = person.app.screen
    row.parent.go_to(row)  # type: ignore[union-attr]  # a list of rows
    await person.press("enter")
    await person.settled()
    assert page is not None


async def ask(person: Person, out: Path) -> Path:
    """Robin asks Sam about two answers, with a passphrase that is the record's own in these tests."""
    await person.home()
    await routes.show(person.app, "help")
    await person.on(HelpMenuPage)
    await pick(person, "ask")
    await person.on(AskSidePage)
    await person.press("enter")
    await person.on(AskWhatPage)
    await pick(person, "about_me-1")
    await person.click("continue")
    await person.on(AskGivePage)
    assert "Robin" in person.text
    person.app.screen.query_one("#helper", OneLine).value = "Sam Patel"
    person.app.screen.query_one("#folder", OneLine).value = str(out)
    person.app.screen.query_one("PassphraseBox OneLine", OneLine).value = PASSPHRASE
    await person.click("make")
    await person.on(AskDonePage)
    return next(out.glob("*.passport-help"))  # noqa: ASYNC240  # a test has time


async def test_the_whole_way_on_a_narrow_screen(tmp_path: Path) -> None:
    mine = a_record(tmp_path, {"about_me": {"am_known_as": "Robin", "am_pronouns": "they"}})
    async with at_the_screen(mine, NARROW) as person:
        bundle = await ask(person, tmp_path / "out")
    await sam_helps(tmp_path, bundle)
    async with at_the_screen(mine, NARROW) as person:
        await robin_decides(person, tmp_path / "back")


async def sam_helps(tmp_path: Path, bundle: Path) -> None:
    async with at_the_screen(helpers(tmp_path), NARROW) as sam:
        await pick(sam, "help")
        await sam.on(HelpOutPage)
        sam.app.screen.query_one("#file", OneLine).value = str(bundle)
        box = sam.app.screen.query_one("#passphrase", OneLine)
        box.value = "not it"
        await sam.click("go")
        await sam.until(lambda: WORDS("errors.WrongBundlePassphrase") in sam.text)
        box.value = PASSPHRASE
        await sam.click("go")
        await sam.on(HelpHomePage)
        assert BANNER in " ".join(sam.text.split())
        await sam.press("f6")
        assert not isinstance(sam.app.screen, CardPage)
        verbs = {words for words, _does in Verbs(sam.app.screen)._verbs()}
        assert WORDS("screens.find.share") not in verbs
        await pick(sam, "about_me-1")
        await sam.on(HelpSectionPage)
        await pick(sam, "am_pronouns")
        await sam.on(QuestionPage)
        assert BANNER in " ".join(sam.text.split())
        field = sam.app.screen.query_one(Field)
        field.query_one(OneLine).value = "they, them"
        await sam.click("continue")
        await sam.on(HelpSectionPage)
        await sam.settled()
        assert "You suggest: they, them" in sam.text
        await sam.press("escape")
        await sam.on(HelpHomePage)
        await pick(sam, "save")
        await sam.on(HelpSavePage)
        await sam.click("save")
        await sam.until(lambda: WORDS("errors.HelperWanted") in sam.text)
        sam.app.screen.query_one("#name", OneLine).value = "Sam Patel"
        sam.app.screen.query_one("#folder", OneLine).value = str(tmp_path / "back")
        await sam.click("save")
        await sam.on(PrintedPage)
        await sam.press("escape")
        await sam.on(HelpHomePage)
        sam.app.screen.query_one(SureButton).focus()
        await sam.press("enter", "enter")
        await sam.on(HelpDonePage)
        assert not list((tmp_path / "helper").rglob("vault.db"))


async def robin_decides(person: Person, folder: Path) -> None:
    await person.home()
    await routes.show(person.app, "help_bring")
    await person.on(BringPage)
    back = next(folder.iterdir())  # noqa: ASYNC240  # a test has time
    person.app.screen.query_one(OneLine).value = str(back)
    await person.click("go")
    await person.on(SuggestionsPage)
    assert "Sam Patel suggests (typed it): they, them" in " ".join(person.text.split())
    await person.press("enter")
    await person.on(SuggestionPage)
    assert person.app.screen.focused is person.app.screen.query_one("#leave")
    person.app.screen.query_one(Field).query_one(OneLine).value = "they and them"
    await person.click("take")
    await person.on(SuggestionsPage)
    await person.settled()
    assert WORDS("helping.none") in person.text
    section = await person.app.session.desk.do(lambda vault: vault.section("about_me-1"))
    kept = section.answers["am_pronouns"]
    assert (kept.words, kept.by) == ("they and them", "me, with Sam Patel (typed it)")


async def test_a_helper_who_hides_comes_back_to_the_work_and_the_half_typed_words(tmp_path: Path) -> None:
    mine = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(mine) as person:
        bundle = await ask(person, tmp_path / "out")
    at = helpers(tmp_path)
    helping.begin(at, bundle.read_bytes(), PASSPHRASE, shelf(), NOW).close()
    work = Places(helping.place_for(at, bundle.read_bytes()), at.settings, at.seen, at.met, at.helping)
    async with at_the_screen(work) as sam:
        await sam.unlock()
        await sam.on(HelpHomePage)
        await routes.open_place(sam.app, "about_me-1", "am_pronouns")
        await sam.on(QuestionPage)
        sam.app.screen.query_one(OneLine).value = "half typed"
        await sam.press("f10")
        await sam.until(lambda: sam.app.return_value is Left.LOCKED)
    async with at_the_screen(work) as sam:
        assert isinstance(sam.app.screen, Unlock)
        assert "Robin" not in sam.text
        await sam.unlock()
        await sam.on(QuestionPage)
        assert sam.app.screen.query_one(OneLine).value == "half typed"
        assert BANNER in " ".join(sam.text.split())


async def test_keeping_ones_own_words_leaves_them_and_the_suggestion_goes(tmp_path: Path) -> None:
    mine = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(mine) as person:
        bundle = await ask(person, tmp_path / "out")
        at = helpers(tmp_path)
        work = helping.begin(at, bundle.read_bytes(), PASSPHRASE, shelf(), NOW)
        from passport.actions import answer

        answer.put(work, shelf(), "about_me-1", "am_known_as", "Bobby", NOW)
        path, _count = helping.save_suggestions(work, shelf(), Helper("Sam", "typed"), NOW, tmp_path / "b")
        work.close()
        await person.app.session.desk.do(bring_suggestions.bring_in, shelf(), path.read_bytes())
        await routes.show(person.app, "help_suggestions")
        await person.on(SuggestionsPage)
        await person.press("enter")
        await person.on(SuggestionPage)
        await person.press("enter")
        await person.on(SuggestionsPage)
        await person.settled()
        section = await person.app.session.desk.do(lambda vault: vault.section("about_me-1"))
        assert section.answers["am_known_as"].words == "Robin"
        assert await person.app.session.desk.do(suggestions.waiting, shelf(), WORDS) == ()


async def test_from_ones_own_record_it_closes_before_the_other_opens(tmp_path: Path) -> None:
    mine = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(mine) as person:
        bundle = await ask(person, tmp_path / "out")
        await routes.show(person.app, "help_out")
        await person.on(HelpOutPage)
        assert WORDS("helping.out_closes") in person.text
        person.app.screen.query_one("#file", OneLine).value = str(bundle)
        person.app.screen.query_one("#passphrase", OneLine).value = PASSPHRASE
        person.app.session.at = Places(mine.vault, mine.settings, mine.seen, mine.met, tmp_path / "helping")
        await person.click("go")
        await person.on(HelpHomePage)
        assert not isinstance(person.app.screen, HomePage)
        assert person.app.session.helping is not None
