"""Every question of every pack has a page that opens, at the usual size and at 40 columns, and says its label."""

from pathlib import Path

import pytest
from textual.widgets import Button

from passport.forms.pack import Kind
from passport.forms.shelf import shelf
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.entries import EntriesPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.note import NotePage
from passport.tui.screens.question import QuestionPage
from tests.tui.on_screen import LOW, NARROW, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def open_form(person: Person, form: str) -> None:
    from passport.tui import routes

    await routes.open_form(person.app, form)
    await person.until(lambda: not isinstance(person.app.screen, HomePage) and person.ready)
    page = person.app.screen
    if isinstance(page, EntriesPage):
        await person.click("add")
        await person.leaves(page)


@pytest.mark.parametrize("form", list(shelf().packs))
@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_every_question_can_be_reached_and_skipped(
    tmp_path: Path, form: str, size: tuple[int, int]
) -> None:
    at = a_record(tmp_path, {"contacts": {"ct_name": "Jamie"}} if form != "contacts" else {})
    asked: set[str] = set()
    async with at_the_screen(at, size) as person:
        await person.home()
        await open_form(person, form)
        for _ in range(200):
            page = person.app.screen
            if isinstance(page, CheckAnswersPage):
                break
            if isinstance(page, QuestionPage):
                assert page._step is not None
                asked.add(page._step.question.id)
                assert page._step.question.label in person.text
            button = "continue" if isinstance(page, NotePage) else "skip"
            page.query_one(f"#{button}", Button).press()
            await person.leaves(page)
        else:
            raise AssertionError("no end")
        await person.until(lambda: person.app.screen.query("#answers"))
        assert "Not provided" in person.text

    first = [
        one.id
        for page in shelf().pack(form).pages
        for one in page.questions
        if one.kind is not Kind.AUTOMATIC and one.show_if is None and not page.once
    ]
    assert set(first) <= asked
