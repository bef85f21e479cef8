"""On the full screen: answers of an earlier version are in view among the answers, and nothing stops because of them."""

from pathlib import Path

import pytest

from passport.forms import shelf as shelves
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.question import QuestionPage
from passport.wording.words import Words
from tests.older_pack import ANSWERS, KEPT, LABEL, newer_shelf
from tests.tui.on_screen import WIDE, a_record, at_the_screen

WORDS = Words()
pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_answers_of_an_earlier_version_are_shown_and_every_page_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = a_record(tmp_path, {"about_me": {"am_name": "Alex Morgan"}, "crisis_plan": ANSWERS})
    newer = newer_shelf(tmp_path / "forms")
    monkeypatch.setattr(shelves, "shelf", lambda: newer)
    async with at_the_screen(at, WIDE) as person:
        await person.unlock()
        person.app.push_screen(CheckAnswersPage("crisis_plan-1"))
        await person.on(CheckAnswersPage)
        await person.settled()
        said = person.text
        assert [words for words in KEPT if words not in said] == []
        assert WORDS("answers.earlier") in said
        assert LABEL in said
        assert WORDS("answers.choice_gone") in said
        for question in ("cp_where", "cp_early", "cp_i_do", "cp_staff_now"):
            person.app.push_screen(QuestionPage("crisis_plan-1", question, changing=True))
            await person.on(QuestionPage)
            await person.settled()
            shown = person.text
            assert (WORDS("answers.choice_gone") in shown) == (question == "cp_where")
            assert ("crisis_house" in shown) == (question == "cp_where")
            await person.press("escape")
            await person.on(CheckAnswersPage)
            await person.settled()
        assert [words for words in KEPT if words not in person.text] == []
