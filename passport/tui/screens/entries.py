"""A form with several entries: a list to see in several ways, and a way to begin another where it is made for many."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.actions.form_now import form_now
from passport.tui import routes
from passport.tui.list_page import ListPage
from passport.tui.widgets.long_list import LongList
from passport.tui.widgets.text import Line


class EntriesPage(ListPage):
    """Add, open to change, or take out (on the entry's own page)."""

    help_key = "entries"

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = form

    async def contents(self) -> Sequence[Widget]:
        """A way to add one first, however long the list is."""
        pack = self.session.shelf.pack(self.form)
        self.caption(pack.title)
        parts = await self.list_parts()
        add = self.say("screens.entries.another" if self._every else "screens.entries.first")
        return (
            Line(pack.title, classes="heading"),
            Line(pack.about, classes="paragraph"),
            *([Button(add, id="add", classes="main-button")] if pack.repeats else []),
            *parts,
        )

    @on(LongList.Picked)
    @work(exclusive=True)
    async def _open(self, event: LongList.Picked) -> None:
        session = self.session
        self.app.push_screen(routes.form_page(await session.desk.do(form_now, session.shelf, event.key)))

    @on(Button.Pressed, "#add")
    @work(exclusive=True)
    async def _add(self) -> None:
        session = self.session
        section = await session.desk.do(answer.start, session.shelf, self.form, session.today())
        self.app.push_screen(routes.form_page(await session.desk.do(form_now, session.shelf, section.id)))
