"""Look around with a made-up person: a record of its own, in a folder of its own, taken away on leaving."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.demo import PASSPHRASE, look_around, place_to_look_around
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.screens.tour import TourPage
from passport.tui.widgets.text import Line


class MadeUpPage(Page[None]):
    """What this is, before it begins."""

    title_key = "screens.made_up.title"
    help_key = "made_up"

    async def contents(self) -> Sequence[Widget]:
        """Two sentences and a button."""
        return (
            Line(self.say("screens.made_up.title"), classes="heading"),
            Line(self.say("screens.made_up.what"), classes="paragraph"),
            Line(self.say("screens.made_up.passphrase", passphrase=PASSPHRASE), classes="paragraph"),
            Button(self.say("screens.made_up.go"), id="go", classes="main-button"),
            Line(id="making", classes="-empty quiet"),
        )

    @staticmethod
    async def _tour(app: routes.AnyApp) -> None:
        """This page has gone by then."""
        await app.push_screen(TourPage())

    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session = self.session
        making = self.query_one("#making", Line)
        making.say(self.say("screens.made_up.making"))
        try:
            session.at = replace(session.at, vault=place_to_look_around())
            await session.desk.open(look_around, session.at.vault, session.shelf, session.now())
        finally:
            making.say("")
        routes.go_home(self.app, partial(self._tour, self.app))
