"""Undo on the screen: in the box with F7, and the words from before after they were saved. The meter follows what is typed."""

from pathlib import Path

import pytest

from passport.tui.screens.question import QuestionPage
from passport.tui.widgets.type_in import ManyLines, OneLine
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


async def test_f7_takes_back_what_was_typed_and_the_meter_follows(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"crisis_plan": {"cp_hard": "Loud rooms"}})
    async with at_the_screen(at, NARROW) as person:
        await person.home()
        await person.app.push_screen(QuestionPage("crisis_plan-1", "cp_hard", changing=True))
        await person.on(QuestionPage)
        await person.settled()
        assert "You have 2." in person.text
        box = person.app.screen.query_one(ManyLines)
        box.insert(" and bright lights", box.document.end)
        await person.settled()
        assert "You have 5." in person.text
        await person.press("f7")
        await person.settled()
        assert box.text == "Loud rooms"
        assert "You have 2." in person.text
        await person.press("f8")
        assert box.text == "Loud rooms and bright lights"


async def test_the_words_from_before_come_back_with_a_button(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(QuestionPage("about_me-1", "am_known_as", changing=True))
        await person.on(QuestionPage)
        assert not person.app.screen.query("#undo")
        person.app.screen.query_one(OneLine).value = "Robbie"
        await person.click("continue")
        await person.settled()
        await person.app.push_screen(QuestionPage("about_me-1", "am_known_as", changing=True))
        await person.on(QuestionPage)
        person.app.screen.query_one(OneLine).value = "Rob"
        await person.settled()
        await person.click("undo")
        await person.settled()
        assert person.app.screen.query_one(OneLine).value == "Robbie"
        kept = await person.app.session.desk.do(lambda vault: vault.history("about_me-1"))
        said = [one.answer.words for one in kept if one.place == "am_known_as"]
        assert said == ["Robin", "Robbie", "Rob", "Robbie"]
