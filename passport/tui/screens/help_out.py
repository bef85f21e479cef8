"""A helper's side: open the file, suggest words in the same boxes, save them for whoever asked, and take it all off again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import helping
from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.errors import PassportError
from passport.record.suggestions import HOWS, Helper
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.choices import ONE, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault


class HelpOutPage(Page[None]):
    """The file and its passphrase."""

    title_key = "helping.out_title"
    help_key = "help_out"

    def __init__(self, bundle: Path | None = None) -> None:
        super().__init__()
        self._bundle = bundle

    async def contents(self) -> Sequence[Widget]:
        """Two boxes."""
        closes = [self.say("helping.out_closes")] if self.session.desk.is_open else []
        return (
            Line(self.say("helping.out_title"), classes="heading"),
            Line(self.say("helping.out_how"), classes="help"),
            *(Line(one, classes="notice") for one in closes),
            Line(self.say("helping.out_file"), classes="label"),
            OneLine(str(self._bundle or ""), id="file"),
            Line(self.say("helping.out_passphrase"), classes="label"),
            OneLine(secret=True, id="passphrase"),
            Button(self.say("helping.out_go"), id="go", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    def arrive(self) -> None:
        """In the first box that is empty."""
        self.query_one("#passphrase" if self._bundle is not None else "#file").focus()

    @on(Input.Submitted, "#file")
    def _next(self) -> None:
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session, busy = self.session, self.query_one("#busy", Line)
        path, box = (
            place_typed(self.query_one("#file", OneLine).value),
            self.query_one("#passphrase", OneLine),
        )
        busy.say(self.say("helping.out_busy"))
        try:
            data = await session.desk.away(helping.read_file, path)
            await session.desk.away(helping.look_at, data, box.value)
            if await routes.save_all(self.app) is None:
                return
            await session.desk.close()
            await session.desk.open(helping.begin, session.at, data, box.value, session.shelf, session.now())
        except PassportError as error:
            self.tell(session.words.error(error), box)
            return
        finally:
            busy.say("")
        session.at = replace(session.at, vault=helping.place_for(session.at, data))
        routes.go_home(self.app)


class HelpHomePage(Page[None]):
    """The forms they asked about, and what can be done with the suggestions."""

    help_key = "help_home"
    can_go_back = False
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """A row each."""
        session = self.session
        now = session.helping
        assert now is not None
        self.caption(self.say("helping.out_title"))
        passport = await session.desk.do(Vault.passport)
        made = await session.desk.do(helping.suggestions_made, session.shelf)
        rows: list[Widget] = []
        for section in passport.sections:
            count = sum(one.section == now.theirs[section.id] for one in made)
            more = self.say("helping.made_here", count=count) if count else ""
            rows.append(
                Row(section.id, visible(session.shelf.pack(section.form).title), more, classes="task")
            )
        save = Row("save", self.say("helping.save_row"), classes="way")
        return (
            Line(self.say("helping.home_how"), classes="paragraph"),
            Rows([*rows, save], id="tasks"),
            SureButton(self.say("helping.done_row"), self.say("helping.done_sure"), id="finish"),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        key = event.row.key
        await self.app.push_screen(HelpSavePage() if key == "save" else HelpSectionPage(key))

    @on(Button.Pressed, "#finish")
    @work(exclusive=True)
    async def _finish(self) -> None:
        session = self.session
        await session.desk.close()
        with self.telling():
            await session.desk.away(helping.finish, session.at.vault)
            self.app.switch_screen(HelpDonePage())

    def action_back(self) -> None:
        """There is nothing behind this page."""


class HelpSectionPage(Page[None]):
    """Every question that is open, with their words and what is suggested."""

    help_key = "help_section"
    looks_again = True

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def contents(self) -> Sequence[Widget]:
        """A row each; it leads to the same box that they have."""
        session = self.session
        section = (await session.desk.do(Vault.passport)).section(self._section_id)
        assert section is not None
        self.caption(session.shelf.pack(section.form).title)
        given = (session.shelf, self._section_id, session.words)
        found = await session.desk.do(helping.questions_of, *given)
        rows = []
        for one in found:
            theirs = "\n".join(one.theirs) or self.say("helping.no_words")
            suggested = (
                self.say("helping.you_suggest", words="; ".join(one.suggested)) if one.suggested else ""
            )
            rows.append(
                Row(one.place, visible(one.label), visible(theirs), visible(suggested), classes="answer")
            )
        return (Rows(rows, id="tasks"),)

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        await routes.open_place(self.app, self._section_id, event.row.key)


class HelpSavePage(Page[None]):
    """Who helped and how, and where to put the file."""

    title_key = "helping.save_title"
    help_key = "help_save"

    def __init__(self) -> None:
        super().__init__()
        self._how = HOWS[0]

    async def contents(self) -> Sequence[Widget]:
        """A name, a choice, a folder."""
        return (
            Line(self.say("helping.save_title"), classes="heading"),
            Line(self.say("helping.save_how"), classes="help"),
            Vertical(
                Line(self.say("helping.helper_name"), classes="label"), OneLine(id="name"), classes="field"
            ),
            Line(self.say("helping.helper_how"), classes="label"),
            Rows(
                [Row(how, self._mark(how), self.say(f"helping.how_{how}"), classes="choice") for how in HOWS]
            ),
            Vertical(
                Line(self.say("blank.where"), classes="label"),
                OneLine(str(usual_folder(self.session.at.vault)), id="folder"),
                classes="field",
            ),
            Button(self.say("helping.save_go"), id="save", classes="main-button"),
        )

    def _mark(self, how: str) -> str:
        return marked(ONE, chosen=how == self._how)

    @on(Row.Picked)
    def _choose(self, event: Row.Picked) -> None:
        self._how = event.row.key
        for row in self.query(Row):
            row.cell(0, self._mark(row.key))

    @on(Button.Pressed, "#save")
    @work(exclusive=True)
    async def _save(self) -> None:
        from passport.tui.screens.blank_form import PrintedPage

        session = self.session
        helper = Helper(self.query_one("#name", OneLine).value, self._how)
        out = place_typed(self.query_one("#folder", OneLine).value)
        with self.telling():
            given = (session.shelf, helper, session.now(), out)
            path, count = await session.desk.do(helping.save_suggestions, *given)
            said = self.say("helping.saved" if count != 1 else "helping.saved_one", count=count)
            self.app.switch_screen(PrintedPage(said, [("", str(path))]))


class HelpDonePage(Page[None]):
    """It is off this computer."""

    title_key = "helping.out_title"
    help_key = "help_home"
    can_go_back = False

    async def contents(self) -> Sequence[Widget]:
        """What is gone, and what is not."""
        return (
            Line(self.say("helping.done"), classes="heading"),
            Line(self.say("helping.done_disk"), classes="paragraph"),
            Line(self.say("screens.leave_with"), classes="paragraph"),
        )

    def action_back(self) -> None:
        """There is nothing behind this page."""
