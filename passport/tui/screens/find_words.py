"""Find words: as somebody types, each place where they stand. Enter goes there, and Esc comes back to what was found."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from passport.actions.find import Finds, Found, In, find, get_ready
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class FindWordsPage(Page[None]):
    """One box, and what was found under it."""

    title_key = "find.title"
    help_key = "find"

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Found, ...] = ()

    async def contents(self) -> Sequence[Widget]:
        """The box first. What only the first search has to do is done while somebody begins to type."""
        self._get_ready()
        return (
            Line(self.say("find.title"), classes="heading"),
            Line(self.say("find.how"), classes="help"),
            OneLine(id="words"),
            Line(id="count", classes="-empty quiet"),
            Vertical(id="found"),
        )

    @work(group="getting ready")
    async def _get_ready(self) -> None:
        with self.telling():
            await self.session.desk.do(get_ready)

    async def is_stale(self) -> bool:
        """What was found may say something else now; what is typed stays."""
        self._look(self.query_one("#words", OneLine).value)
        return False

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._look(event.value)

    @work(exclusive=True, group="finding")
    async def _look(self, typed: str) -> None:
        session = self.session
        with self.telling():
            finds = await session.desk.do(find, session.shelf, typed, session.words)
            await self._show(typed, finds)

    async def _show(self, typed: str, finds: Finds) -> None:
        self._found = finds.found
        below, count = self.query_one("#found"), self.query_one("#count", Line)
        stood_on = self.focused.key if isinstance(self.focused, Row) else None
        if finds.more:
            count.say(self.say("find.more"))
        elif finds.found:
            count.say(self.say("find.count", count=len(finds.found)))
        else:
            count.say(self.say("find.none") if typed.strip() else "")
        rows = [
            Row(str(number), visible(one.where), visible(one.line), classes="answer hit")
            for number, one in enumerate(finds.found)
        ]
        await below.remove_children()
        if rows:
            await below.mount(Rows(rows))
            if stood_on is not None:
                self.query_one(Rows).go_to(next((one for one in rows if one.key == stood_on), rows[0]))

    @on(Input.Submitted, "#words")
    def _to_the_first(self) -> None:
        for rows in self.query(Rows):
            rows.focus_row()

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        one = self._found[int(event.row.key)]
        if one.kind is not In.ANSWER:
            await routes.show(self.app, "copies" if one.kind is In.COPY else "kept")
            return
        await routes.open_place(self.app, one.section, one.place)
