"""Two copies put together: where the other is, then one page for each place where both have new words."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.put_together import ToChoose, put_together, to_choose, told
from passport.actions.unlock import how_it_stands
from passport.forms.shelf import Shelf
from passport.record.visible import visible
from passport.tui.asks_copy import AsksCopyPage
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.vault.merge import At, Merged
from passport.vault.vault import Vault
from passport.wording.words import Words


class TogetherPage(AsksCopyPage):
    """The other copy, and each choice that it calls for."""

    title_key = "together.title"
    help_key = "together"
    sentences = ("together.title", "together.how", "together.where", "together.passphrase")

    async def came_of(self, copy: Path, passphrase: str) -> str | None:
        """Ask for each place where both have new words, then put them together."""
        session, choices = self.session, dict[At, bool]()
        while True:
            found = await session.desk.do(put_together, copy, passphrase, choices, session.now())
            if not found.clashes:
                break
            for clash in found.clashes:
                asked = await session.desk.do(to_choose, session.shelf, clash, session.words)
                picked = await self.app.push_screen_wait(ChoosePage(asked))
                if picked is None:
                    return None
                choices[asked.at] = picked
        said = await session.desk.do(_told, session.shelf, found, session.words)
        stands = await session.desk.do(how_it_stands, session.at.seen, session.now())
        session.of_copy = stands.told(session.words)
        return visible(" ".join(said))


def _told(vault: Vault, shelf: Shelf, found: Merged, words: Words) -> tuple[str, ...]:
    return tuple(told(vault, shelf, found, words))


class ChoosePage(Page[bool]):
    """One place, both words with their dates. Going back chooses nothing, and nothing is changed."""

    title_key = "together.title"
    help_key = "together"

    def __init__(self, asked: ToChoose) -> None:
        super().__init__()
        self._asked = asked

    async def contents(self) -> Sequence[Widget]:
        """Both, and a button for each."""
        return (
            Line(visible(self._asked.where), classes="heading"),
            Line(self.say("together.choose_one"), classes="help"),
            Button(visible(self._asked.mine), id="mine", classes="plain-button"),
            Button(visible(self._asked.theirs), id="theirs", classes="plain-button"),
        )

    @on(Button.Pressed, "#mine")
    def _mine(self) -> None:
        self.dismiss(result=False)

    @on(Button.Pressed, "#theirs")
    def _theirs(self) -> None:
        self.dismiss(result=True)
