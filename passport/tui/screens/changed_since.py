"""What changed since I signed: a row for each place, with the words of then and of now. It leads there."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget

from passport.actions.changed_since import changed_since
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class ChangedSincePage(Page[None]):
    """Looked at again whenever the person comes back here."""

    title_key = "changed_since.title"
    help_key = "changed_since"
    looks_again = True

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def contents(self) -> Sequence[Widget]:
        """The words of then above the words of now."""
        session = self.session
        found = await session.desk.do(changed_since, session.shelf, self._section_id, session.words)
        nothing = self.say("changed_since.nothing")
        rows = [
            Row(
                one.place,
                visible(one.label),
                "\n".join(
                    self.say(f"changed_since.{when}", words="; ".join(lines) or nothing)
                    for when, lines in (("then", one.then), ("now", one.now))
                ),
                classes="answer",
            )
            for one in found
        ]
        return (
            Line(self.say("changed_since.title"), classes="heading"),
            Line(self.say("changed_since.how" if rows else "changed_since.none"), classes="paragraph"),
            *([Rows(rows)] if rows else []),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        await routes.open_place(self.app, self._section_id, event.row.key)
