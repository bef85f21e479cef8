"""Two copies put together: where the other is, then one page for each place where both have new words."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.put_together import put_together
from passport.forms.dates import show_date
from passport.record.answers import Answer, texts_in
from passport.tui.asks_copy import AsksCopyPage
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.vault.merge import At, Clash


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
                picked = await self.app.push_screen_wait(ChoosePage(clash))
                if picked is None:
                    return None
                choices[clash.section, clash.place] = picked
        said = [self.say("together.stop", section=section, place=place) for section, place in found.stops]
        if found.keys_differ:
            said.append(self.say("together.keys_differ"))
        if found.answers or found.entries:
            said.append(self.say("together.done", answers=found.answers, entries=found.entries))
            said.append(self.say("together.older"))
        else:
            said.append(self.say("together.nothing"))
        return " ".join(said)


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
