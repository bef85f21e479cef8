"""The panel on top of a page: there is a problem. Each line of it goes to its field."""

from collections.abc import Iterable

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from passport.record.visible import visible
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

_EDITS = frozenset({"backspace", "delete", "left", "right", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w"})
"""Keys that mean nothing on a line of the panel, and something in a box."""


def takes_letters(widget: Widget) -> bool:
    """Whether it is a box to type in. Asked by name: the boxes are read only where one is shown."""
    return bool({"Input", "TextArea"} & {kind.__name__ for kind in type(widget).__mro__})


class Problems(Vertical):
    """Hidden until there is something to say."""

    def __init__(self, title: str) -> None:
        super().__init__(id="problems", classes="-empty")
        self._title = title
        self._fields: list[Widget | None] = []

    def say(self, problems: Iterable[tuple[str, Widget | None]]) -> None:
        """Show these sentences, each with the widget to go to, and put the focus here."""
        problems = list(problems)
        self.query(Rows).remove()
        self._fields = [field for _, field in problems]
        self.set_class(not problems, "-empty")
        if problems:
            if not self.query(".problems-title"):
                self.mount(Line(self._title, classes="problems-title"))
            rows = Rows(
                [Row(str(number), visible(text)) for number, (text, _) in enumerate(problems)],
                classes="problem-rows",
            )
            self.mount(rows)
            self.call_after_refresh(self._show, rows)

    def _show(self, rows: Rows) -> None:
        rows.focus_row()
        self.scroll_visible(animate=False, top=True)

    @on(Row.Picked)
    def _go(self, event: Row.Picked) -> None:
        event.stop()
        field = self._fields[int(event.row.key)]
        if field is None:
            self.screen.focus_next()
        elif hasattr(field, "focus_box"):
            field.focus_box()
        else:
            field.focus()

    def on_key(self, event: events.Key) -> None:
        """Letters typed here belong in the box that the problem is about: none is lost. So do the keys that edit."""
        edits = (event.is_printable and event.character) or event.key in _EDITS
        box = self._box_to_mend() if edits else None
        if box is not None:
            event.stop()
            self.screen.set_focus(box)  # at once: the next letter may be here already
            box.post_message(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """As letters."""
        if (box := self._box_to_mend()) is not None:
            event.stop()
            self.screen.set_focus(box)
            box.post_message(events.Paste(event.text))

    def _box_to_mend(self) -> Widget | None:
        """The box of the problem that has the focus, if it is one to type in."""
        row = self.screen.focused
        field = self._fields[int(row.key)] if isinstance(row, Row) and self in row.ancestors else None
        if field is None or takes_letters(field):
            return field
        return next((one for one in field.query("Input, TextArea") if one.focusable), None)
