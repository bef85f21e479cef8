"""Things to do: a row for each, which leads to where it is done; and peace for a while for who wants it."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget

from passport.actions.to_do import Peace, Thing, leave_in_peace, say_still_right, show_again, to_do
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

_SHOW, _RIGHT = "show", "right"


class ToDoPage(Page[None]):
    """One list to walk, worked out again whenever the person comes back here."""

    title_key = "to_do.title"
    help_key = "to_do"
    looks_again = True

    def __init__(self) -> None:
        super().__init__()
        self._things: tuple[Thing, ...] = ()

    async def contents(self) -> Sequence[Widget]:
        """What there is, then for how long it may stay quiet."""
        session = self.session
        now = await session.desk.do(to_do, session.shelf, session.today(), session.words)
        self._things = now.things
        rows: list[Widget] = []
        for at, one in enumerate(now.things):
            rows.append(Row(str(at), visible(one.sentence), classes="way"))
            if one.still_right:
                rows.append(Row(f"{_RIGHT} {at}", visible(one.still_right), classes="way"))
        if now.peace:
            rows += [Line(now.peace, classes="group"), Row(_SHOW, self.say("to_do.show"), classes="way")]
        elif now.things:
            rows.append(Line(self.say("to_do.leave"), classes="group"))
            rows += [Row(one, self.say(f"to_do.{one}"), classes="way") for one in Peace]
        return (
            Line(self.say("to_do.title"), classes="heading"),
            Line(self.say("to_do.how" if now.things else "to_do.none"), classes="paragraph"),
            *([Rows(rows)] if rows else []),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        session, key = self.session, event.row.key
        if key == _SHOW:
            await session.desk.do(show_again)
        elif key in set(Peace):
            await session.desk.do(leave_in_peace, Peace(key), session.today())
        elif key.startswith(_RIGHT):
            thing = self._things[int(key.removeprefix(_RIGHT))]
            await session.desk.do(say_still_right, session.shelf, thing, session.now())
        else:
            thing = self._things[int(key)]
            if thing.section:
                await routes.open_place(self.app, thing.section, thing.place)
            else:
                await routes.show(self.app, thing.page)
            return
        await self.fill_again()
