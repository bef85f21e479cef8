"""Things to do on the full screen: a row leads to its place and back, and peace takes the words off the first page."""

from pathlib import Path

import pytest

from passport.tui.screens.backups import BackupsPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.to_do import ToDoPage
from passport.tui.widgets.rows import Row
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, WIDE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
TRAINED = {"training_record": {"tr_title": "First aid", "tr_expires": "2 1 2020"}}


async def opens(person: Person) -> None:
    rows = [row.key for row in person.app.screen.query(Row)]
    await person.press("home", *["down"] * rows.index("to_do"), "enter")
    await person.on(ToDoPage)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_row_leads_to_where_it_is_done_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(a_record(tmp_path, TRAINED), size) as person:
        await person.home()
        await opens(person)
        page = person.app.screen
        await person.press("enter")
        await person.on(QuestionPage)
        await person.press("escape")
        await person.until(lambda: person.app.screen is page and person.ready, "the way back")
        await person.press("down", "enter")
        await person.on(BackupsPage)


async def test_peace_takes_the_words_off_the_first_page_and_may_end(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, TRAINED)) as person:
        await person.home()
        assert WORDS("to_do.count", count=2) in person.text
        await opens(person)
        rows = [row.key for row in person.app.screen.query(Row)]
        await person.press("home", *["down"] * rows.index("month"), "enter")
        await person.until(lambda: WORDS("to_do.show") in person.text, "peace")
        assert "First aid" in person.text
        await person.press("escape")
        await person.on(HomePage)
        await person.until(lambda: WORDS("to_do.count", count=2) not in person.text, "a quiet first page")
