"""It is open again: which passphrase opens it from now on."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Button

from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.text import Line


class RecoveredPage(Page[None]):
    """It worked: which passphrase opens it now."""

    title_key = "screens.recover.title"
    help_key = "recovered"
    can_go_back = False
    stays = "screens.recover.words_stay"
    """What opened it this time, and still does."""

    async def contents(self) -> Sequence[Widget]:
        """Two sentences, and on."""
        return (
            Line(self.say("commands.passphrase_changed"), classes="heading"),
            Line(self.say(self.stays), classes="paragraph"),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Button.Pressed, "#continue")
    def action_back(self) -> None:
        """It is open: home."""
        routes.go_home(self.app)
