"""Share, step 4: exactly what they will see. Nothing has left yet; one button shares it."""

from collections.abc import Iterator, Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.drafts import unfinished_labels
from passport.actions.places import place_typed
from passport.actions.share import Made, Shared, rehearse, share
from passport.actions.sharing import Sharing
from passport.forms.dates import show_date
from passport.record.passport import who_form
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault


class ShareSeePage(Page[None]):
    """What the rules say, the words of the paper, and what the code carries."""

    title_key = "screens.home.share_row"
    help_key = "share_see"

    def __init__(self, sharing: Sharing) -> None:
        super().__init__()
        self._sharing = sharing
        self._made: Made | None = None

    async def contents(self) -> Sequence[Widget]:
        """Says first that it is being made, then shows it."""
        self.run_worker(self._show(), exclusive=True)
        return (
            Line(self.say("screens.share.step", step=4), classes="step"),
            Line(self.say("screens.share.making"), classes="quiet"),
        )

    async def _show(self) -> None:
        session, sharing = self.session, self._sharing
        passport = await session.desk.do(Vault.passport)
        chosen = sharing.selection(passport).sections
        begun = await session.desk.do(unfinished_labels, session.shelf, chosen, sharing.for_)
        column = self.query_one("#contents")
        try:
            self._made = made = await session.desk.do(
                rehearse,
                session.shelf,
                sharing.selection(passport),
                sharing.handing(),
                session.now(),
                session.words,
            )
        finally:
            await column.remove_children()
        await column.mount_all(list(self._exactly(made, begun)))
        self.query_one("#share").focus(scroll_visible=False)

    def _exactly(self, made: Made, begun: Sequence[str]) -> Iterator[Widget]:
        yield Line(self.say("screens.share.step", step=4), classes="step")
        yield Line(self.say("screens.share.see"), classes="heading")
        if not made.facts.name:
            where = self.session.shelf.pack(who_form(made.facts.audience)).title
            yield Line(self.say("share.no_name", form=where), classes="notice")
        for label in begun:
            yield Line(self.say("screens.share.begun", label=label), classes="notice")
        rules = [one for found in made.assessments.values() for one in found.refusals]
        if rules or made.found:
            yield Line(self.say("screens.share.rules"), classes="group")
        for one in rules:
            yield Line(f"{one.treatment}: {self.say(f'outcome.{one.outcome}')}", classes="finding")
        for finding in made.found:
            yield Line(finding.sentence, classes="finding")
        yield Horizontal(
            Button(self.say("screens.share.go"), id="share", classes="main-button"),
            Button(self.say("screens.back"), id="not-yet", classes="plain-button"),
            classes="buttons",
        )
        yield Line(self.say("screens.share.pages"), classes="group")
        yield Line(made.text, classes="exact")
        yield Line(self.say("screens.share.code"), classes="group")
        yield Line(self.say("screens.share.code_checks"), classes="finding")
        yield Button(self.say("code.choose"), id="choose-code", classes="plain-button")
        for said in (*made.code_room.says(), *made.code_room.in_words()):
            yield Line(said, classes="finding")
        yield Line(self.say("commands.not_locked"), classes="group")

    @on(Button.Pressed, "#choose-code")
    def _choose_code(self) -> None:
        from passport.tui.screens.share_code import ShareCodePage

        assert self._made is not None
        self.app.push_screen(ShareCodePage(self._made.code_room, "code.choose_how"), self._picked)

    async def _picked(self, picked: frozenset[str] | None) -> None:
        if picked is not None:
            self._sharing.code = picked
            await self.fill_again()

    @on(Button.Pressed, "#not-yet")
    def _not_yet(self) -> None:
        self.dismiss()

    @on(Button.Pressed, "#share")
    @work
    @one_at_a_time("pages")
    async def _share(self) -> None:
        session, sharing = self.session, self._sharing
        passport = await session.desk.do(Vault.passport)
        shared = await session.desk.do(
            share,
            session.shelf,
            sharing.selection(passport),
            sharing.handing(),
            session.now(),
            session.words,
            place_typed(sharing.folder),
        )
        self.app.switch_screen(SharedPage(shared))


class SharedPage(Page[None]):
    """Done: who holds it now, and where the files are."""

    title_key = "screens.home.share_row"
    help_key = "shared"

    def __init__(self, shared: Shared) -> None:
        super().__init__()
        self._shared = shared

    async def contents(self) -> Sequence[Widget]:
        """The line of the register, and each file."""
        copy = self._shared.copy_given
        date = show_date(copy.given_on.isoformat())
        return (
            Line(
                self.say("screens.share.done", holder=copy.holder, date=date, version=copy.version),
                classes="heading",
            ),
            Line(self.say("screens.share.files"), classes="group"),
            *(
                Line(text, classes=style)
                for kind, path in self._shared.files.items()
                for text, style in ((self.say(f"commands.file_{kind}"), "finding"), (str(path), "path"))
            ),
            Line(self.say("commands.not_locked"), classes="group"),
            Horizontal(
                Button(self.say("screens.share.done_home"), id="home", classes="main-button"),
                Button(self.say("code.show"), id="show-code", classes="plain-button"),
                Button(self.say("cover.next"), id="cover", classes="plain-button"),
                classes="buttons",
            ),
        )

    @on(Button.Pressed, "#show-code")
    def _show_code(self) -> None:
        routes.show_code(self.app, self._shared)

    @on(Button.Pressed, "#cover")
    async def _write_letter(self) -> None:
        from passport.tui.screens.cover import CoverPage

        await self.app.push_screen(CoverPage(self._shared.copy_given))

    @on(Button.Pressed, "#home")
    def _home(self) -> None:
        routes.go_home(self.app)
