"""Nothing at all: what is seen while the program goes."""

from textual.screen import Screen


class Blank(Screen[None]):
    """An empty screen."""
