"""A code with plain words: whom it is for, then which words."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual import on
from textual.widget import Widget

from passport.actions.chosen import Piece, To
from passport.actions.sharing import sides_for
from passport.actions.words_code import how_full, rehearse_words, to_choose, words_code
from passport.record.audience import Audience
from passport.tui.chosen_page import ChosenPage
from passport.tui.page import Page
from passport.tui.screens.chosen import LookPage
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class WordsSidePage(Page[None]):
    """Whom it is for: only that side of the wall is offered."""

    title_key = "words_code.title"
    help_key = "chosen_side"

    async def contents(self) -> Sequence[Widget]:
        """One row for each side that there is anything of."""
        sides = sides_for(await self.session.desk.do(Vault.passport), self.session.shelf)
        return (
            Line(self.say("chosen.side"), classes="heading"),
            Rows([Row(side, self.say(f"chosen.side_{side}"), classes="way") for side in sides]),
        )

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        await self.app.push_screen(WordsCodePage(Audience(event.row.key)))


class WordsCodePage(ChosenPage):
    """The words, and how full the code is."""

    title_key = "words_code.title"
    help_key = "words_code"
    ticks = ("card", "large")

    def __init__(self, side: Audience) -> None:
        super().__init__()
        self._side = side

    @property
    def what(self) -> str:
        """Kept apart from the other pages."""
        return f"words {self._side}"

    async def offered(self) -> Mapping[str, Sequence[Piece]]:
        """Who it is, how to reach them, what they need."""
        session = self.session
        return {"words": await session.desk.do(to_choose, session.shelf, self._side, session.words)}

    def meter(self) -> str:
        """How full the code is."""
        session = self.session
        percent = how_full(self.lines("words"), session.now(), session.words, card="card" in self.ticked)
        return self.say("words_code.full" if percent <= 100 else "words_code.too_full", percent=percent)

    async def looked(self) -> LookPage:
        """What a phone shows."""
        session, card = self.session, "card" in self.ticked
        to = To(self.typed("holder"), self.typed("reason").strip(), "large" in self.ticked)
        given = (session.shelf, self._side, self.lines("words"), to, session.now(), session.words)
        made = await session.desk.do(rehearse_words, *given, card=card)
        notes = (self.say("words_code.no_seal"), self.say("words_code.warn"))

        def make(vault: Vault, out: Path) -> Mapping[str, Path]:
            return words_code(vault, *given, out, card=card).files

        return LookPage(made.shows, notes, self.say("words_code.done"), make, self.what)
