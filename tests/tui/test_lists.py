"""The list of entries on the full screen: its views, its order, words to look for, and every word on a narrow screen."""

from pathlib import Path

import pytest
from textual.strip import Strip
from textual.widgets import Button

from bench.long_list import a_record_of_many_entries
from passport.actions import answer
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.tui import routes
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.entries import EntriesPage
from passport.tui.widgets.broken import broken
from passport.tui.widgets.long_list import LongList
from passport.tui.widgets.type_in import OneLine
from passport.wording.words import Words
from tests.tui.on_screen import LOW, NARROW, NOW, PASSPHRASE, Person, alex, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
WORK = "involvement_record"


async def opens(person: Person, form: str = WORK) -> LongList:
    await person.home()
    await routes.open_form(person.app, form)
    await person.on(EntriesPage)
    await person.settled()
    return person.app.screen.query_one(LongList)


def on_it(person: Person) -> str:
    return " ".join(" ".join(person.drawn[1:-1]).split())


async def test_letters_typed_in_the_list_look_for_words_and_the_way_back_finds_all_as_it_was(
    tmp_path: Path,
) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        shown = await opens(person)
        assert len(shown.keys) == 5
        await person.press("p", "a", "n", "e", "l")
        await person.settled()
        assert person.app.screen.query_one(OneLine).value == "panel"
        assert WORDS("lists.count", count=2, all=5) in person.text
        await person.press("enter", "down", "enter")
        await person.on(CheckAnswersPage)
        await person.press("escape")
        await person.on(EntriesPage)
        await person.settled()
        assert person.app.screen.query_one(OneLine).value == "panel"
        assert shown.here == shown.keys[1]
        assert shown.has_focus
        assert person.at_cursor.startswith("Interview panels")


async def test_the_order_and_the_view_change_with_their_buttons_which_say_what_is_shown(
    tmp_path: Path,
) -> None:
    async with at_the_screen(alex(tmp_path), (80, 40)) as person:
        shown = await opens(person)
        by_date = shown.keys
        await person.click("sort")
        await person.settled()
        assert shown.keys != by_date
        assert sorted(shown.keys) == sorted(by_date)
        assert WORDS("lists.sort", sort=WORDS("lists.sort_name")) in on_it(person)
        await person.click("view")
        await person.settled()
        assert "What did you do? I went to four online meetings" in on_it(person)
        await person.click("view")
        await person.settled()
        assert WORDS("lists.view", view=WORDS("lists.view_timeline")) in on_it(person)
        assert not person.app.screen.query_one("#sort", Button).display
        assert "2015 Monday group, about 2015 to June 2018 ~~~" in on_it(person)


async def test_a_form_without_dates_offers_no_timeline_and_one_entry_needs_no_ways(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        await opens(person, "contacts")
        for _ in range(2):
            await person.click("view")
        await person.settled()
        assert WORDS("lists.view", view=WORDS("lists.view_table")) in on_it(person)
    vault, _rows = make(places_in(tmp_path / "one").vault, PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), WORK, {"ir_title": "Panel"}, NOW)
    vault.close()
    async with at_the_screen(places_in(tmp_path / "one"), LOW) as person:
        await opens(person)
        assert not person.app.screen.query_one(OneLine).display
        assert "Panel" in on_it(person)


@pytest.mark.parametrize("view", [0, 1, 2])
async def test_at_40_columns_every_word_of_every_view_can_be_walked_to(tmp_path: Path, view: int) -> None:
    async with at_the_screen(alex(tmp_path), NARROW) as person:
        shown = await opens(person)
        for _ in range(view):
            await person.click("view")
        await person.settled()
        assert shown.size.width <= NARROW[0]
        drawn = [shown.render_line(line).text for line in range(shown.size.height)]
        assert all(len(line) <= shown.size.width for line in drawn)
        said = " ".join(" ".join(drawn).split())
        assert all(" ".join(line.split()) in said for line in shown.text.split("\n"))
        await person.press("end")
        await person.settled()
        assert shown.here == shown.keys[-1]
        title = shown.text.split("\n")[-1] if view == 0 else ""
        assert person.at_cursor.strip()
        assert not title or title in on_it(person)


async def test_a_click_opens_what_it_is_on(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), LOW) as person:
        shown = await opens(person)
        line = next(at for at in range(shown.size.height) if "Interview" in shown.render_line(at).text)
        await person.pilot.click(LongList, offset=(6, line))
        await person.on(CheckAnswersPage)
        assert "Interview panels" in person.text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("abcdefghijkl", ["abcdefghi", "jkl"]),
        ("a  b", ["a  b"]),
        ("", [""]),
        ("漢字漢字漢字", ["漢字漢字", "漢字"]),
        ("one\n\ntwo", ["one", "", "two"]),
    ],
)
def test_lines_break_between_words_and_by_cells(text: str, lines: list[str]) -> None:
    assert broken(text, 9) == lines


async def test_of_a_long_list_only_the_lines_in_view_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand entries are as quick to walk as ten: ``./run bench long-list`` has the figures."""
    a_record_of_many_entries(tmp_path / "record", 300).close()
    drawn: list[int] = []

    def counted(shown: LongList, y: int) -> Strip:
        drawn.append(y)
        return render_line(shown, y)

    render_line = LongList.render_line
    monkeypatch.setattr(LongList, "render_line", counted)
    async with at_the_screen(places_in(tmp_path), LOW) as person:
        shown = await opens(person)
        assert len(shown.keys) == 300
        assert len(person.app.screen.query("*")) < 40
        assert len(set(drawn)) <= LOW[1]
        await person.press("end")
        await person.settled()
        assert shown.here == shown.keys[-1]
        assert person.at_cursor.startswith("Panel number")
        assert len(set(drawn)) <= 2 * LOW[1]
