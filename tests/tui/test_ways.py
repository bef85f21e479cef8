"""Ways to open my record, on the screen: listed, added, taken out, and used when the passphrase is forgotten."""

from pathlib import Path

import pytest
from textual.widgets import Button, Input, TextArea

from passport.errors import WrongPassphrase
from passport.tui import routes
from passport.tui.screens.home import HomePage
from passport.tui.screens.new_keys import NewRecoveryWordsPage
from passport.tui.screens.recover import RecoverPage
from passport.tui.screens.recover_shares import RecoveredSharesPage, RecoverNewPage, RecoverSharesPage
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.screens.second import SecondPage, SecondRemovePage, WaysDonePage
from passport.tui.screens.shares import MakeSharesPage, SharesGivenPage
from passport.tui.screens.sheet import SheetPage
from passport.tui.screens.ways import WaysPage
from passport.tui.widgets.rows import Row, Rows
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
THEIRS, NEW = "copper lantern wagon thistle moss", "orchard basin thimble glacier pepper"
ROBIN = {"about_me": {"am_known_as": "Robin"}}


async def at_the_ways(person: Person) -> None:
    await person.home()
    await routes.show(person.app, "ways")
    await person.on(WaysPage)


async def picks(person: Person, key: str) -> None:
    """Go to a row and press Enter."""
    row = next(one for one in person.app.screen.query(Row) if one.key == key)
    assert isinstance(row.parent, Rows)
    row.parent.go_to(row)
    await person.press("enter")


def fill(person: Person, *typed: str) -> None:
    for box, text in zip(person.app.screen.query(Input), typed, strict=True):
        box.value = text


async def test_a_second_person_is_added_seen_at_home_and_taken_out(tmp_path: Path) -> None:
    at = a_record(tmp_path, ROBIN)
    async with at_the_screen(at) as person:
        await at_the_ways(person)
        await picks(person, "second")
        await person.on(SecondPage)
        fill(person, "not mine at all", "Sam", THEIRS)
        await person.click("go")
        await person.until(lambda: "There is a problem" in person.text)
        fill(person, PASSPHRASE, "Sam", THEIRS)
        await person.click("go")
        await person.on(WaysDonePage)
        await person.press("enter")
        await person.on(WaysPage)
        await person.until(lambda: "A passphrase of Sam." in person.text)
    Vault.open_with_passphrase(at.vault, THEIRS, NOW).close()

    async with at_the_screen(at) as owner:
        await owner.home()
        await owner.until(lambda: "by Sam, with their own passphrase" in owner.text)
        await routes.show(owner.app, "ways")
        await owner.on(WaysPage)
        await picks(owner, "second_remove")
        await owner.on(SecondRemovePage)
        fill(owner, PASSPHRASE)
        await owner.click("go")
        await owner.on(WaysDonePage)
    with pytest.raises(WrongPassphrase):
        Vault.open_with_passphrase(at.vault, THEIRS, NOW)


async def test_shares_are_made_printed_and_open_it_at_40_columns(tmp_path: Path) -> None:
    at = a_record(tmp_path, ROBIN)
    async with at_the_screen(at, NARROW) as person:
        await at_the_ways(person)
        await picks(person, "shares")
        await person.on(MakeSharesPage)
        fill(person, PASSPHRASE, "Sam, Jo, Ali", "two")
        await person.click("go")
        await person.until(lambda: "There is a problem" in person.text)
        fill(person, PASSPHRASE, "Sam, Jo, Ali", "2")
        await person.click("go")
        await person.on(SharesGivenPage)
        lines = [one.line for one in person.app.screen._made]  # type: ignore[attr-defined]
        assert all(len(line) <= NARROW[0] for line in person.drawn)
        await person.click("print")
        await person.on(SheetPage)
        fill(person, str(tmp_path / "sheets"))
        await person.click("go")
        await person.until(lambda: WORDS("ways.sheet_delete") in person.text)
        assert len(list((tmp_path / "sheets").iterdir())) == 3
        await person.press("enter")
        await person.on(SharesGivenPage)
        await person.click("done")
        await person.on(WaysPage)

    async with at_the_screen(at, NARROW) as again:
        await again.pilot.pause()
        await again.types("wrong one")
        await again.press("enter")
        await again.until(lambda: again.app.screen.query_one("#recover", Button).region.height)
        await again.click("recover")
        await again.on(RecoverPage)
        await again.click("shares")
        await again.on(RecoverSharesPage)
        box = again.app.screen.query_one(TextArea)
        for line, says in (
            (lines[0].replace(lines[0].split()[5], "zoom"), WORDS("errors.ShareHasSlip")),
            (lines[0], WORDS("ways.shares_needed", count=1)),
            (lines[0], WORDS("errors.ShareTwice")),
        ):
            box.text = line
            await again.click("add")
            await again.until(lambda says=says: says in again.text, says)  # type: ignore[misc]
        box.text = lines[2]
        await again.click("add")
        await again.on(RecoverNewPage)
        fill(again, "short")
        await again.click("go")
        await again.until(lambda: "There is a problem" in again.text)
        fill(again, NEW)
        await again.click("go")
        await again.on(RecoveredSharesPage)
        await again.press("enter")
        await again.on(HomePage)
    Vault.open_with_passphrase(at.vault, NEW, NOW).close()


async def test_recovery_words_can_be_made_a_page_to_print(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ROBIN)) as person:
        await person.home()
        await routes.show(person.app, "recovery")
        await person.on(NewRecoveryWordsPage)
        fill(person, PASSPHRASE)
        await person.click("go")
        await person.on(RecoveryWordsPage)
        await person.click("print")
        await person.on(SheetPage)
        place = tmp_path / "mine.pdf"
        fill(person, str(place))
        await person.click("go")
        await person.until(lambda: str(place) in person.text)
        assert place.read_bytes().startswith(b"%PDF")
        await person.press("enter")
        await person.on(RecoveryWordsPage)
        await person.click("print")
        await person.on(SheetPage)
        fill(person, str(place))
        await person.click("go")
        await person.until(lambda: "There is already a file" in person.text)
