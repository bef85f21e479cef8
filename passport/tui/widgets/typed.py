"""Boxes with one line to type in: short text, number, money, date, file."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from passport.record.answers import Value
from passport.tui.messages import CarryOn
from passport.tui.widgets.box import Asked, Box, text_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class TypedBox(Box):
    """One line. Enter carries on."""

    before = ""
    """A sign in front of the line, such as £."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._line = OneLine(self.starts_with(asked.words))

    def starts_with(self, words: Value) -> str:
        """The text to begin with."""
        return text_of(words)

    def compose(self) -> ComposeResult:
        """The line, with a sign before it where there is one."""
        if self.before:
            with Horizontal(classes="with-sign"):
                yield Line(self.before, classes="sign")
                yield self._line
        else:
            yield self._line

    @property
    def words(self) -> Value:
        """The line as typed."""
        return self._line.value

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.tell()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(CarryOn())
