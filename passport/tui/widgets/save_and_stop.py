"""The way out of every page that asks: all of it is kept, and home comes."""

from typing import Self

from textual.widgets import Button

from passport.tui import routes
from passport.tui.app_session import session_of


class SaveAndStop(Button):
    """Last in the row of ways on, wherever something is asked. What cannot be kept keeps the page in front."""

    def __init__(self, label: str) -> None:
        super().__init__(label, id="save-and-stop", classes="plain-button")

    def press(self) -> Self:
        """Save what is typed on every page, then home."""
        routes.go_home(self.app, self._told)
        return self

    async def _told(self) -> None:
        self.app.notify(session_of(self.app).say("plain.saved_and_stopped"), markup=False)
