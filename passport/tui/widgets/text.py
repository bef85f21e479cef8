"""Text on the screen: nobody's words can act as markup, escapes or links."""

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from passport.record.visible import visible


def plain(text: str) -> Content:
    """Words as they are: no markup, and every character that could act is spelled out."""
    return Content(visible(text))


class Line(Static):
    """A piece of text, shown literally."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(plain(text), id=id, classes=classes, markup=False)
        self.text = text

    def say(self, text: str) -> None:
        """Show other words."""
        self.text = text
        self.update(plain(text))
        self.set_class(not text, "-empty")


class Numbered(Horizontal):
    """One step of several: its number, and its words beside it on as many lines as they need."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(Line(str(number), classes="number"), Line(text), classes="numbered")
