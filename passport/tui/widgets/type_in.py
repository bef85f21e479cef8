"""Boxes to type in: nobody's words can act as markup, escapes or links."""

from textual import events
from textual.widgets import Input, TextArea

from passport.record.visible import visible


class OneLine(Input):
    """A box for one line. What is pasted is made visible first; nothing is selected on arrival."""

    places_cursor = True
    """It puts the terminal's own cursor where the next letter goes."""

    def __init__(self, text: str = "", *, secret: bool = False, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(visible(text), password=secret, select_on_focus=False, id=id)

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual's own handler, which Textual calls next, takes the text in."""
        event.text = visible(event.text).replace("\n", " ").replace("\t", " ")

    def action_copy(self) -> None:
        """Copy, but never a passphrase that is hidden."""
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut, but never a passphrase that is hidden."""
        if not self.password:
            super().action_cut()


class ManyLines(TextArea):
    """A box for many lines. Tab leaves it."""

    places_cursor = True

    def __init__(self, text: str = "") -> None:
        super().__init__(
            visible(text),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            theme="css",
        )

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual's own handler, which Textual calls next, takes the text in."""
        event.text = visible(event.text)
