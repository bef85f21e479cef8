"""What stands on the screen: nobody's words act, every colour can be read, every sentence of ours exists and is used."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from bench.lock_agrees import ROOT
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.welcome import Welcome
from passport.tui.themes import OURS
from passport.wording.words import Words
from tests.tui.on_screen import a_record, at_the_screen, places_in

HOSTILE = "[bold red]loud[/] \x1b[31mred\x1b[0m [@click=app.quit]go[/] $x {y}"
TEXT_ON = [
    (text, on)
    for text in ("foreground", "quiet", "primary", "error")
    for on in ("background", "surface", "panel")
    if (text, on) not in {("error", "surface"), ("error", "panel")}
] + [("on-primary", "primary"), ("background", "foreground")]
LINES_ON = [("line", "background"), ("line", "surface"), ("primary", "background"), ("error", "background")]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05)."""

    def luminance(colour: Color) -> float:
        parts = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
            for value in colour.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_every_text_and_every_line_can_be_seen(theme: object) -> None:
    """WCAG 2.2 SC 1.4.6 (7:1 for text) and 1.4.11 (3:1 for what shows where a box is)."""
    colours = {**vars(theme), **vars(theme)["variables"]}
    for text, on in TEXT_ON:
        assert contrast(colours[text], colours[on]) >= 7, f"{text} on {on}"
    for line, on in LINES_ON:
        assert contrast(colours[line], colours[on]) >= 3, f"{line} on {on}"


def test_the_measure_knows_black_on_white_and_grey_on_white() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#999999", "#ffffff") < 3


def test_styles_use_only_the_colours_of_our_themes() -> None:
    ours = {"foreground", "background", "surface", "panel", "primary", "error", "quiet", "line", "on-primary"}
    for file in (ROOT / "passport/tui/styles").glob("*.tcss"):
        used = set(re.findall(r"\$([a-z-]+)", file.read_text(encoding="utf-8")))
        assert used <= ours, file.name
        assert not re.search(r"#[0-9a-fA-F]{6}", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
async def test_the_chosen_theme_is_the_one_that_is_worn(theme: object, tmp_path: Path) -> None:
    name = vars(theme)["name"]
    async with at_the_screen(places_in(tmp_path), theme=name) as person:
        await person.on(Welcome)
        assert person.app.screen.styles.background == Color.parse(vars(theme)["background"])
        quiet = person.app.screen.query(".quiet").first()
        assert quiet.styles.color == Color.parse(vars(theme)["variables"]["quiet"])


def keys_used() -> set[str]:
    rooms = ("passport/tui", "passport/actions", "passport/law")
    files = (file for room in rooms for file in (ROOT / room).rglob("*.py"))
    text = "\n".join(one.read_text(encoding="utf-8") for one in files)
    return set(re.findall(r'"(screens\.[a-z_0-9.{}\[\]-]+)', text))


def test_every_sentence_the_screen_asks_for_exists_and_none_is_left_over() -> None:
    written = {key for key in Words().every_key() if key.startswith("screens.")}
    asked = keys_used()
    exact = {key for key in asked if "{" not in key}
    starts = {key.split("{")[0] for key in asked if "{" in key}
    assert exact <= written
    assert all(any(key.startswith(start) for key in written) for start in starts)
    left_over = {key for key in written - exact if not key.startswith(tuple(starts))}
    assert left_over == set()


@pytest.mark.usefixtures("cheap_keys")
async def test_markup_and_escapes_in_an_answer_are_shown_as_they_are(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_name": HOSTILE, "am_known_as": HOSTILE}})
    async with at_the_screen(at) as person:
        await person.home()
        assert "[bold red]loud[/]" in person.text
        await person.app.push_screen(CheckAnswersPage("about_me-1"))
        await person.on(CheckAnswersPage)
        await person.until(lambda: person.app.screen.query("#answers"))
        assert "[@click=app.quit]go[/]" in person.text
        assert "\x1b" not in person.text
        assert "\x1b" not in person.app.export_screenshot()
