"""Open with recovery shares: one at a time, each told of at once, then a new passphrase."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.unlock import another_share, recover_with_shares
from passport.errors import PassportError, WeakPassphrase
from passport.keys.passphrase import new_passphrase
from passport.keys.shares import Share, still_needed
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.screens.recovered import RecoveredPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import ManyLines


class RecoverSharesPage(Page[None]):
    """A box for one share, and how many are still needed."""

    title_key = "screens.ways.recover"
    help_key = "recover_shares"

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[Share, ...] = ()

    async def contents(self) -> Sequence[Widget]:
        """The box."""
        return (
            Line(self.say("screens.ways.recover"), classes="heading"),
            Line(self.say("screens.ways.recover_how"), classes="help"),
            Vertical(
                Line(self.say("screens.ways.recover_share"), classes="label"), ManyLines(), classes="field"
            ),
            Line(id="needed", classes="-empty paragraph"),
            Button(self.say("screens.ways.recover_add"), id="add", classes="main-button"),
        )

    @on(Button.Pressed, "#add")
    @work(exclusive=True)
    async def _add(self) -> None:
        session, box = self.session, self.query_one(ManyLines)
        self.told()
        try:
            self._shares = await session.desk.away(another_share, session.at.vault, self._shares, box.text)
        except PassportError as error:
            self.tell(session.words.error(error), box)
            return
        box.text = ""
        needed = still_needed(self._shares)
        if needed:
            self.query_one("#needed", Line).say(self.say("ways.shares_needed", count=needed))
            box.focus()
        else:
            self.app.switch_screen(RecoverNewPage(self._shares))


class RecoverNewPage(Page[None]):
    """Enough shares: a new passphrase, and it opens."""

    title_key = "screens.ways.recover"
    help_key = "recover_new"

    def __init__(self, shares: tuple[Share, ...]) -> None:
        super().__init__()
        self._shares = shares
        self._busy = False

    async def contents(self) -> Sequence[Widget]:
        """A box for the new passphrase."""
        return (
            Line(self.say("ways.shares_enough"), classes="heading"),
            Vertical(
                Line(self.say("screens.recover.passphrase"), classes="label"),
                Line(self.say("screens.make.passphrase_how"), classes="help"),
                PassphraseBox(self.session.words, offered=new_passphrase()),
                classes="field",
            ),
            Button(self.say("screens.recover.go"), id="go", classes="main-button"),
            Line(id="opening", classes="-empty quiet"),
        )

    @on(PassphraseBox.Entered)
    @on(Button.Pressed, "#go")
    @work
    async def _go(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.told()
        session, box, opening = (
            self.session,
            self.query_one(PassphraseBox),
            self.query_one("#opening", Line),
        )
        opening.say(self.say("screens.unlock.opening"))
        at = session.at
        try:
            opened = await session.desk.open(
                recover_with_shares, at.vault, self._shares, box.passphrase, session.now(), at.seen
            )
        except WeakPassphrase as error:
            self.tell(session.words.error(error), box)
            return
        finally:
            self._busy = False
            opening.say("")
        session.of_copy = opened.copy.told(session.words)
        box.forget()
        self.app.switch_screen(RecoveredSharesPage())


class RecoveredSharesPage(RecoveredPage):
    """It worked: which passphrase opens it now, and what to do about the shares."""

    title_key = "screens.ways.recover"
    help_key = "recovered_shares"
    stays = "ways.shares_stay"
