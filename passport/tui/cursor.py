"""Where the terminal's own cursor stands: on what has the focus, or as near to it as can be seen."""

from typing import Any

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget


def place_of_focus(screen: Screen[Any]) -> Offset:
    """The letter that a box is at, else the first of what has the focus; at the top where nothing has it."""
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    offset: Offset = getattr(focused, "cursor_screen_offset", focused.content_region.offset)
    for around in focused.ancestors:
        if isinstance(around, Widget) and around.show_vertical_scrollbar:  # it may be scrolled out of sight
            seen = around.scrollable_content_region
            offset = Offset(offset.x, min(max(offset.y, seen.y), max(seen.y, seen.bottom - 1)))
    return offset
