"""My card: the five lines, large. The person writes them in their crisis plan."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.record.answers import texts_in
from passport.tui.page import Page
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault

PLAN, LINES = "crisis_plan", "cp_card"


class CardPage(Page[None]):
    """Five lines, or the way to write them."""

    help_key = "card"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """The lines as the person wrote them."""
        self.caption(self.say("screens.card.title"))
        plans = (await self.session.desk.do(Vault.passport)).of_form(PLAN)
        lines = texts_in(plans[-1].value(LINES)) if plans else ()
        if not lines:
            return (
                Line(self.say("screens.card.none"), classes="paragraph"),
                Button(self.say("screens.card.write"), id="write", classes="main-button"),
            )
        return (
            *(Line(line, classes="card-line") for line in lines),
            Line(self.say("screens.card.carry"), classes="group"),
            Button(self.say("screens.answers.change"), id="write", classes="plain-button"),
        )

    @on(Button.Pressed, "#write")
    @work(exclusive=True)
    async def _write(self) -> None:
        from passport.tui.screens.question import QuestionPage

        session = self.session
        section = await session.desk.do(answer.section_for, session.shelf, PLAN, session.today())
        self.app.push_screen(QuestionPage(section.id, LINES, changing=True))
