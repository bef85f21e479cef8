"""The answer about pressure: its own page, hidden with one key, and no list that somebody could read along (ruling 4)."""

from pathlib import Path

import pytest

from passport.tui.app import Left
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.only_you import OnlyYouPage
from passport.tui.screens.question import QuestionPage
from tests.tui.on_screen import Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
DECISION = {"ad_intro_ok": "yes", "ad_refusals": [{"rfz_treatment": "ECT"}]}
TALK = "Talk to someone you trust or an advocate"


async def says(person: Person, keys: tuple[str, ...]) -> None:
    await person.home()
    page = QuestionPage("advance_decision-1", "doc_pressure", changing=True)
    await person.app.push_screen(page)
    await person.on(QuestionPage)
    await person.press(*keys)
    await person.leaves(page)
    await person.settled()


async def test_yes_is_answered_by_a_page_of_its_own_that_hides_at_once(tmp_path: Path) -> None:
    """G-12; ruling 4: shown only on its own screen, which can be hidden at once."""
    at = a_record(tmp_path, {"advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await says(person, ("space", "enter"))
        assert isinstance(person.app.screen, OnlyYouPage)
        assert TALK in person.text
        await person.press("enter")
        await person.until(lambda: person.app.return_value is Left.LOCKED, "the lock")


async def test_no_shows_nothing_and_neither_answer_stands_in_a_list(tmp_path: Path) -> None:
    """Ruling 4: it is in no list."""
    seen = []
    for number, keys in enumerate((("space", "enter"), ("down", "space", "enter"))):
        folder = tmp_path / str(number)
        at = a_record(folder, {"advance_decision": DECISION})
        async with at_the_screen(at, (120, 80)) as person:
            await says(person, keys)
            assert isinstance(person.app.screen, OnlyYouPage) is (number == 0)
            await person.app.push_screen(CheckAnswersPage("advance_decision-1"))
            await person.on(CheckAnswersPage)
            assert TALK not in person.text
            seen.append(person.text)
    assert seen[0] == seen[1]
    assert "Only on its own page" in seen[0]
