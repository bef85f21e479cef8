"""Write to people who hold an old copy: who they are, how large, where to; then a letter for each."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.actions.tell import tell, to_tell
from passport.errors import NobodyToTell
from passport.tui.page import Page
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class TellPage(Page[None]):
    """The old copies, a tick, a box for the folder and one button."""

    title_key = "letter.title"
    help_key = "tell"

    def __init__(self) -> None:
        super().__init__()
        self._large = False

    async def contents(self) -> Sequence[Widget]:
        """A line for each old copy."""
        session = self.session
        olds = await session.desk.do(to_tell, session.shelf)
        if not olds:
            return (Line(session.words.error(NobodyToTell()), classes="paragraph"),)
        lines = [
            self.say(
                "letter.line",
                holder=one.copy.holder,
                version=one.copy.version,
                standing=self.say(f"commands.copy_{one.stands}"),
            )
            for one in olds
        ]
        return (
            Line(self.say("letter.who"), classes="heading"),
            *(Line(line, classes="finding") for line in lines),
            Rows([Row("large", self._mark(), self.say("blank.large"), classes="choice")]),
            Vertical(
                Line(self.say("blank.where"), classes="label"),
                OneLine(str(usual_folder(session.at.vault)), id="folder"),
                classes="field",
            ),
            Button(self.say("letter.go"), id="go", classes="main-button"),
        )

    def arrive(self) -> None:
        """The tick, or the way back where there is nobody."""
        if self.query(Rows):
            super().arrive()
        else:
            self.query_one("#back").focus()

    def _mark(self) -> str:
        return marked(TICKED, chosen=self._large)

    @on(Row.Picked)
    def _tick(self, event: Row.Picked) -> None:
        self._large = not self._large
        event.row.cell(0, self._mark())

    @on(Button.Pressed, "#go")
    @work
    @one_at_a_time("pages")
    async def _write(self) -> None:
        session = self.session
        with self.telling():
            out = place_typed(self.query_one("#folder", OneLine).value)
            given = (session.shelf, session.today(), session.words, out)
            made = await session.desk.do(tell, *given, large_print=self._large)
            files = [(self.say("blank.file_pdf"), str(path)) for path in made.values()]
            self.app.switch_screen(PrintedPage(self.say("letter.done"), files))
