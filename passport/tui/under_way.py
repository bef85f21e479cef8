"""Something that takes a while: it says in words what it does, is begun only once, and Esc leaves it off with nothing half made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual.css.query import NoMatches
from textual.widget import MountError

from passport.record.leaving_off import may_be_stopped
from passport.tui.key_line import KeyLine
from passport.tui.widgets.text import Line

if TYPE_CHECKING:
    from passport.tui.page import Page

SOON = 0.5
"""Seconds after which somebody who waits is told what for."""
_Given = ParamSpec("_Given")
_APage = TypeVar("_APage", bound="Page[Any]")


class UnderWay:
    """What one page is doing. ``stop`` is set once somebody leaves it off."""

    def __init__(self, page: Page[Any], doing: str) -> None:
        self.stop = threading.Event()
        self._page, self._doing = page, doing
        self._line: Line | None = None
        self._timer = page.set_timer(SOON, self._say)

    def leave_off(self) -> None:
        """Somebody pressed Esc, or goes."""
        if not self.stop.is_set():
            self.stop.set()
            self._say()

    def ended(self) -> None:
        """Take the line away. Where the page has gone before the work has, the work is left off too."""
        self.stop.set()
        self._timer.stop()
        if self._line is not None:
            self._line.remove()

    def _say(self) -> None:
        said = self._page.say("under_way.stopping" if self.stop.is_set() else f"under_way.{self._doing}")
        if self._line is None:
            self._line = Line(said, id="under-way")
            with suppress(NoMatches, MountError):  # the page may be going
                self._page.mount(self._line, before=self._page.query_one(KeyLine))
        else:
            self._line.say(said)


def one_at_a_time(
    doing: str,
) -> Callable[
    [Callable[Concatenate[_APage, _Given], Coroutine[Any, Any, None]]],
    Callable[Concatenate[_APage, _Given], Coroutine[Any, Any, None]],
]:
    """For what makes or changes something: a key that is held down, or pressed again, begins it once. ``doing``: see wording."""

    def around(
        go: Callable[Concatenate[_APage, _Given], Coroutine[Any, Any, None]],
    ) -> Callable[Concatenate[_APage, _Given], Coroutine[Any, Any, None]]:
        @wraps(go)
        async def alone(page: _APage, *given: _Given.args, **named: _Given.kwargs) -> None:
            if page.under_way is not None:
                return
            page.under_way = mine = UnderWay(page, doing)
            try:
                with may_be_stopped(mine.stop), page.telling():
                    await go(page, *given, **named)
            finally:
                mine.ended()
                page.under_way = None

        return cast("Callable[Concatenate[_APage, _Given], Coroutine[Any, Any, None]]", alone)

    return around
