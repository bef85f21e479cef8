"""Signing day: what to do, step by step, with pen and paper; then write down how it was signed."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.form_now import form_now, item_facts, signing_steps
from passport.forms.pack import Pack
from passport.law.made import signing_that_counts
from passport.record.sections import SIGNINGS, Section
from passport.tui.page import Page
from passport.tui.widgets.text import Line, Numbered
from passport.wording.words import labelled


class SigningDayPage(Page[None]):
    """It works from paper: the record is typed afterwards."""

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
            Horizontal(
                Button(self.say("screens.signing.record"), id="record", classes="main-button"),
                Button(self.say("screens.signing.print"), id="print", classes="plain-button"),
                classes="buttons",
            ),
            *self._last(pack, section),
        )

    def arrive(self) -> None:
        """On the way on, with the steps in view."""
        self.query_one("#record").focus(scroll_visible=False)

    def _last(self, pack: Pack, section: Section) -> Iterator[Widget]:
        signing, part = signing_that_counts(section), pack.question(SIGNINGS)
        if signing is None or part is None:
            return
        yield Line(self.say("screens.signing.shown"), classes="group")
        for label, lines in item_facts(part, signing.item, self.session.words):
            yield Line(labelled(label, ", ".join(lines)), classes="finding")

    @on(Button.Pressed, "#record")
    def _record(self) -> None:
        from passport.tui.screens.signing_record import SigningRecordPage

        self.app.push_screen(SigningRecordPage(self._section_id))

    @on(Button.Pressed, "#print")
    def _print(self) -> None:
        from passport.tui.screens.share_who import ShareWhoPage

        self.app.push_screen(ShareWhoPage())
