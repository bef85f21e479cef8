"""Open with the recovery words, and choose a new passphrase."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.unlock import recover
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import ManyLines


class RecoverPage(Page[None]):
    """The sheet with the words, typed in."""

    async def contents(self) -> Sequence[Widget]:
        """A box for the words, a box for the new passphrase."""
        return (
            Line(self.say("screens.recover.title"), classes="heading"),
            Line(self.say("screens.recover.how"), classes="help"),
            ManyLines(),
            PassphraseBox(self.session.words, offered=""),
            Button(self.say("screens.recover.go"), id="go", classes="main-button"),
        )

    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session = self.session
        typed = self.query_one(ManyLines).text.split()
        opened = await session.desk.open(
            recover,
            session.at.vault,
            typed,
            self.query_one(PassphraseBox).passphrase,
            session.now(),
            session.at.seen,
        )
        session.older_by = opened.older_by
        routes.go_home(self.app)
