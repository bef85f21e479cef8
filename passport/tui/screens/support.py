"""Get support now: crisis lines for the person's nation. It opens without unlocking, and calls no one."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from passport.law.crisis_lines import CrisisLine, crisis_lines
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault

NATION = "am_nation"


class SupportPage(Page[None]):
    """Who answers, how, and when."""

    async def contents(self) -> Sequence[Widget]:
        """What to do first, then each line."""
        self.caption(self.say("screens.support.title"))
        lines = crisis_lines(await self._nation())
        return (
            Line(self.say("screens.support.emergency"), classes="heading"),
            *(widget for one in lines for widget in self._line(one)),
            Line(self.say("screens.support.calls"), classes="group"),
        )

    def _line(self, one: CrisisLine) -> Iterator[Widget]:
        how = self.say(f"screens.support.how_{one.how}")
        yield Line(
            self.say("screens.support.line", name=one.name, how=how, number=one.number),
            classes="support-line",
        )
        more = [
            self.say("screens.support.say", say=one.say) if one.say else "",
            self.say("screens.support.hours", hours=one.hours) if one.hours else "",
            "" if one.checked_on else self.say("screens.support.not_checked"),
        ]
        yield Line(" ".join(text for text in more if text), classes="help")

    async def _nation(self) -> str:
        desk = self.session.desk
        if not desk.is_open:
            return ""
        about = (await desk.do(Vault.passport)).about_me()
        return str((about and about.value(NATION)) or "")

    def arrive(self) -> None:
        """The way back has the focus; the lines are in view."""
        self.query_one("#back").focus()
