"""What a page looks like on small screens, and what every page has: a caption, help of its own, and the keys."""

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.widgets import Button

from passport.actions.first_page import PAPERS
from passport.actions.unlock import make
from passport.forms.pack import GROUPS
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.tui import screens
from passport.tui.page import Page
from passport.tui.screens.help import HelpPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.recover import RecoverPage
from passport.tui.screens.recovered import RecoveredPage
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.screens.share_who import ShareWhoPage
from passport.tui.screens.signing_day import SigningDayPage
from passport.tui.screens.stop import StopPage
from passport.tui.screens.unlock import Unlock
from passport.tui.widgets.rows import Row
from passport.tui.widgets.type_in import ManyLines, OneLine
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.tui.on_screen import LOW, NARROW, NOW, PASSPHRASE, Person, alex, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
ENDS = WORDS("screens.home.help_row"), WORDS("screens.home.more_row")
PAGES = [
    page
    for module in iter_modules(screens.__path__)
    for page in vars(import_module(f"{screens.__name__}.{module.name}")).values()
    if inspect.isclass(page)
    and issubclass(page, Page)
    and page.__module__.endswith(f".{module.name}")
    and not page.__name__.startswith("_")  # what several pages have in common
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_every_page_has_words_on_its_top_line_and_help_of_its_own(page: type[Page[object]]) -> None:
    made_from = [one for one in page.__mro__ if one is not Page and issubclass(one, Page)]
    captions = [one for one in made_from if "self.caption(" in inspect.getsource(one)]
    assert captions or WORDS(page.title_key)
    helps = [one for one in made_from if "help_about" in vars(one)]
    assert helps or page is HelpPage or WORDS(f"page_help.{page.help_key}")


def test_no_help_is_left_over() -> None:
    written = {key.removeprefix("page_help.") for key in WORDS.every_key() if key.startswith("page_help.")}
    assert written == {page.help_key for page in PAGES} - {""}


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (StopPage("advance_decision-1"), "Your words stay in your passport"),
        (SigningDayPage("advance_decision-1"), "write down here how it was signed"),
        (ShareWhoPage(), "you hand it over yourself"),
    ],
    ids=lambda one: "" if isinstance(one, str) else type(one).__name__,
)
async def test_f1_says_what_a_page_is_for_before_the_keys(
    tmp_path: Path, page: Page[None], says: str
) -> None:
    async with at_the_screen(alex(tmp_path), (80, 40)) as person:
        await person.home()
        await person.app.push_screen(page)
        await person.on(type(page))
        await person.settled()
        await person.press("f1")
        await person.on(HelpPage)
        assert says in person.text
        assert person.text.index(says) < person.text.index("Keys that work everywhere")


@pytest.mark.parametrize(
    ("size", "keys"), [((20, 5), ["F10 Hide", "F1 Help"]), ((40, 8), ["F10 Hide", "F1 Help"])]
)
async def test_a_very_low_screen_has_one_line_of_keys_with_hide_first(
    tmp_path: Path, size: tuple[int, int], keys: list[str]
) -> None:
    async with at_the_screen(alex(tmp_path), size) as person:
        await person.home()
        await person.settled()
        last = person.drawn[-1].split("   ")
        assert [one.strip() for one in last if one.strip()][:2] == keys
        assert not any("F1 Help" in line for line in person.drawn[:-1])
        await person.pilot.resize_terminal(size[0], 24)
        await person.settled()
        assert any("Ctrl+P" in line for line in person.drawn)


async def test_every_row_of_home_takes_the_same_room_at_40_columns(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), NARROW) as person:
        await person.home()
        await person.press("end")
        await person.settled()
        body = [line.strip(" ▁▂▃▄▅▆▇█") for line in person.drawn[1:-4]]
        first, last = (next(number for number, line in enumerate(body) if words in line) for words in ENDS)
        assert "" in body[first:last]
        assert not any(body[number] == body[number + 1] == "" for number in range(first, last))


async def test_the_recovery_words_are_in_view_from_their_heading_on(tmp_path: Path) -> None:
    _vault, rows = make(places_in(tmp_path).vault, "kettle harbour violin meadow lantern", NOW)
    _vault.close()
    async with at_the_screen(places_in(tmp_path), (40, 18)) as person:
        await person.app.push_screen(RecoveryWordsPage(rows))
        await person.on(RecoveryWordsPage)
        await person.settled()
        assert any("Your recovery words" in line for line in person.drawn[1:])
        await person.press("enter")
        await person.until(lambda: not isinstance(person.app.screen, RecoveryWordsPage))


