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
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.support import SupportPage
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


def test_home(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "clear-light"), terminal_size=LOW, run_before=to_home)


def test_home_at_40_columns(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "clear-dark"), terminal_size=NARROW, run_before=to_home)


def test_one_refusal(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "calm"), terminal_size=LOW, run_before=to_a_refusal)


def test_support_on_a_large_screen(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(an_app(tmp_path, "calm"), terminal_size=WIDE, run_before=to_support)
