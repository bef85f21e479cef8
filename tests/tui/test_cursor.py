"""The terminal's own cursor stands on what has the focus: braille displays and magnifiers look there.

What it stands on is read from the cells that are drawn, not from where we think it is.
"""

from pathlib import Path

import pytest

from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.make_vault import NamePage, PassphrasePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.support import SupportPage
from passport.tui.screens.unlock import Unlock
from passport.tui.widgets.rows import POINTER
from tests.tui.on_screen import Person, a_record, alex, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def on_the_answers(person: Person) -> None:
    await person.home()
    await person.app.push_screen(CheckAnswersPage("advance_decision-1"))
    await person.on(CheckAnswersPage)
    await person.settled()


async def test_tab_takes_it_along_at_once(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path)) as person:
        await on_the_answers(person)
        for words in ("Signing day", "Stop this paper"):
            await person.press("tab")
            while words not in str(getattr(person.app.screen.focused, "label", "")):
                await person.press("tab")
            assert person.at_cursor.strip().startswith(words)


async def test_it_follows_when_the_page_scrolls_or_the_window_changes(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), (80, 12)) as person:
        await on_the_answers(person)
        while not person.at_cursor.startswith(POINTER):
            await person.press("tab")
        for _ in range(8):
            await person.press("down")
            assert person.at_cursor.startswith(POINTER)
        scroll = person.app.screen.query_one("#scroll")
        scroll.scroll_relative(y=3, animate=False)
        await person.settled()
        assert person.at_cursor.startswith(POINTER)
        await person.press("pageup")
        assert scroll.region.contains_point(person.cursor)
        await person.pilot.resize_terminal(50, 20)
        await person.settled()
        assert person.at_cursor.startswith(POINTER)


async def test_it_comes_back_with_the_page(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path)) as person:
        await person.home()
        await person.press("down")
        before = person.at_cursor
        assert before.startswith(POINTER)
        await person.press("f2")
        await person.on(SupportPage)
        assert "Back" in person.at_cursor
        await person.press("escape")
        await person.on(HomePage)
        assert person.at_cursor == before


async def test_a_second_problem_has_it_again(tmp_path: Path) -> None:
    async with at_the_screen(places_in(tmp_path)) as person:
        await person.press("enter")
        await person.on(NamePage)
        await person.press("enter")
        await person.on(PassphrasePage)
        await person.press("ctrl+u", *"password")
        for _ in range(2):
            await person.click("continue")
            await person.settled()
            assert person.at_cursor.startswith(f"{POINTER} This passphrase is too easy")


async def test_in_a_box_it_is_where_the_next_letter_goes(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_name": "Robin"}})
    async with at_the_screen(at) as person:
        await person.on(Unlock)
        await person.press("x", "backspace")
        x, y = person.cursor
        assert person.drawn[y][x - 2 : x] == "│ "
        await person.home()
        await person.app.push_screen(QuestionPage("about_me-1", "am_name"))
        await person.on(QuestionPage)
        await person.settled()
        x, y = person.cursor
        assert person.drawn[y][:x].endswith("Robin")
        await person.press("left")
        assert person.at_cursor.startswith("n ")
