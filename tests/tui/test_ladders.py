"""F1 on how much say somebody had: what others call the level that is chosen, and that none of it is a score."""

from pathlib import Path

import pytest

from passport.tui.screens.help import HelpPage
from passport.tui.screens.question import QuestionPage
from tests.tui.on_screen import a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_help_names_the_rungs_of_what_is_chosen_in_the_box(tmp_path: Path) -> None:
    """Domain 5.3. The choice need not be saved yet."""
    at = a_record(tmp_path, {"involvement_record": {"ir_title": "Panels"}})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await person.app.push_screen(QuestionPage("involvement_record-1", "ir_level"))
        await person.on(QuestionPage)
        await person.until(lambda: person.ready)
        await person.press("f1")
        await person.on(HelpPage)
        assert "not a score" in person.text
        assert "citizen control (We led it)" in " ".join(person.text.split())
        await person.press("escape")
        await person.on(QuestionPage)
        await person.press("down", "down", "down", "space", "f1")
        await person.on(HelpPage)
        assert "On Arnstein's ladder (1969): partnership." in person.text
        assert "We led it" not in person.text
