"""A list of rows with named columns: the columns stand beside each other, or under each other on a narrow screen."""

from collections.abc import Iterator, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from passport.record.answers import Value
from passport.tui.messages import CarryOn
from passport.tui.widgets.box import Asked, Box, text_of
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class _TableRow(Horizontal):
    """One row: a labelled line for each column."""

    def __init__(self, labels: Mapping[str, str], given: Mapping[str, Value]) -> None:
        super().__init__(classes="table-row")
        self.cells = {column: OneLine(str(given.get(column) or "")) for column in labels}
        self._labels = labels

    def compose(self) -> ComposeResult:
        """Label over line, column by column."""
        for column, line in self.cells.items():
            with Vertical(classes="column"):
                yield Line(self._labels[column], classes="column-label")
                yield line

    @property
    def words(self) -> dict[str, Value]:
        """The cells that hold something."""
        return {column: line.value for column, line in self.cells.items() if line.value.strip()}


class TableBox(Box):
    """Rows to fill, and always an empty one at the end. Clear a row to take it out."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._labels = {column.id: column.label for column in asked.question.columns}
        self._given = list(_rows(asked.words, next(iter(self._labels))))

    def compose(self) -> ComposeResult:
        """The rows, and one more."""
        for given in self._given:
            yield _TableRow(self._labels, given)
        if self._room(len(self._given)):
            yield _TableRow(self._labels, {})
        yield Line(self.say("screens.hint.table"), classes="keys-hint")

    @property
    def words(self) -> Value:
        """The rows that hold something; empty text where none does."""
        return tuple(row.words for row in self.query(_TableRow) if row.words) or ""

    def _room(self, count: int) -> bool:
        most = self.asked.question.most
        return most is None or count < most

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        rows = list(self.query(_TableRow))
        if rows and rows[-1].words and self._room(len(rows)):
            self.mount(_TableRow(self._labels, {}), after=rows[-1])
        self.tell()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter goes to the next line; from an empty row it carries on."""
        event.stop()
        lines = list(self.query(OneLine))
        at = lines.index(event.input) if isinstance(event.input, OneLine) else len(lines) - 1
        row = next(row for row in self.query(_TableRow) if event.input in row.cells.values())
        if row.words and at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.post_message(CarryOn())


def _rows(words: Value, first: str) -> Iterator[Mapping[str, Value]]:
    for one in words if isinstance(words, tuple) else ((words,) if words else ()):
        yield one if isinstance(one, Mapping) else {first: text_of(one)}
