"""Signing day: what to do, step by step, with pen and paper; then write down how it was signed."""

from collections.abc import Iterator, Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.form_now import form_now, item_facts, signing_steps
from passport.actions.sharing import to_sign
from passport.actions.signature import signed_whole
from passport.forms.pack import Pack
from passport.law.made import signing_that_counts
from passport.record.sections import SIGNINGS, Section
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.text import Line, Numbered
from passport.vault.vault import Vault
from passport.wording.words import labelled


class SigningDayPage(Page[None]):
    """It works from paper: the record is typed afterwards."""

    help_key = "signing_day"
    looks_again = True

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def contents(self) -> Sequence[Widget]:
        """The steps, and what was written down last time."""
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        section, pack = form.section, form.pack
        self.caption(pack.title)
        return (
            Line(pack.words.get("signing_title", self.say("screens.signing.title")), classes="heading"),
            *(Numbered(number, text) for number, text in enumerate(signing_steps(pack), 1)),
            Horizontal(*self._ways_on(signed=signing_that_counts(section) is not None), classes="buttons"),
            *self._last(pack, section),
        )

    def _ways_on(self, *, signed: bool) -> Iterator[Button]:
        """First what comes next: a paper, until one was signed."""
        ways = ("record", "print") if signed else ("print", "record")
        for way, style in zip(ways, ("main-button", "plain-button"), strict=True):
            yield Button(self.say(f"screens.signing.{way}"), id=way, classes=style)

    def arrive(self) -> None:
        """On the way on, with the steps in view."""
        self.query_one(".main-button").focus(scroll_visible=False)

    def _last(self, pack: Pack, section: Section) -> Iterator[Widget]:
        signing, part = signing_that_counts(section), pack.question(SIGNINGS)
        if signing is None or part is None:
            return
        yield Line(self.say("screens.signing.shown"), classes="group")
        for label, lines in item_facts(part, signing.item, self.session.words):
            yield Line(labelled(label, ", ".join(lines)), classes="finding")

    @on(Button.Pressed, "#record")
    @work
    async def _record(self) -> None:
        session = self.session
        form = await session.desk.do(form_now, session.shelf, self._section_id)
        whole = signed_whole(form.pack.id)
        if whole is not None:
            self.app.push_screen(routes.page_at(form, whole.said))
            return
        from passport.tui.screens.signing_record import SigningRecordPage

        self.app.push_screen(SigningRecordPage(self._section_id))

    @on(Button.Pressed, "#print")
    @work
    async def _print(self) -> None:
        from passport.tui.screens.share_what import ShareWhatPage

        passport = await self.session.desk.do(Vault.passport)
        await self.app.push_screen(ShareWhatPage(to_sign(passport, self._section_id, self.session.words)))
