"""Make a passport: what to call you, a passphrase, and the recovery words. Nothing else is asked."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.begin import begin
from passport.actions.unlock import make
from passport.keys.passphrase import new_passphrase
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class NamePage(Page[None]):
    """What should we call you? It may stay empty."""

    title_key = "screens.welcome.start"
    help_key = "name"

    async def contents(self) -> Sequence[Widget]:
        """One box."""
        return (
            Line(self.say("screens.make.step", step=1), classes="step"),
            Line(self.say("screens.make.name"), classes="heading"),
            Line(self.say("screens.make.name_how"), classes="help"),
            OneLine(),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#continue")
    async def _go(self) -> None:
        await self.app.push_screen(PassphrasePage(self.query_one(OneLine).value.strip()))


class PassphrasePage(Page[None]):
    """Five words from us, or the person's own."""

    title_key = "screens.welcome.start"
    help_key = "passphrase"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._called = name
        self._busy = False

    async def contents(self) -> Sequence[Widget]:
        """The words we offer, in a box that can be typed over."""
        return (
            Line(self.say("screens.make.step", step=2), classes="step"),
            Line(self.say("screens.make.passphrase"), classes="heading"),
            Line(self.say("screens.make.passphrase_how"), classes="help"),
            PassphraseBox(self.session.words, offered=new_passphrase()),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(PassphraseBox.Entered)
    @on(Button.Pressed, "#continue")
    @work
    async def _go(self) -> None:
        if self._busy:
            return
        self._busy = True
        session = self.session
        box = self.query_one(PassphraseBox)
        try:
            _vault, rows = await session.desk.open(make, session.at.vault, box.passphrase, session.now())
            await session.desk.do(begin, session.shelf, self._called, session.now())
            box.forget()
            self.app.switch_screen(RecoveryWordsPage(rows))
        finally:
            self._busy = False
