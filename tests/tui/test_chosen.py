"""Words codes, alert lines and cover letters on the screen: picked or typed, looked at, then made."""

from pathlib import Path

import pytest
from textual.widgets import Button

from passport.actions.copies import copies
from passport.actions.first_page import MORE
from passport.qr import scan
from passport.tui import routes
from passport.tui.chosen_page import ChosenPage
from passport.tui.screens.alert import AlertPage
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.screens.chosen import LookPage, PickPage
from passport.tui.screens.cover import CoverCopyPage, CoverPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.more_papers import MorePapersPage
from passport.tui.screens.share_see import SharedPage
from passport.tui.screens.words_code import WordsCodePage, WordsSidePage
from passport.tui.widgets.type_in import ManyLines, OneLine
from tests.actions.giving import give
from tests.tui.on_screen import LOW, NARROW, Person, alex, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def write(person: Person, part: str, text: str) -> None:
    box = person.app.screen.query_one(f"#box-{part} ManyLines", ManyLines)
    box.focus()
    box.insert(text, box.document.end)
    await person.settled()


def boxes(person: Person) -> list[str]:
    return [one.text for one in person.app.screen.query(ManyLines)]


async def fill(person: Person, name: str, text: str) -> None:
    box = person.app.screen.query_one(f"#{name}", OneLine)
    box.value = text
    await person.settled()


async def make(person: Person, out: Path) -> None:
    await fill(person, "folder", str(out))
    await person.click("make")
    await person.on(PrintedPage)


async def kinds(person: Person) -> list[str]:
    held = await person.app.session.desk.do(copies, person.app.session.shelf)
    return [one.kind for one in held]


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_a_words_code_holds_what_stands_in_the_box(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(alex(tmp_path), size) as person:
        await person.home()
        await routes.show(person.app, "words_code")
        await person.on(WordsSidePage)
        await person.press("enter")
        await person.on(WordsCodePage)
        await person.click("pick-words")
        await person.on(PickPage)
        await person.press("enter")
        await person.on(WordsCodePage)
        await person.settled()
        await write(person, "words", "\nRing Jo: 07700 900123")
        assert "per cent full" in person.text
        await fill(person, "holder", "Sam")
        await person.click("look")
        await person.on(LookPage)
        assert "Alex Morgan" in person.text
        assert "Not sealed. 23 November 2026" in person.text
        assert "has no seal" in person.text
        assert "words" not in await kinds(person)
        await make(person, tmp_path / "o")
        (picture,) = (tmp_path / "o").glob("*.png")
        shows = scan.read_picture(picture.read_bytes())
        assert shows == "Alex Morgan\nRing Jo: 07700 900123\nNot sealed. 23 November 2026"
        assert "words" in await kinds(person)


async def test_looking_at_what_may_be_picked_puts_nothing_in(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await person.home()
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        await person.click("pick-words")
        await person.on(PickPage)
        await person.press("escape")
        await person.on(AlertPage)
        await person.click("look")
        await person.until(lambda: "You have not chosen any words" in person.text or "Say who" in person.text)
        assert isinstance(person.app.screen, AlertPage)


async def test_an_alert_line_tells_its_length_and_becomes_one_line(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await person.home()
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        await write(person, "words", "Ring Jo\nbefore you treat.")
        assert "25 of 200 letters" in person.text
        await fill(person, "holder", "Riverbank Surgery")
        await person.click("look")
        await person.on(LookPage)
        assert "Ring Jo before you treat." in person.text
        await make(person, tmp_path / "o")
        (file,) = (tmp_path / "o").iterdir()
        assert file.read_text() == "Ring Jo before you treat.\n"


async def test_what_did_not_go_out_is_there_again_and_after_a_lock_and_gone_once_it_went(
    tmp_path: Path,
) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at, LOW) as person:
        await person.home()
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        await write(person, "words", "Ring Jo")
        await person.press("escape")
        await person.on(HomePage)
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        assert boxes(person) == ["Ring Jo"]
        await write(person, "words", " and Lee")
        await person.press("f10")
        await person.until(lambda: person.app.return_value is not None)
    async with at_the_screen(at, LOW) as person:
        await person.home()
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        assert boxes(person) == ["Ring Jo and Lee"]
        await fill(person, "holder", "Riverbank Surgery")
        await person.click("look")
        await person.on(LookPage)
        await make(person, tmp_path / "o")
        await routes.show(person.app, "alert")
        await person.on(AlertPage)
        assert boxes(person) == [""]


async def test_a_cover_letter_asks_which_copy_and_says_only_what_was_typed(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await person.home()
        await person.app.session.desk.do(give, tmp_path / "papers")
        await routes.show(person.app, "cover")
        await person.on(CoverCopyPage)
        await person.press("enter")
        await person.on(CoverPage)
        await write(person, "tell", "Ring Jamie")
        await person.click("look")
        await person.on(LookPage)
        assert "Ring Jamie" in person.text
        assert "Add this alert" not in person.text
        await make(person, tmp_path / "o")
        assert len(list((tmp_path / "o").glob("*.pdf"))) == 1
        assert "cover" in await kinds(person)


async def test_without_a_copy_there_is_no_letter_and_the_page_says_what_to_do(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), NARROW) as person:
        await person.home()
        await routes.show(person.app, "cover")
        await person.on(CoverCopyPage)
        assert "Share a paper first" in person.text
        assert isinstance(person.app.focused, Button)


async def test_the_pages_are_in_the_palette_and_one_row_of_home_leads_to_them(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), (80, 60)) as person:
        await person.home()
        await routes.show(person.app, "more")
        await person.on(MorePapersPage)
        await person.settled()
        for words in ("A code with my words", "An alert for my record", "A letter with a copy"):
            assert words in person.text
    assert {"words_code", "alert", "cover"} <= set(MORE)
    assert issubclass(CoverPage, ChosenPage)


async def test_whoever_shared_a_paper_can_write_the_letter_at_once(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await person.home()
        shared = await person.app.session.desk.do(give, tmp_path / "papers")
        await person.app.push_screen(SharedPage(shared))
        await person.on(SharedPage)
        await person.click("cover")
        await person.on(CoverPage)
        assert "What is with this letter" in person.text
