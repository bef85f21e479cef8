"""Lock means gone: the screen is blank first, half-typed words are kept encrypted, and unlocking goes back to them."""

from pathlib import Path

import pytest

from passport.tui.app import Left
from passport.tui.screens.blank import Blank
from passport.tui.screens.home import HomePage
from passport.tui.screens.idle_warning import IdleWarning
from passport.tui.screens.question import QuestionPage
from passport.tui.widgets.type_in import OneLine
from tests.tui.on_screen import a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
HALF = "Wrenbird half typed"


async def test_after_a_lock_the_same_question_has_the_draft_in_its_box(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        page = QuestionPage("about_me-1", "am_name")
        await person.app.push_screen(page)
        await person.on(QuestionPage)
        person.app.screen.query_one(OneLine).focus()
        await person.types(HALF)
        await person.pilot.press("f10")
        await person.until(lambda: person.app.return_value is Left.LOCKED)
        assert isinstance(person.app.screen, Blank)
        on_disk = b"".join(one.read_bytes() for one in at.vault.rglob("*") if one.is_file())
        assert HALF.encode() not in on_disk
    assert person.app.return_value is Left.LOCKED

    async with at_the_screen(at) as again:
        await again.unlock()
        await again.on(QuestionPage)
        await again.until(lambda: again.app.screen.query(OneLine))
        assert again.app.screen.query_one(OneLine).value == HALF
        assert "did not finish" in again.text


async def test_the_place_is_offered_once_and_then_home_comes_first(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        await person.pilot.press("f10")
        await person.until(lambda: person.app.return_value is Left.LOCKED)
    async with at_the_screen(at) as again:
        await again.home()
        assert isinstance(again.app.screen, HomePage)


async def test_ctrl_c_says_how_to_leave_in_one_notice_however_often_it_is_pressed(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        for _ in range(4):
            await person.press("ctrl+c")
        await person.settled()
        assert sum("Ctrl+Q closes this" in line for line in person.drawn) == 1


async def test_after_ten_quiet_minutes_it_locks_and_a_key_a_minute_before_keeps_it_open(
    tmp_path: Path,
) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        person.app._idle._touched -= 9.5 * 60
        person.app._look_at_the_clock()
        await person.pilot.pause()
        assert isinstance(person.app.screen, IdleWarning)
        await person.press("x")
        assert isinstance(person.app.screen, HomePage)
        person.app._idle._touched -= 10.5 * 60
        person.app._look_at_the_clock()
        await person.until(lambda: person.app.return_value is Left.LOCKED)
    assert person.app.return_value is Left.LOCKED


async def test_after_a_sleep_of_the_computer_it_locks_at_once(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        await person.home()
        person.app._idle._gap -= 60
        person.app._look_at_the_clock()
        await person.until(lambda: person.app.return_value is Left.LOCKED)
    assert person.app.return_value is Left.LOCKED


async def test_a_crash_shows_one_sentence_and_no_word_of_the_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})

    def breaks() -> None:
        secret = "Wrenbird"
        raise RuntimeError(secret)

    with pytest.raises(RuntimeError):  # noqa: PT012  # the pilot tells of the crash as it leaves
        async with at_the_screen(at) as person:
            await person.home()
            person.app.call_later(breaks)
            await person.pilot.pause()
            await person.pilot.pause()
    person.app._print_error_renderables()
    said = capsys.readouterr()
    assert "Wrenbird" not in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert "Something went wrong" in said.err
