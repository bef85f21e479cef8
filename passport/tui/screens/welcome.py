"""The first thing a person sees: what this is, in five lines, and four ways to begin."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

WAYS = ("start", "open", "check", "look", "help")


class Welcome(Page[None]):
    """Nothing is asked here."""

    title_key = "screens.welcome.title"
    help_key = "welcome"
    can_go_back = False

    async def contents(self) -> Sequence[Widget]:
        """What it is, what it does not do, and the ways in."""
        return (
            Line(self.say("screens.welcome.title"), classes="heading"),
            Line(self.say("screens.welcome.what"), classes="paragraph"),
            Line(self.say("screens.welcome.where"), classes="paragraph"),
            Line(self.say("screens.welcome.limits"), classes="paragraph quiet"),
            Rows([Row(way, self.say(f"screens.welcome.{way}"), classes="way") for way in WAYS]),
        )

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        from passport.tui.screens.check_paper import CheckPaperPage
        from passport.tui.screens.help_out import HelpOutPage
        from passport.tui.screens.made_up import MadeUpPage
        from passport.tui.screens.make_vault import NamePage
        from passport.tui.screens.open_other import OpenOtherPage

        pages = {
            "start": NamePage,
            "open": OpenOtherPage,
            "check": CheckPaperPage,
            "help": HelpOutPage,
            "look": MadeUpPage,
        }
        await self.app.push_screen(pages[event.row.key]())

    def action_back(self) -> None:
        """There is nothing behind this page."""
