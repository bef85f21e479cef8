"""A page to print: where it goes, with what it means that the file is not locked."""

from collections.abc import Callable, Sequence
from pathlib import Path

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class SheetPage(Page[None]):
    """One box for the folder; then where the files are. ``writes`` makes them and says so, a line each."""

    title_key = "screens.ways.sheet"
    help_key = "sheet"

    def __init__(self, writes: Callable[[Path], Sequence[str]]) -> None:
        super().__init__()
        self._writes = writes
        self._busy = False

    async def contents(self) -> Sequence[Widget]:
        """What it means, and the box."""
        return (
            Line(self.say("screens.ways.sheet"), classes="heading"),
            Line(self.say("screens.ways.sheet_how"), classes="paragraph"),
            Line(self.say("screens.ways.sheet_where"), classes="label"),
            Line(self.say("screens.ways.sheet_where_how"), classes="help"),
            OneLine(str(usual_folder(self.session.at.vault)), id="folder"),
            Button(self.say("screens.ways.sheet_go"), id="go", classes="main-button"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    @work
    async def _go(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.told()
        try:
            folder = place_typed(self.query_one("#folder", OneLine).value)
            said = await self.session.desk.away(self._writes, folder)
        finally:
            self._busy = False
        column = self.query_one("#contents")
        await column.remove_children()
        await column.mount_all(
            [
                Line(self.say("screens.ways.sheet_done"), classes="heading"),
                *(Line(sentence, classes="paragraph") for sentence in said),
                Line(self.say("ways.sheet_delete"), classes="paragraph"),
                Button(self.say("screens.continue"), id="continue", classes="main-button"),
            ]
        )
        self.query_one("#continue").focus()

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.dismiss()
