"""Stop a paper, or one refusal: one screen, no argument, no second password."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.copies import whom_to_tell
from passport.actions.form_now import form_now
from passport.actions.stop import stop
from passport.tui.page import Page
from passport.tui.widgets.text import Line


class StopPage(Page[None]):
    """Says what happens now, and does it."""

    help_key = "stop"

    def __init__(self, section_id: str, refusal: str | None = None) -> None:
        super().__init__()
        self._section_id, self._refusal = section_id, refusal

    async def contents(self) -> Sequence[Widget]:
        """Two sentences and two buttons."""
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        section, pack = form.section, form.pack
        self.caption(pack.title)
        what = pack.title
        if self._refusal is not None:
            part = pack.question(pack.refusals)
            item = section.item(pack.refusals, self._refusal)
            first = part.questions[0].id if part is not None else ""
            what = str(item.value(first) or self.say("home.untitled"))
        return (
            Line(self.say("screens.stop.title", what=what), classes="heading"),
            Line(self.say("screens.stop.now"), classes="paragraph"),
            Line(self.say("screens.stop.copies"), classes="paragraph"),
            Horizontal(
                Button(self.say("screens.stop.yes"), id="yes", classes="main-button"),
                Button(self.say("screens.stop.no"), id="no", classes="plain-button"),
                classes="buttons",
            ),
        )

    @on(Button.Pressed, "#no")
    def _keep(self) -> None:
        self.dismiss()

    @on(Button.Pressed, "#yes")
    @work
    async def _stop(self) -> None:
        session = self.session
        await session.desk.do(stop, session.shelf, self._section_id, session.now(), refusal=self._refusal)
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        holders = await session.desk.do(whom_to_tell, session.shelf, self._section_id, session.today())
        self.app.switch_screen(StoppedPage(form.pack.title, holders))


class StoppedPage(Page[None]):
    """It is stopped. Who holds a copy?"""

    help_key = "stopped"

    def __init__(self, title: str, holders: Sequence[str]) -> None:
        super().__init__()
        self._title, self._holders = title, holders

    async def contents(self) -> Sequence[Widget]:
        """What is true now, and whom to tell."""
        self.caption(self._title)
        tell = [Line(self.say("screens.stop.tell"), classes="paragraph")] if self._holders else []
        return (
            Line(self.say("outcome.stopped"), classes="heading"),
            Line(self.say("screens.stop.no_signature"), classes="paragraph"),
            *tell,
            *(Line(holder, classes="finding") for holder in self._holders),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
