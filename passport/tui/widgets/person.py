"""A person: name, job, how, date and contact, each on its line."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from passport.forms.kinds import PERSON_PARTS
from passport.record.answers import Value
from passport.tui.messages import CarryOn
from passport.tui.widgets.box import Asked, Box, text_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class PersonBox(Box):
    """Five lines. Enter goes to the next one, and carries on from the last."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        given = asked.words if isinstance(asked.words, Mapping) else {"name": text_of(asked.words)}
        self._lines = {part: OneLine(str(given.get(part) or "")) for part in PERSON_PARTS}

    def compose(self) -> ComposeResult:
        """A label and a line for each part."""
        for part, line in self._lines.items():
            with Horizontal(classes="labelled"):
                yield Line(self.say(f"screens.person.{part}"), classes="line-label")
                yield line

    @property
    def words(self) -> Value:
        """The parts that hold something; empty text where none does."""
        found = {part: line.value for part, line in self._lines.items() if line.value.strip()}
        return found or ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.tell()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        lines = list(self._lines.values())
        at = lines.index(event.input) if isinstance(event.input, OneLine) else len(lines) - 1
        if at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.post_message(CarryOn())
