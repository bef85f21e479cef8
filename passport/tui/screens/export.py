"""Everything as open files: what that means, where they go, and a button that asks once more."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.export import export
from passport.actions.places import place_typed
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class ExportPage(Page[None]):
    """The warning first. Enter in the box only goes to the button."""

    title_key = "export.title"
    help_key = "export"

    async def contents(self) -> Sequence[Widget]:
        """What it means, a box, and the button."""
        return (
            Line(self.say("export.title"), classes="heading"),
            Line(self.say("export.how"), classes="paragraph"),
            Line(self.say("export.warning"), classes="finding"),
            Line(self.say("export.all"), classes="paragraph"),
            Line(f"{self.say('export.what')} {self.say('export.texts')}", classes="help"),
            Line(self.say("export.where"), classes="label"),
            OneLine(id="where"),
            SureButton(self.say("export.go"), self.say("export.sure"), id="go"),
            Line(id="done", classes="-empty finding"),
        )

    @on(OneLine.Submitted, "#where")
    def _next(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#go")
    @work
    @one_at_a_time("export")
    async def _go(self) -> None:
        session, box = self.session, self.query_one("#where", OneLine)
        if not box.value.strip():
            self.tell(self.say("backups.none_given"), box)
            return
        self.told()
        done = await session.desk.do(
            export, session.shelf, place_typed(box.value), session.now(), session.words
        )
        said = [self.say("export.left_out", name=name) for name in done.not_read]
        counts = {"entries": done.entries, "answers": done.answers, "files": done.files}
        said += [self.say("export.done", folder=done.folder, **counts), self.say("export.after")]
        self.query_one("#done", Line).say(visible(" ".join(said)))
