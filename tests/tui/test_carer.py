"""On the screen: one row leads to what is kept as a carer, and nobody else reads past it."""

from pathlib import Path

import pytest

from passport.tui import routes
from passport.tui.screens.carer_home import CarerHomePage
from passport.tui.screens.home import HomePage
from passport.tui.screens.share_what import ShareWhatPage
from passport.tui.screens.share_who import ShareWhoPage
from passport.tui.verbs import Verbs
from tests.tui.on_screen import LOW, NARROW, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
NGOZI = {"cr_name": "Ngozi Okafor", "cr_known_as": "Ngozi"}
ONLY_THEM = "Only the person can make this. You can help them in their own passport."


async def picks(person: Person, key: str) -> None:
    row = next(one for one in person.app.screen.query("Row") if getattr(one, "key", "") == key)
    row.post_message(row.Picked(row, with_enter=True))  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_one_row_leads_to_the_carers_list_and_esc_leads_home(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_screen(a_record(tmp_path, {}), size) as person:
        await person.home()
        assert "What I keep as a carer" not in person.text
        assert "as a carer" not in person.text.replace("my carer's passport", "")
        await picks(person, "carer")
        await person.on(CarerHomePage)
        assert "If I cannot care" in person.text
        assert "My crisis plan" not in person.text
        assert ONLY_THEM in person.text
        await person.press("escape")
        await person.until(lambda: type(person.app.screen) is HomePage)


async def test_what_was_begun_stands_on_home_and_its_list_has_their_name(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"carer_about_me": NGOZI})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        assert "What I keep as a carer" in person.text
        assert "About me as a carer" in person.text
        await picks(person, "carer")
        await person.on(CarerHomePage)
        assert "Ngozi: what I keep as a carer" in person.text


async def test_share_lists_the_carers_side_and_nothing_of_the_persons_own(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"carer_about_me": NGOZI, "about_me": {"am_name": "Ngozi Okafor"}})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await person.app.push_screen(ShareWhoPage())
        await person.on(ShareWhoPage)
        await picks(person, "carer_team")
        await person.on(ShareWhatPage)
        assert [one.key for one in person.app.screen.query("Row")] == ["carer_about_me-1"]  # type: ignore[attr-defined]


async def test_somebody_elses_paper_is_met_with_its_reason(tmp_path: Path) -> None:
    """CA-01: no row leads there; whatever does, the page says why."""
    async with at_the_screen(a_record(tmp_path, {}), (80, 40)) as person:
        await person.home()
        person.app.run_worker(routes.open_form(person.app, "carer_advance_decision"))
        await person.until(lambda: ONLY_THEM in person.text)
        assert type(person.app.screen) is HomePage


async def test_find_anything_has_one_line_for_it(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {}), (80, 40)) as person:
        await person.home()
        found = [str(words) for words, _does in Verbs(person.app.screen)._verbs()]
        assert [one for one in found if "carer" in one] == ["I support someone: my carer's passport"]
