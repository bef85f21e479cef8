"""A list of short lines: one box for each, and always an empty one at the end."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from passport.record.answers import Value
from passport.record.visible import visible
from passport.tui.messages import CarryOn
from passport.tui.widgets.box import Asked, Box, text_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class LinesBox(Box):
    """Type, press Enter, type the next. Enter on the empty last line carries on."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        given = asked.words if isinstance(asked.words, tuple) else tuple(text_of(asked.words).splitlines())
        self._given = [visible(text_of(one)) for one in given]

    def compose(self) -> ComposeResult:
        """A line for each thing, and one more."""
        for text in self._given:
            yield OneLine(text)
        if self._room(len(self._given)):
            yield OneLine("")
        yield Line(self.say("screens.hint.lines"), classes="keys-hint")

    @property
    def words(self) -> Value:
        """The lines that hold something; empty text where none does."""
        return tuple(line.value for line in self._lines if line.value.strip()) or ""

    @property
    def _lines(self) -> list[OneLine]:
        return list(self.query(OneLine))

    def _room(self, count: int) -> bool:
        most = self.asked.question.most
        return most is None or count < most

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        lines = self._lines
        if lines and lines[-1].value.strip() and self._room(len(lines)):
            self.mount(OneLine(""), after=lines[-1])
        self.tell()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        lines = self._lines
        at = lines.index(event.input) if isinstance(event.input, OneLine) else len(lines) - 1
        if event.input.value.strip() and at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.post_message(CarryOn())
