"""A damaged record: what is wrong, what helps, and doing it. Nothing is deleted."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import back_up, repair
from passport.actions.repair import Help, Salvaged
from passport.actions.unlock import unlock
from passport.errors import PassportError
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.screens.recovery_words import RecoveryWordsPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class DamagedPage(Page[None]):
    """Above the bare box, once a passphrase met damage."""

    title_key = "repair.title"
    help_key = "damaged"

    def __init__(self, error: PassportError) -> None:
        super().__init__()
        self._error = error
        self._help: Help | None = None

    async def contents(self) -> Sequence[Widget]:
        """What is wrong; a box for the passphrase; a button for each way."""
        session = self.session
        found = await session.desk.away(repair.what_helps, session.at.vault, self._error, session.words)
        self._help = found
        ways: list[Widget] = []
        if found.backup is not None:
            label = self.say("repair.bring_back", date=found.backup_made)
            ways.append(Button(label, id="bring-back", classes="main-button"))
        if found.can_save:
            ways.append(Button(self.say("repair.save"), id="save", classes="plain-button"))
        asked = [Line(self.say("repair.passphrase"), classes="label"), OneLine(secret=True, id="typed")]
        return (
            Line(self.say("repair.title"), classes="heading"),
            Line(session.words.error(self._error), classes="finding"),
            *(Line(line, classes="paragraph") for line in found.lines),
            *(asked if ways else []),
            *ways,
            Line(id="busy", classes="-empty quiet"),
            Line(id="done", classes="-empty finding"),
        )

    @on(OneLine.Submitted, "#typed")
    def _next(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#bring-back")
    @work(exclusive=True)
    async def _bring_back(self) -> None:
        session, found = self.session, self._help
        assert found is not None
        assert found.backup is not None
        self.told()
        busy, typed = self.query_one("#busy", Line), self.query_one("#typed", OneLine).value
        busy.say(self.say("screens.new_keys.busy"))
        try:
            done = await session.desk.away(
                back_up.restore, found.backup, session.at.vault, typed, session.now(), set_aside=True
            )
        finally:
            busy.say("")
        said = self.say("repair.brought_back", made=found.backup_made, answers=done.answers)
        aside = self.say("repair.set_aside", folder=done.set_aside)
        self.query_one("#done", Line).say(visible(f"{said} {aside}"))

    @on(Button.Pressed, "#save")
    @work(exclusive=True)
    async def _save(self) -> None:
        session, at = self.session, self.session.at
        self.told()
        busy, typed = self.query_one("#busy", Line), self.query_one("#typed", OneLine).value
        busy.say(self.say("screens.new_keys.busy"))
        try:
            done = await session.desk.away(repair.salvage, at.vault, typed, at.vault, session.now())
            await session.desk.open(unlock, at.vault, typed, session.now(), at.seen)
        finally:
            busy.say("")
        self.app.switch_screen(SavedPage(done))


class SavedPage(Page[None]):
    """What could be read, and on to the new recovery words."""

    title_key = "repair.title"
    help_key = "damaged"
    can_go_back = False

    def __init__(self, done: Salvaged) -> None:
        super().__init__()
        self._done = done

    async def contents(self) -> Sequence[Widget]:
        """Counts first; it is open already."""
        session = self.session
        lines = repair.said(self._done, session.shelf, session.words)
        return (
            *(Line(visible(line), classes="paragraph") for line in lines),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    @on(Button.Pressed, "#continue")
    def _on(self) -> None:
        self.app.switch_screen(RecoveryWordsPage(self._done.recovery_words, first_run=False))
