"""How long it waits before it locks by itself."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.settings import lock_after
from passport.tui.app_session import session_of
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class LockAfterPage(Page[None]):
    """One number."""

    title_key = "lock.title"
    help_key = "lock_after"

    async def contents(self) -> Sequence[Widget]:
        """How it is now, and a box for another number."""
        minutes = self.session.settings.idle_minutes
        return (
            Line(self.say("lock.title"), classes="heading"),
            Line(self.say("lock.now", minutes=minutes), id="now", classes="paragraph"),
            Line(self.say("lock.why"), classes="paragraph"),
            Line(self.say("lock.how"), classes="label"),
            OneLine(str(minutes), id="minutes"),
            Button(self.say("lock.go"), id="go", classes="main-button"),
        )

    @on(Button.Pressed, "#go")
    @on(Input.Submitted)
    def go(self) -> None:
        """Keep it, from now on."""
        self.told()
        box = self.query_one("#minutes", OneLine)
        with self.telling():
            session = session_of(self.app)
            session.settings = lock_after(session.at.settings, box.value)
            self.query_one("#now", Line).say(self.say("lock.changed", minutes=session.settings.idle_minutes))
