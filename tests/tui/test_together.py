"""The page where two copies are put together: each place in words, a button for each side, what came of it."""

import shutil
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.tui import routes
from passport.tui.screens.together import ChoosePage, TogetherPage
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.cli.test_together import changes, says, two_copies
from tests.tui.on_screen import LOW, NARROW, NOW, PASSPHRASE, Person, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


async def begins(person: Person, stick: Path) -> None:
    await person.home()
    await routes.show(person.app, "together")
    await person.on(TogetherPage)
    await person.types(str(stick))
    await person.press("enter")
    await person.types(PASSPHRASE)
    await person.press("enter")
    await person.on(ChoosePage)


@pytest.mark.parametrize("size", [LOW, NARROW])
async def test_each_place_is_shown_in_words_and_each_choice_stands(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    record, stick = two_copies(tmp_path)
    async with at_the_screen(places_in(tmp_path), size) as person:
        await begins(person, stick)
        first = person.app.screen
        assert "About me: What should people call you?" in " ".join(person.text.split())
        assert "about_me-1" not in person.text
        await person.click("theirs")
        await person.until(lambda: person.app.screen is not first and person.ready, "the second place")
        await person.on(ChoosePage)
        await person.click("mine")
        await person.on(TogetherPage)
        await person.until(lambda: WORDS("together.older")[:30] in " ".join(person.text.split()), "the end")
    found = says(record)
    assert (found["am_known_as"], found["am_pronouns"]) == ("Rob of the stick", "record pronouns")


async def test_going_back_from_a_choice_changes_nothing(tmp_path: Path) -> None:
    record, stick = two_copies(tmp_path)
    before = says(record)
    async with at_the_screen(places_in(tmp_path)) as person:
        await begins(person, stick)
        await person.press("escape")
        await person.on(TogetherPage)
    assert says(record) == before


async def test_home_says_that_both_were_changed_until_they_are_together(tmp_path: Path) -> None:
    record, stick = two_copies(tmp_path)
    at = places_in(tmp_path)
    async with at_the_screen(at) as person:  # the record is used here
        await person.home()
    shutil.move(record, tmp_path / "laptop")
    shutil.move(stick, record)
    async with at_the_screen(at) as person:
        await begins(person, tmp_path / "laptop")
        assert "both changed" in person.app.session.of_copy
        for _ in range(2):
            page = person.app.screen
            await person.click("mine")
            await person.leaves(page)
        await person.until(lambda: not person.app.session.of_copy, "the notice to go")
    Vault.open_with_passphrase(record, PASSPHRASE, NOW).close()
    changes(record, {"am_name": "still open to change"})


async def test_what_was_erased_in_the_other_copy_goes_from_here_and_is_told(tmp_path: Path) -> None:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", {"am_known_as": "Robin", "am_name": "Robin Hale"}, NOW)
    vault.close()
    shutil.copytree(tmp_path / "record", tmp_path / "stick")
    other = Vault.open_with_passphrase(tmp_path / "stick", PASSPHRASE, NOW)
    other.erase_answer("about_me-1", "am_name", NOW)
    other.close()
    async with at_the_screen(places_in(tmp_path), NARROW) as person:
        await person.home()
        await routes.show(person.app, "together")
        await person.on(TogetherPage)
        assert "is erased in both" in " ".join(person.text.split())
        await person.types(str(tmp_path / "stick"))
        await person.press("enter")
        await person.types(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: "Now they are erased here too" in " ".join(person.text.split()), "the end")
    assert {*says(tmp_path / "record")} == {"am_known_as"}
