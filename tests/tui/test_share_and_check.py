"""The way out and the way in: a paper is seen word for word before it leaves, and a check shows facts, not a tick."""

from pathlib import Path

import pytest

from passport.actions.unlock import unlock
from passport.law.door import sentence
from passport.tui import routes
from passport.tui.screens.check_paper import CheckPaperPage, ReportPage
from passport.tui.screens.entries import EntriesPage
from passport.tui.screens.help import HelpPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.share_give import ShareGivePage
from passport.tui.screens.share_see import SharedPage, ShareSeePage
from passport.tui.screens.share_what import ShareWhatPage
from passport.tui.screens.share_who import ShareWhoPage
from passport.tui.widgets.type_in import OneLine
from tests.tui.on_screen import NOW, PASSPHRASE, Person, alex, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def share(person: Person, who: int, holder: str, out: Path) -> None:
    await person.home()
    await person.app.push_screen(ShareWhoPage())
    await person.on(ShareWhoPage)
    await person.press(*["down"] * who, "enter")
    await person.on(ShareWhatPage)
    await person.until(lambda: person.app.screen.query("#what"))


async def go_on(person: Person, holder: str, out: Path) -> None:
    await person.click("continue")
    await person.on(ShareGivePage)
    person.app.screen.query_one("#holder", OneLine).value = holder
    person.app.screen.query_one("#folder", OneLine).value = str(out)
    await person.click("continue")
    await person.on(ShareSeePage)
    await person.until(lambda: person.app.screen.query("#share"))


async def test_share_shows_one_side_then_the_exact_words_then_where_the_files_are(tmp_path: Path) -> None:
    at, out = alex(tmp_path), tmp_path / "papers"
    async with at_the_screen(at, (80, 40)) as person:
        await share(person, 5, "Northside Trust", out)
        assert "My crisis plan" not in person.text
        assert "My advance decision" not in person.text
        await person.press("f1")
        await person.on(HelpPage)
        await person.press("escape")
        await go_on(person, "Northside Trust", out)
        assert not out.exists()
        assert "It was made for Northside Trust" in person.text
        assert sentence("IR-04") in person.text
        await person.click("share")
        await person.on(SharedPage)
        assert "Shared with Northside Trust" in person.text
        pdf = next(out.glob("*.pdf"))
        assert str(pdf) in person.text
        await person.click("home")
        await person.on(HomePage)
        assert len(person.app.screen_stack) == 2

        await person.app.push_screen(CheckPaperPage())
        await person.on(CheckPaperPage)
        await person.types(f"'{pdf}'")
        await person.press("enter")
        await person.on(ReportPage)
        assert "The seal is whole" in person.text
        assert "Ward welcome pack" in person.text
        assert "No check can tell you who the person is" in person.text

        changed = bytearray(pdf.read_bytes())
        changed[len(changed) // 2] ^= 1
        pdf.write_bytes(bytes(changed))
        await person.app.push_screen(CheckPaperPage())
        await person.on(CheckPaperPage)
        await person.types(str(pdf))
        await person.press("enter")
        await person.on(ReportPage)
        assert "The seal is whole" not in person.text
        assert "fresh copy" in person.text

    vault = unlock(at.vault, PASSPHRASE, NOW).vault
    assert [copy.holder for copy in vault.passport().copies] == ["Northside Trust"]
    vault.close()


async def test_a_last_look_writes_no_copy_down(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await share(person, 0, "Crisis team", tmp_path / "papers")
        await go_on(person, "Crisis team", tmp_path / "papers")
        await person.press("escape")
        await person.on(ShareGivePage)
    vault = unlock(at.vault, PASSPHRASE, NOW).vault
    assert vault.passport().copies == ()
    vault.close()


async def test_a_name_is_wanted_before_anything_is_made(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await share(person, 0, "", tmp_path)
        await person.click("continue")
        await person.on(ShareGivePage)
        await person.click("continue")
        await person.until(lambda: "There is a problem" in person.text)
        assert isinstance(person.app.screen, ShareGivePage)


async def test_going_home_from_anywhere_leaves_nothing_behind_that_could_break(tmp_path: Path) -> None:
    """Pages that fill themselves again when they come to the front may be gone before they are filled."""
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await person.home()
        for _ in range(5):
            for form in ("contacts", "training_record"):
                await person.app.push_screen(EntriesPage(form))
            await person.pilot.pause()
            routes.go_home(person.app)
            await person.until(lambda: len(person.app.screen_stack) == 2)
            await person.on(HomePage)
