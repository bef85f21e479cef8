"""Get support now: crisis lines for the person's nation. It opens without unlocking, and calls no one."""

from collections.abc import Sequence

from textual.widget import Widget

from passport.actions.support import support
from passport.tui.page import Page
from passport.tui.screens.open_card import lines_shown
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class SupportPage(Page[None]):
    """Who answers, how, and when."""

    help_key = "support"

    async def contents(self) -> Sequence[Widget]:
        """What to do first, then each line."""
        self.caption(self.say("screens.support.title"))
        lines = support(await self._nation(), self.session.words)
        return (
            Line(self.say("screens.support.emergency"), classes="heading"),
            *lines_shown(self),
            *(
                Line(text, classes=style)
                for one in lines
                for text, style in ((one.line, "support-line"), (one.more, "help"))
            ),
            Line(self.say("screens.support.calls"), classes="group"),
        )

    async def _nation(self) -> str:
        desk = self.session.desk
        if not desk.is_open:
            return ""
        return (await desk.do(Vault.passport)).nation

    def arrive(self) -> None:
        """The way back has the focus; the lines are in view."""
        self.query_one("#back").focus()
