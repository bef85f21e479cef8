"""A page with several questions under each other. Each is saved when the focus leaves it; some hide as others are answered."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer, home
from passport.actions.as_typed import with_typed
from passport.actions.drafts import Here, read_draft
from passport.actions.form_now import form_now
from passport.forms.conditions import is_answered
from passport.forms.interview import shown
from passport.forms.kinds import read
from passport.forms.pack import Kind, Pack, Question
from passport.record.answers import Answer, Place, Value, place_in, question_of
from passport.record.sections import Section
from passport.tui import routes
from passport.tui.field import Field
from passport.tui.messages import Answered, CarryOn
from passport.tui.page import SAVING, Page
from passport.tui.widgets.box import Asked
from passport.tui.widgets.save_and_stop import SaveAndStop
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class StackPage(Page[None]):
    """The questions of one item of a list."""

    saves_each = True
    """Whether an answer is saved as soon as the focus leaves it."""

    def __init__(self, section_id: str, part: str, item: str, *, start_at: str = "") -> None:
        super().__init__()
        self._section_id, self._part, self._item, self._start_at = section_id, part, item, start_at
        self._section: Section | None = None
        self._busy = False
        self._in: Field | None = None
        self._saving = asyncio.Lock()

    @property
    def pack(self) -> Pack:
        """The form."""
        assert self._section is not None
        return self.session.shelf.pack(self._section.form)

    @property
    def part(self) -> Question:
        """The list."""
        part = self.pack.question(self._part)
        assert part is not None
        return part

    def title_lines(self) -> Iterable[Widget]:
        """What stands above the questions."""
        yield Line(self.part.label, classes="heading")

    def after_fields(self) -> Iterable[Widget]:
        """What stands under the questions."""
        yield Horizontal(
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
            SaveAndStop(self.say("screens.question.stop")),
            SureButton(self.say("screens.item.remove"), self.say("screens.item.remove_sure"), id="remove"),
            classes="buttons",
        )

    async def contents(self) -> Sequence[Widget]:
        """Every question of the item; those that do not apply are hidden."""
        session = self.session
        self._section = section = (await session.desk.do(form_now, session.shelf, self._section_id)).section
        self.caption(self.pack.title)
        fields = []
        for question in self.part.questions:
            if question.kind is not Kind.AUTOMATIC:
                place = self.place(question.id)
                draft = await session.desk.do(read_draft, section.id, place)
                kept = section.answers.get(place)
                words = draft if draft is not None else (kept.words if kept is not None else None)
                field = Field(place, Asked(question, words, session.today(), session.words))
                field.has_draft = draft is not None
                fields.append(field)
        self._hide(fields)
        return (*self.title_lines(), *fields, *self.after_fields())

    def place(self, question_id: str) -> Place:
        """Where an answer of this item belongs."""
        return place_in(self._part, self._item, question_id)

    @property
    def fields(self) -> list[Field]:
        """The questions, hidden ones too."""
        return list(self.query(Field))

    def typed(self) -> dict[Place, Value]:
        """What every box says now, saved or not."""
        return {field.place: field.box.words for field in self.fields if field.box.is_mounted}

    def arrive(self) -> None:
        """In the box that was asked for, else in the first."""
        for field in self.fields:
            if question_of(field.place) == self._start_at:
                field.focus_box()
                return
        if self.fields:
            self.fields[0].focus_box()

    def here(self) -> Here | None:
        """The question that has the focus, and what is not saved."""
        if self._section is None:
            return None
        at = self._focused_field()
        place = at.place if at is not None else self.place(self._start_at or "")
        return Here(self._section_id, place, {one.place: one.box.words for one in self.fields if one.unsaved})

    def help_about(self) -> tuple[str, list[str]]:
        """For F1."""
        at = self._focused_field()
        return routes.help_about(self.session, at.asked.question if at is not None else None)

    def _focused_field(self) -> Field | None:
        focused = self.focused
        return next((one for one in self.fields if focused is not None and one in focused.ancestors), None)

    def _hide(self, fields: Sequence[Field]) -> None:
        """Show the questions that apply, given what is typed."""
        assert self._section is not None
        typed = {
            one.place: one.box.words if one.box.is_mounted else one.asked.words
            for one in fields
            if one.box.is_mounted or one.asked.words is not None
        }
        section = with_typed(self._section, self.pack, typed, self.session.now())
        for field in fields:
            field.display = shown(self.pack, section, field.asked.question, self._part, self._item)

    @on(Answered)
    def _look_again(self, event: Answered) -> None:
        event.stop()
        self._hide(self.fields)
        self.looked()

    def looked(self) -> None:
        """Something new is typed."""

    def focus_moved(self) -> None:
        """Leaving a question saves it, once: where that fails it is told, and tried again with the next way on."""
        left, self._in = self._in, self._focused_field()
        if self.saves_each and left is not None and left is not self._in and left.unsaved:
            self.run_worker(self._save_now(left), group=SAVING[1])

    async def _save_now(self, field: Field) -> None:
        """On disk when this returns; where that fails, the words still count as not saved. Raises VaultError."""
        async with self._saving:  # whoever asks second waits, so that nobody goes while a save may still fail
            if not field.unsaved:
                return
            session, words = self.session, field.box.words
            saved = await session.desk.do(
                answer.put, session.shelf, self._section_id, field.place, words, session.now()
            )
            await session.desk.do(home.remember_place, self._section_id, field.place)
            field.box.began, field.has_draft = words, False
            self._section = saved.section
            self.saved()

    async def keep_words(self) -> None:
        """Save every question that was changed. Raises VaultError."""
        for field in self.fields:
            await self._save_now(field)

    async def is_stale(self) -> bool:
        """Always where the page says so; else where an answer was changed on another page."""
        if self.looks_again or self._section is None:
            return self.looks_again
        known = self._section.answers
        section = (await self.session.desk.do(Vault.passport)).section(self._section_id)
        now = section.answers if section is not None else known
        return any(_words(now, one.place) != _words(known, one.place) for one in self.fields)

    @on(CarryOn)
    def _next_field(self, event: CarryOn) -> None:
        """Enter goes to the next question, then to Continue."""
        event.stop()
        shown_fields = [one for one in self.fields if one.display]
        at = self._focused_field()
        later = shown_fields[shown_fields.index(at) + 1 :] if at in shown_fields else []
        if later:
            later[0].focus_box()
        else:
            self.query_one("#continue").focus()

    @on(Button.Pressed, "#continue")
    @work
    async def _continue(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            await self.finish()
        finally:
            self._busy = False

    async def finish(self) -> None:
        """Save what is left to save, and go back unless something cannot be read yet. Raises VaultError, and stays."""
        await self.keep_words()
        if not self.tells_problems():
            self.dismiss()

    def tells_problems(self) -> bool:
        """Say what cannot be read yet. Empty boxes are no problem here."""
        session = self.session
        found = []
        for field in self.fields:
            typed = field.box.words if field.display else None
            problem = read(field.asked.question, typed, session.today()).problem
            sentence = session.words(f"problems.{problem.code}", **problem.gaps) if problem else ""
            field.tell(sentence)
            if sentence:
                found.append((sentence, field))
        self.tell_all(found)
        return bool(found)

    @on(Button.Pressed, "#remove")
    @work
    async def _remove(self) -> None:
        session = self.session
        await session.desk.do(
            answer.remove_item, session.shelf, self._section_id, self._part, self._item, session.now()
        )
        self.dismiss()

    @work(exclusive=True, group="back")
    async def action_back(self) -> None:  # type: ignore[override]  # a worker's start returns at once
        """Go to the page before."""
        await self.go_back()

    async def go_back(self) -> None:
        """Save, and go back. Raises VaultError, and stays."""
        await self.let_go()
        self.dismiss()

    async def let_go(self) -> None:
        """Save, and take the item away again if nothing was ever said in it. Raises VaultError."""
        await self.keep_words()
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        item = form.section.item(self._part, self._item)
        if not any(is_answered(one.words) for one in item.answers.values()):
            await session.desk.do(
                answer.remove_item, session.shelf, self._section_id, self._part, self._item, session.now()
            )


def _words(answers: Mapping[Place, Answer], place: Place) -> Value:
    return answers[place].words if place in answers else None
