"""How it looks, how it starts, and another key beside one that a terminal keeps for itself."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import settings
from passport.tui.app_session import session_of
from passport.tui.key_line import take_keys
from passport.tui.page import Page
from passport.tui.widgets.choices import ONE, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine

_FULL, _PLAIN = "full", "plain"


class LooksPage(Page[None]):
    """Three short lists."""

    title_key = "looks.title"
    help_key = "looks"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """A line for each look, each start and each key."""
        chosen = self.session.settings
        looks = [
            Row(
                one,
                marked(ONE, chosen=one == chosen.theme),
                self.say(f"screens.find.{one}"),
                classes="choice look",
            )
            for one in settings.THEMES
        ]
        starts = [
            Row(
                one,
                marked(ONE, chosen=chosen.plain == (one == _PLAIN)),
                self.say(f"looks.{one}"),
                classes="choice start",
            )
            for one in (_FULL, _PLAIN)
        ]
        keys = [
            Row(
                one,
                self.say(f"screens.keys.{one}"),
                settings.keys_in_words(chosen, one, self.session.words),
                classes="entry key",
            )
            for one in settings.KEYS
        ]
        return (
            Line(self.say("looks.title"), classes="heading"),
            Rows(
                [
                    Line(self.say("looks.look"), classes="group"),
                    *looks,
                    Line(self.say("looks.start"), classes="group"),
                    *starts,
                    Line(self.say("looks.keys"), classes="group"),
                    Line(self.say("looks.keys_why"), classes="help"),
                    *keys,
                ],
                id="looks",
            ),
        )

    @on(Row.Picked)
    def _picked(self, event: Row.Picked) -> None:
        row, session = event.row, session_of(self.app)
        self.told()
        if row.has_class("key"):
            self.app.push_screen(AnotherKeyPage(row.key))
            return
        with self.telling():
            if row.has_class("look"):
                session.settings = settings.look(session.at.settings, row.key)
                self.app.theme = row.key
            else:
                session.settings = settings.start_plain(session.at.settings, plain=row.key == _PLAIN)
            kind = "look" if row.has_class("look") else "start"
            for one in self.query(f"Row.{kind}").results(Row):
                one.cell(0, marked(ONE, chosen=one is row))


class AnotherKeyPage(Page[None]):
    """One box for the name of a key."""

    title_key = "looks.title"
    help_key = "another_key"

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    async def contents(self) -> Sequence[Widget]:
        """The keys it has, and a box for another."""
        chosen, words = self.session.settings, self.session.words
        title = self.say("looks.key_title", what=self.say(f"screens.keys.{self._what}"))
        return (
            Line(title, classes="heading"),
            Line(
                self.say("looks.key_now", keys=settings.keys_in_words(chosen, self._what, words)),
                classes="paragraph",
            ),
            Line(self.say("looks.key_how"), classes="label"),
            OneLine(settings.key_name(chosen.keys.get(self._what, "")), id="key"),
            Button(self.say("looks.key_go"), id="go", classes="main-button"),
        )

    @on(Button.Pressed, "#go")
    @on(Input.Submitted)
    def go(self) -> None:
        """It works from now on, beside its own."""
        self.told()
        session = session_of(self.app)
        with self.telling():
            session.settings = settings.another_key(
                session.at.settings, self._what, self.query_one("#key", OneLine).value
            )
            take_keys(self.app, session.settings)
            self.dismiss()
