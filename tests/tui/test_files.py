"""Files I keep, on the full screen: one in, looked at, laid out and taken away, and out of the list."""

from pathlib import Path

import pytest

from passport.tui import routes
from passport.tui.screens.files import FilePage, FilesPage
from tests.tui.on_screen import NARROW, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def keeps(person: Person, path: Path) -> None:
    await person.home()
    await routes.show(person.app, "kept")
    await person.on(FilesPage)
    person.app.screen.query_one("#path").focus()
    await person.types(str(path))
    await person.press("enter")
    await person.until(lambda: "It is kept here now" in person.text, "that it is kept")


async def test_a_text_is_shown_inside(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Bread and tea")
    async with at_the_screen(a_record(tmp_path, {}), NARROW) as person:
        await keeps(person, tmp_path / "note.txt")
        await person.on(FilesPage)
        await person.press("enter")
        await person.on(FilePage)
        assert "Bread and tea" in person.text
        await person.click("take")
        await person.click("take")
        await person.on(FilesPage)
        await person.until(lambda: "Files you took out" in person.text, "that it is out")


async def test_a_paper_is_laid_out_and_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = tmp_path / "run"
    run.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    (tmp_path / "scan.pdf").write_text("%PDF-1.7\nsigned")
    async with at_the_screen(a_record(tmp_path, {})) as person:
        await keeps(person, tmp_path / "scan.pdf")
        await person.on(FilesPage)
        await person.press("enter")
        await person.on(FilePage)
        await person.click("lay-out")
        await person.until(lambda: "It is in memory only." in person.text, "where it is")
        assert [one.name for one in run.glob(".pp-view-*/*")] == ["scan.pdf"]
        await person.press("escape")
        await person.on(FilesPage)
        await person.until(lambda: not list(run.iterdir()), "that it is gone")


async def test_what_we_do_not_keep_is_told_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"MZ\0")
    async with at_the_screen(a_record(tmp_path, {})) as person:
        await person.home()
        await routes.show(person.app, "kept")
        await person.on(FilesPage)
        person.app.screen.query_one("#path").focus()
        await person.types(str(tmp_path / "x.pdf"))
        await person.press("enter")
        await person.until(lambda: "We cannot keep x.pdf." in person.text, "why")
