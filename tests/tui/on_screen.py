"""A person at the full screen, for tests: the real app, a real vault, keys pressed one by one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual import events
from textual._compositor import CompositorUpdate
from textual._wait import wait_for_idle
from textual.geometry import Offset
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.screen import Screen
from textual.widgets import Button, Static

from passport.actions import answer, demo
from passport.actions.news import told
from passport.actions.places import Places
from passport.actions.settings import Settings, write_settings
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.tui.app import Left, PassportApp, session_for
from passport.tui.screens.home import HomePage
from passport.tui.widgets.long_list import LongList

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
WIDE, LOW, NARROW = (120, 40), (80, 24), (40, 24)


def places_in(folder: Path) -> Places:
    return Places(folder / "record", folder / "settings", folder / "seen", folder / "met")


def a_record(folder: Path, answers: Mapping[str, Mapping[str, object]], signing: object = None) -> Places:
    """A vault with these answers, by form."""
    at = places_in(folder)
    vault, _rows = make(at.vault, PASSPHRASE, NOW)
    for form, typed in answers.items():
        section = answer.put_all(vault, shelf(), form, typed, NOW).section
        if signing is not None and form == "advance_decision":
            assert isinstance(signing, Mapping)
            sign(vault, shelf(), section.id, signing, NOW)
    vault.close()
    return at


def alex(folder: Path) -> Places:
    """The made-up person's whole record."""
    at = places_in(folder)
    vault, _rows = make(at.vault, PASSPHRASE, NOW)
    demo._fill(vault, shelf(), NOW)
    vault.close()
    return at


class Person:
    """Who presses the keys."""

    def __init__(self, app: PassportApp, pilot: Pilot[Left]) -> None:
        self.app, self.pilot = app, pilot
        self._cursor = Offset(0, 0)
        self._watch_the_cursor()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def types(self, text: str) -> None:
        """All at once, as a paste does: quicker than letter by letter."""
        focused = self.app.screen.focused
        assert focused is not None
        focused.post_message(events.Paste(text))
        await self._pause()

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait for something that a worker does; fails after some seconds, naming what never came."""
        for _ in range(1000):
            if true():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{what or 'it'} never came; on screen:\n{self.text}")

    async def on(self, page: type[Screen[Any]]) -> None:
        """Wait for a page, filled."""
        await self.until(lambda: isinstance(self.app.screen, page) and self.ready, page.__name__)

    async def leaves(self, page: Screen[Any]) -> None:
        """Wait until another page is in front, filled."""
        await self.until(lambda: self.app.screen is not page and self.ready, "another page")

    async def settled(self) -> None:
        """Wait until nothing is being worked out any more."""
        await self.pilot.pause()
        await self.until(lambda: not any(one.is_running or not one.is_finished for one in self.app.workers))
        await self.pilot.pause()

    @property
    def ready(self) -> bool:
        return getattr(self.app.screen, "ready", True) and self.app.screen.is_mounted

    async def unlock(self) -> None:
        await self.pilot.pause()
        await self.types(PASSPHRASE)
        await self.press("enter")

    async def home(self) -> None:
        await self.unlock()
        await self.on(HomePage)

    async def click(self, button: str) -> None:
        self.app.screen.query_one(f"#{button}", Button).press()
        await self._pause()

    async def _pause(self) -> None:
        """As the pilot's own. A page may take widgets away meanwhile, and the pilot would wait for them: not for long."""
        with suppress(WaitForScreenTimeout):
            await self.pilot._wait_for_screen(timeout=5)
        await wait_for_idle(0)
        self.app.screen._on_timer_update()

    @property
    def text(self) -> str:
        """Everything that is written on the page in front."""
        lists = [one.text for one in self.app.screen.query(LongList)]
        return "\n".join(
            [str(one.render()) for one in self.app.screen.query(Static) if one.display and str(one.render())]
            + lists
        )

    @property
    def drawn(self) -> list[str]:
        """The lines of the screen as they stand, cell by cell."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def at_cursor(self) -> str:
        """What is drawn from the terminal's own cursor on, to the end of its line."""
        x, y = self.cursor
        return self.drawn[y][x:]

    @property
    def cursor(self) -> Offset:
        """Where the terminal's own cursor was put when the screen was drawn last."""
        return self._cursor

    def _watch_the_cursor(self) -> None:
        draw = self.app._display

        def draws(screen: Screen[Any], renderable: Any) -> None:
            if isinstance(renderable, CompositorUpdate):
                self._cursor = self.app.cursor_position
            draw(screen, renderable)

        self.app._display = draws  # type: ignore[method-assign]  # what a terminal would have been sent


@asynccontextmanager
async def at_the_screen(
    at: Places, size: tuple[int, int] = LOW, theme: str = "clear-light"
) -> AsyncIterator[Person]:
    """The app, open, on a screen of this size."""
    write_settings(at.settings, told(Settings(theme=theme)))
    session = session_for(at, lambda: NOW, UTC)
    app = PassportApp(session)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Person(app, pilot)
            if session.desk.is_open:
                await session.desk.close()
    finally:
        session.desk.stop()
