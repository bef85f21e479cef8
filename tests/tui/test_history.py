"""What I wrote before, on the full screen: from the answers and from the list, and back."""

from pathlib import Path

import pytest

from passport.actions import answer
from passport.forms.shelf import shelf
from passport.tui import routes
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.history import AnswerBackPage, EntryBackPage, HistoryFormsPage, HistoryPage
from passport.vault.vault import Vault
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_an_earlier_answer_comes_back(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_name": "Alex"}})
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    answer.put(vault, shelf(), "about_me-1", "am_name", "Robin", NOW)
    vault.close()
    async with at_the_screen(at, NARROW) as person:
        await person.home()
        await person.app.push_screen(CheckAnswersPage("about_me-1"))
        await person.on(CheckAnswersPage)
        await person.click("before")
        await person.on(HistoryPage)
        assert "This is your answer now." in person.text
        await person.press("down", "enter")
        await person.on(AnswerBackPage)
        assert "Alex" in person.text
        await person.press("enter", "enter")
        await person.on(HistoryPage)
        section = await person.app.session.desk.do(Vault.section, "about_me-1")
        assert section.value("am_name") == "Alex"


async def test_an_entry_that_was_taken_out_comes_back(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"reflection": {"rf_changed_work": "A meeting"}})
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    vault.remove_section("reflection-1")
    vault.close()
    async with at_the_screen(at) as person:
        await person.home()
        await routes.show(person.app, "before")
        await person.on(HistoryFormsPage)
        assert "Bring this back" in person.text
        await person.press("enter")
        await person.on(EntryBackPage)
        await person.press("enter", "enter")
        await person.on(HistoryFormsPage)
        section = await person.app.session.desk.do(Vault.section, "reflection-1")
        assert section.answers
