"""Share, step 1: who is it for? The answer decides which side of the wall is listed."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from passport.actions.sharing import FOR, Sharing
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class ShareWhoPage(Page[None]):
    """A list of people."""

    title_key = "screens.home.share_row"
    help_key = "share_who"

    async def contents(self) -> Sequence[Widget]:
        """One row each."""
        return (
            Line(self.say("screens.share.step", step=1), classes="step"),
            Line(self.say("screens.share.who"), classes="heading"),
            Rows([Row(who, self.say(f"screens.share.{who}"), classes="way") for who in FOR]),
        )

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        from passport.tui.screens.share_what import ShareWhatPage

        await self.app.push_screen(ShareWhatPage(Sharing(FOR[event.row.key])))
