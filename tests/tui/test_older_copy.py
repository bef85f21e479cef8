"""A copy that is not the newest is named at home, until it is put together with the other."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import unlock
from passport.forms.shelf import shelf
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def test_an_older_copy_and_one_that_is_apart_are_named_at_home(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    shutil.copytree(at.vault, tmp_path / "old")
    opened = unlock(at.vault, PASSPHRASE, NOW - timedelta(days=9), at.seen)
    answer.put_all(opened.vault, shelf(), "about_me", {"am_known_as": "Robin H."}, NOW)
    opened.vault.close()
    at.vault.rename(tmp_path / "newer")
    (tmp_path / "old").rename(at.vault)

    def reads(person: Person) -> str:
        return " ".join(person.text.split())

    async with at_the_screen(at, NARROW) as person:
        await person.home()
        assert "an older copy (23 November 2026)" in reads(person)
        assert "on 14 November 2026." in reads(person)
    opened = unlock(at.vault, PASSPHRASE, NOW, None)
    answer.put_all(opened.vault, shelf(), "about_me", {"am_known_as": "Rob"}, NOW)
    opened.vault.close()
    async with at_the_screen(at) as person:
        await person.home()
        assert "were both changed" in reads(person)
