"""Words are never lost on the way: a page that is covered or left has saved them, and every page has a way home."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, TextArea

from passport.actions.drafts import unfinished
from passport.actions.home import stopped_at
from passport.record.answers import Value
from passport.tui.app import Left
from passport.tui.screens.card import CardPage
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.help import HelpPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.note import NotePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.signing_record import SigningRecordPage
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
ABOUT: dict[str, dict[str, object]] = {"about_me": {"am_known_as": "Robin", "am_name": "Robin"}}
DECISION: dict[str, dict[str, object]] = {
    "advance_decision": {"ad_refusals": [{"rfz_kind": "physical", "rfz_when": "any"}]}
}


def kept(folder: Path, section: str, place: str) -> Value:
    """What is on disk now, as an answer."""
    vault = Vault.open_with_passphrase(places_in(folder).vault, PASSPHRASE, NOW)
    try:
        answer = vault.section(section).answers.get(place)
        return answer.words if answer is not None else None
    finally:
        vault.close()


async def at_question(person: Person, section: str, place: str) -> None:
    page = QuestionPage(section, place)
    await person.app.push_screen(page)
    await person.until(lambda: person.app.screen is page and person.ready)


def first_found(person: Person) -> str:
    return str(person.app.screen.query_one(OptionList).get_option_at_index(0).prompt)


async def finds(person: Person, what: str) -> None:
    """Ctrl+P, and what is typed there."""
    before = person.app.screen
    await person.press("ctrl+p")
    await person.until(lambda: person.app.screen.query(Input))
    await person.types(what)
    await person.until(lambda: what in first_found(person))
    await person.press("enter")
    await person.leaves(before)
    await person.settled()


async def hides(person: Person) -> None:
    await person.pilot.press("f10")
    await person.until(lambda: person.app.return_value is Left.LOCKED)


async def test_what_is_typed_under_another_page_is_saved_before_it_hides(tmp_path: Path) -> None:
    at = a_record(tmp_path, ABOUT)
    async with at_the_screen(at) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await person.types(" AAA")
        await finds(person, "My crisis plan")
        assert isinstance(person.app.screen, QuestionPage)
        await person.press("B", "B", "B")
        await hides(person)
    assert kept(tmp_path, "about_me-1", "am_name") == "Robin AAA"
    async with at_the_screen(at) as again:
        await again.unlock()
        await again.on(QuestionPage)
        assert again.app.screen.query_one(TextArea).text == "BBB"


async def test_a_choice_that_was_not_left_yet_is_saved_under_another_page(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT | DECISION)) as person:
        await person.home()
        page = RefusalPage("advance_decision-1", "ad_refusals", "1", start_at="rfz_ls")
        await person.app.push_screen(page)
        await person.until(lambda: person.app.screen is page and person.ready)
        await person.press("space")
        assert page.typed()["ad_refusals.1.rfz_ls"] == "yes"
        await finds(person, "About me")
        await finds(person, "My people")
        await hides(person)
    assert kept(tmp_path, "advance_decision-1", "ad_refusals.1.rfz_ls") == "yes"


@pytest.mark.parametrize("key", ["f1", "f2", "f6", "ctrl+p"])
async def test_a_key_that_brings_another_page_saves_what_is_typed(key: str, tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        below = person.app.screen
        await person.types(" AAA")
        await person.press(key)
        await person.leaves(below)
        await person.settled()
        section = await person.app.session.desk.do(Vault.section, "about_me-1")
        assert section.value("am_name") == "Robin AAA"


async def test_my_card_shows_the_lines_as_they_are_typed_and_a_page_below_shows_what_was_changed_above(
    tmp_path: Path,
) -> None:
    async with at_the_screen(a_record(tmp_path, {"crisis_plan": {"cp_card": ["one"]}})) as person:
        await person.home()
        await at_question(person, "crisis_plan-1", "cp_card")
        below = person.app.screen
        await person.press("end")
        await person.types(" AAA")
        await person.press("f6")
        await person.on(CardPage)
        assert "one AAA" in person.text
        await person.click("write")
        await person.on(QuestionPage)
        await person.press("end")
        await person.types(" BBB")
        await person.press("escape")
        await person.on(CardPage)
        await person.until(lambda: "one AAA BBB" in person.text)
        await person.press("escape")
        await person.until(lambda: person.app.screen is below and person.ready)
        assert below.query(Input).first().value == "one AAA BBB"


async def test_help_leaves_the_cursor_where_it_was(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await person.types(" AAA")
        where = person.app.cursor_position
        await person.press("f1")
        await person.on(HelpPage)
        assert person.app.cursor_position != where
        await person.press("escape")
        await person.on(QuestionPage)
        await person.settled()
        assert person.app.cursor_position == where
        assert person.app.screen.query_one(Input).value == "Robin AAA"


async def test_going_somewhere_begins_at_home_and_esc_leads_back_there(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await finds(person, "My crisis plan")
        box = person.app.screen.query_one(TextArea)
        assert box.has_focus
        assert person.app.cursor_position == box.cursor_screen_offset
        assert [type(one) for one in person.app.screen_stack[1:]] == [HomePage, QuestionPage]
        await person.press("escape")
        await person.on(HomePage)


async def test_home_is_two_keys_from_anywhere(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await person.types(" AAA")
        await person.press("ctrl+p")
        await person.until(lambda: "Home" in first_found(person))
        await person.press("enter")
        await person.on(HomePage)
        await person.settled()
        assert len(person.app.screen_stack) == 2
    assert kept(tmp_path, "about_me-1", "am_name") == "Robin AAA"


async def test_looking_at_questions_does_not_change_where_to_carry_on(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        desk = person.app.session.desk
        await at_question(person, "about_me-1", "am_known_as")
        before = person.app.screen
        await person.press("enter")
        await person.leaves(before)
        got_to = await desk.do(stopped_at)
        assert got_to is not None
        assert got_to != ("about_me-1", "am_known_as")
        for _ in range(2):
            before = person.app.screen
            await person.press("escape")
            await person.leaves(before)
        assert await desk.do(stopped_at) == got_to
        await person.app.push_screen(CheckAnswersPage("about_me-1"))
        await person.on(CheckAnswersPage)
        await person.click("carry-on")
        await person.on(QuestionPage)
        here = person.app.screen.here()  # type: ignore[attr-defined]
        assert (here.section_id, here.place) == got_to


async def test_from_a_note_esc_goes_to_the_question_before(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"crisis_plan": {"cp_well": "x"}})) as person:
        await person.home()
        pack = person.app.session.shelf.pack("crisis_plan")
        noted = next(page for page in pack.pages if page.note)
        page = NotePage("crisis_plan-1", noted.questions[0].id)
        await person.app.push_screen(page)
        await person.on(NotePage)
        await person.press("escape")
        await person.on(QuestionPage)


async def test_esc_and_skip_save_a_list_as_it_stands(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"crisis_plan": {"cp_allergy": ["penicillin"]}})) as person:
        await person.home()
        for leave, added in (("escape", "Latex"), ("skip", "Eggs")):
            await at_question(person, "crisis_plan-1", "cp_allergy")
            page = person.app.screen
            page.query(Input).last().focus()
            await person.types(added)
            await (person.press("escape") if leave == "escape" else person.click("skip"))
            await person.leaves(page)
        section = await person.app.session.desk.do(Vault.section, "crisis_plan-1")
        assert "Latex" in str(section.value("cp_allergy"))
        assert "Eggs" in str(section.value("cp_allergy"))
        assert await person.app.session.desk.do(unfinished, "crisis_plan-1") == frozenset()


async def test_words_that_cannot_be_read_are_saved_by_esc_as_well(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_dob")
        page = person.app.screen
        await person.types("some day in spring")
        await person.press("escape")
        await person.leaves(page)
    assert kept(tmp_path, "about_me-1", "am_dob") == "some day in spring"


async def test_a_change_of_mind_that_is_left_with_esc_is_asked_about_too(tmp_path: Path) -> None:
    """Ruling 26: ask at once, whichever way the page was left."""
    from passport.tui.screens.changed_mind import ChangedMindPage

    async with at_the_screen(a_record(tmp_path, ABOUT | DECISION)) as person:
        await person.home()
        await at_question(person, "advance_decision-1", "ad_events")
        person.app.screen.query(Input).last().focus()
        await person.types("I changed my mind")
        await person.press("escape")
        await person.on(ChangedMindPage)


async def test_a_signing_that_is_covered_is_kept_as_begun(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT | DECISION)) as person:
        await person.home()
        page = SigningRecordPage("advance_decision-1")
        await person.app.push_screen(page)
        await person.on(SigningRecordPage)
        await person.press("space")
        await finds(person, "About me")
        assert await person.app.session.desk.do(unfinished, "advance_decision-1") == {"signings"}
