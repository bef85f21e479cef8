"""Do my papers agree? Each finding, with a row for each of its two places that leads there and back."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget

from passport.actions.agree import agree
from passport.law.said import Spot
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class AgreePage(Page[None]):
    """What does not go together, looked at again whenever the person comes back here."""

    title_key = "agree.title"
    help_key = "agree"
    looks_again = True

    def __init__(self) -> None:
        super().__init__()
        self._spots: dict[str, Spot] = {}

    async def contents(self) -> Sequence[Widget]:
        """One list to walk: the sentence, where it comes from, and the two places."""
        session = self.session
        found = await session.desk.do(agree, session.shelf, session.words)
        self._spots = {}
        lines: list[Widget] = []
        for one in found:
            lines.append(Line(visible(one.finding.sentence), classes="disagreement"))
            lines.append(Line(one.finding.source.words, classes="source"))
            for spot, where in one.places:
                key = f"{one.finding.id} {len(self._spots)}"
                self._spots[key] = spot
                lines.append(Row(key, visible(where), classes="way"))
        return (
            Line(self.say("agree.title"), classes="heading"),
            Line(self.say("agree.how" if found else "agree.none"), classes="paragraph"),
            *([Rows(lines)] if found else []),
            Line(self.say("agree.limits"), classes="help"),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        spot = self._spots[event.row.key]
        if spot.section:
            await routes.open_place(self.app, spot.section, spot.place)
        else:
            await routes.open_form(self.app, spot.form)
