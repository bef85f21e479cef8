"""What a rule has to say to this person alone: on its own page, which one key hides (ruling 4, G-12)."""

from collections.abc import Sequence

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.law.findings import Finding
from passport.tui.page import Page
from passport.tui.widgets.text import Line


class OnlyYouPage(Page[None]):
    """A sentence, and three ways on. Nothing of it is kept."""

    title_key = "screens.only_you.caption"
    help_key = "only_you"

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._findings = findings

    async def contents(self) -> Sequence[Widget]:
        """What it says, and that nobody else is told."""
        return (
            *(Line(one.sentence, classes="heading") for one in self._findings),
            Line(self.say("screens.only_you.nobody"), classes="paragraph"),
            Horizontal(
                Button(self.say("screens.only_you.hide"), id="hide", classes="main-button"),
                Button(self.say("screens.keys.support"), id="support", classes="plain-button"),
                Button(self.say("screens.continue"), id="continue", classes="plain-button"),
                classes="buttons",
            ),
        )

    @on(Button.Pressed, "#hide")
    async def _hide(self) -> None:
        await self.app.run_action("lock")

    @on(Button.Pressed, "#support")
    async def _support(self) -> None:
        await self.app.run_action("support")

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
