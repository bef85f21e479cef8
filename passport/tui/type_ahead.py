"""Typing on while the next page comes: keys wait, in their order, until there is somebody to answer them.

A key is handed to the thing that has the focus at that moment. Somebody who types fast, or whose braille display or
script does, would else type into a box that is about to go: letters would be lost, or stand in the wrong answer.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events

from passport.actions.settings import keys_for
from passport.tui.app_session import session_of
from passport.tui.page import SAVING, Page
from passport.tui.problem import takes_letters

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen

AT_ONCE = ("support", "lock", "quit")
"""What works at any time, whatever else is under way; and Ctrl+C."""
_INSIDE = frozenset({"backspace", "delete", "left", "right", "home", "end"})
"""Keys that stay inside a box to type in. A box names those that stay inside it besides."""
_LONGEST = 5.0
"""Seconds after which keys are handed over anyway: whatever is under way then is no way to the next page."""
_LOOK = 0.01
"""Seconds between looks."""

_BESIDE = frozenset({*SAVING, "warm"})
"""Groups of workers that lead nowhere: they save words, or read the program's parts."""

Waits = events.Key | events.Paste


class TypeAhead:
    """Keys on their way to whoever has the focus. ``pass_on`` is how Textual hands one over."""

    def __init__(self, app: App[Any], pass_on: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app, self._pass_on = app, pass_on
        self._waiting: deque[tuple[Waits, bool]] = deque()
        """Each with whether it is a second Enter, right after one that was still under way."""
        self._going: asyncio.Task[None] | None = None
        self._last = ""

    async def take(self, event: Waits) -> None:
        """Hand a key over now, or once what the keys before it began has come about."""
        key = event.key if isinstance(event, events.Key) else ""
        last, self._last = self._last, key
        if key == "escape" and isinstance(self._app.screen, Page) and self._app.screen.leave_off():
            return
        if (
            key == "ctrl+c"
            or any(key in keys_for(session_of(self._app).settings, one) for one in AT_ONCE)
            or (key == "escape" and not self._waiting)
        ):
            await self._pass_on(event)
        elif self._going is not None:
            self._waiting.append((event, key == last == "enter"))
        elif not self._stands() or self._leads_on(event):
            self._waiting.append((event, False))
            self._going = asyncio.create_task(self._hand_over())
        else:
            await self._pass_on(event)

    def _stands(self) -> bool:
        """Whether the page in front can be typed on."""
        screen = self._app.screen
        return not isinstance(screen, Page) or screen.ready

    def _leads_on(self, event: Waits) -> bool:
        """Whether it may move the focus, or lead to another page."""
        if isinstance(event, events.Paste):
            return False
        focused = self._app.focused
        if focused is None or not takes_letters(focused):
            return True
        return not (event.is_printable or event.key in {*_INSIDE, *getattr(focused, "KEYS_INSIDE", ())})

    async def _hand_over(self) -> None:
        """Everything that waits, each key once what the one before it began has come about."""
        try:
            until, led = time.monotonic() + _LONGEST, False
            while self._waiting:
                await self._settled(self._app.screen, until)
                event, again = self._waiting.popleft()
                if again and led:
                    continue  # the bounce of a key would leave a page that nobody has seen
                screen, focused = self._app.screen, self._app.focused
                led = self._leads_on(event)
                await self._pass_on(event)
                if led:
                    until = time.monotonic() + _LONGEST
                    path = focused.ancestors_with_self if focused is not None else [screen]
                    await self._answered([*path, self._app])
                    await self._settled(screen, until)
        finally:
            self._going = None

    async def _answered(self, path: Sequence[MessagePump]) -> None:
        """Until the key, and the messages that came of it, have gone all the way up."""
        for pump in (*path, *path):
            here = asyncio.Event()
            if pump.is_running and pump.call_later(here.set):
                with suppress(TimeoutError):
                    await asyncio.wait_for(here.wait(), _LONGEST)

    async def _settled(self, screen: Screen[Any], until: float) -> None:
        """Until the page in front stands, and nothing is under way on it that may lead to another."""
        while time.monotonic() < until and not (self._stands() and not self._under_way(screen)):  # noqa: ASYNC110  # no one event tells it
            await asyncio.sleep(_LOOK)

    def _under_way(self, screen: Screen[Any]) -> bool:
        if self._app.screen is not screen:
            return False
        return any(
            one.node in {screen, self._app} and one.group not in _BESIDE and not one.is_finished
            for one in self._app.workers
        )
