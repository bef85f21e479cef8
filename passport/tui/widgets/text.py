"""Text on the screen, and boxes to type in: nobody's words can act as markup, escapes or links."""

from textual import events
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from passport.record.visible import visible


def plain(text: str) -> Content:
    """Words as they are: no markup, and every character that could act is spelled out."""
    return Content(visible(text))


class Line(Static):
    """A piece of text, shown literally."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(plain(text), id=id, classes=classes, markup=False)

    def say(self, text: str) -> None:
        """Show other words."""
        self.update(plain(text))
        self.set_class(not text, "-empty")


class OneLine(Input):
    """A box for one line. What is pasted is made visible first; nothing is selected on arrival."""

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
