"""New ways in, while it is open: another passphrase, or new recovery words. Each asks for the passphrase first."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import recovery
from passport.keys.passphrase import new_passphrase
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class NewRecoveryWordsPage(Page[None]):
    """New words. The old ones stop working."""

    title_key = "screens.new_keys.words"
    help_key = "new_words"

    async def contents(self) -> Sequence[Widget]:
        """A box for the passphrase."""
        return (
            Line(self.say("screens.new_keys.words"), classes="heading"),
            Line(self.say("screens.new_keys.words_how"), classes="paragraph"),
            Line(self.say("screens.new_keys.now"), classes="label"),
            OneLine(secret=True, id="now"),
            Button(self.say("screens.new_keys.words_go"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        self.told()
        busy = self.query_one("#busy", Line)
        busy.say(self.say("screens.new_keys.busy"))
        try:
            typed = self.query_one("#now", OneLine).value
            rows = await self.session.desk.do(recovery.new_recovery_words, typed)
        finally:
            busy.say("")
        self.app.switch_screen(RecoveryWordsPage(rows, first_run=False))


class NewPassphrasePage(Page[None]):
    """Another passphrase. The recovery words stay."""

    title_key = "screens.new_keys.passphrase"
    help_key = "new_passphrase"

    async def contents(self) -> Sequence[Widget]:
        """A box for the passphrase of now, and one for the new one."""
        return (
            Line(self.say("screens.new_keys.passphrase"), classes="heading"),
            Line(self.say("screens.new_keys.passphrase_how"), classes="paragraph"),
            Line(self.say("screens.new_keys.now"), classes="label"),
            OneLine(secret=True, id="now"),
            Line(self.say("screens.new_keys.new"), classes="label"),
            PassphraseBox(self.session.words, offered=new_passphrase()),
            Button(self.say("screens.new_keys.passphrase_go"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    @on(Input.Submitted, "#now")
    def _next(self) -> None:
        self.focus_next()

    @on(PassphraseBox.Entered)
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        self.told()
        busy = self.query_one("#busy", Line)
        busy.say(self.say("screens.new_keys.busy"))
        try:
            old, new = self.query_one("#now", OneLine).value, self.query_one(PassphraseBox).passphrase
            await self.session.desk.do(recovery.new_passphrase, old, new)
        finally:
            busy.say("")
        self.app.switch_screen(PassphraseChangedPage())


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
