"""One refusal, with where it stands always in view, looked at again after every letter."""

from collections.abc import Iterable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.as_typed import assess_as_typed
from passport.law.findings import Assessment
from passport.tui.stack_page import StackPage
from passport.tui.standing import Standing, everything
from passport.tui.widgets.save_and_stop import SaveAndStop
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line


class RefusalPage(StackPage):
    """What I do not want, when, and even if."""

    looks_again = True

    def title_lines(self) -> Iterable[Widget]:
        """What this page is."""
        yield Line(self.say("screens.refusal.title"), classes="step")

    def after_fields(self) -> Iterable[Widget]:
        """The ways on, then every step with its source."""
        yield Horizontal(
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
            SaveAndStop(self.say("screens.question.stop")),
            Button(self.say("screens.refusal.stop"), id="stop", classes="plain-button"),
            SureButton(self.say("screens.item.remove"), self.say("screens.item.remove_sure"), id="remove"),
            classes="buttons",
        )
        yield Vertical(id="everything")

    def below(self) -> ComposeResult:
        """The outcome."""
        yield Standing(self.session.words)

    def arrive(self) -> None:
        """In the first box, with the outcome already there."""
        super().arrive()
        self.looked()

    def looked(self) -> None:
        """A letter was typed."""
        self.run_worker(self._assess(), group="assess", exclusive=True)

    async def _assess(self) -> None:
        session = self.session
        found = await session.desk.do(
            assess_as_typed, session.shelf, self._section_id, self.typed(), session.now()
        )
        self.call_later(
            self._show, found
        )  # a newer letter may end this worker, and must not end it between two widgets

    async def _show(self, found: Assessment) -> None:
        self.query_one(Standing).show(found, self._item)
        place = self.query_one("#everything", Vertical)
        await place.remove_children()
        await place.mount_all(everything(found, self._item, self.session.words))

    @on(Button.Pressed, "#stop")
    @work
    async def _stop(self) -> None:
        from passport.tui.screens.stop import StopPage

        await self.keep_words()
        self.app.push_screen(StopPage(self._section_id, self._item))
