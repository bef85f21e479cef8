"""Ways to open my record: what stands, who opened it last, and what can be added or taken out."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from passport.actions.ways import last_opened, told, ways_in
from passport.keys.ways import SECOND, SHARES
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.screens.second import SecondPage, SecondRemovePage
from passport.tui.screens.shares import MakeSharesPage, SharesRemovePage
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

_LEADS_TO: dict[str, type[Page[None]]] = {
    SECOND: SecondPage,
    f"{SECOND}_remove": SecondRemovePage,
    SHARES: MakeSharesPage,
    f"{SHARES}_remove": SharesRemovePage,
}


class WaysPage(Page[None]):
    """Each way in as a line, then what can be done."""

    title_key = "screens.ways.title"
    help_key = "ways"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """The ways in, the last opening, and a row for each change."""
        session = self.session
        found = await session.desk.do(ways_in)
        last = await session.desk.do(last_opened, session.words)
        kinds = {way.kind for way in found}
        rows: list[Widget] = []
        for kind in (SECOND, SHARES):
            other = "other_" if kind in kinds else ""
            rows.append(Row(kind, self.say(f"screens.ways.{kind}_{other}row"), classes="way"))
            if kind in kinds:
                rows.append(Row(f"{kind}_remove", self.say(f"screens.new_keys.{kind}_remove"), classes="way"))
        return (
            Line(self.say("screens.ways.title"), classes="heading"),
            *(Line(visible(told(way, session.words)), classes="paragraph") for way in found),
            Line(self.say("ways.them_all"), classes="paragraph quiet"),
            *([Line(visible(last), classes="paragraph")] if last else []),
            Rows(rows, id="tasks"),
        )

    @on(Row.Picked)
    async def _open(self, event: Row.Picked) -> None:
        await self.app.push_screen(_LEADS_TO[event.row.key]())
