"""A form with several entries: one row for each, and a way to begin another where it is made for many."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.actions.form_now import form_now
from passport.actions.home import entry_status, entry_title
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class EntriesPage(Page[None]):
    """Add, open to change, or take out (on the entry's own page)."""

    help_key = "entries"
    looks_again = True

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    async def contents(self) -> Sequence[Widget]:
        """The newest entry first."""
        session = self.session
        pack = session.shelf.pack(self._form)
        self.caption(pack.title)
        sections = (await session.desk.do(Vault.passport)).begun(self._form)
        rows = [
            Row(
                section.id,
                visible(entry_title(pack, section, session.words)),
                entry_status(pack, section, session.today(), session.words),
                classes="entry",
            )
            for section in reversed(sections)
        ]
        add = self.say("screens.entries.another" if rows else "screens.entries.first")
        return (
            Line(pack.title, classes="heading"),
            Line(pack.about, classes="paragraph"),
            *([Rows(rows)] if rows else []),
            *([Button(add, id="add", classes="main-button")] if pack.repeats else []),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        session = self.session
        self.app.push_screen(routes.form_page(await session.desk.do(form_now, session.shelf, event.row.key)))

    @on(Button.Pressed, "#add")
    @work(exclusive=True)
    async def _add(self) -> None:
        session = self.session
        section = await session.desk.do(answer.start, session.shelf, self._form, session.today())
        self.app.push_screen(routes.form_page(await session.desk.do(form_now, session.shelf, section.id)))
