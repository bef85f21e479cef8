"""Recovery shares: made for people one trusts, shown once, and taken out again."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.sheets import write_share_sheets
from passport.actions.ways import ShareGiven, make_shares, names_in, remove_shares, rows_of
from passport.errors import ShareWanted
from passport.keys.shares import LEAST, MOST
from passport.tui.asks_passphrase import AsksPassphrasePage
from passport.tui.page import Page
from passport.tui.screens.second import WaysDonePage
from passport.tui.screens.sheet import SheetPage
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class MakeSharesPage(AsksPassphrasePage):
    """Who gets one, and how many open it."""

    title_key = "screens.new_keys.shares"
    help_key = "shares"
    what = "shares"

    def further(self) -> Sequence[Widget]:
        """A box for the names, and one for the number."""
        return tuple(
            Vertical(
                Line(self.say(f"screens.ways.shares_{key}"), classes="label"),
                Line(self.say(f"screens.ways.shares_{key}_how"), classes="help"),
                OneLine(text, id=key),
                classes="field",
            )
            for key, text in (("names", ""), ("need", str(LEAST)))
        )

    async def done(self, now: str) -> Screen[None]:
        """The shares, once."""
        session = self.session
        names = names_in(self.query_one("#names", OneLine).value)
        typed = self.query_one("#need", OneLine).value.strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) < len(str(MOST)) + 1):
            raise ShareWanted(least=LEAST, most=MOST)
        made = await session.desk.do(make_shares, now, int(typed), names, session.today())
        return SharesGivenPage(made, int(typed))

    @on(Input.Submitted, "#now")
    @on(Input.Submitted, "#names")
    def _next(self) -> None:
        self.focus_next()

    @on(Input.Submitted, "#need")
    def _enter(self) -> None:
        self.go()


class SharesGivenPage(Page[None]):
    """Every share, under the name of who gets it."""

    title_key = "screens.new_keys.shares"
    help_key = "shares_given"

    def __init__(self, made: Sequence[ShareGiven], need: int) -> None:
        super().__init__()
        self._made, self._need = made, need

    async def contents(self) -> Sequence[Widget]:
        """Numbered rows for each, to copy by hand."""
        return (
            Line(self.say("screens.ways.given"), classes="heading"),
            Line(self.say("ways.shares_made", need=self._need), classes="paragraph"),
            Line(self.say("screens.ways.given_keep"), classes="paragraph"),
            *(
                Vertical(
                    Line(
                        self.say("ways.share_for", number=one.number, count=len(self._made), name=one.name),
                        classes="label",
                    ),
                    *(Line(row, classes="recovery-row") for row in rows_of(one.line)),
                    classes="recovery-rows",
                )
                for one in self._made
            ),
            Line(self.say("ways.shares_give"), classes="paragraph"),
            Line(self.say("ways.shares_old"), classes="paragraph quiet"),
            Button(self.say("screens.ways.print"), id="print", classes="plain-button"),
            Button(self.say("screens.ways.done"), id="done", classes="main-button"),
        )

    def arrive(self) -> None:
        """At the beginning, with the first share in view."""
        self.query_one("#print").focus(scroll_visible=False)

    @on(Button.Pressed, "#print")
    async def _print(self) -> None:
        session, made, need = self.session, self._made, self._need

        def writes(folder: Path) -> list[str]:
            written = write_share_sheets(folder, made, need, session.today(), session.words)
            return [
                session.say("ways.sheets_written", number=one.number, name=one.name, file=path)
                for one, path in zip(made, written, strict=True)
            ]

        await self.app.push_screen(SheetPage(writes))

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.dismiss()


class SharesRemovePage(AsksPassphrasePage):
    """The shares open nothing any more."""

    title_key = "screens.new_keys.shares_remove"
    help_key = "shares_remove"
    what = "shares_remove"

    async def done(self, now: str) -> Screen[None]:
        """What that means."""
        await self.session.desk.do(remove_shares, now)
        return WaysDonePage([self.say("ways.shares_removed")])

    @on(Input.Submitted)
    def _enter(self) -> None:
        self.go()
