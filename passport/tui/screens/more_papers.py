"""More for my papers: whether they agree, and letters, codes and forms to print, each on a page of its own."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget

from passport.actions.first_page import MORE
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class MorePapersPage(Page[None]):
    """One list to walk."""

    title_key = "screens.home.more_row"
    help_key = "more_papers"

    async def contents(self) -> Sequence[Widget]:
        """A row for each."""
        rows = (Row(what, self.say(f"screens.home.{what}_row"), classes="way") for what in MORE)
        return (Line(self.say("screens.home.more_row"), classes="heading"), Rows(list(rows), id="tasks"))

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        await routes.show(self.app, event.row.key)
