"""New ways in, while it is open: another passphrase, or new recovery words. Each asks for the passphrase first."""

from collections.abc import Sequence

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import recovery
from passport.keys.passphrase import new_passphrase
from passport.tui.asks_passphrase import AsksPassphrasePage
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.widgets.text import Line


class NewRecoveryWordsPage(AsksPassphrasePage):
    """New words. The old ones stop working."""

    title_key = "screens.new_keys.words"
    help_key = "new_words"
    what = "words"

    async def done(self, now: str) -> Screen[None]:
        """The new words, to write down."""
        rows = await self.session.desk.do(recovery.new_recovery_words, now, self.session.today())
        return RecoveryWordsPage(rows, first_run=False)

    @on(Input.Submitted)
    def _enter(self) -> None:
        self.go()


class NewPassphrasePage(AsksPassphrasePage):
    """Another passphrase. The recovery words stay."""

    title_key = "screens.new_keys.passphrase"
    help_key = "new_passphrase"
    what = "passphrase"

    def further(self) -> Sequence[Widget]:
        """A box for the new one."""
        return (
            Line(self.say("screens.new_keys.new"), classes="label"),
            PassphraseBox(self.session.words, offered=new_passphrase()),
        )

    async def done(self, now: str) -> Screen[None]:
        """What opens it from now on."""
        new = self.query_one(PassphraseBox).passphrase
        await self.session.desk.do(recovery.new_passphrase, now, new, self.session.today())
        return PassphraseChangedPage()

    @on(Input.Submitted, "#now")
    def _next(self) -> None:
        self.focus_next()

    @on(PassphraseBox.Entered)
    def _entered(self) -> None:
        self.go()


class PassphraseChangedPage(Page[None]):
    """Done."""

    title_key = "screens.new_keys.passphrase"
    help_key = "new_passphrase_done"

    async def contents(self) -> Sequence[Widget]:
        """What opens it from now on."""
        return (
            Line(self.say("screens.new_keys.changed"), classes="heading"),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
