"""Open a passport that is somewhere else, such as on a stick."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.places import is_portable, place_typed, places
from passport.errors import PassportError
from passport.tui.page import Page
from passport.tui.screens.unlock import Unlock
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.folder import look_at_folder


class OpenOtherPage(Page[None]):
    """Where is it?"""

    title_key = "screens.welcome.open"
    help_key = "open_other"

    async def contents(self) -> Sequence[Widget]:
        """A box for the folder."""
        return (
            Line(self.say("screens.open_other.title"), classes="heading"),
            Line(self.say("screens.open_other.how"), classes="help"),
            OneLine(str(self.session.at.vault)),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#continue")
    async def _go(self) -> None:
        folder = place_typed(self.query_one(OneLine).value)
        try:
            look_at_folder(folder)
        except PassportError as error:
            self.tell(self.session.words.error(error), self.query_one(OneLine))
            return
        self.session.at = places(folder) if is_portable(folder) else replace(self.session.at, vault=folder)
        await self.app.push_screen(Unlock(folder))
