"""Open with the recovery words, and choose a new passphrase."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.unlock import recover
from passport.errors import PassportError, WeakPassphrase
from passport.keys.passphrase import new_passphrase
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.screens.recover_shares import RecoverSharesPage
from passport.tui.screens.recovered import RecoveredPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import ManyLines


class RecoverPage(Page[None]):
    """The sheet with the words, typed in."""

    title_key = "screens.recover.title"
    help_key = "recover"

    def __init__(self) -> None:
        super().__init__()
        self._busy = False

    async def contents(self) -> Sequence[Widget]:
        """A box for the words, a box for the new passphrase."""
        return (
            Line(self.say("screens.recover.title"), classes="heading"),
            Line(self.say("screens.recover.how"), classes="help"),
            Vertical(
                Line(self.say("screens.recover.words"), classes="label"),
                Line(self.say("screens.recover.words_how"), classes="help"),
                ManyLines(),
                classes="field",
            ),
            Button(self.say("screens.ways.recover_open"), id="shares", classes="plain-button"),
            Vertical(
                Line(self.say("screens.recover.passphrase"), classes="label"),
                Line(self.say("screens.make.passphrase_how"), classes="help"),
                PassphraseBox(self.session.words, offered=new_passphrase()),
                classes="field",
            ),
            Button(self.say("screens.recover.go"), id="go", classes="main-button"),
            Line(id="opening", classes="-empty quiet"),
        )

    @on(Button.Pressed, "#shares")
    async def _shares(self) -> None:
        await self.app.push_screen(RecoverSharesPage())

    @on(PassphraseBox.Entered)
    @on(Button.Pressed, "#go")
    @work
    async def _go(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.told()
        opening = self.query_one("#opening", Line)
        opening.say(self.say("screens.unlock.opening"))
        try:
            await self._open()
        except WeakPassphrase as error:
            self.tell(self.session.words.error(error), self.query_one(PassphraseBox))
        except PassportError as error:
            self.tell(self.session.words.error(error), self.query_one(ManyLines))
        finally:
            self._busy = False
            opening.say("")

    async def _open(self) -> None:
        session, box = self.session, self.query_one(PassphraseBox)
        typed = self.query_one(ManyLines).text.split()
        at = session.at
        opened = await session.desk.open(recover, at.vault, typed, box.passphrase, session.now(), at.seen)
        session.of_copy = opened.copy.told(session.words)
        box.forget()
        self.query_one(ManyLines).text = ""
        self.app.switch_screen(RecoveredPage())
