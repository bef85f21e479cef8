"""The alert line for a records system: one line, word for word, and how long it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from passport.actions.alert import (
    MOST_LETTERS,
    SAFE_LETTERS,
    alert,
    as_one_line,
    rehearse_alert,
    to_choose_for_alert,
)
from passport.actions.chosen import Piece, To
from passport.tui.chosen_page import ChosenPage
from passport.tui.screens.chosen import LookPage
from passport.vault.vault import Vault


class AlertPage(ChosenPage):
    """The words, and their length."""

    title_key = "alert.title"
    help_key = "alert"
    ticks = ()

    @property
    def what(self) -> str:
        """Kept apart from the other pages."""
        return "alert"

    async def offered(self) -> Mapping[str, Sequence[Piece]]:
        """Papers that stand, refusals that are ready, who it is."""
        session = self.session
        given = (session.shelf, session.today(), session.words)
        return {"words": await session.desk.do(to_choose_for_alert, *given)}

    def meter(self) -> str:
        """How long the line is."""
        return self.say("alert.length", count=len(as_one_line(self.lines("words"))), most=MOST_LETTERS)

    async def looked(self) -> LookPage:
        """The line."""
        session = self.session
        to = To(self.typed("holder"), self.typed("reason").strip())
        given = (session.shelf, self.lines("words"), to, session.now(), session.words)
        made = await session.desk.do(rehearse_alert, *given)
        cut = self.say("alert.may_cut", safe=SAFE_LETTERS, over=made.cut_off) if made.cut_off else ""

        def make(vault: Vault, out: Path) -> Mapping[str, Path]:
            return alert(vault, *given, out).files

        return LookPage(made.text, (cut,) if cut else (), self.say("alert.done"), make, self.what)
