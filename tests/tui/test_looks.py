"""How it looks and its keys: chosen on a page, kept, and nothing but colour is lost without colours."""

from pathlib import Path

import pytest

from passport.actions.settings import Settings, another_key, keys_for, look, read_settings, write_settings
from passport.errors import KeyTaken, NotAKey, NotALook
from passport.tui.screens.looks import AnotherKeyPage, LooksPage
from passport.tui.screens.support import SupportPage
from tests.tui.on_screen import LOW, Person, alex, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")


async def at_looks(person: Person) -> None:
    await person.home()
    await person.app.push_screen(LooksPage())
    await person.on(LooksPage)
    await person.settled()


def row(person: Person, words: str) -> int:
    """Steps down to the row with these words."""
    rows = [" ".join(str(cell) for cell in one._cells) for one in person.app.screen.query_one("#looks").rows]  # type: ignore[attr-defined]
    return next(number for number, text in enumerate(rows) if words in text)


async def go_to(person: Person, words: str) -> None:
    await person.press("home", *["down"] * row(person, words))


async def test_a_look_is_worn_at_once_and_the_next_time(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await at_looks(person)
        await go_to(person, "calm")
        await person.press("enter")
        assert person.app.theme == "calm"
        assert any("(x) calm" in line for line in person.drawn)
        assert not any("(x) clear, light" in line for line in person.drawn)
    assert read_settings(at.settings).theme == "calm"


async def test_plain_lines_can_be_what_it_starts_with(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await at_looks(person)
        await go_to(person, "plain lines")
        await person.press("enter")
    assert read_settings(at.settings).plain


async def test_another_key_works_beside_the_usual_one_and_stands_on_the_key_line(tmp_path: Path) -> None:
    at = alex(tmp_path)
    async with at_the_screen(at) as person:
        await at_looks(person)
        await go_to(person, "Get support now")
        await person.press("enter")
        await person.on(AnotherKeyPage)
        await person.settled()
        await person.types("f10")
        await person.press("enter")
        assert "F10 does something else already" in person.text
        await person.press("ctrl+e", "ctrl+u")
        await person.types("F3")
        await person.press("enter")
        await person.on(LooksPage)
        await person.settled()
        assert any("F3 or F2" in line for line in person.drawn)
        assert "F3 Get support now" in "\n".join(person.drawn[-2:])
        for key in ("f3", "f2"):
            await person.press(key)
            await person.on(SupportPage)
            await person.press("escape")
            await person.on(LooksPage)
    assert keys_for(read_settings(at.settings), "support") == ("f3", "f2")


def test_what_is_no_key_of_ours_and_what_does_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    for typed in ("x", "Enter", "Ctrl+C", "ctrl+z", "ctrl+i", "f13", "f0", "ctrl+ł", "f3,f4"):
        with pytest.raises(NotAKey):
            another_key(file, "support", typed)
    with pytest.raises(NotAKey):
        another_key(file, "escape", "f3")
    with pytest.raises(KeyTaken):
        another_key(file, "support", "F10")
    assert another_key(file, "lock", " ctrl - L ").keys == {"lock": "ctrl+l"}
    with pytest.raises(KeyTaken):
        another_key(file, "support", "^l")
    assert another_key(file, "lock", "").keys == {}
    assert another_key(file, "lock", "F10").keys == {}
    with pytest.raises(NotALook):
        look(file, "pink")


def test_a_settings_file_of_somebody_else_gives_no_key_that_we_would_not(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    write_settings(
        file,
        Settings(
            keys={"lock": "f2", "support": "a", "find": "f9", "card": "f9", "other": "f8", "quit": "ctrl+c"}
        ),
    )
    assert read_settings(file).keys == {"find": "f9"}
    file.write_text('{"keys": ["f3"], "theme": "ansi"}')
    assert read_settings(file) == Settings(theme="ansi")


async def drawn_with(folder: Path, theme: str) -> list[str]:
    async with at_the_screen(alex(folder), LOW, theme=theme) as person:
        await at_looks(person)
        return [line.replace("(x)", "( )").rstrip() for line in person.drawn]


async def test_without_colours_nothing_but_colour_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "ansi", "none"):
        (tmp_path / name).mkdir()
    usual = await drawn_with(tmp_path / "a", "clear-light")
    assert any("\u203a" in line for line in usual)
    assert await drawn_with(tmp_path / "ansi", "ansi") == usual
    monkeypatch.setenv("NO_COLOR", "1")
    assert await drawn_with(tmp_path / "none", "clear-light") == usual


async def test_in_the_terminal_s_own_colours_what_has_the_focus_is_turned_round(tmp_path: Path) -> None:
    async with at_the_screen(places_in(tmp_path), theme="ansi") as person:
        assert person.app.native_ansi_color
        back = person.app.screen.query("Button, Row").first()
        back.focus()
        await person.settled()
        focused = person.app.focused
        assert focused is not None
        assert focused.styles.text_style.reverse or "\u203a" in "\n".join(person.drawn)
