"""What I wrote before, on the full screen: from the answers and from the list, and back."""

from pathlib import Path

import pytest

from passport.actions import answer
from passport.forms.shelf import shelf
from passport.tui import routes
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.history import AnswerBackPage, EntryBackPage, HistoryFormsPage, HistoryPage
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.tui.on_screen import LOW, NARROW, NOW, PASSPHRASE, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


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


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_an_earlier_answer_stands_beside_the_words_of_today(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Side by side where there is room, else one under the other; what differs is said in words."""
    at = a_record(tmp_path, {"about_me": {"am_name": "Alex Morgan"}})
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    answer.put(vault, shelf(), "about_me-1", "am_name", "Robin Morgan", NOW)
    vault.close()
    async with at_the_screen(at, size) as person:
        await person.home()
        await person.app.push_screen(HistoryPage("about_me-1", "am_name"))
        await person.on(HistoryPage)
        await person.settled()
        await person.press("down", "enter")
        await person.on(AnswerBackPage)
        await person.settled()
        (then,) = [line for line in person.drawn if "Alex Morgan" in line]
        assert ("Robin Morgan" in then) is (size == LOW)
        assert any("Robin Morgan" in line for line in person.drawn)
        for key, words in (("only_then", "Alex"), ("only_now", "Robin")):
            assert WORDS(f"beside.{key}", words=words) in person.text


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
