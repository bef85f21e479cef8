"""The bare box: a passphrase, and no word of whose this is or what it is."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Input

from passport.errors import PassportError, WrongPassphrase
from passport.tui import routes
from passport.tui.app_session import session_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class Unlock(Screen[None]):
    """One box. What stops us is told under it; the recovery words are offered only after a passphrase that did not fit."""

    AUTO_FOCUS = "OneLine"

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._busy = False

    def compose(self) -> ComposeResult:
        """The box, and room for a sentence."""
        with Vertical(id="bare"):
            yield OneLine(secret=True)
            yield Line(id="why", classes="-empty")
            with Horizontal(id="other-ways", classes="-empty"):
                yield Button(session_of(self).say("screens.unlock.recover"), id="recover")

    @on(Input.Submitted)
    @work
    async def _open(self, event: Input.Submitted) -> None:
        from passport.actions.unlock import unlock

        if self._busy or not event.value:
            return
        session = session_of(self)
        why = self.query_one("#why", Line)
        passphrase, event.input.value = event.value, ""
        self._busy = True
        why.say(session.say("screens.unlock.opening"))
        at = session.at
        try:
            opened = await session.desk.open(
                unlock, self._folder or at.vault, passphrase, session.now(), at.seen
            )
        except PassportError as error:
            why.say(session.words.error(error))
            self.query_one("#other-ways").set_class(not isinstance(error, WrongPassphrase), "-empty")
            if self._folder is None:
                from passport.actions.repair import DAMAGE
                from passport.tui.screens.damaged import DamagedPage

                if isinstance(error, DAMAGE):
                    self.app.push_screen(DamagedPage(error))
            return
        finally:
            self._busy = False
        session.of_copy = opened.copy.told(session.words)
        routes.go_home(self.app)

    @on(Button.Pressed, "#recover")
    def _recover(self) -> None:
        from passport.tui.screens.recover import RecoverPage

        self.query_one(OneLine).focus()  # whoever comes back wants to type
        self.app.push_screen(RecoverPage())
