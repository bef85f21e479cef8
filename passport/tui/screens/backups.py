"""Backups: what there is, one more, and trying one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import back_up
from passport.actions.places import place_typed
from passport.forms.dates import show_date
from passport.tui.asks_copy import AsksCopyPage
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.backup import KEEP


def _day(moment: str) -> str:
    return show_date(datetime.fromisoformat(moment).date().isoformat())


class BackupsPage(Page[None]):
    """What there is, a box for where the next goes, and the way to try one."""

    title_key = "backups.title"
    help_key = "backups"

    async def contents(self) -> Sequence[Widget]:
        """When one was made and tried, and the two things to do."""
        now = await self.session.desk.do(back_up.backups)
        written = (
            self.say("backups.written", date=_day(now.written)) if now.written else self.say("backups.never")
        )
        tried = (
            self.say(
                "backups.tried", date=_day(now.tried), made=_day(now.tried_made), answers=now.tried_answers
            )
            if now.tried
            else self.say("backups.not_tried")
        )
        own = self.say("backups.own", most=KEEP)
        if now.own:
            own += " " + self.say("backups.own_newest", date=_day(now.own[0][1].isoformat()))
        return (
            Line(self.say("backups.title"), classes="heading"),
            Line(self.say("backups.how"), classes="paragraph"),
            Line(self.say("backups.how_opens"), classes="help"),
            Line(written, id="written", classes="finding"),
            Line(tried, classes="finding"),
            Line(own, classes="help"),
            Line(self.say("backups.where"), classes="label"),
            OneLine(id="where"),
            Button(self.say("backups.make"), id="make", classes="main-button"),
            Button(self.say("backups.try_it"), id="try"),
            Line(id="done", classes="-empty finding"),
        )

    @on(OneLine.Submitted, "#where")
    @on(Button.Pressed, "#make")
    @work
    @one_at_a_time("backup")
    async def _make(self) -> None:
        box = self.query_one("#where", OneLine)
        if not box.value.strip():
            self.tell(self.say("backups.none_given"), box)
            return
        self.told()
        session = self.session
        made = await session.desk.do(back_up.back_up, place_typed(box.value), session.now())
        self.query_one("#written", Line).say(self.say("backups.written", date=_day(made.made_on.isoformat())))
        self.query_one("#done", Line).say(
            f"{self.session.say('backups.made', file=made.file)} {self.say('backups.made_next')}"
        )

    @on(Button.Pressed, "#try")
    def _try(self) -> None:
        self.app.push_screen(TryBackupPage())


class TryBackupPage(AsksCopyPage):
    """Which one, and the passphrase of that day."""

    title_key = "backups.try_it"
    help_key = "backups"
    sentences = ("backups.try_it", "backups.try_how", "backups.try_where", "backups.try_passphrase")

    async def came_of(self, copy: Path, passphrase: str) -> str:
        """Open it with all its checks, and say what is in it."""
        session = self.session
        found = await session.desk.do(back_up.drill, copy, passphrase, session.now())
        good = self.say(
            "backups.tried_good",
            made=_day(found.made_on.isoformat()),
            answers=found.answers,
            seconds=f"{found.seconds:.1f}",
        )
        behind = self.say("backups.tried_behind", count=found.behind) if found.behind else ""
        return f"{good} {behind}".strip()
