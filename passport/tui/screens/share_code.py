"""What the code of a paper says: a row to tick for each thing, and how full it is, which stays in view."""

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.code_room import CodeRoom
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class ShareCodePage(Page[frozenset[str]]):
    """Gives back what was picked, or nothing where the person goes back."""

    title_key = "code.choose"
    help_key = "share_code"

    def __init__(self, room: CodeRoom, how: str) -> None:
        super().__init__()
        self._room, self._how = room, how

    async def contents(self) -> Sequence[Widget]:
        """A row for each, in the order it matters."""
        rows = [
            Row(one.key, self._mark(goes_in=one.goes_in), visible(one.label), classes="choice")
            for one in self._room.rows()
        ]
        self._say_how_full()
        return (
            Line(self.say("code.choose"), classes="heading"),
            Line(self.say(self._how), classes="help"),
            *([Rows(rows, id="code")] if rows else [Line(self.say("code.nothing"), classes="paragraph")]),
            Button(self.say("code.done"), id="use", classes="main-button"),
        )

    def below(self) -> ComposeResult:
        """How full it is, while it is chosen."""
        yield Vertical(id="meter")

    def _mark(self, *, goes_in: bool) -> str:
        return marked(TICKED, chosen=goes_in)

    @on(Row.Picked)
    def _tick(self, event: Row.Picked) -> None:
        self._room = self._room.switched(event.row.key)
        event.row.cell(0, self._mark(goes_in=event.row.key in self._room.meter.picked))
        self.told()
        self._say_how_full()

    @work(exclusive=True, group="meter")
    async def _say_how_full(self) -> None:
        """Measured away from the screen; a tick that comes meanwhile measures again."""
        lines = await self.session.desk.away(self._room.full)
        box = self.query_one("#meter", Vertical)
        await box.remove_children()
        await box.mount_all(
            [Line(text, classes="finding" if place else "full") for place, text in enumerate(lines)]
        )

    @on(Button.Pressed, "#use")
    def _use(self) -> None:
        if problem := self._room.problem():
            self.tell(problem)
        else:
            self.dismiss(self._room.meter.picked)
