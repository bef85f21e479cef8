"""What pages have in common that open another copy of a record: they ask where it is and what opens it, and take a moment."""

from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.places import place_typed
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class AsksCopyPage(Page[None]):
    """Two boxes; what came of it stands below them. The sentences: what it is, how, where, which passphrase."""

    sentences = ("", "", "", "")

    async def contents(self) -> Sequence[Widget]:
        """Where the copy is, and its passphrase."""
        what, how, where, passphrase = self.sentences
        return (
            Line(self.say(what), classes="heading"),
            Line(self.say(how), classes="paragraph"),
            Line(self.say(where), classes="label"),
            OneLine(id="where"),
            Line(self.say(passphrase), classes="label"),
            OneLine(secret=True, id="then"),
            Button(self.say(what), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
            Line(id="done", classes="-empty finding"),
        )

    async def came_of(self, copy: Path, passphrase: str) -> str | None:
        """Do it. Returns what to say, or None where the person left it. Raises what the action does."""
        raise NotImplementedError

    @on(OneLine.Submitted, "#where")
    def _next(self) -> None:
        self.focus_next()

    @on(OneLine.Submitted, "#then")
    @on(Button.Pressed, "#go")
    @work
    @one_at_a_time("copy")
    async def _go(self) -> None:
        box = self.query_one("#where", OneLine)
        if not box.value.strip():
            self.tell(self.say("backups.none_given"), box)
            return
        self.told()
        busy, done = self.query_one("#busy", Line), self.query_one("#done", Line)
        done.say("")
        busy.say(self.say("screens.new_keys.busy"))
        try:
            said = await self.came_of(place_typed(box.value), self.query_one("#then", OneLine).value)
        finally:
            busy.say("")
        done.say(said or "")
