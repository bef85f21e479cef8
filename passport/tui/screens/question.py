"""One question: a heading, a line of help, one box. What is typed is on disk, encrypted, before the next question shows."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from textual import on, work
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer, home, undo
from passport.actions.answer import Saved
from passport.actions.drafts import Here, read_draft
from passport.actions.form_now import FormNow, choices_gone, form_now, item_lines
from passport.actions.room import room
from passport.forms.conditions import is_answered
from passport.forms.interview import Step
from passport.forms.pack import Kind
from passport.law.private import only_for_you
from passport.record.answers import Answer, Place, Value, question_of
from passport.record.sections import SIGNINGS
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.field import Field
from passport.tui.messages import AddItem, Answered, CarryOn, ChangeItem
from passport.tui.page import Page
from passport.tui.screens.changed_mind import ChangedMindPage
from passport.tui.screens.only_you import OnlyYouPage
from passport.tui.widgets.box import Asked, ItemLine
from passport.tui.widgets.save_and_stop import SaveAndStop
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class QuestionPage(Page[None]):
    """The page of one question. ``changing``: it was opened from the answers, and goes back there."""

    def __init__(self, section_id: str, place: Place, *, changing: bool = False) -> None:
        super().__init__()
        self._section_id, self._place, self._changing = section_id, place, changing
        self._form: FormNow | None = None
        self._step: Step | None = None
        self._busy = False
        self._saved: Saved | None = None
        """The last save that calls for a page of its own."""
        self._known: Value = None
        """What is on disk, as this page knows it."""
        self._saving = asyncio.Lock()

    async def contents(self) -> Sequence[Widget]:
        """Where we are, the question, the box, and the ways on."""
        session = self.session
        self._form = form = await session.desk.do(form_now, session.shelf, self._section_id)
        section = form.section
        self.caption(form.pack.title)
        self._step = step = form.step(self._place)
        draft = await session.desk.do(read_draft, section.id, self._place)
        kept = section.answers.get(self._place)
        self._known = kept.words if kept is not None else None
        items = await session.desk.do(
            item_lines, session.shelf, section.id, step.question, session.today(), session.words
        )
        asked = Asked(
            step.question,
            draft if draft is not None else self._known,
            session.today(),
            session.words,
            tuple(ItemLine(*one) for one in items),
        )
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
            *self._choice_gone(kept),
            Horizontal(
                Button(self.say("screens.continue"), id="continue", classes="main-button"),
                Button(self.say("screens.question.skip"), id="skip", classes="plain-button"),
                SaveAndStop(self.say("screens.question.stop")),
                classes="buttons",
            ),
            *await self._undo(section.id),
        )

    async def _undo(self, section_id: str) -> Sequence[Widget]:
        """The way to the words from before, where there are some."""
        session = self.session
        given = (session.shelf, section_id, self._place, session.words)
        before = await session.desk.do(undo.words_before, *given)
        button = Button(self.say("undo.button"), id="undo", classes="plain-button")
        return [] if before is None or session.helping is not None else [button]

    def _choice_gone(self, kept: Answer | None) -> Iterator[Line]:
        gone = choices_gone(self._step.question, kept) if self._step is not None else ()
        if gone:
            said = self.say("answers.chosen_before", answer=visible(", ".join(gone)))
            yield Line(f"{said} {self.say('answers.choice_gone')}", classes="notice")

    @property
    def field(self) -> Field:
        """The question with its box."""
        return self.query_one(Field)

    def arrive(self) -> None:
        """In the box, or on Continue where there is nothing to type."""
        self._measure()
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
        if self._step is None:
            return routes.help_about(self.session, None)
        chosen = self.field.box.words if self.query(Field) else None
        return routes.help_about(self.session, self._step.question, chosen)

    @property
    def _unsaved(self) -> bool:
        typed = self._step is not None and self._step.question.kind not in {Kind.PART, Kind.FIXED}
        return typed and bool(self.query(Field)) and self.field.unsaved

    async def keep_words(self) -> None:
        """Save what is in the box, if somebody changed it: read or not, it is on disk when this returns. Raises VaultError."""
        async with self._saving:  # whoever asks second waits, so that nobody goes while a save may still fail
            if not self._unsaved:
                return
            session, field = self.session, self.field
            words = field.box.words
            saved = await session.desk.do(
                answer.put, session.shelf, self._section_id, self._place, words, session.now()
            )
            if not self._changing:
                await session.desk.do(home.remember_place, self._section_id, self._place)
            field.box.began, field.has_draft = words, False
            self._known = saved.section.answers[self._place].words
            asked = self._saved is not None and self._saved.ask_to_stop
            self._saved = replace(saved, ask_to_stop=asked or saved.ask_to_stop)
            self.saved()

    async def is_stale(self) -> bool:
        """A list whose items have their own pages, or an answer that was changed on another page."""
        if self._step is None or self._step.question.kind is Kind.PART:
            return True
        section = (await self.session.desk.do(Vault.passport)).section(self._section_id)
        kept = section.answers.get(self._place) if section is not None else None
        return kept is not None and kept.words != self._known

    @on(Answered)
    def _measure(self) -> None:
        """How much fits where the paper has little room."""
        if self._step is not None and self.query(Field):
            said = room(self._step.question, self.field.box.words, self.session.words)
            self.field.tell_room(said)

    @on(Button.Pressed, "#undo")
    @work(exclusive=True)
    async def _bring_back(self) -> None:
        """What is in the box is saved first, so that it can come back in its turn."""
        await self.keep_words()
        session = self.session
        given = (session.shelf, self._section_id, self._place, session.now(), session.words)
        with self.telling():
            await session.desk.do(undo.undo, *given)
            self.saved()
            await self.fill_again()

    @on(CarryOn)
    @on(Button.Pressed, "#continue")
    @work
    async def _continue(self) -> None:
        """Save, say what is wrong if anything is, else go on."""
        if self._busy or self._step is None:
            return
        self._busy = True
        try:
            await self.keep_words()
            self.told()
            if (problem := await self._problem()) is not None:
                self.field.tell(problem)
                self.tell(problem, self.field)
                return
            await self._go_on()
        finally:
            self._busy = False

    def follows(self) -> list[Screen[Any]]:
        """What an answer calls for at once: stopping (ruling 26), or a word to this person alone (ruling 4)."""
        saved, self._saved = self._saved, None
        if saved is None:
            return []
        pages: list[Screen[Any]] = [ChangedMindPage(self._section_id)] if saved.ask_to_stop else []
        pack = self.session.shelf.pack(saved.section.form)
        found = [
            one
            for one in only_for_you(saved.section, pack, self.session.today())
            if one.question == question_of(self._place)
        ]
        return [*pages, OnlyYouPage(found)] if found else pages

    def _what_follows(self) -> None:
        for page in self.follows():
            self.app.push_screen(page)

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
        """Go on without finishing. What is typed is saved, read or not."""
        if self._busy:
            return
        await self.keep_words()
        await self._go_on()

    async def _go_on(self) -> None:
        if self._changing:
            self.dismiss()
        else:
            session = self.session
            form = await session.desk.do(form_now, session.shelf, self._section_id)
            await routes.go_on(self, self._section_id, form.step(self._place), form.after(self._place))
        self._what_follows()

    def action_back(self) -> None:
        """The question before, or the page before the first."""
        self._go_back()

    @work(exclusive=True, group="back")
    async def _go_back(self) -> None:
        await self.keep_words()
        before = self._form.before(self._place) if self._form is not None and not self._changing else None
        if before is None:
            self.dismiss()
        else:
            self.app.switch_screen(QuestionPage(self._section_id, before.place))
        self._what_follows()

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
