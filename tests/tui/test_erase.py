"""Erase for good, on the full screen: what goes is said first, and Enter alone erases nothing."""

from datetime import date
from pathlib import Path

import pytest

from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.tui import routes
from passport.tui.screens.copies import CopiesPage
from passport.tui.screens.erase import ErasePage
from passport.tui.screens.history import AnswerBackPage, HistoryPage
from passport.tui.screens.home import HomePage
from passport.vault.vault import Vault
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_an_answer_goes_once_it_is_said_twice(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"about_me": {"am_name": "Alex"}}), NARROW) as person:
        await person.home()
        await person.app.push_screen(HistoryPage("about_me-1"))
        await person.on(HistoryPage)
        await person.press("enter")
        await person.on(AnswerBackPage)
        await person.click("erase")
        await person.on(ErasePage)
        assert "This erases your answer" in person.text
        await person.press("enter")
        await person.on(AnswerBackPage)
        await person.click("erase")
        await person.on(ErasePage)
        await person.click("erase")
        assert "Press again" in str(person.app.screen.query_one("#erase").label)  # type: ignore[attr-defined]  # a button's
        await person.click("erase")
        await person.on(HistoryPage)
        section = await person.app.session.desk.do(Vault.section, "about_me-1")
        assert section.answers == {}


async def test_a_whole_entry_goes_and_leads_home(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"about_me": {"am_name": "Alex"}})) as person:
        await person.home()
        await person.app.push_screen(HistoryPage("about_me-1"))
        await person.on(HistoryPage)
        await person.click("erase")
        await person.on(ErasePage)
        await person.click("erase")
        await person.click("erase")
        await person.on(HomePage)
        assert (await person.app.session.desk.do(Vault.passport)).sections == ()


async def test_a_name_goes_from_the_list_of_copies(tmp_path: Path) -> None:
    at = a_record(tmp_path, {})
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    copy = CopyGiven("c1", "Northside", Audience.CARE, "0" * 16, 1, (), (), "s", date(2026, 1, 1), "", "d")
    vault.give_copy(copy, "care:1")
    vault.close()
    async with at_the_screen(at) as person:
        await person.home()
        await routes.show(person.app, "copies")
        await person.on(CopiesPage)
        await person.press("enter")
        await person.on(ErasePage)
        await person.click("erase")
        await person.click("erase")
        await person.on(CopiesPage)
        await person.until(lambda: "Somebody whose name you erased" in person.text, "the list again")
