"""Rows to walk with the arrow keys. One of them is a stop for Tab; the terminal's cursor follows."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Label

POINTER = "\u203a"


class Row(Widget, can_focus=False):
    """One row of one or more cells. Enter, Space or a click picks it."""

    BINDINGS = [  # noqa: RUF012  # Textual reads it from the class
        Binding("enter", "pick(True)", show=False),
        Binding("space", "pick(False)", show=False),
    ]

    class Picked(Message):
        """This row was picked."""

        def __init__(self, row: "Row", *, with_enter: bool) -> None:
            super().__init__()
            self.row, self.with_enter = row, with_enter

        @property
        def control(self) -> "Row":
            """The row, for ``@on`` with a selector."""
            return self.row

    def __init__(self, key: str, *cells: str | Content, classes: str = "", help_: str = "") -> None:
        super().__init__(classes=classes)
        self.key, self.help = key, help_
        self._cells = cells

    def compose(self) -> ComposeResult:
        """A pointer that shows where you are, then the cells."""
        yield Label(POINTER, classes="pointer", markup=False)
        cells = [
            Label(cell, classes=f"cell cell-{number}{'' if len(cell) else ' -bare'}", markup=False)
            for number, cell in enumerate(self._cells)
        ]
        if len(cells) == 1:
            yield cells[0]
        else:
            yield Horizontal(*cells, classes="cells")

    def cell(self, number: int, text: str | Content) -> None:
        """Show other words in a cell."""
        self._cells = (*self._cells[:number], text, *self._cells[number + 1 :])
        if self.is_mounted:
            label = self.query_one(f".cell-{number}", Label)
            label.update(text)
            label.set_class(not len(text), "-bare")

    def action_pick(self, with_enter: bool) -> None:  # noqa: FBT001  # a binding can only give it by place
        """Enter, or Space, which picks too but never carries on."""
        self.post_message(self.Picked(self, with_enter=with_enter))

    def on_click(self) -> None:
        """A click anywhere on the row."""
        parent = self.parent
        if isinstance(parent, Rows):
            parent.go_to(self)
        self.post_message(self.Picked(self, with_enter=False))


class Rows(Vertical):
    """A list of rows, with headings or spaces between them. Up, down, home and end walk."""

    BINDINGS = [  # noqa: RUF012  # Textual reads it from the class
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("home", "walk(-10000)", show=False),
        Binding("end", "walk(10000)", show=False),
    ]

    def __init__(
        self,
        children: Iterable[Widget],
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str = "",
    ) -> None:
        super().__init__(*children, id=id, classes=f"rows {classes}".strip())

    @property
    def rows(self) -> list[Row]:
        """The rows, in order."""
        return [child for child in self.children if isinstance(child, Row)]

    def on_mount(self) -> None:
        """The first row, or the one that was marked, is the stop for Tab."""
        if self.rows:
            self._only_stop(next((row for row in self.rows if row.has_class("-here")), self.rows[0]))

    def go_to(self, row: Row) -> None:
        """Stand on a row."""
        self._only_stop(row)
        self.screen.set_focus(row)  # at once: ``focus()`` waits, and a quick Enter would pick the row before

    def focus_row(self) -> None:
        """Stand on the row that is the stop for Tab."""
        for row in self.rows:
            if row.can_focus:
                row.focus()

    def _only_stop(self, here: Row) -> None:
        here.can_focus = True
        for row in self.rows:
            if row is not here:
                row.can_focus = False

    def action_walk(self, steps: int) -> None:
        """Go some rows up or down."""
        rows = self.rows
        at = next((number for number, row in enumerate(rows) if row.can_focus), 0)
        if rows:
            self.go_to(rows[min(len(rows) - 1, max(0, at + steps))])
