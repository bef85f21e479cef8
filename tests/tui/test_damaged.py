"""A damaged record on the full screen: it is told, the backup is offered, and what can be read is saved."""

from pathlib import Path

import pytest

from passport.tui.screens.damaged import DamagedPage, SavedPage
from passport.vault.folder import DATABASE, PAGE
from tests.tui.on_screen import NARROW, PASSPHRASE, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_damage_is_told_and_what_can_be_read_is_saved(tmp_path: Path) -> None:
    at = a_record(tmp_path, {})
    file = at.vault / DATABASE
    data = bytearray(file.read_bytes())
    data[-2 * PAGE] ^= 1
    file.write_bytes(data)
    async with at_the_screen(at, NARROW) as person:
        await person.types(PASSPHRASE)
        await person.press("enter")
        await person.on(DamagedPage)
        assert "Part of this record is damaged." in " ".join(person.text.split())
        person.app.screen.query_one("#typed").focus()
        await person.types(PASSPHRASE)
        await person.click("save")
        await person.until(
            lambda: isinstance(person.app.screen, SavedPage) or "Nothing in this" in person.text, "an end"
        )
    assert file.exists()
