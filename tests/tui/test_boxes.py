"""Boxes to type in: every word typed can be seen, typing goes on where it stopped, and no letter is lost."""

from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input

from passport.tui.screens.check_paper import CheckPaperPage
from passport.tui.screens.make_vault import NamePage, PassphrasePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.share_give import ShareGivePage
from passport.tui.screens.unlock import Unlock
from passport.tui.widgets.rows import Row
from passport.tui.widgets.type_in import ManyLines, OneLine
from tests.tui.on_screen import LOW, NARROW, PASSPHRASE, Person, a_record, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
LONG_NAME = "Aleksandra Maria Konstancja Wojciechowska-Featherstonehaugh of the house by the sea"
SENTENCE = "I sleep at night. " * 40 + "And I sing"


async def goes_to(person: Person, page: Screen[None]) -> None:
    await person.app.push_screen(page)
    await person.on(type(page))
    await person.settled()


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_a_line_longer_than_its_box_scrolls_sideways_and_no_bar_covers_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = a_record(tmp_path, {"about_me": {"am_name": LONG_NAME}})
    async with at_the_screen(at, size) as person:
        await person.home()
        await goes_to(person, QuestionPage("about_me-1", "am_name"))
        assert any("by the sea" in line for line in person.drawn)
        assert person.at_cursor.startswith(" ")
        await person.press("home")
        assert any("Aleksandra Maria" in line for line in person.drawn)
        await person.press("end", "!", "tab")
        await person.settled()
        assert any("Aleksandra Maria" in line for line in person.drawn)


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_a_cell_of_a_table_shows_its_words(tmp_path: Path, size: tuple[int, int]) -> None:
    people = [
        {"who": "Dr Aleksandra Wojciechowska of Northside", "phone": "07700 900123 or 0115 496 0000 ext 12"}
    ]
    at = a_record(tmp_path, {"crisis_plan": {"cp_people": people}})
    async with at_the_screen(at, size) as person:
        await person.home()
        await goes_to(person, QuestionPage("crisis_plan-1", "cp_people"))
        assert any("of Northside" in line for line in person.drawn)
        assert any("07700 90" in line for line in person.drawn)
        await person.press("tab")
        await person.settled()
        assert any("Dr Aleks" in line for line in person.drawn)
        assert any("ext 12" in line for line in person.drawn)


async def test_the_box_that_unlocks_shows_a_dot_for_every_letter_at_40_columns(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at, NARROW) as person:
        await person.on(Unlock)
        await person.types(PASSPHRASE + " and more")
        assert any("•" * 30 in line for line in person.drawn)


async def test_all_five_words_we_offer_can_be_read_at_40_columns_until_they_are_hidden(
    tmp_path: Path,
) -> None:
    async with at_the_screen(places_in(tmp_path), NARROW) as person:
        await person.press("enter")
        await person.on(NamePage)
        await person.press("enter")
        await person.on(PassphrasePage)
        box = person.app.screen.query_one(Input)
        box.value = "extraordinarily longwinded passphrases everywhere tonight"
        await person.settled()
        assert all(any(word in line for line in person.drawn) for word in box.value.split())
        await person.click("show")
        await person.settled()
        assert not any("longwinded" in line for line in person.drawn)


@pytest.mark.parametrize("kept", ["One line", SENTENCE, "Two\nlines"])
async def test_a_long_text_goes_on_after_its_last_letter(tmp_path: Path, kept: str) -> None:
    at = a_record(tmp_path, {"crisis_plan": {"cp_well": kept}})
    async with at_the_screen(at) as person:
        await person.home()
        await goes_to(person, QuestionPage("crisis_plan-1", "cp_well"))
        await person.press("!")
        assert person.app.screen.query_one(ManyLines).text == kept + "!"
        assert any(kept[-8:].rsplit("\n", maxsplit=1)[-1] + "!" in line for line in person.drawn)


async def test_letters_typed_on_a_problem_go_to_the_box_it_is_about(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_dob": "rubbish"}})
    async with at_the_screen(at) as person:
        await person.home()
        await goes_to(person, QuestionPage("about_me-1", "am_dob"))
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen.focused, Row))
        await person.pilot.press(*"1988")
        await person.settled()
        assert person.app.screen.query_one(OneLine).value == "rubbish1988"
        assert isinstance(person.app.screen.focused, OneLine)


async def test_the_keys_that_edit_work_on_a_problem_too(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_dob": "rubbish"}})
    async with at_the_screen(at) as person:
        await person.home()
        await goes_to(person, QuestionPage("about_me-1", "am_dob"))
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen.focused, Row))
        await person.press("backspace")
        assert person.app.screen.query_one(OneLine).value == "rubbis"
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen.focused, Row))
        await person.press("ctrl+u", *"27 3 1988")
        await person.settled()
        assert person.app.screen.query_one(OneLine).value == "27 3 1988"


async def test_a_paste_on_a_problem_goes_to_the_box_and_the_second_of_two_has_its_own(tmp_path: Path) -> None:
    from passport.actions.sharing import Sharing
    from passport.record.audience import Audience

    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        await goes_to(person, ShareGivePage(Sharing(Audience.CARE)))
        person.app.screen.query_one("#folder", Input).value = ""
        await person.click("continue")
        await person.until(lambda: isinstance(person.app.screen.focused, Row))
        await person.press("down")
        await person.types("/stick")
        assert person.app.screen.query_one("#folder", Input).value == "/stick"
        assert person.app.screen.query_one("#holder", Input).value == ""


async def test_a_problem_with_no_field_of_its_own_leads_to_the_box_typed_in_last(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        page = CheckPaperPage()
        await goes_to(person, page)
        await person.types("/no/such")
        page.tell("It is not there.")
        await person.until(lambda: isinstance(page.focused, Row))
        await person.press("x")
        assert page.query_one(OneLine).value == "/no/suchx"


async def test_an_impossible_day_is_named_as_it_is_typed_and_when_going_on(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        await goes_to(person, QuestionPage("about_me-1", "am_dob"))
        await person.types("31 2 1988")
        assert "February 1988 has no day 31. Your words are kept" in person.text
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen.focused, Row))
        assert any("February 1988 has no day 31. Look at the day again" in line for line in person.drawn)
