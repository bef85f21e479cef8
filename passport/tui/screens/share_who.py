"""Share, step 1: who is it for? The answer decides which side of the wall is listed."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.widget import Widget

from passport.actions.sharing import Sharing, who_for
from passport.record.audience import Audience
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class ShareWhoPage(Page[None]):
    """A list of people."""

    title_key = "screens.home.share_row"
    help_key = "share_who"

    def __init__(self) -> None:
        super().__init__()
        self._begun: dict[str, Sharing] = {}
        self._for: Mapping[str, Audience] = {}

    async def contents(self) -> Sequence[Widget]:
        """One row each."""
        session = self.session
        self._for = who_for(await session.desk.do(Vault.passport), session.shelf)
        return (
            Line(self.say("screens.share.step", step=1), classes="step"),
            Line(self.say("screens.share.who"), classes="heading"),
            Rows([Row(who, self.say(f"screens.share.{who}"), classes="way") for who in self._for]),
        )

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        from passport.tui.screens.share_what import ShareWhatPage

        who = event.row.key
        self._begun.setdefault(
            who, Sharing(self._for[who])
        )  # whoever comes back finds what they chose before
        await self.app.push_screen(ShareWhatPage(self._begun[who]))
