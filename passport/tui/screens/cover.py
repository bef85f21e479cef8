"""The cover letter: which copy it goes with, then each part of it. What stays empty is not in it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from textual import on
from textual.widget import Widget

from passport.actions.chosen import Piece, To
from passport.actions.cover import Chosen, copies_to_cover, cover, rehearse_cover, to_choose_for_cover
from passport.errors import NoCopyHere
from passport.forms.dates import show_date
from passport.record.copies import CopyGiven
from passport.record.visible import visible
from passport.tui.chosen_page import ChosenPage
from passport.tui.page import Page
from passport.tui.screens.chosen import LookPage
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class CoverCopyPage(Page[None]):
    """Which copy it goes with, newest first."""

    title_key = "screens.home.cover_row"
    help_key = "cover"

    def __init__(self) -> None:
        super().__init__()
        self._copies: Mapping[str, CopyGiven] = {}

    async def contents(self) -> Sequence[Widget]:
        """One row for each sealed copy."""
        session = self.session
        self._copies = {one.id: one for one in await session.desk.do(copies_to_cover)}
        if not self._copies:
            return (Line(session.words.error(NoCopyHere()), classes="paragraph"),)
        rows = [
            Row(
                one.id,
                visible(one.holder),
                self.say(
                    "screens.copies.given", version=one.version, date=show_date(one.given_on.isoformat())
                ),
                classes="way",
            )
            for one in self._copies.values()
        ]
        return (Line(self.say("cover.which_copy"), classes="heading"), Rows(rows))

    def arrive(self) -> None:
        """The first copy, or the way back where there is none."""
        if self._copies:
            super().arrive()
        else:
            self.query_one("#back").focus()

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        await self.app.push_screen(CoverPage(self._copies[event.row.key]))


class CoverPage(ChosenPage):
    """A box for each part."""

    title_key = "screens.home.cover_row"
    help_key = "cover_words"

    def __init__(self, copy: CopyGiven) -> None:
        super().__init__()
        self._copy_given = copy

    @property
    def what(self) -> str:
        """Kept apart from the other pages."""
        return f"cover {self._copy_given.id}"

    async def offered(self) -> Mapping[str, Sequence[Piece]]:
        """For each part, what may be chosen."""
        session = self.session
        given = (session.shelf, self._copy_given, session.today(), session.words)
        return await session.desk.do(to_choose_for_cover, *given)

    def label_of(self, part: str) -> str:
        """What the part is."""
        return self.say(f"cover.{part}")

    def who(self) -> Iterator[Widget]:
        """It goes to who holds the copy."""
        yield Line(self.say("cover.empty"), classes="help")

    async def looked(self) -> LookPage:
        """The letter."""
        session = self.session
        sender = " ".join(self.lines("sender"))
        chosen = Chosen(sender, self.lines("lines"), self.lines("alert"), self.lines("tell"))
        to = To(self._copy_given.holder, large_print="large" in self.ticked)
        given = (session.shelf, self._copy_given.id, chosen, to, session.now(), session.words)
        made = await session.desk.do(rehearse_cover, *given)

        def make(vault: Vault, out: Path) -> Mapping[str, Path]:
            return cover(vault, *given, out).files

        return LookPage(made.text, (), self.say("cover.done"), make, self.what)
