"""What pages have in common that change how a record opens: they ask for the passphrase of now, and say that it takes a moment."""

from collections.abc import Sequence

from textual import on, work
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class AsksPassphrasePage(Page[None]):
    """Asks for the passphrase of now, and goes to the page that says it is done."""

    what = ""
    """Whose sentences it says."""

    async def contents(self) -> Sequence[Widget]:
        """A box for the passphrase of now, and what else is asked."""
        return (
            Line(self.say(f"screens.new_keys.{self.what}"), classes="heading"),
            Line(self.say(f"screens.new_keys.{self.what}_how"), classes="paragraph"),
            Line(self.say("screens.new_keys.now"), classes="label"),
            OneLine(secret=True, id="now"),
            *self.further(),
            Button(self.say(f"screens.new_keys.{self.what}_go"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    def further(self) -> Sequence[Widget]:
        """What else is asked."""
        return ()

    async def done(self, now: str) -> Screen[None]:
        """Do it with the passphrase of now. Returns the page to go to. Raises what the action does."""
        raise NotImplementedError

    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def go(self) -> None:
        """Say that it takes a moment, do it, and go on."""
        self.told()
        busy = self.query_one("#busy", Line)
        busy.say(self.say("screens.new_keys.busy"))
        try:
            page = await self.done(self.query_one("#now", OneLine).value)
        finally:
            busy.say("")
        self.app.switch_screen(page)
