"""Looking after my record: what opens it and what keeps it safe, each on a page of its own."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget

from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class LookAfterPage(Page[None]):
    """One list to walk."""

    title_key = "screens.look_after.title"
    help_key = "look_after"

    async def contents(self) -> Sequence[Widget]:
        """A row for each."""
        rows = (Row(what, self.say(f"screens.find.{what}"), classes="way") for what in routes.LOOKING_AFTER)
        return (Line(self.say("screens.look_after.title"), classes="heading"), Rows(list(rows), id="tasks"))

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        await routes.show(self.app, event.row.key)
