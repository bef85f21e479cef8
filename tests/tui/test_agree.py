"""Do my papers agree? On the full screen, with keys: from home and from Ctrl+P, to both places and back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.actions.first_page import MORE
from passport.tui.screens.agree import AgreePage
from passport.tui.screens.entries import EntriesPage
from passport.tui.screens.help import HelpPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.more_papers import MorePapersPage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.widgets.rows import Row
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
TWO_NUMBERS: Mapping[str, Mapping[str, object]] = {
    "crisis_plan": {"cp_people": [{"who": "Jamie Morgan, my sister", "phone": "07700 900118"}]},
    "contacts": {
        "ct_name": "Jamie Morgan",
        "ct_roles": ["carer"],
        "ct_phone": "07700 900119",
        "ct_agreed": "yes",
    },
}
TAKEN_AND_REFUSED: Mapping[str, Mapping[str, object]] = {
    "crisis_plan": {"cp_medicines": [{"name": "Haldol 2 mg"}]},
    "advance_decision": {
        "ad_refusals": [{"rfz_treatment": "Haloperidol", "rfz_when": "any"}],
        "ad_lpa_health": "yes",
    },
}


async def opens(person: Person) -> AgreePage:
    """From home, by its rows, with the arrow keys."""
    await person.home()
    rows = [row.key for row in person.app.screen.query(Row)]
    await person.press("home", *["down"] * rows.index("more"), "enter")
    await person.on(MorePapersPage)
    await person.press("home", *["down"] * MORE.index("agree"), "enter")
    await person.on(AgreePage)
    assert isinstance(person.app.screen, AgreePage)
    return person.app.screen


async def test_a_row_leads_to_the_place_and_back_to_what_is_left(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, TWO_NUMBERS)) as person:
        page = await opens(person)
        assert "Jamie Morgan has one number in “My crisis plan” and another in “My people”." in person.text
        assert "My people, Jamie Morgan: Phone" in person.text
        await person.press("down", "enter")
        await person.on(QuestionPage)
        assert person.app.screen.query_one("Field").place == "ct_phone"  # type: ignore[attr-defined]  # the field of the page
        await person.press("end", *["backspace"], "8", "enter")
        await person.until(lambda: person.app.screen is page and person.ready, "the way back")
        await person.until(lambda: WORDS("agree.none") in person.text, "that they agree now")


async def test_both_places_are_rows_and_esc_leads_home(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, TWO_NUMBERS), NARROW) as person:
        page = await opens(person)
        await person.press("enter")
        await person.on(QuestionPage)
        assert person.app.screen.query_one("Field").place == "cp_people"  # type: ignore[attr-defined]  # the field of the page
        await person.press("escape")
        await person.until(lambda: person.app.screen is page and person.ready, "the way back")
        await person.press("escape")
        await person.on(MorePapersPage)
        await person.press("escape")
        await person.on(HomePage)


async def test_a_refusal_opens_as_a_refusal_and_a_form_not_begun_as_its_list(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, TAKEN_AND_REFUSED)) as person:
        page = await opens(person)
        assert "You say no to Haloperidol in “My advance decision”." in person.text
        await person.press("enter")
        await person.on(RefusalPage)
        await person.press("escape")
        await person.until(lambda: person.app.screen is page and person.ready, "the way back")
        await person.press("end", "enter")
        await person.on(EntriesPage)


async def test_find_anything_leads_there_and_f1_says_what_it_is(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {})) as person:
        await person.home()
        await person.press("ctrl+p")
        await person.types(WORDS("screens.find.agree"))
        await person.settled()
        await person.press("down", "enter")
        await person.on(AgreePage)
        assert WORDS("agree.none") in person.text
        await person.press("f1")
        await person.on(HelpPage)
        assert WORDS("page_help.agree") in person.text
