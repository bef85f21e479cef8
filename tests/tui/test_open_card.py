"""The open card on the screen: chosen and looked at, shown by F2 and F6 without unlocking, gone when it is switched off."""

from pathlib import Path

import pytest

from passport.tui import routes
from passport.tui.screens.open_card import (
    OpenCardDonePage,
    OpenCardLookPage,
    OpenCardPage,
    OpenCardShownPage,
)
from passport.tui.screens.support import SupportPage
from passport.tui.screens.unlock import Unlock
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.type_in import ManyLines
from passport.vault.open_card import read_open
from passport.wording.words import Words
from tests.tui.on_screen import LOW, NARROW, alex, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
NUMBER = "Grace 0113 496 0000"


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_what_is_put_out_is_shown_while_it_is_locked_and_gone_when_it_is_off(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at, size) as person:
        await person.press("f6")
        assert isinstance(person.app.screen, Unlock)
        await person.home()
        await routes.show(person.app, "open_card")
        await person.on(OpenCardPage)
        assert WORDS("open_card.is_off") in person.text
        person.app.screen.query_one(ManyLines).insert(NUMBER)
        await person.settled()
        await person.click("look")
        await person.on(OpenCardLookPage)
        assert WORDS("open_card.not_locked") in person.text
        await person.click("put")
        await person.on(OpenCardDonePage)
        await person.press("escape")
        await person.on(OpenCardPage)
        await person.settled()
        assert WORDS("open_card.is_on") in person.text
        assert read_open(at.vault) == (NUMBER,)

    async with at_the_screen(at, size) as person:
        for key, page in (("f6", OpenCardShownPage), ("f2", SupportPage)):
            await person.press(key)
            await person.on(page)
            assert NUMBER in person.text
            assert WORDS("open_card.shown_not_locked") in person.text
            await person.press("escape")
            await person.on(Unlock)
        await person.home()
        await routes.show(person.app, "open_card")
        await person.on(OpenCardPage)
        person.app.screen.query_one(SureButton).focus()
        await person.press("enter", "enter")
        await person.on(OpenCardDonePage)
        assert WORDS("open_card.disk") in person.text
        assert read_open(at.vault) == ()

    async with at_the_screen(at, size) as person:
        await person.press("f6")
        assert isinstance(person.app.screen, Unlock)


async def test_no_word_of_the_record_is_shown_before_it_is_unlocked(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await person.press("f2")
        await person.on(SupportPage)
        assert WORDS("open_card.own_words") not in person.text
        await person.press("f6")
        assert isinstance(person.app.screen, SupportPage)


async def test_a_first_run_has_no_open_card(tmp_path: Path) -> None:
    async with at_the_screen(places_in(tmp_path)) as person:
        page = person.app.screen
        await person.press("f6")
        assert person.app.screen is page
