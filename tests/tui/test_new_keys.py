"""Recovery words that were never written down are offered again; they and the passphrase can be made new."""

from pathlib import Path

import pytest
from textual.widgets import Input

from passport.actions.recovery import are_to_write_down
from passport.errors import WrongPassphrase, WrongRecoveryWords
from passport.tui import routes
from passport.tui.app import Left
from passport.tui.screens.home import HomePage
from passport.tui.screens.make_vault import NamePage, PassphrasePage
from passport.tui.screens.new_keys import NewPassphrasePage, NewRecoveryWordsPage, PassphraseChangedPage
from passport.tui.screens.recovery_words import RecoveryWordsPage, TypeBackPage
from passport.tui.screens.welcome import Welcome
from passport.tui.widgets.rows import Row
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
OFFER = "You have not written them down yet."
ANOTHER = "orchard basin thimble glacier pepper"


async def types_a_row_back(person: Person) -> tuple[tuple[str, ...], ...]:
    await person.on(RecoveryWordsPage)
    rows = person.app.screen._rows  # type: ignore[attr-defined]
    await person.press("enter")
    await person.on(TypeBackPage)
    await person.types(" ".join(rows[person.app.screen._number]))  # type: ignore[attr-defined]
    await person.press("enter")
    await person.on(HomePage)
    return tuple(rows)


async def test_words_that_were_shown_and_not_written_down_are_offered_first_of_all(tmp_path: Path) -> None:
    at = places_in(tmp_path)
    async with at_the_screen(at) as person:
        await person.on(Welcome)
        await person.press("enter")
        await person.on(NamePage)
        await person.press("enter")
        await person.on(PassphrasePage)
        person.app.screen.query_one(Input).value = PASSPHRASE
        await person.press("enter")
        await person.on(RecoveryWordsPage)
        lost = person.app.screen._rows  # type: ignore[attr-defined]
        await person.pilot.press("f10")
        await person.until(lambda: person.app.return_value is Left.LOCKED)

    async with at_the_screen(at) as again:
        await again.home()
        assert OFFER in str(again.app.screen.query(Row).first()._cells[0])
        await again.press("enter")
        await again.on(NewRecoveryWordsPage)
        await again.types("not the passphrase")
        await again.press("enter")
        await again.until(lambda: "There is a problem" in again.text)
        again.app.screen.query_one("#now", Input).value = PASSPHRASE
        again.app.screen.query_one("#now").focus()
        await again.press("enter")
        rows = await types_a_row_back(again)
        await again.until(lambda: "Who has a copy" in again.text or again.app.screen.query(Row))
        assert OFFER not in "".join(str(one._cells[0]) for one in again.app.screen.query(Row))

    with pytest.raises(WrongRecoveryWords):
        Vault.open_with_recovery_words(at.vault, [" ".join(row) for row in lost], NOW)
    Vault.open_with_recovery_words(at.vault, [" ".join(row) for row in rows], NOW).close()


async def test_new_words_that_are_not_typed_back_stay_offered(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})) as person:
        await person.home()
        assert not await person.app.session.desk.do(are_to_write_down)
        await routes.show(person.app, "recovery")
        await person.on(NewRecoveryWordsPage)
        await person.types(PASSPHRASE)
        await person.press("enter")
        await person.on(RecoveryWordsPage)
        await person.press("escape")
        await person.on(HomePage)
        await person.until(
            lambda: OFFER in "".join(str(one._cells[0]) for one in person.app.screen.query(Row))
        )


async def test_the_passphrase_can_be_changed_by_whoever_knows_it(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        await routes.show(person.app, "passphrase")
        await person.on(NewPassphrasePage)
        now, new = person.app.screen.query(Input)
        now.value, new.value = "not the passphrase", ANOTHER
        await person.click("go")
        await person.until(lambda: "There is a problem" in person.text)
        now.value = PASSPHRASE
        await person.click("go")
        await person.on(PassphraseChangedPage)
    with pytest.raises(WrongPassphrase):
        Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    Vault.open_with_passphrase(at.vault, ANOTHER, NOW).close()
