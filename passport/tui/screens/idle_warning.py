"""One minute before the program locks by itself: any key keeps it open."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from passport.tui.widgets.text import Line
from passport.wording.words import Words


class IdleWarning(ModalScreen[None]):
    """A quiet question. Nothing is lost either way."""

    def compose(self) -> ComposeResult:
        """Two sentences."""
        words = Words()
        with Vertical(id="idle"):
            yield Line(words("screens.idle.soon"), classes="heading")
            yield Line(words("screens.idle.stay"))

    def on_key(self, event: events.Key) -> None:
        """Any key."""
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        """Or a click."""
        self.dismiss()
