"""A second person: a passphrase of their own, and taking it out again."""

from collections.abc import Sequence

from textual import on
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.ways import add_second, remove_second
from passport.tui.asks_passphrase import AsksPassphrasePage
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class SecondPage(AsksPassphrasePage):
    """Who it is, and their passphrase."""

    title_key = "screens.new_keys.second"
    help_key = "second"
    what = "second"

    def further(self) -> Sequence[Widget]:
        """Their name, and a box for what they choose."""
        return (
            Line(self.say("ways.second_can"), classes="paragraph"),
            Vertical(
                Line(self.say("screens.ways.second_name"), classes="label"),
                Line(self.say("screens.ways.second_name_how"), classes="help"),
                OneLine(id="name"),
                classes="field",
            ),
            Vertical(
                Line(self.say("screens.ways.second_theirs"), classes="label"),
                Line(self.say("screens.ways.second_theirs_how"), classes="help"),
                PassphraseBox(self.session.words, offered=""),
                classes="field",
            ),
        )

    async def done(self, now: str) -> Screen[None]:
        """Who can open it from now on."""
        session, box = self.session, self.query_one(PassphraseBox)
        name = self.query_one("#name", OneLine).value
        await session.desk.do(add_second, now, name, box.passphrase, session.today())
        box.forget()
        return WaysDonePage([self.say("ways.second_added", name=name), self.say("ways.second_can")])

    @on(Input.Submitted, "#now")
    @on(Input.Submitted, "#name")
    def _next(self) -> None:
        self.focus_next()

    @on(PassphraseBox.Entered)
    def _entered(self) -> None:
        self.go()


class SecondRemovePage(AsksPassphrasePage):
    """They cannot open it any more."""

    title_key = "screens.new_keys.second_remove"
    help_key = "second_remove"
    what = "second_remove"

    async def done(self, now: str) -> Screen[None]:
        """What that means."""
        await self.session.desk.do(remove_second, now)
        return WaysDonePage([self.say("ways.second_removed"), self.say("ways.second_kept")])

    @on(Input.Submitted)
    def _enter(self) -> None:
        self.go()


class WaysDonePage(Page[None]):
    """It is done: what that means, in a sentence or two."""

    title_key = "screens.ways.title"
    help_key = "ways_done"

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        self._sentences = sentences

    async def contents(self) -> Sequence[Widget]:
        """The sentences, and on."""
        first, *more = self._sentences
        return (
            Line(first, classes="heading"),
            *(Line(sentence, classes="paragraph") for sentence in more),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