async def after_a_wrong_passphrase(person: Person) -> None:
    await person.on(Unlock)
    await person.types("not this")
    await person.press("enter")
    await person.until(lambda: person.app.screen.query_one("#other-ways").display)
    await person.settled()


async def test_a_long_button_breaks_between_words_at_40_columns(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), NARROW) as person:
        await after_a_wrong_passphrase(person)
        said = " ".join(" ".join(person.drawn).split())
        assert WORDS("screens.unlock.recover") in said


async def test_recovery_words_give_a_new_passphrase_that_can_be_read_and_say_that_it_worked(
    tmp_path: Path,
) -> None:
    at = places_in(tmp_path)
    vault, rows = make(at.vault, "kettle harbour violin meadow lantern", NOW)
    vault.close()
    async with at_the_screen(at, (80, 40)) as person:
        await after_a_wrong_passphrase(person)
        await person.click("recover")
        await person.on(RecoverPage)
        page = person.app.screen
        box, passphrase = page.query_one(ManyLines), page.query_one(OneLine)
        for label in ("Your recovery words", "Your new passphrase"):
            assert label in person.text
        assert any(passphrase.value in line for line in person.drawn)  # in clear, as on the first run

        await person.types("not my words")
        await person.click("go")
        await person.until(lambda: isinstance(page.focused, Row))
        await person.press("x")
        assert box.has_focus

        box.text = "\n".join(f"{number} {' '.join(row)}" for number, row in enumerate(rows, 1))
        chosen, passphrase.value = passphrase.value, "password"
        await person.click("go")
        await person.until(lambda: isinstance(page.focused, Row))
        await person.press("enter")
        await person.settled()
        assert passphrase.has_focus
        passphrase.value = chosen
        await person.press("enter")
        await person.on(RecoveredPage)
        assert "The old one does not work any more" in person.text
        await person.press("enter")
        await person.on(HomePage)
    async with at_the_screen(at, LOW) as again:
        await again.on(Unlock)
        await again.types(chosen)
        await again.press("enter")
        await again.on(HomePage)


async def test_a_step_of_signing_day_hangs_beside_its_number(tmp_path: Path) -> None:
    async with at_the_screen(alex(tmp_path), NARROW) as person:
        await person.home()
        await person.app.push_screen(SigningDayPage("advance_decision-1"))
        await person.on(SigningDayPage)
        await person.settled()
        first = next(number for number, line in enumerate(person.drawn) if line.strip().startswith("1 "))
        words_at = person.drawn[first].index(person.drawn[first].split()[1])
        assert not person.drawn[first + 1][:words_at].strip()
        assert person.drawn[first + 1][words_at] != " "
        assert isinstance(person.app.screen.focused, Button)


async def test_every_row_of_home_stands_on_one_line_with_its_state_and_detail(tmp_path: Path) -> None:
    """screens.md, home. Only what a person wrote themselves may be cut, and stands whole where the row leads."""
    at = alex(tmp_path)
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    section = vault.passport().of_form("crisis_plan")[0].id
    copy = CopyGiven("c", "Jamie", Audience.CARE, "0" * 16, 1, (section,), (), "old", NOW.date(), "", "d")
    vault.give_copy(copy, "care:1")
    vault.close()
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await person.settled()
        tasks = [row for row in person.app.screen.query(Row) if row.has_class("task")]
        assert [row for row in tasks if row.size.height != 1] == []
        said = "\n".join(person.drawn)
        for words in (
            "2 of 3 fully ready",
            "1 not if life is at risk",
            "1 runs out in 3 weeks",
            "Only you see these",
        ):
            assert words in said
        assert WORDS("home.one_holds_old") in said
        groups = [WORDS(f"home.group_{one}") for one in GROUPS] + [WORDS("screens.home.papers")]
        assert [said.index(one) for one in groups] == sorted(said.index(one) for one in groups)
        assert len(tasks) - len(PAPERS) == len([row for row in tasks if row.key.startswith("form ")])


def test_our_own_details_fit_beside_a_row_at_80_columns() -> None:
    """24 letters: with more, the last of them would be cut."""
    long = {"count": 9, "month": "September 2026"}
    keys = (
        "one_ran_out ran_out runs_out_weeks runs_out_days runs_out_today runs_out_tomorrow grown_old checked"
        " only_you hold_old one_holds_old not_for_life"
    )
    assert [one for one in keys.split() if len(WORDS(f"home.{one}", **long)) > 24] == []
