"""One question: a heading, a line of help, one box. What is typed is on disk, encrypted, before the next question shows."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer, home
from passport.actions.answer import Saved
from passport.actions.drafts import Here, read_draft, save_draft
from passport.actions.form_now import FormNow, form_now, item_lines
from passport.forms.conditions import is_answered
from passport.forms.interview import Step
from passport.forms.pack import Kind
from passport.law.private import only_for_you
from passport.record.answers import Place, Value, question_of
from passport.record.sections import SIGNINGS
from passport.tui import routes
from passport.tui.field import Field
from passport.tui.messages import AddItem, CarryOn, ChangeItem
from passport.tui.page import Page
from passport.tui.screens.changed_mind import ChangedMindPage
from passport.tui.screens.only_you import OnlyYouPage
from passport.tui.widgets.box import Asked, ItemLine
from passport.tui.widgets.text import Line


class QuestionPage(Page[None]):
    """The page of one question. ``changing``: it was opened from the answers, and goes back there."""

    def __init__(self, section_id: str, place: Place, *, changing: bool = False) -> None:
        super().__init__()
        self._section_id, self._place, self._changing = section_id, place, changing
        self._form: FormNow | None = None
        self._step: Step | None = None
        self._busy = False

    @property
    def looks_again(self) -> bool:  # type: ignore[override]  # only a list of items can change under another page
        """A list whose items have their own pages."""
        return self._step is not None and self._step.question.kind is Kind.PART

    async def contents(self) -> Sequence[Widget]:
        """Where we are, the question, the box, and the ways on."""
        session = self.session
        self._form = form = await session.desk.do(form_now, session.shelf, self._section_id)
        section = form.section
        self.caption(form.pack.title)
        self._step = step = form.step(self._place)
        draft = await session.desk.do(read_draft, section.id, self._place)
        kept = section.answers.get(self._place)
        items = await session.desk.do(
            item_lines, session.shelf, section.id, step.question, session.today(), session.words
        )
        asked = Asked(
            step.question,
            draft if draft is not None else (kept.words if kept is not None else None),
            session.today(),
            session.words,
            tuple(ItemLine(*one) for one in items),
        )
        await session.desk.do(home.remember_place, section.id, self._place)
        number = form.steps.index(step) + 1 if step in form.steps else 0
        where = self.say(
            "screens.question.number", page=step.page.title, number=number, count=len(form.steps)
        )
        field = Field(self._place, asked, big=True)
        field.has_draft = draft is not None
        back_here = [Line(self.say("screens.question.draft"), classes="notice")] if field.has_draft else []
        return (
            Line(where, classes="step"),
            field,
            *back_here,
            Horizontal(
                Button(self.say("screens.continue"), id="continue", classes="main-button"),
                Button(self.say("screens.question.skip"), id="skip", classes="plain-button"),
                classes="buttons",
            ),
        )

    @property
    def field(self) -> Field:
        """The question with its box."""
        return self.query_one(Field)

    def arrive(self) -> None:
        """In the box, or on Continue where there is nothing to type."""
        if self._step is not None and self._step.question.kind is Kind.FIXED:
            self.query_one("#continue").focus()
        else:
            self.field.focus_box()

    def here(self) -> Here | None:
        """This question, and what is typed and not saved."""
        if self._step is None or not self.query(Field):
            return None
        typed: dict[Place, Value] = {self._place: self.field.box.words} if self._unsaved else {}
        return Here(self._section_id, self._place, typed)

    def help_about(self) -> tuple[str, list[str]]:
        """For F1."""
        return routes.help_about(self.session, self._step.question if self._step is not None else None)

    @property
    def _unsaved(self) -> bool:
        typed = self._step is not None and self._step.question.kind not in {Kind.PART, Kind.FIXED}
        return typed and self.field.unsaved

    async def _save(self) -> Saved | None:
        """Save what is in the box, if somebody changed it. It is on disk when this returns."""
        if not self._unsaved:
            return None
        session, field = self.session, self.field
        words = field.box.words
        saved = await session.desk.do(
            answer.put, session.shelf, self._section_id, self._place, words, session.now()
        )
        field.box.began, field.has_draft = words, False
        self.saved()
        return saved

    @on(CarryOn)
    @on(Button.Pressed, "#continue")
    @work
    async def _continue(self) -> None:
        """Save, say what is wrong if anything is, else go on."""
        if self._busy or self._step is None:
            return
        self._busy = True
        try:
            saved = await self._save()
            self.told()
            if (problem := await self._problem()) is not None:
                self.field.tell(problem)
                self.tell(problem, self.field)
                return
            await self._go_on()
            if saved is not None:
                self._what_follows(saved)
        finally:
            self._busy = False

    def _what_follows(self, saved: Saved) -> None:
        """What an answer calls for at once: stopping (ruling 26), or a word to this person alone (ruling 4)."""
        if saved.ask_to_stop:
            self.app.push_screen(ChangedMindPage(self._section_id))
        pack = self.session.shelf.pack(saved.section.form)
        found = [
            one
            for one in only_for_you(saved.section, pack, self.session.today())
            if one.question == question_of(self._place)
        ]
        if found:
            self.app.push_screen(OnlyYouPage(found))

    async def _problem(self) -> str | None:
        """What keeps the words in the box from being finished. Empty is no problem here: it is skipped."""
        if not is_answered(self.field.box.words):
            return None
        session = self.session
        found = await session.desk.do(answer.look, session.shelf, self._section_id, session.today())
        problems = [one.problem for one in found.troubles if one.place == self._place]
        return session.words(f"problems.{problems[0].code}", **problems[0].gaps) if problems else None

    @on(Button.Pressed, "#skip")
    @work
    async def _skip(self) -> None:
        """Go on without finishing. What is typed is kept as a draft."""
        if self._busy:
            return
        await self._keep_draft()
        await self._go_on()

    async def _keep_draft(self) -> None:
        if self.query(Field) and self._unsaved:
            await self.session.desk.do(save_draft, self._section_id, self._place, self.field.box.words)

    async def _go_on(self) -> None:
        if self._changing:
            self.dismiss()
            return
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        routes.go_on(self, self._section_id, form.step(self._place), form.after(self._place))

    def action_back(self) -> None:
        """The question before, or the page before the first."""
        self._go_back()

    @work(exclusive=True, group="back")
    async def _go_back(self) -> None:
        await self._keep_draft()
        before = self._form.before(self._place) if self._form is not None and not self._changing else None
        if before is None:
            self.dismiss()
        else:
            self.app.switch_screen(QuestionPage(self._section_id, before.place))

    @on(AddItem)
    @work(exclusive=True)
    async def _add_item(self, event: AddItem) -> None:
        from passport.tui.screens.signing_day import SigningDayPage

        session = self.session
        if event.part == SIGNINGS:
            self.app.push_screen(SigningDayPage(self._section_id))
            return
        saved, item = await session.desk.do(
            answer.add_item, session.shelf, self._section_id, event.part, session.now()
        )
        form = await session.desk.do(form_now, session.shelf, saved.section.id)
        self.app.push_screen(routes.item_page(form, event.part, item))

    @on(ChangeItem)
    @work(exclusive=True)
    async def _change_item(self, event: ChangeItem) -> None:
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        self.app.push_screen(routes.item_page(form, event.part, event.item))
