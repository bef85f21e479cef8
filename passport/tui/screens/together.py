"""Two copies put together: where the other is, then one page for each place where both have new words."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.places import place_typed
from passport.actions.put_together import put_together
from passport.forms.dates import show_date
from passport.record.answers import Answer, texts_in
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.merge import At, Clash


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
                    picked = await self.app.push_screen_wait(ChoosePage(clash))
                    if picked is None:
                        return
                    choices[clash.section, clash.place] = picked
        finally:
            busy.say("")
        said = [self.say("together.stop", section=section, place=place) for section, place in found.stops]
        if found.keys_differ:
            said.append(self.say("together.keys_differ"))
        if found.answers or found.entries:
            said.append(self.say("together.done", answers=found.answers, entries=found.entries))
            said.append(self.say("together.older"))
        else:
            said.append(self.say("together.nothing"))
        self.query_one("#done", Line).say(" ".join(said))


class ChoosePage(Page[bool]):
    """One place, both words with their dates. Going back chooses nothing, and nothing is changed."""

    title_key = "together.title"
    help_key = "together"

    def __init__(self, clash: Clash) -> None:
        super().__init__()
        self._clash = clash

    async def contents(self) -> Sequence[Widget]:
        """Both, and a button for each."""
        one = self._clash
        return (
            Line(self.say("together.both", section=one.section, place=one.place), classes="heading"),
            Button(self._shown("together.mine", one.mine), id="mine"),
            Button(self._shown("together.theirs", one.theirs), id="theirs"),
        )

    def _shown(self, key: str, answer: Answer) -> str:
        date = show_date(answer.when.date().isoformat())
        return self.say(key, date=date, words=" ".join(texts_in(answer.words)))

    @on(Button.Pressed, "#mine")
    def _mine(self) -> None:
        self.dismiss(result=False)

    @on(Button.Pressed, "#theirs")
    def _theirs(self) -> None:
        self.dismiss(result=True)
