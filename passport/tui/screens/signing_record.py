"""Write down how the paper was signed: all of it is saved at once, with the text as it stands now."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.drafts import save_draft
from passport.actions.sign import sign
from passport.forms.conditions import is_answered
from passport.record.answers import question_of
from passport.record.sections import NEW_ITEM, SIGNINGS
from passport.tui.stack_page import StackPage
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class SigningRecordPage(StackPage):
    """A new signing. The ones before stay in the record."""

    saves_each = False

    def __init__(self, section_id: str) -> None:
        super().__init__(section_id, SIGNINGS, NEW_ITEM)

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

    async def finish(self) -> None:
        """One save for all of it, once every answer can be read. The half-typed words are not needed any more."""
        if self.tells_problems():
            return
        session = self.session
        typed = {
            question_of(field.place): field.box.words
            for field in self.fields
            if field.display and is_answered(field.box.words)
        }
        await session.desk.do(sign, session.shelf, self._section_id, typed, session.now())
        for field in self.fields:
            await session.desk.do(Vault.drop_draft, self._section_id, field.place)
        self.dismiss()

    async def keep_words(self) -> None:
        """Keep what is typed as drafts: all of it is saved at once, by its own button."""
        for field in self.fields:
            if field.unsaved:
                await self.session.desk.do(save_draft, self._section_id, field.place, field.box.words)

    async def let_go(self) -> None:
        """The same: there is no item yet that could be taken away. Raises VaultError."""
        await self.keep_words()
