"""Trying a backup, and putting two copies together, on the full screen: two boxes, and what came of it below them."""

from pathlib import Path

import pytest

from passport.actions.back_up import back_up
from passport.tui import routes
from passport.tui.asks_copy import AsksCopyPage
from passport.tui.screens.backups import BackupsPage, TryBackupPage
from passport.tui.screens.together import TogetherPage
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def asked(person: Person, page: type[AsksCopyPage], copy: Path, said: str) -> None:
    await person.on(page)
    await person.press("enter", "enter")
    await person.until(
        lambda: person.app.session.say("backups.none_given") in person.text, "a place is wanted"
    )
    person.app.screen.query_one("#where").focus()
    await person.pilot.pause()
    await person.types(str(copy))
    person.app.screen.query_one("#then").focus()
    await person.pilot.pause()
    await person.types(PASSPHRASE)
    await person.press("enter")
    await person.until(lambda: said in person.text, said)


async def test_a_backup_is_tried_and_what_came_of_it_is_said(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})) as person:
        await person.home()
        made = await person.app.session.desk.do(back_up, tmp_path / "mine.passport", NOW)
        await routes.show(person.app, "backups")
        await person.on(BackupsPage)
        await person.click("try")
        await asked(person, TryBackupPage, made.file, "is good.")


async def test_a_copy_with_nothing_new_is_said_to_have_nothing_new(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})) as person:
        await person.home()
        made = await person.app.session.desk.do(back_up, tmp_path / "mine.passport", NOW)
        await routes.show(person.app, "together")
        nothing = person.app.session.say("together.nothing")
        await asked(person, TogetherPage, made.file, nothing)
