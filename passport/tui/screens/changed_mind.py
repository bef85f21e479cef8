"""Somebody wrote that they changed their mind: which refusal do they want to stop, or all of the paper (ruling 26)?"""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from passport.actions.form_now import form_now, item_title
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

ALL, NONE = "all", "none"


class ChangedMindPage(Page[None]):
    """A row for each refusal, one for the paper, one to keep it."""

    help_key = "changed_mind"

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def contents(self) -> Sequence[Widget]:
        """What they wrote means, and the ways on."""
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        self.caption(form.pack.title)
        part = form.pack.question(form.pack.refusals)
        items = form.section.items(part.id) if part is not None else ()
        rows = [
            Row(item.id, visible(item_title(part, item, session.words))) for item in items if part is not None
        ]
        ways = [Row(way, self.say(f"changed_mind.{way}"), classes="way") for way in (ALL, NONE)]
        ask = "ask" if items else "ask_paper"
        return (Line(self.say(f"changed_mind.{ask}"), classes="paragraph"), Rows([*rows, *ways]))

    @on(Row.Picked)
    def _go(self, event: Row.Picked) -> None:
        from passport.tui.screens.stop import StopPage

        if event.row.key == NONE:
            self.dismiss()
            return
        refusal = None if event.row.key == ALL else event.row.key
        self.app.switch_screen(StopPage(self._section_id, refusal))
