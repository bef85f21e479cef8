"""Stop a paper, or one refusal: one screen, no argument, no second password. What stops by notice begins its notice here."""

from collections.abc import Iterator, Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.copies import whom_to_tell
from passport.actions.form_now import form_now
from passport.actions.stop import stop
from passport.actions.withdraw import begin_notice, notice_form, stops_by_notice
from passport.tui.page import Page
from passport.tui.screens.check_answers import CheckAnswersPage
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
        by_notice = self._refusal is None and stops_by_notice(section)
        keys = (
            ("not_finished", "still_counts", "to_keep_some", "never_signed")
            if by_notice
            else ("now", "copies")
        )
        yes = "begin" if by_notice else "yes"
        return (
            Line(self.say("screens.stop.title", what=what), classes="heading"),
            *(Line(self.say(f"screens.stop.{key}"), classes="paragraph") for key in keys),
            Horizontal(
                Button(self.say(f"screens.stop.{yes}"), id="yes", classes="main-button"),
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
        stopping = await session.desk.do(
            stop, session.shelf, self._section_id, session.now(), refusal=self._refusal
        )
        if stopping.notice is not None:
            self.app.switch_screen(CheckAnswersPage(stopping.notice.id))
            return
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        holders = await session.desk.do(whom_to_tell, session.shelf, self._section_id, session.today())
        may_tell = notice_form(session.shelf, form.section) is not None
        self.app.switch_screen(
            StoppedPage(form.pack.title, holders, self._section_id, self._refusal, may_tell=may_tell)
        )


class StoppedPage(Page[None]):
    """It is stopped. Who holds a copy?"""

    help_key = "stopped"

    def __init__(
        self, title: str, holders: Sequence[str], section_id: str, refusal: str | None, *, may_tell: bool
    ) -> None:
        super().__init__()
        self._title, self._holders, self._may_tell = title, holders, may_tell
        self._section_id, self._refusal = section_id, refusal

    async def contents(self) -> Sequence[Widget]:
        """What is true now, and whom to tell."""
        self.caption(self._title)
        tell = [Line(self.say("screens.stop.tell"), classes="paragraph")] if self._holders else []
        return (
            Line(self.say("outcome.stopped"), classes="heading"),
            Line(self.say("screens.stop.no_signature"), classes="paragraph"),
            *tell,
            *(Line(holder, classes="finding") for holder in self._holders),
            Horizontal(*self._ways_on(), classes="buttons"),
        )

    def _ways_on(self) -> Iterator[Button]:
        yield Button(self.say("screens.continue"), id="continue", classes="main-button")
        if self._may_tell:
            yield Button(self.say("screens.stop.notice"), id="notice", classes="plain-button")

    @on(Button.Pressed, "#notice")
    @work(exclusive=True)
    async def _notice(self) -> None:
        session = self.session
        notice = await session.desk.do(
            begin_notice, session.shelf, self._section_id, session.now(), refusal=self._refusal
        )
        if notice is not None:
            self.app.switch_screen(CheckAnswersPage(notice.id))

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
