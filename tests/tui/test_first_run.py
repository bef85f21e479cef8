"""From an empty place to home: nothing asked but a name, a passphrase, and the recovery words typed back."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from passport.tui.screens.home import HomePage
from passport.tui.screens.make_vault import NamePage, PassphrasePage
from passport.tui.screens.recovery_words import RecoveryWordsPage, TypeBackPage
from passport.tui.screens.unlock import Unlock
from passport.tui.screens.welcome import Welcome
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_a_new_person_makes_a_passport_and_types_a_row_back(tmp_path: Path) -> None:
    at = places_in(tmp_path)
    async with at_the_screen(at) as person:
        await person.on(Welcome)
        await person.press("enter")
        await person.on(NamePage)
        await person.types("Robin")
        await person.press("enter")
        await person.on(PassphrasePage)
        offered = person.app.screen.query_one(Input).value
        assert len(offered.split()) == 5
        await person.press("enter")
        await person.on(RecoveryWordsPage)
        page = person.app.screen
        assert isinstance(page, RecoveryWordsPage)
        rows = page._rows
        assert all(" ".join(row).split()[0] in person.text for row in rows)
        await person.press("enter")
        await person.on(TypeBackPage)
        back = person.app.screen
        assert isinstance(back, TypeBackPage)

        await person.types("not these words at all")
        await person.press("enter")
        assert "That is not row" in person.text
        back.query_one(OneLine).value = ""
        back.query_one(OneLine).focus()
        await person.types(" ".join(rows[back._number]))
        await person.press("enter")
        await person.on(HomePage)
        await person.until(lambda: "Robin's passport" in person.text)

    vault = Vault.open_with_passphrase(at.vault, offered, NOW)
    assert vault.passport().about_me() is not None
    vault.close()


async def test_a_passphrase_that_is_too_easy_is_refused_in_words(tmp_path: Path) -> None:
    at = places_in(tmp_path)
    async with at_the_screen(at) as person:
        await person.press("enter")
        await person.on(NamePage)
        await person.press("enter")
        await person.on(PassphrasePage)
        person.app.screen.query_one(Input).value = "password"
        await person.press("enter")
        await person.until(lambda: "There is a problem" in person.text and "guess" in person.text)
    assert not (at.vault / "vault.db").exists()


async def test_the_locked_screen_says_nothing_of_whose_this_is(tmp_path: Path) -> None:
    from tests.tui.on_screen import a_record

    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.on(Unlock)
        assert person.text.strip() == ""
        await person.types("wrong words")
        await person.press("enter")
        await person.until(lambda: "did not open" in person.text)
        await person.home()
        assert "Robin" in person.text


def test_the_first_page_loads_nothing_that_waits_behind_it() -> None:
    """A fresh interpreter: whoever opens the program waits for every module that is read before the first words."""
    program = (
        "import sys\n"
        "from passport.tui.app import PassportApp\n"
        "from passport.tui.screens.unlock import Unlock\n"
        "heavy = {'sqlcipher3', 'cryptography', 'msgspec', 'typst', 'pyhanko', 'PIL', 'argon2', 'zxcvbn'}\n"
        "rooms = {'passport.' + room for room in ('forms', 'law', 'paper', 'checking', 'qr', 'keys')}\n"
        "print(sorted((heavy | rooms) & {one for name in sys.modules for one in (name, name.split('.')[0])}))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout == "[]\n"
