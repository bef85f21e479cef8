"""Before the screen goes: everything that is typed is kept, or it is told that it could not be."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from passport.errors import PassportError
from passport.tui.app_session import session_of
from passport.tui.page import SAVING, Page

if TYPE_CHECKING:
    from textual.app import App

    from passport.actions.drafts import Here

_AGAIN = 30.0
"""Seconds within which a second wish to leave leaves without the words that cannot be kept."""


class LastWords:
    """What happens to words that are typed and not saved when the person goes."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._told = -_AGAIN

    async def kept(self, pages: Sequence[Here], *, locked: bool) -> PassportError | None:
        """Keep what was half typed, and where. Returns what stopped it, where there are words that are not kept."""
        from passport.actions.drafts import keep_drafts
        from passport.tui.chosen_page import keep_all

        app, desk, stopped = self._app, session_of(self._app).desk, None
        under_way = [one for one in app.workers if one.group in SAVING and not one.is_finished]
        try:
            await keep_all(app.screen_stack)
        except PassportError as error:
            stopped = error
        with suppress(Exception):  # what could not be saved is kept as a draft instead
            await app.workers.wait_for_complete(under_way)
        try:
            await desk.do(keep_drafts, pages, locked=locked)
        except PassportError as error:
            return error if stopped or any(one.half_typed for one in pages) else None
        return stopped

    async def stays(self, stopped: PassportError) -> bool:
        """Tell it on the page that was in front, with the words still in their boxes, unless it was told just now."""
        if time.monotonic() - self._told < _AGAIN:
            return False
        self._told = time.monotonic()
        page = self._app.screen_stack[-2]
        if isinstance(page, Page):
            page.stay()
        self._app.pop_screen()
        if isinstance(page, Page):
            page.tell_all(
                [(page.session.words.error(stopped), page), (page.say("under_way.leave_without"), page)]
            )
        return True
