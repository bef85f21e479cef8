"""Help for the very thing that has the focus: why we ask, where it comes from, and the keys."""

from collections.abc import Sequence

from textual.widget import Widget

from passport.tui.page import Page
from passport.tui.widgets.text import Line

KEYS = ("enter", "esc", "tab", "arrows", "pages", "help", "support", "card", "lock", "find", "quit")


class HelpPage(Page[None]):
    """One thing first, then the keys that work everywhere."""

    def __init__(self, about: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._about, self._lines = about, lines

    async def contents(self) -> Sequence[Widget]:
        """What it is about, if it is about something; then the keys."""
        self.caption(self.say("screens.help.title"))
        about = [Line(self._about, classes="heading")] if self._about else []
        return (
            *about,
            *(Line(text, classes="paragraph") for text in self._lines),
            Line(self.say("screens.help.keys"), classes="group"),
            *(Line(self.say(f"screens.help.key_{key}"), classes="finding") for key in KEYS),
            Line(self.say("screens.help.saved"), classes="paragraph"),
        )

    def arrive(self) -> None:
        """There is nothing to fill in: the way back has the focus."""
        self.query_one("#back").focus()
