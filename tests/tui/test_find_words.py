"""Find words on the full screen: as somebody types, and the way there and back."""

from pathlib import Path

import pytest

from passport.tui import routes
from passport.tui.screens.find_words import FindWordsPage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.widgets.rows import Row
from tests.cli.test_find import ANSWERS
from tests.tui.on_screen import NARROW, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def opens(person: Person) -> None:
    await person.home()
    await routes.show(person.app, "words")
    await person.on(FindWordsPage)


async def test_what_is_typed_is_found_and_leads_there_and_back(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ANSWERS)) as person:
        await opens(person)
        await person.press(*"cat")
        await person.until(lambda: "My cat, and strong tea" in person.text, "what was found")
        await person.press("enter", "enter")
        await person.on(QuestionPage)
        await person.press("escape")
        await person.on(FindWordsPage)
        assert "My cat, and strong tea" in person.text
        await person.until(lambda: isinstance(person.app.focused, Row), "the row again")


async def test_a_word_inside_a_refusal_leads_to_it(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ANSWERS), NARROW) as person:
        await opens(person)
        await person.types("shake")
        await person.until(lambda: "It made me shake" in person.text, "what was found")
        await person.press("enter", "enter")
        await person.on(RefusalPage)


async def test_only_the_last_letters_count_and_nothing_is_said_plainly(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ANSWERS)) as person:
        await opens(person)
        await person.press(*"catx")
        await person.until(lambda: "We found nothing" in person.text, "that there is none")
        assert not person.app.screen.query(Row)
