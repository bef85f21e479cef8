"""Bad days at the full screen: too much at once, a window that shrinks, a disk that fills or goes, a clock that jumps.

Each ends in a calm sentence, with the words kept: in their box, and on disk once that is there again.
"""

import resource
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Button, Input, TextArea

from passport.actions import answer, back_up, idle
from passport.actions.history import history
from passport.actions.unlock import make
from passport.errors import LeftOff, NoRoom, PassportError, RecordAway
from passport.forms.shelf import shelf
from passport.record.leaving_off import unless_stopped
from passport.record.passport import Passport
from passport.tui import under_way
from passport.tui.app import Left
from passport.tui.screens.backups import BackupsPage
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.screens.card import CardPage
from passport.tui.screens.help import HelpPage
from passport.tui.screens.support import SupportPage
from passport.vault import backup as backup_file
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen, places_in
from tests.tui.test_paste import sent_to
from tests.tui.test_words_kept import ABOUT, at_question, hides, kept

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
A_MEGABYTE = ("I walk to the allotment and back. " * 30 + "\n") * 1030
CARD: dict[str, dict[str, object]] = {**ABOUT, "crisis_plan": {"cp_card": ["My sister knows"]}}


def said(person: Person) -> str:
    return " ".join(person.text.split())


def tells(person: Person, error: PassportError) -> bool:
    return " ".join(WORDS.error(error).split()) in said(person)


def opened(folder: Path) -> Vault:
    return Vault.open_with_passphrase(places_in(folder).vault, PASSPHRASE, NOW)


def passport_in(folder: Path) -> Passport:
    vault = opened(folder)
    try:
        return vault.passport()
    finally:
        vault.close()


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """Nothing can be written after the first page of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    assert (folder / "record").is_dir()
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(("place", "kind"), [("am_name", Input), ("am_important", TextArea)])
async def test_a_megabyte_that_is_pasted_is_kept_to_the_last_letter(
    tmp_path: Path, place: str, kind: type[Input | TextArea]
) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", place)
        began = time.monotonic()
        await sent_to(person, f"\x1b[200~{A_MEGABYTE}\x1b[201~")
        assert isinstance(person.app.screen.focused, kind)
        await person.press("x")
        await hides(person)
        assert time.monotonic() - began < 30
    vault = opened(tmp_path)
    words = vault.draft("about_me-1", place) or vault.section("about_me-1").answers[place].words
    vault.close()
    assert len(str(words)) >= len(A_MEGABYTE)
    assert str(words).rstrip('"').endswith("x")


async def test_a_window_of_twenty_by_five_and_back_keeps_what_is_half_typed(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_important")
        page = person.app.screen
        for size, letter in zip(((20, 5), (1, 1), (200, 60), (20, 5), (80, 24)), "quiet", strict=True):
            await person.pilot.resize_terminal(*size)
            await person.press(letter)
            assert person.app.screen is page
            focused = person.app.screen.focused
            assert isinstance(focused, TextArea)
            if size[1] > 1:
                assert focused.region.height >= 1
        await person.press("escape")
        await person.settled()
    assert kept(tmp_path, "about_me-1", "am_important") == "quiet"


async def test_five_hundred_letters_at_once_are_all_there_in_their_order(tmp_path: Path) -> None:
    letters = "".join(chr(ord("a") + number % 26) for number in range(500))
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_words")
        await sent_to(person, letters)
        box = person.app.screen.focused
        assert isinstance(box, Input)
        assert box.value == letters
        await sent_to(person, "\r" * 40)  # Enter held down: one save, and the next page at most
    vault = opened(tmp_path)
    lines = [one for one in history(vault, shelf(), "about_me-1", WORDS) if one.place == "am_words"]
    vault.close()
    assert len(lines) == 1
    assert kept(tmp_path, "about_me-1", "am_words") == letters


@pytest.mark.parametrize("presses", [2, 30])
async def test_a_button_pressed_again_and_again_gives_out_one_copy(presses: int, tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, CARD)) as person:
        await person.home()
        await person.app.push_screen(CardPage())
        await person.on(CardPage)
        page = person.app.screen
        page.query_one("#folder", Input).value = str(tmp_path / "out")
        for _ in range(presses):
            page.query_one("#save", Button).press()
        await person.on(PrintedPage)
        await person.settled()
        assert sum(isinstance(one, PrintedPage) for one in person.app.screen_stack) == 1
    assert len(passport_in(tmp_path).copies) == 1


async def test_esc_stops_what_takes_a_while_and_nothing_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_way, "SOON", 0.01)
    async with at_the_screen(a_record(tmp_path, CARD)) as person:
        await person.home()
        await person.app.push_screen(CardPage())
        await person.on(CardPage)
        page = person.app.screen
        page.query_one("#folder", Input).value = str(tmp_path / "out")
        page.query_one("#save", Button).press()
        await person.until(lambda: WORDS("under_way.pages") in said(person))
        await person.press("escape")
        await person.settled()
        assert person.app.screen is page
        assert tells(person, LeftOff())
        assert not page.query("#under-way")
        assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
        page.query_one("#save", Button).press()
        await person.on(PrintedPage)
    assert len(passport_in(tmp_path).copies) == 1


async def test_a_backup_that_is_stopped_or_has_no_room_is_not_told_as_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would say on which day there was one to put away."""
    monkeypatch.setattr(under_way, "SOON", 0.01)
    asked = threading.Event()

    def only_then() -> None:
        asked.wait(10)  # else a quick disk would have it all before anybody could ask
        unless_stopped()

    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await person.app.push_screen(BackupsPage())
        await person.on(BackupsPage)
        page = person.app.screen
        page.query_one("#where", Input).value = str(tmp_path / "mine.passport")
        monkeypatch.setattr(backup_file, "unless_stopped", only_then)
        page.query_one("#make", Button).press()
        await person.until(lambda: page.under_way is not None)  # type: ignore[attr-defined]
        page.leave_off()  # type: ignore[attr-defined]
        asked.set()
        await person.settled()
        assert tells(person, LeftOff())
    assert not (tmp_path / "mine.passport").exists()
    vault = opened(tmp_path)
    assert back_up.backups(vault).written == ""
    vault.close()


