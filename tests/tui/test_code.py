"""The code on the full screen: chosen with a meter in view, and drawn as large as the window has room for."""

import re
from pathlib import Path

import pytest

from passport.qr.blocks import BOTH, LOWER, NEITHER, UPPER
from passport.qr.scan import read_picture
from passport.qr.token import read
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.screens.card import CardPage
from passport.tui.screens.code_shown import CodeShownPage
from passport.tui.screens.share_code import ShareCodePage
from passport.tui.screens.share_see import SharedPage, ShareSeePage
from passport.tui.widgets.rows import Row
from passport.tui.widgets.type_in import OneLine
from passport.wording.words import Words
from tests.qr.test_blocks import on_screen
from tests.tui.on_screen import LOW, NARROW, Person, alex, at_the_screen
from tests.tui.test_share_and_check import go_on, share

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
LARGE = (100, 60)
SHAPES = {NEITHER, UPPER, LOWER, BOTH}


def the_drawing(person: Person) -> list[str]:
    """The lines of the screen that hold a drawing, cut to the drawing."""
    lines = [line for line in person.drawn if {UPPER, LOWER, BOTH} & set(line)]
    lines = [line[: max(0, len(line.rstrip()))] for line in lines if set(line[:60]) <= SHAPES]
    return ["", "", *("    " + line[:90] for line in lines), "", ""]


async def to_choose(person: Person, out: Path) -> None:
    await share(person, 5, "Northside Trust", out)
    await go_on(person, "Northside Trust", out)
    await person.click("choose-code")
    await person.on(ShareCodePage)


async def pick(person: Person, *keys: str) -> None:
    """Tick or untick these, and wait until each mark says so."""
    for key in keys:
        row = next(row for row in person.app.screen.query(Row) if row.key == key)
        before = mark(row)
        row.action_pick(with_enter=False)
        await person.until(lambda row=row, before=before: mark(row) != before, key)  # type: ignore[misc]


def mark(row: Row) -> str:
    return str(row.query_one(".cell-0").render())


def per_cent(person: Person) -> int:
    found = re.search(r"(\d+) per cent", person.text)
    return int(found[1]) if found else 1000


def held(person: Person) -> int:
    found = re.search(r"This code holds (\d) of 9 entries", person.text)
    return int(found[1]) if found else 0


async def says(person: Person, *texts: str) -> None:
    await person.until(lambda: all(text in person.text for text in texts), " and ".join(texts))


async def test_the_meter_moves_with_each_tick_and_what_was_picked_is_what_leaves(tmp_path: Path) -> None:
    at, out = alex(tmp_path), tmp_path / "papers"
    async with at_the_screen(at, LARGE) as person:
        await to_choose(person, out)
        await person.until(lambda: held(person) >= 1)
        held_before = held(person)
        before = per_cent(person)
        await pick(person, "na_contact", "na_format", "am_communicate")
        await person.until(lambda: per_cent(person) < before - 10, "a lower meter")
        await pick(person, "involvement_record-1")
        await person.until(lambda: held(person) == held_before + 1, "one entry more")
        await person.click("use")
        await person.on(ShareSeePage)
        await person.until(lambda: person.app.screen.query("#share") and held(person) == held_before + 1)
        assert "Monday group" in person.text
        await person.click("share")
        await person.on(SharedPage)
    facts = read(next(out.glob("*-code.txt")).read_text()).facts
    assert "na_contact" not in facts.facts
    assert facts.entries[-1].facts["ir_title"] == "Monday group"


async def test_too_much_is_told_while_it_is_chosen_and_does_not_go_on(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LARGE) as person:
        await to_choose(person, tmp_path / "papers")
        await pick(person, "involvement_record-1", "involvement_record-2", "involvement_record-3")
        await says(person, "It is too full", "What I have done: Monday group")
        await person.click("use")
        await person.until(lambda: "There is a problem" in person.text)
        assert isinstance(person.app.screen, ShareCodePage)
        await pick(person, "involvement_record-1", "involvement_record-2", "involvement_record-3")
        assert not person.app.screen.query_one("#problems").display
        await person.click("use")
        await person.on(ShareSeePage)


