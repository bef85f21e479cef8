"""Write down how the paper was signed: all of it is saved at once, with the text as it stands now."""

from collections.abc import Iterable

from textual import events, on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.drafts import save_draft
from passport.actions.sign import sign
from passport.forms.conditions import is_answered
from passport.record.answers import question_of
from passport.record.sections import SIGNINGS
from passport.tui.page import Page
from passport.tui.stack_page import StackPage
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault

NEW = "new"
"""In place of an item's id, until it is saved: only half-typed words are ever kept there."""


class SigningRecordPage(StackPage):
    """A new signing. The ones before stay in the record."""

    def __init__(self, section_id: str) -> None:
        super().__init__(section_id, SIGNINGS, NEW)

    def title_lines(self) -> Iterable[Widget]:
        """What this is."""
        yield Line(self.part.label, classes="heading")
        yield Line(self.say("screens.signing.how"), classes="help")

    def after_fields(self) -> Iterable[Widget]:
        """One button that saves it all."""
        yield Horizontal(
            Button(self.say("screens.signing.save"), id="continue", classes="main-button"),
            classes="buttons",
        )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Nothing is saved question by question: a signing is written down whole."""
        Page.on_descendant_focus(self, event)

    @on(Button.Pressed, "#continue")
    @work
    async def _continue(self) -> None:
        if self._busy:
            return
        self._busy = True
        session = self.session
        typed = {
            question_of(field.place): field.box.words
            for field in self.fields
            if field.display and is_answered(field.box.words)
        }
        try:
            with self.telling():
                await session.desk.do(sign, session.shelf, self._section_id, typed, session.now())
                for field in self.fields:
                    await session.desk.do(Vault.drop_draft, self._section_id, field.place)
                self.dismiss()
        finally:
            self._busy = False

    def action_back(self) -> None:
        """Keep what is typed as a draft, and go back."""
        self._go_back()

    @work(exclusive=True, group="back")
    async def _go_back(self) -> None:
        for field in self.fields:
            if field.unsaved:
                await self.session.desk.do(save_draft, self._section_id, field.place, field.box.words)
        self.dismiss()
