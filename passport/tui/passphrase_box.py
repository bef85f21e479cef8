"""A box for a new passphrase: hidden or shown, with its strength in words."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input

from passport.actions.advice import said_of
from passport.keys.passphrase import new_passphrase
from passport.tui.app_session import session_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.wording.words import Words


class PassphraseBox(Vertical):
    """Shown in clear while it holds our own five words, hidden once somebody types; the person decides."""

    class Entered(Message):
        """Enter was pressed."""

    def __init__(self, words: Words, offered: str) -> None:
        super().__init__(classes="passphrase-box")
        self._words, self._offered = words, offered
        self._box = OneLine(offered, secret=not offered)

    @property
    def passphrase(self) -> str:
        """What is in the box."""
        return self._box.value

    def compose(self) -> ComposeResult:
        """The box, how strong it is, and what else can be done."""
        yield self._box
        yield Line(classes="in-full -empty")
        yield Line(classes="strength")
        with Horizontal(classes="buttons"):
            yield Button(self._words(self._show_key), id="show", classes="plain-button")
            yield Button(self._words("screens.passphrase.offer"), id="offer", classes="plain-button")

    @property
    def _show_key(self) -> str:
        return "screens.passphrase.show" if self._box.password else "screens.passphrase.hide"

    def focus_box(self) -> None:
        """Put the cursor where typing begins."""
        self._box.focus()

    def forget(self) -> None:
        """Empty the box."""
        self._box.value = ""

    def on_resize(self) -> None:
        """Another width may hold more words, or fewer."""
        self.call_after_refresh(self._show_in_full)

    def _show_in_full(self) -> None:
        """All of it under the box, on as many lines as it takes, where it is shown and the box is too narrow for it."""
        box = self._box
        fits = box.password or box.content_width <= box.scrollable_content_region.width
        self.query_one(".in-full", Line).say("" if fits else box.value)

    @on(Input.Changed)
    @work(exclusive=True)
    async def _measure(self, event: Input.Changed) -> None:
        event.stop()
        self._show_in_full()
        line = self.query_one(".strength", Line)
        if not event.value:
            line.say("")
            return
        said = await session_of(self.screen).desk.away(said_of, event.value, self._words)
        line.say(" ".join(said))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    @on(Button.Pressed, "#show")
    def _show(self, event: Button.Pressed) -> None:
        event.stop()
        self._box.password = not self._box.password
        self._show_in_full()
        event.button.label = self._words(self._show_key)

    @on(Button.Pressed, "#offer")
    def _offer(self, event: Button.Pressed) -> None:
        event.stop()
        self._box.value, self._box.password = new_passphrase(), False
        self._show_in_full()
        self.query_one("#show", Button).label = self._words(self._show_key)
