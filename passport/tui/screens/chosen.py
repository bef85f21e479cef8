"""Words that leave one by one: a page to pick from, and a page that shows exactly what goes out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.chosen import Piece
from passport.actions.half_chosen import drop_half
from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.record.visible import visible
from passport.tui.chosen_page import ChosenPage
from passport.tui.page import Page
from passport.tui.screens.blank_form import PrintedPage
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault

Make = Callable[[Vault, Path], Mapping[str, Path]]
"""What gives it out: files in a folder, and a line in the register."""


class PickPage(Page[str | None]):
    """What may be chosen, one row each. None of it goes out by being looked at."""

    title_key = "chosen.pick"
    help_key = "chosen_pick"

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._pieces = pieces

    async def contents(self) -> Sequence[Widget]:
        """Each with its label and its words."""
        rows = [
            Row(str(number), visible(one.text), visible(one.label), classes="way")
            for number, one in enumerate(self._pieces)
        ]
        return (Line(self.say("chosen.add"), classes="help"), Rows(rows))

    @on(Row.Picked)
    def _picked(self, event: Row.Picked) -> None:
        self.dismiss(self._pieces[int(event.row.key)].text)

    def action_back(self) -> None:
        """Nothing was picked."""
        self.dismiss(None)


class LookPage(Page[None]):
    """Exactly what goes out; then where to."""

    title_key = "chosen.exactly"
    help_key = "chosen_look"

    def __init__(self, exactly: str, notes: Sequence[str], done: str, make: Make, what: str) -> None:
        super().__init__()
        self._exactly, self._notes, self._done, self._make = exactly, notes, done, make
        self._what = what

    async def contents(self) -> Sequence[Widget]:
        """Every word of it, what to know, a box for the folder, and the button."""
        return (
            Line(self.say("chosen.exactly"), classes="heading"),
            *(Line(line, classes="finding") for line in visible(self._exactly).split("\n")),
            *(Line(note, classes="notice") for note in self._notes),
            Vertical(
                Line(self.say("blank.where"), classes="label"),
                OneLine(str(usual_folder(self.session.at.vault)), id="folder"),
                classes="field",
            ),
            Button(self.say("chosen.make"), id="make", classes="main-button"),
        )

    @on(Button.Pressed, "#make")
    @work
    @one_at_a_time("pages")
    async def _go(self) -> None:
        with self.telling():
            out = place_typed(self.query_one("#folder", OneLine).value)
            made = await self.session.desk.do(self._make, out)
            for page in self.app.screen_stack:
                if isinstance(page, ChosenPage):
                    page.empty()
            await self.session.desk.do(drop_half, self._what)
            files = [(self.say(f"chosen.file_{kind}"), str(path)) for kind, path in made.items()]
            self.app.switch_screen(PrintedPage(f"{self._done} {self.say('chosen.kept')}", files))
