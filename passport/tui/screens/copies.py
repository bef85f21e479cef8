"""Who has a copy: each holder, what they hold, and whether it is still what the person would give today."""

from collections.abc import AsyncIterator, Sequence

from textual import on
from textual.widget import Widget

from passport.actions.copies import seal_words, seal_words_before
from passport.actions.erase import What
from passport.actions.lists import COPIES, View
from passport.tui.list_page import ListPage
from passport.tui.screens.erase import ErasePage
from passport.tui.widgets.long_list import LongList
from passport.tui.widgets.text import Line


class CopiesPage(ListPage):
    """The register, newest first. Enter leads to erasing the name."""

    help_key = "copies"
    form = COPIES
    view = View.STORY

    async def contents(self) -> Sequence[Widget]:
        """The list, then the words of the seals."""
        title = self.say("screens.copies.title")
        self.caption(title)
        parts = await self.list_parts()
        held = bool(self._every)
        return (
            Line(title, classes="heading"),
            Line(self.say("lists.copies_how" if held else "screens.copies.none"), classes="paragraph"),
            *parts,
            *[one async for one in self._seals()],
        )

    async def _seals(self) -> AsyncIterator[Widget]:
        session = self.session
        yield Line(self.say("screens.copies.seal"), classes="group")
        yield Line(self.say("screens.copies.seal_how"), classes="help")
        for for_, spoken in (await session.desk.do(seal_words)).items():
            yield Line(self.say(f"screens.copies.seal_{for_}", spoken=spoken), classes="finding")
        for before in (await session.desk.do(seal_words_before)).values():
            yield Line(self.say("screens.copies.seal_before", spoken=before), classes="finding")

    @on(LongList.Picked)
    def _erase(self, event: LongList.Picked) -> None:
        self.app.push_screen(ErasePage(What(copy=event.key)))

    def arrive(self) -> None:
        """In the list; on the way back where there is none."""
        if self._every:
            super().arrive()
        else:
            self.query_one("#back").focus()
