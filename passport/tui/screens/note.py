"""Before hard questions: what is coming, and that it can be skipped."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.form_now import form_now
from passport.record.answers import Place
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.save_and_stop import SaveAndStop
from passport.tui.widgets.text import Line


class NotePage(Page[None]):
    """A content note."""

    help_key = "note"

    def __init__(self, section_id: str, place: Place) -> None:
        super().__init__()
        self._section, self._place = section_id, place

    async def contents(self) -> Sequence[Widget]:
        """The note, and three ways on."""
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section)
        self.caption(form.pack.title)
        page = form.step(self._place).page
        return (
            Line(page.title, classes="heading"),
            Line(page.note, classes="paragraph"),
            Horizontal(
                Button(self.say("screens.continue"), id="continue", classes="main-button"),
                Button(self.say("screens.note.skip"), id="skip", classes="plain-button"),
                SaveAndStop(self.say("screens.question.stop")),
                classes="buttons",
            ),
        )

    @work(exclusive=True, group="back")
    async def action_back(self) -> None:  # type: ignore[override]  # a worker's start returns at once
        """As from the question: the one before, or the page before the first."""
        from passport.tui.screens.question import QuestionPage

        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section)
        before = form.before(self._place)
        if before is None:
            self.dismiss()
        else:
            self.app.switch_screen(QuestionPage(self._section, before.place))

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        from passport.tui.screens.question import QuestionPage

        self.app.switch_screen(QuestionPage(self._section, self._place))

    @on(Button.Pressed, "#skip")
    @work(exclusive=True)
    async def _skip(self) -> None:
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section)
        here = form.step(self._place)
        later = form.after(self._place)
        while later is not None and later.page.id == here.page.id:
            later = form.after(later.place)
        await routes.go_on(self, self._section, here, later)
