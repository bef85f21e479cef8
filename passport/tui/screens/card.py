"""My card: the five lines, large. The person writes them in their crisis plan."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.actions.card import card_code, print_card
from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.record.answers import texts_in
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault

PLAN, LINES = "crisis_plan", "cp_card"


class CardPage(Page[None]):
    """Five lines, or the way to write them."""

    help_key = "card"
    looks_again = True

    def __init__(self) -> None:
        super().__init__()
        self._code: frozenset[str] = frozenset()
        self._folder = ""

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
            Vertical(
                Line(self.say("blank.where"), classes="label"),
                OneLine(self._folder or str(usual_folder(self.session.at.vault)), id="folder"),
                classes="field",
            ),
            Button(self.say("card.save"), id="save", classes="main-button"),
            Button(self.say("code.choose"), id="choose-code", classes="plain-button"),
            Button(self.say("screens.answers.change"), id="write", classes="plain-button"),
        )

    @on(Button.Pressed, "#save")
    @work
    @one_at_a_time("pages")
    async def _save(self) -> None:
        from passport.tui.screens.blank_form import PrintedPage

        session = self.session
        with self.telling():
            out = place_typed(self.query_one("#folder", OneLine).value)
            given = (session.shelf, session.now(), session.words, out, self._code)
            shared = await session.desk.do(print_card, *given)
            files = [(self.say(f"commands.file_{kind}"), str(path)) for kind, path in shared.files.items()]
            self.app.push_screen(PrintedPage(self.say("card.done"), files, shared))

    @on(Button.Pressed, "#choose-code")
    @work(exclusive=True, group="choosing")
    async def _choose_code(self) -> None:
        from passport.tui.screens.share_code import ShareCodePage

        session = self.session
        with self.telling():
            room = await session.desk.do(card_code, session.shelf, session.now(), session.words, self._code)
            self.app.push_screen(ShareCodePage(room, "code.choose_card"), self._picked)

    def _picked(self, picked: frozenset[str] | None) -> None:
        self._code = self._code if picked is None else picked

    async def keep_words(self) -> None:
        """The folder stays as it is typed while another page is on top."""
        for box in self.query("#folder").results(OneLine):
            self._folder = box.value

    def arrive(self) -> None:
        """The first button has the focus: a box would take the keys of somebody who only looks."""
        self.query("#contents Button").first().focus(scroll_visible=False)

    @on(Button.Pressed, "#write")
    @work(exclusive=True)
    async def _write(self) -> None:
        from passport.tui.screens.question import QuestionPage

        session = self.session
        section = await session.desk.do(answer.section_for, session.shelf, PLAN, session.today())
        self.app.push_screen(QuestionPage(section.id, LINES, changing=True))
