"""Two copies put together: where the other is, then one page for each place where both have new words."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.places import place_typed
from passport.actions.put_together import ToChoose, put_together, to_choose, told
from passport.actions.unlock import how_it_stands
from passport.forms.shelf import Shelf
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.merge import At, Merged
from passport.vault.vault import Vault
from passport.wording.words import Words


class TogetherPage(Page[None]):
    """Two boxes; what came of it stands below them."""

    title_key = "together.title"
    help_key = "together"

    async def contents(self) -> Sequence[Widget]:
        """Where the other copy is, and its passphrase."""
        return (
            Line(self.say("together.title"), classes="heading"),
            Line(self.say("together.how"), classes="paragraph"),
            Line(self.say("together.where"), classes="label"),
            OneLine(id="where"),
            Line(self.say("together.passphrase"), classes="label"),
            OneLine(secret=True, id="then"),
            Button(self.say("together.title"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
            Line(id="done", classes="-empty finding"),
        )

    @on(OneLine.Submitted, "#where")
    def _next(self) -> None:
        self.focus_next()

    @on(OneLine.Submitted, "#then")
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session, box = self.session, self.query_one("#where", OneLine)
        if not box.value.strip():
            self.tell(self.say("backups.none_given"), box)
            return
        self.told()
        typed, other = self.query_one("#then", OneLine).value, place_typed(box.value)
        busy, choices = self.query_one("#busy", Line), dict[At, bool]()
        busy.say(self.say("screens.new_keys.busy"))
        try:
            while True:
                found = await session.desk.do(put_together, other, typed, choices, session.now())
                if not found.clashes:
                    break
                for clash in found.clashes:
                    asked = await session.desk.do(to_choose, session.shelf, clash, session.words)
                    picked = await self.app.push_screen_wait(ChoosePage(asked))
                    if picked is None:
                        return
                    choices[asked.at] = picked
        finally:
            busy.say("")
        said = await session.desk.do(_told, session.shelf, found, session.words)
        copy = await session.desk.do(how_it_stands, session.at.seen, session.now())
        session.of_copy = copy.told(session.words)
        self.query_one("#done", Line).say(visible(" ".join(said)))


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
