"""A long text: as many lines as a person wants."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from passport.record.answers import Value
from passport.tui.widgets.box import Asked, Box, text_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import ManyLines


class LongTextBox(Box):
    """Many lines. Enter begins a new line; Tab leaves."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._area = ManyLines(text_of(asked.words))

    def compose(self) -> ComposeResult:
        """The lines, and how to leave them."""
        yield self._area
        yield Line(self.say("screens.hint.long_text"), classes="keys-hint")

    @property
    def words(self) -> Value:
        """The lines as typed."""
        return self._area.text

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.tell()
