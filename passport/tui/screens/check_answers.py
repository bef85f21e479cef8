"""Check my answers: every question with its answer and Change, and at the end what the form can be used for now."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.begin_again import begin_again, may_begin_again
from passport.actions.changed_since import was_signed_here
from passport.actions.drafts import drop_drafts, unfinished
from passport.actions.earlier import earlier
from passport.actions.form_now import (
    FormNow,
    choices_gone,
    form_now,
    has_signing_day,
    item_lines,
    listed,
)
from passport.forms.dates import show_date
from passport.forms.interview import progress
from passport.forms.pack import Kind, Pack, Question
from passport.law.findings import Assessment, Finding
from passport.record.sections import Section
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line

_LONGEST = 400
"""Letters of one answer shown here; all of it is one key away."""


class CheckAnswersPage(Page[None]):
    """The answers of one section."""

    help_key = "answers"
    looks_again = True

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def contents(self) -> Sequence[Widget]:
        """The ways on first, then the answers, then where it stands."""
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        section, pack = form.section, form.pack
        self.caption(pack.title)
        again = await session.desk.do(may_begin_again, section.id)
        found = await session.desk.do(assess, session.shelf, section.id, session.today())
        begun = await session.desk.do(unfinished, section.id)
        return (
            Line(self.say("screens.answers.title"), classes="heading"),
            Line(self._standing(pack, section, found), classes="paragraph"),
            *([Line(self.say("screens.answers.again_how"), classes="paragraph")] if again else []),
            Horizontal(*self._ways_on(form, again=again), *self._drop(begun), classes="buttons"),
            Rows(list(await self._rows(form, begun)), id="answers"),
            *self._earlier(form),
            *self._use_now(pack, section, found),
        )

    def _standing(self, pack: Pack, section: Section, found: Assessment) -> str:
        if section.stopped_on is not None:
            return self.say("screens.answers.stopped", date=show_date(section.stopped_on))
        if pack.has_outcome:
            return self.say("screens.answers.outcome", outcome=self.say(f"outcome.{found.outcome}"))
        return self.say(f"screens.answers.{progress(pack, section, self.session.today())}")

    def _ways_on(self, form: FormNow, *, again: bool) -> Iterator[Button]:
        pack, section = form.pack, form.section
        if again:
            yield Button(self.say("screens.answers.again"), id="again", classes="main-button")
        if form.carry_on is not None and section.stopped_on is None:
            yield Button(self.say("screens.answers.carry_on"), id="carry-on", classes="main-button")
        if has_signing_day(pack) and section.stopped_on is None:
            yield Button(self.say("screens.answers.sign"), id="sign", classes="plain-button")
        if pack.question("doc_status") is not None and section.stopped_on is None:
            yield Button(self.say("screens.answers.stop"), id="stop", classes="plain-button")
        yield Button(self.say("history.answers"), id="before", classes="plain-button")
        if was_signed_here(section):
            yield Button(self.say("changed_since.title"), id="since", classes="plain-button")
        if pack.repeats:
            yield SureButton(
                self.say("screens.answers.remove"), self.say("screens.item.remove_sure"), id="remove"
            )

    def _drop(self, begun: Collection[str]) -> Iterator[Button]:
        if begun:
            yield SureButton(
                self.say("screens.answers.drop"), self.say("screens.answers.drop_sure"), id="drop"
            )

    async def _rows(self, form: FormNow, begun: Collection[str]) -> Sequence[Widget]:
        rows: list[Widget] = []
        page = ""
        for step in form.steps:
            if step.page.title != page:
                page = step.page.title
                rows.append(Line(page, classes="group"))
            shown = await self._shown(form.section, step.question)
            if step.place in begun:
                shown = f"{shown}\n{self.say('screens.answers.begun')}"
            rows.append(
                Row(
                    step.place,
                    visible(step.question.label),
                    Content(visible(shown)),
                    self.say("screens.answers.change"),
                    classes="answer",
                )
            )
        return rows

    def _earlier(self, form: FormNow) -> Iterator[Line]:
        """What an earlier version of the form asked: kept, and not asked again."""
        found = earlier(form.pack, form.section)
        if found:
            yield Line(self.say("answers.earlier"), classes="group")
            yield Line(self.say("answers.earlier_how"), classes="paragraph")
        for one in found:
            yield Line(visible(one.label), classes="label")
            yield Line(visible(_cut("\n".join(one.lines))), classes="paragraph")

    async def _shown(self, section: Section, question: Question) -> str:
        session = self.session
        if question.kind is Kind.PART:
            items = await session.desk.do(
                item_lines, session.shelf, section.id, question, session.today(), session.words
            )
            lines = [f"{title}: {standing}" if standing else title for _, title, standing in items]
        else:
            lines = list(listed(question, section.answers.get(question.id), session.words))
        text = _cut("\n".join(lines) or self.say("answers.not_provided"))
        gone = choices_gone(question, section.answers.get(question.id))
        return f"{text}\n{self.say('answers.choice_gone')}" if gone else text

    def _use_now(self, pack: Pack, section: Section, found: Assessment) -> Iterator[Widget]:
        """What it can be used for now."""
        yield Line(self.say("screens.answers.use_now"), classes="group")
        if not pack.refusals:
            yield Line(self._standing(pack, section, found), classes="finding")
        for one in found.refusals:
            yield Line(f"{one.treatment}: {self.say(f'outcome.{one.outcome}')}", classes="label")
            yield from _lines(found.findings_of(one.id))
        of_paper = found.findings_of()
        if found.refusals and of_paper:
            yield Line(self.say("screens.answers.whole_paper"), classes="label")
        yield from _lines(of_paper)
        if found.could_not_check:
            yield Line(found.could_not_check, classes="finding")
        if found.speaks:
            yield Line(self.say("outcome.footer"), classes="quiet")

    def arrive(self) -> None:
        """On the way on where there is one, else on the first answer."""
        ways = self.query(".main-button")
        if ways:
            ways.first().focus()
        else:
            self.query_one("#answers", Rows).focus_row()

    @on(Row.Picked)
    def _change(self, event: Row.Picked) -> None:
        from passport.tui.screens.question import QuestionPage

        self.app.push_screen(QuestionPage(self._section_id, event.row.key, changing=True))

    @on(Button.Pressed, "#carry-on")
    @work
    async def _carry_on(self) -> None:
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        if form.carry_on is not None:
            self.app.push_screen(routes.page_at(form, form.carry_on))

    @on(Button.Pressed, "#again")
    @work(exclusive=True)
    async def _again(self) -> None:
        session = self.session
        section = await session.desk.do(begin_again, session.shelf, self._section_id, session.now())
        self.app.switch_screen(CheckAnswersPage(section.id))

    @on(Button.Pressed, "#sign")
    def _sign(self) -> None:
        from passport.tui.screens.signing_day import SigningDayPage

        self.app.push_screen(SigningDayPage(self._section_id))

    @on(Button.Pressed, "#stop")
    def _stop(self) -> None:
        from passport.tui.screens.stop import StopPage

        self.app.push_screen(StopPage(self._section_id))

    @on(Button.Pressed, "#before")
    def _before(self) -> None:
        from passport.tui.screens.history import HistoryPage

        self.app.push_screen(HistoryPage(self._section_id))

    @on(Button.Pressed, "#since")
    def _since(self) -> None:
        from passport.tui.screens.changed_since import ChangedSincePage

        self.app.push_screen(ChangedSincePage(self._section_id))

    @on(Button.Pressed, "#drop")
    @work(exclusive=True)
    async def _drop_drafts(self) -> None:
        await self.session.desk.do(drop_drafts, self._section_id)
        await self.fill_again()

    @on(Button.Pressed, "#remove")
    @work
    async def _remove(self) -> None:
        await self.session.desk.do(answer.remove_section, self._section_id)
        self.dismiss()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _lines(findings: Iterable[Finding]) -> Iterator[Line]:
    for finding in findings:
        yield Line(finding.sentence, classes="finding")
        yield Line(finding.source.words, classes="source")
