"""What a person sees, in a few pictures that somebody looked at. What keys do is tested elsewhere."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest
from textual.pilot import Pilot

from passport.actions.news import told
from passport.actions.settings import Settings, write_settings
from passport.tui import routes
from passport.tui.app import Left, PassportApp, session_for
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.support import SupportPage
from passport.tui.themes import OURS
from tests.tui.on_screen import LOW, NARROW, NOW, WIDE, Person, alex

pytestmark = pytest.mark.usefixtures("cheap_keys")
Compare = Callable[..., bool]


def an_app(folder: Path, theme: str) -> PassportApp:
    at = alex(folder)
    write_settings(at.settings, told(Settings(theme=theme)))
    return PassportApp(session_for(at, lambda: NOW, UTC))


async def to_home(pilot: Pilot[Left]) -> None:
    assert isinstance(pilot.app, PassportApp)
    person = Person(pilot.app, pilot)
    await person.home()
    await person.settled()


async def to_a_refusal(pilot: Pilot[Left]) -> None:
    await to_home(pilot)
    app = pilot.app
    assert isinstance(app, PassportApp)
    person = Person(app, pilot)
    await app.push_screen(RefusalPage("advance_decision-1", "ad_refusals", "3"))
    await person.on(RefusalPage)
    await person.settled()


async def to_support(pilot: Pilot[Left]) -> None:
    await to_home(pilot)
    routes.support(pilot.app)
    assert isinstance(pilot.app, PassportApp)
    person = Person(pilot.app, pilot)
    await person.on(SupportPage)
    await person.settled()


async def to_a_question(pilot: Pilot[Left]) -> None:
    await to_home(pilot)
    app = pilot.app
    assert isinstance(app, PassportApp)
    person = Person(app, pilot)
    await app.push_screen(QuestionPage("crisis_plan-1", "cp_well"))
    await person.on(QuestionPage)
    await person.settled()


SCREENS = {"home": to_home, "question": to_a_question, "refusal": to_a_refusal, "support": to_support}
LARGE_TOO = ("home", "refusal")
"""Where a large screen shows something that a small one does not."""


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
@pytest.mark.parametrize("screen", SCREENS)
def test_each_main_screen_in_each_look(
    snap_compare: Compare, tmp_path: Path, theme: str, screen: str
) -> None:
    assert snap_compare(an_app(tmp_path, theme), terminal_size=LOW, run_before=SCREENS[screen])


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
@pytest.mark.parametrize("screen", LARGE_TOO)
def test_on_a_large_screen(snap_compare: Compare, tmp_path: Path, theme: str, screen: str) -> None:
    assert snap_compare(an_app(tmp_path, theme), terminal_size=WIDE, run_before=SCREENS[screen])


def test_home_at_40_columns(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "clear-dark"), terminal_size=NARROW, run_before=to_home)


def test_home_in_the_terminal_s_own_colours(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "ansi"), terminal_size=LOW, run_before=to_home)
