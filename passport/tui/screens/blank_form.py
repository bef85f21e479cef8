"""Print a blank form: which one, how large, and where to."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.blank import blank_form
from passport.actions.places import place_typed
from passport.actions.share import Shared
from passport.actions.sharing import usual_folder
from passport.errors import PassportError
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine

LARGE = "large"


class BlankFormPage(Page[None]):
    """A box for the folder, a tick, and a row for each form."""

    title_key = "blank.row"
    help_key = "blank"

    def __init__(self) -> None:
        super().__init__()
        self._large = False

    async def contents(self) -> Sequence[Widget]:
        """Each form by its title."""
        session = self.session
        rows = [Row(form, visible(pack.title), classes="way") for form, pack in session.shelf.packs.items()]
        return (
            Line(self.say("blank.which"), classes="heading"),
            Rows([Row(LARGE, self._mark(), self.say("blank.large"), classes="choice"), *rows]),
            Vertical(
                Line(self.say("blank.where"), classes="label"),
                OneLine(str(usual_folder(session.at.vault)), id="folder"),
                classes="field",
            ),
        )

    def _mark(self) -> str:
        return marked(TICKED, chosen=self._large)

    @on(Row.Picked)
    @work
    @one_at_a_time("pages")
    async def _print(self, event: Row.Picked) -> None:
        if event.row.key == LARGE:
            self._large = not self._large
            event.row.cell(0, self._mark())
            return
        session = self.session
        out = place_typed(self.query_one("#folder", OneLine).value)
        try:
            given = (session.shelf, event.row.key, session.today(), session.words, out)
            files = await session.desk.away(blank_form, *given, large_print=self._large)
        except PassportError as error:
            self.tell(session.words.error(error), self.query_one("#folder", OneLine))
            return
        lines = [(self.say(f"blank.file_{kind}"), str(path)) for kind, path in files.items()]
        self.app.switch_screen(PrintedPage(self.say("blank.done"), lines))


class PrintedPage(Page[None]):
    """Done: where the files are; ``shared`` where there is a code to show."""

    title_key = "blank.printed"
    help_key = "printed"

    def __init__(self, done: str, files: Sequence[tuple[str, str]], shared: Shared | None = None) -> None:
        super().__init__()
        self._done, self._files, self._shared = done, files, shared

    async def contents(self) -> Sequence[Widget]:
        """Each file, and the way back."""
        return (
            Line(self._done, classes="heading"),
            *(
                Line(text, classes=style)
                for label, path in self._files
                for text, style in ((label, "finding"), (path, "path"))
            ),
            Horizontal(
                Button(self.say("screens.share.done_home"), id="done", classes="main-button"),
                *(
                    [Button(self.say("code.show"), id="show-code", classes="plain-button")]
                    if self._shared
                    else []
                ),
                classes="buttons",
            ),
        )

    @on(Button.Pressed, "#show-code")
    def _show_code(self) -> None:
        assert self._shared is not None
        routes.show_code(self.app, self._shared)

    @on(Button.Pressed, "#done")
    def _home(self) -> None:
        routes.go_home(self.app)
