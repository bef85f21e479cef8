"""Where the terminal's own cursor stands: on what has the focus, or as near to it as can be seen."""

from typing import Any

from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen


def place_of_focus(screen: Screen[Any]) -> Offset:
    """The letter that a box is at, else the first of what has the focus; at the top where nothing has it."""
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    offset: Offset = getattr(focused, "cursor_screen_offset", focused.content_region.offset)
    try:
        seen = screen.find_widget(focused).clip
    except NoWidget:
        return offset
    return Offset(
        min(max(offset.x, seen.x), max(seen.x, seen.right - 1)),
        min(max(offset.y, seen.y), max(seen.y, seen.bottom - 1)),
    )
