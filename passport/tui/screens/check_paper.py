"""Check a paper or code that somebody handed over: a file, or the text of a code. No passport has to be open."""

from collections.abc import Iterator, Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.check import check
from passport.checking.report import Came, Report
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class CheckPaperPage(Page[None]):
    """One box."""

    help_key = "check"

    async def contents(self) -> Sequence[Widget]:
        """Where it is, or what it says."""
        self.caption(self.say("screens.check.title"))
        return (
            Line(self.say("screens.check.title"), classes="heading"),
            Line(self.say("screens.check.how"), classes="help"),
            OneLine(),
            Button(self.say("screens.check.go"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session, box = self.session, self.query_one(OneLine)
        given = box.value.strip()
        if not given:
            self.tell(self.say("screens.check.wanted"), box)
            return
        self.told()
        busy = self.query_one("#busy", Line)
        busy.say(self.say("screens.check.checking"))
        try:
            report = await session.desk.away(check, given, session.today(), session.words, met=session.at.met)
        finally:
            busy.say("")
        self.app.push_screen(ReportPage(report))


class ReportPage(Page[None]):
    """What we found, what it says, what this cannot tell: three blocks, no tick."""

    help_key = "report"

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    async def contents(self) -> Sequence[Widget]:
        """The facts, in the order of the proof."""
        self.caption(self.say("screens.check.report"))
        report = self._report
        lines = list(report.lines()) or [self.say("screens.check.says_nothing")]
        return (
            Line(self.say("screens.check.found"), classes="group"),
            *self._facts(),
            Line(self.say("screens.check.says"), classes="group"),
            *(Line(line, classes="finding") for line in lines),
            Line(self.say("screens.check.cannot"), classes="group"),
            *(Line(one.sentence, classes="finding") for one in report.checks if one.id == "cannot_tell"),
            Button(self.say("screens.check.again"), id="again", classes="main-button"),
        )

    def _facts(self) -> Iterator[Widget]:
        for one in self._report.checks:
            if one.id == "cannot_tell" or (
                one.outcome is Came.NOT_CHECKED and self._report.found and not self._report.document
            ):
                continue
            yield Line(one.sentence, classes="fact-found" if one.outcome is Came.FOUND else "fact")

    def arrive(self) -> None:
        """The facts are in view first."""
        self.query_one("#back").focus()

    @on(Button.Pressed, "#again")
    def _again(self) -> None:
        self.dismiss()
