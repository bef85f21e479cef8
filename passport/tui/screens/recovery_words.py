"""The recovery words: shown once, written down on paper, and one row typed back."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.recovery import written_down
from passport.actions.sheets import write_recovery_sheet
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.screens.sheet import SheetPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine

Rows = tuple[tuple[str, ...], ...]


class RecoveryWordsPage(Page[None]):
    """Four rows of five words."""

    title_key = "screens.recovery.title"
    help_key = "recovery"

    def __init__(self, rows: Rows, *, first_run: bool = True) -> None:
        super().__init__()
        self._rows, self._first_run = rows, first_run

    @property
    def can_go_back(self) -> bool:  # type: ignore[override]  # on the first run nothing is behind it
        """Whether they were made later, from home."""
        return not self._first_run

    async def contents(self) -> Sequence[Widget]:
        """The rows, numbered."""
        return (
            *([Line(self.say("screens.make.step", step=3), classes="step")] if self._first_run else []),
            Line(self.say("screens.recovery.title"), classes="heading"),
            Line(self.say("screens.recovery.what"), classes="paragraph"),
            Vertical(
                *(
                    Line(f"{number}   {'   '.join(row)}", classes="recovery-row")
                    for number, row in enumerate(self._rows, 1)
                ),
                classes="recovery-rows",
            ),
            Line(self.say("screens.recovery.keep"), classes="paragraph quiet"),
            Button(self.say("screens.recovery.written"), id="written", classes="main-button"),
            Button(self.say("screens.ways.print_one"), id="print", classes="plain-button"),
        )

    def arrive(self) -> None:
        """On the way on, with the words in view from the first row."""
        self.query_one("#written").focus(scroll_visible=False)

    @on(Button.Pressed, "#written")
    async def _go(self) -> None:
        await self.app.push_screen(TypeBackPage(self._rows, secrets.randbelow(len(self._rows))))

    @on(Button.Pressed, "#print")
    async def _print(self) -> None:
        session, rows = self.session, self._rows

        def writes(folder: Path) -> list[str]:
            path = write_recovery_sheet(folder, rows, session.today(), session.words)
            return [session.say("ways.sheet_written", file=path)]

        await self.app.push_screen(SheetPage(writes))

    def action_back(self) -> None:
        """Home goes on offering new words until a row is typed back."""
        if self.can_go_back:
            self.dismiss()


class TypeBackPage(Page[None]):
    """Type one row back, to be sure that the sheet can be read."""

    title_key = "screens.recovery.title"
    help_key = "type_back"

    def __init__(self, rows: Rows, number: int) -> None:
        super().__init__()
        self._rows, self._number = rows, number

    async def contents(self) -> Sequence[Widget]:
        """One box."""
        return (
            Line(self.say("screens.recovery.type_back", row=self._number + 1), classes="heading"),
            Line(self.say("screens.recovery.type_how"), classes="help"),
            OneLine(),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#continue")
    async def _go(self) -> None:
        box = self.query_one(OneLine)
        typed = [word.strip(".,;:|").lower() for word in box.value.split() if not word.isdigit()]
        if tuple(typed) != self._rows[self._number]:
            self.tell(self.say("screens.recovery.not_this", row=self._number + 1), box)
            return
        box.value = ""
        await self.session.desk.do(written_down)
        routes.go_home(self.app)
