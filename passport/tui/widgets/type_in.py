"""Boxes to type in: nobody's words can act as markup, escapes or links."""

import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from passport.record.visible import visible


class OneLine(Input):
    """A box for one line. Long words scroll sideways; they begin at the first letter while nobody types here."""

    def __init__(self, text: str = "", *, secret: bool = False, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(visible(text), password=secret, select_on_focus=False, id=id)
        self.cursor_blink = False  # nothing moves by itself, and nothing is drawn while nobody types

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next letter goes. Textual counts one cell too many after the last letter."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def on_focus(self) -> None:
        """Go on where the cursor is. After the click that came here, if one did, has chosen its letter."""
        self.call_after_refresh(self._scroll_to_cursor)

    def on_blur(self) -> None:
        """Show how it begins."""
        self.scroll_to(x=0, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.has_focus:
            self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        if self.has_focus:
            self._watch_selection(self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual's own handler, which Textual calls next, takes the text in."""
        event.text = pasted(event.text).replace("\n", " ")

    def action_copy(self) -> None:
        """Copy, but never a passphrase that is hidden."""
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut, but never a passphrase that is hidden."""
        if not self.password:
            super().action_cut()


class ManyLines(TextArea):
    """A box for many lines. Tab leaves it. Typing goes on after the last letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "undo", show=False, id="undo"),  # terminals keep Ctrl+Z for themselves
        Binding("f8", "redo", show=False, id="redo"),
    ]
    KEYS_INSIDE = frozenset({"enter", "up", "down", "pageup", "pagedown"})
    """Keys that lead on from a box of one line, and not from this one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(
            visible(text),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            theme="css",
        )
        self.cursor_blink = False  # as above
        self.selection = Selection.cursor(self.document.end)

    def on_focus(self) -> None:
        """Show where typing goes on."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual's own handler, which Textual calls next, takes the text in."""
        event.text = pasted(event.text)


def pasted(text: str) -> str:
    """What was pasted, as words: line breaks stay, tabs become spaces, and what would act on a terminal is left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return visible("".join(one for one in lines if one == "\n" or unicodedata.category(one) != "Cc"))
