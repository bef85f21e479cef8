"""What docs/guide/accessibility.md claims and no other test shows: no letter acts alone, a mouse can do it, nothing moves."""

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

import passport.tui
from passport.actions.settings import KEYS, key_name
from passport.tui.key_line import SHOWN, KeyLine
from passport.tui.page import Page
from passport.tui.screens.entries import EntriesPage
from passport.tui.screens.help import HelpPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.note import NotePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.support import SupportPage
from passport.tui.widgets.rows import Row
from tests.tui.on_screen import LOW, WIDE, Person, alex, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


def bound() -> dict[str, list[str]]:
    """Every key that something of ours answers to, and what."""
    found: dict[str, list[str]] = {}
    for module in walk_packages(passport.tui.__path__, "passport.tui."):
        for name, thing in vars(import_module(module.name)).items():
            if inspect.isclass(thing) and issubclass(thing, DOMNode) and thing.__module__ == module.name:
                for one in vars(thing).get("BINDINGS", ()):
                    keys = one.key if isinstance(one, Binding) else one[0]
                    for key in keys.split(","):
                        found.setdefault(key, []).append(name)
    return found


def test_no_letter_does_anything_by_itself() -> None:
    """WCAG 2.2 SC 2.1.4: voice control would press it."""
    keys = bound()
    assert {"f1", "f10", "enter", "escape"} <= set(keys)
    assert [key for key in keys if len(key) == 1] == []
    assert [key for key in KEYS.values() if len(key) == 1] == []


async def click_key(person: Person, what: str) -> None:
    """Press the mouse where that key stands at the foot."""
    name = key_name(KEYS[what])
    line = person.app.screen.query_one(KeyLine)
    rows = person.drawn
    at = next(
        (rows[y].index(f"{name} "), y)
        for y in range(line.region.y, line.region.bottom)
        if f"{name} " in rows[y]
    )
    await person.pilot.click(offset=(at[0] + 1, at[1]))


@pytest.mark.parametrize("size", [LOW, WIDE])
async def test_the_keys_at_the_foot_can_be_clicked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(alex(tmp_path), size) as person:
        await person.home()
        assert set(SHOWN) < set(KEYS)
        for what, page in (("help", HelpPage), ("support", SupportPage)):
            await person.settled()
            await click_key(person, what)
            await person.on(page)
            await person.press("escape")
            await person.on(HomePage)


async def test_a_row_can_be_clicked(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path)) as person:
        await person.home()
        await person.settled()
        row = next(one for one in person.app.screen.query(Row) if one.key.startswith("form training"))
        await person.pilot.click(offset=(row.region.x + 3, row.region.y))
        await person.on(EntriesPage)


async def test_nothing_moves_or_blinks_by_itself(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path)) as person:
        await person.home()
        assert person.app.animation_level == "none"
        await person.app.push_screen(QuestionPage("about_me-1", "am_dob"))
        await person.on(QuestionPage)
        boxes = [*person.app.screen.query(Input), *person.app.screen.query(TextArea)]
        assert boxes
        assert not any(box.cursor_blink for box in boxes)
        await person.app.push_screen(RefusalPage("advance_decision-1", "ad_refusals", "3"))
        await person.on(RefusalPage)
        assert not any(box.cursor_blink for box in person.app.screen.query(TextArea))
        await person.press("ctrl+p")
        await person.until(lambda: isinstance(person.app.screen, CommandPalette))
        assert not any(box.cursor_blink for box in person.app.screen.query(Input))


@pytest.mark.parametrize(
    "page",
    [
        QuestionPage("crisis_plan-1", "cp_well"),
        NotePage("advance_decision-1", "ad_refusals"),
        RefusalPage("advance_decision-1", "ad_refusals", "3"),
    ],
    ids=lambda page: type(page).__name__,
)
async def test_every_page_that_asks_can_be_saved_and_left(tmp_path: Path, page: Page[None]) -> None:
    """Half-typed words are kept, and home says where to carry on."""
    async with at_the_screen(alex(tmp_path)) as person:
        await person.home()
        await person.app.push_screen(page)
        await person.on(type(page))
        await person.settled()
        boxes = [*page.query(TextArea), *page.query(Input)]
        if boxes:
            boxes[0].focus()
            await person.settled()
            await person.types(" and more")
        await person.click("save-and-stop")
        await person.on(HomePage)
        await person.settled()
        assert len(person.app.screen_stack) == 2
        said = await person.app.session.desk.do(lambda vault: repr(vault.passport()))
        assert (" and more" in said) == bool(boxes)