async def test_going_back_changes_nothing(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LARGE) as person:
        await to_choose(person, tmp_path / "papers")
        await pick(person, "am_name")
        await person.press("escape")
        await person.on(ShareSeePage)
        await person.click("choose-code")
        await person.on(ShareCodePage)
        assert person.app.screen.query(Row).first().key == "am_name"
        assert mark(person.app.screen.query(Row).first()) == "[x]"


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_how_full_it_is_stays_in_view_on_a_small_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(alex(tmp_path), size) as person:
        await to_choose(person, tmp_path / "papers")
        await person.press("end")
        await says(person, "of 9 entries.")
        await person.settled()
        assert any("This code holds" in line for line in person.drawn)
        assert any("per cent full" in line for line in person.drawn)


async def test_a_scanner_reads_the_code_from_the_letters_of_the_window(tmp_path: Path) -> None:
    """Black on white in a dark theme too."""
    at, out = alex(tmp_path), tmp_path / "papers"
    async with at_the_screen(at, LARGE, "clear-dark") as person:
        await shown(person, out)
        text = next(out.glob("*-code.txt")).read_text()
        assert read_picture(on_screen(the_drawing(person), 8, 16)) == text
        assert black_on_white(person)
        assert str(next(out.glob("*-code.png"))) in person.text
        assert "Your full name: Alex Morgan" in person.text
        assert text in person.text


async def shown(person: Person, out: Path) -> None:
    await share(person, 5, "Northside Trust", out)
    await go_on(person, "Northside Trust", out)
    await person.click("share")
    await person.on(SharedPage)
    await person.click("show-code")
    await person.on(CodeShownPage)
    await person.settled()


def black_on_white(person: Person) -> bool:
    strips = person.app.screen._compositor.render_strips()
    styles = {
        segment.style
        for strip in strips
        for segment in strip
        if {UPPER, BOTH} & set(segment.text) and len(segment.text) > 60
    }
    colours = [(one.color, one.bgcolor) for one in styles if one is not None]
    return bool(colours) and all(
        ink is not None
        and paper is not None
        and ink.get_truecolor() == (0, 0, 0)
        and paper.get_truecolor() == (255, 255, 255)
        for ink, paper in colours
    )


async def test_a_small_window_says_how_large_it_has_to_be_and_where_the_picture_is(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await shown(person, out)
        assert "The code needs a window of" in person.text
        assert str(next(out.glob("*-code.png"))) in person.text
        await person.pilot.resize_terminal(*LARGE)
        await person.settled()
        assert "The code needs a window of" not in person.text
        assert read_picture(on_screen(the_drawing(person), 8, 16)) == next(out.glob("*-code.txt")).read_text()
        await person.pilot.resize_terminal(*NARROW)
        await person.settled()
        assert "The code needs a window of" in person.text


async def test_what_the_code_of_a_card_says_is_picked_on_its_page(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    async with at_the_screen(alex(tmp_path), LARGE) as person:
        await person.home()
        await person.press("f6")
        await person.on(CardPage)
        person.app.screen.query_one("#folder", OneLine).value = str(out)
        await person.click("choose-code")
        await person.on(ShareCodePage)
        lines = [f"cp_card.{number}" for number in (1, 2, 3, 4, 5)]
        await pick(person, "am_known_as", "am_communicate", *lines)
        await says(person, "It is too full")
        await pick(person, "am_communicate", *lines[1:])
        await person.click("use")
        await person.on(CardPage)
        await person.click("save")
        await person.on(PrintedPage)
        await person.click("show-code")
        await person.on(CodeShownPage)
        await person.settled()
        text = next(out.glob("*-code.txt")).read_text()
        assert read_picture(on_screen(the_drawing(person), 8, 16)) == text
    assert read(text).facts.facts == {"cp_card": ("Call me Alex",), "am_known_as": "Alex"}