async def test_help_and_support_on_top_of_each_other_are_each_there_once(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await person.types(" Hale")
        for key in ("f1", "f2", "f1", "f2", "f1", "f2"):
            await person.press(key)
            await person.settled()
        kinds = [type(one) for one in person.app.screen_stack]
        assert kinds[-1] is SupportPage
        assert kinds.count(HelpPage) == kinds.count(SupportPage) == 1
        await hides(person)
    assert kept(tmp_path, "about_me-1", "am_name") == "Robin Hale"


@pytest.mark.parametrize("on_top", ["f1", "f2", "ctrl+p", "warning", "f6"])
async def test_hiding_works_from_every_dialog_and_keeps_what_is_typed_below(
    on_top: str, tmp_path: Path
) -> None:
    from passport.tui.screens.idle_warning import IdleWarning

    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        await person.types(" Hale")
        below: Screen[object] = person.app.screen
        if on_top == "warning":
            await person.app.push_screen(IdleWarning())
        else:
            await person.press(on_top)
        await person.until(lambda: person.app.screen is not below)
        await hides(person)
    vault = opened(tmp_path)
    answers, draft = vault.section("about_me-1").answers, vault.draft("about_me-1", "am_name")
    vault.close()
    assert "Robin Hale" in {answers["am_name"].words, str(draft).strip('"')}


async def test_a_disk_that_fills_while_typing_keeps_the_words_in_their_box(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        page = person.app.screen
        await person.types(" Hale")
        with full_disk(tmp_path):
            for key in ("enter", "escape", "f6"):
                await person.press(key)
                await person.settled()
                if person.app.screen is not page:
                    person.app.pop_screen()
                    await person.settled()
                assert tells(person, NoRoom()), (key, person.text)
            assert page.query_one("#scroll Input", Input).value == "Robin Hale"
        await person.press("escape")
        await person.settled()
        assert person.app.screen is not page
    assert kept(tmp_path, "about_me-1", "am_name") == "Robin Hale"


def pulls_it_out(folder: Path) -> None:
    shutil.copytree(folder / "record", folder / "elsewhere")
    shutil.rmtree(folder / "record")


async def test_a_stick_that_is_pulled_out_keeps_the_words_until_it_is_back(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        page = person.app.screen
        await person.types(" Hale")
        pulls_it_out(tmp_path)
        for key in ("enter", "escape"):
            await person.press(key)
            await person.settled()
            assert person.app.screen is page
            assert tells(person, RecordAway(folder=str(tmp_path / "record")))
        assert page.query_one("#scroll Input", Input).value == "Robin Hale"
        assert not (tmp_path / "record").exists()
        (tmp_path / "elsewhere").rename(tmp_path / "record")
        await person.press("escape")
        await person.settled()
        assert person.app.screen is not page
    assert kept(tmp_path, "about_me-1", "am_name") == "Robin Hale"


async def test_who_leaves_while_words_cannot_be_kept_is_told_first(tmp_path: Path) -> None:
    """Before, Ctrl+Q threw them away and said nothing. A second one leaves all the same; hiding never waits."""
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        await at_question(person, "about_me-1", "am_name")
        page = person.app.screen
        await person.types(" Hale")
        pulls_it_out(tmp_path)
        await person.press("ctrl+q")
        await person.settled()
        assert person.app.screen is page
        assert person.app.return_value is None
        assert tells(person, RecordAway(folder=str(tmp_path / "record")))
        assert WORDS("under_way.leave_without") in said(person)
        assert page.query_one("#scroll Input", Input).value == "Robin Hale"
        await person.pilot.press("ctrl+q")
        await person.until(lambda: person.app.return_value is Left.QUIT)


async def test_nothing_half_typed_lets_everybody_leave_at_once(tmp_path: Path) -> None:
    async with at_the_screen(a_record(tmp_path, ABOUT)) as person:
        await person.home()
        pulls_it_out(tmp_path)
        await person.pilot.press("ctrl+q")
        await person.until(lambda: person.app.return_value is Left.QUIT)


@pytest.mark.parametrize("days", [-3650, -1, 400])
def test_a_clock_that_jumps_leaves_what_was_written_in_its_order(days: int, tmp_path: Path) -> None:
    """The newest answer is the one that was written last, whatever the clock says."""
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "one"}, NOW).section.id
    for name, when in (
        ("two", NOW + timedelta(days=days)),
        ("three", NOW),
        ("four", NOW + timedelta(days=days)),
    ):
        answer.put(vault, shelf(), section, "am_name", name, when)
    vault.close()
    again = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    assert again.section(section).answers["am_name"].words == "four"
    assert [one.answer.words for one in again.history(section)] == ["one", "two", "three", "four"]
    back_up.roll_daily(again, NOW + timedelta(days=days))
    answer.put(again, shelf(), section, "am_name", "five", NOW)
    back_up.roll_daily(again, NOW)
    back_up.roll_daily(again, NOW + timedelta(days=days))
    assert len(back_up.backups(again).own) >= 2
    again.close()


def test_a_clock_on_the_wall_that_jumps_locks_nobody_out_and_keeps_nobody_in() -> None:
    """Only time that passed counts: the date may be set back and forward while somebody types."""
    now = [1000.0]
    found = idle.Idle(10, wall=lambda: now[0], awake=lambda: now[0])
    for _ in range(100):
        now[0] += 5
        found.touch()
        assert found.says() == "stay"
    now[0] += 601
    assert found.says() == "lock"
    assert "time.time" not in Path(idle.__file__).read_text()
    assert "datetime" not in Path(idle.__file__).read_text()
