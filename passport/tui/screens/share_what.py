"""Share, step 2: what goes in. Only one side of the wall is listed, and private fields are not even shown."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.drafts import unfinished_labels
from passport.actions.offer import Field, Part, offer
from passport.actions.sharing import Sharing
from passport.record.passport import who_form
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault
from passport.wording.words import labelled


class ShareWhatPage(Page[None]):
    """Whole forms, and single fields that go in only when they are ticked."""

    title_key = "screens.home.share_row"
    help_key = "share_what"

    def __init__(self, sharing: Sharing) -> None:
        super().__init__()
        self._sharing = sharing
        self._parts: tuple[Part, ...] = ()

    async def contents(self) -> Sequence[Widget]:
        """A row to tick for each."""
        session, sharing = self.session, self._sharing
        passport = await session.desk.do(Vault.passport)
        stopped = {section.id for section in passport.sections if section.stopped_on is not None}
        found = offer(passport, session.shelf, sharing.for_, session.words)
        self._parts = tuple(part for part in found if part.section not in stopped)
        if not sharing.sections:
            sharing.sections = {part.section for part in self._parts}
        standing = [section.id for section in passport.sections if section.id not in stopped]
        begun = await session.desk.do(unfinished_labels, session.shelf, standing, sharing.for_)
        rows = [row for part in self._parts for row in self._rows(part)]
        ways = (
            [Line(self.say("screens.share.what_hint"), classes="keys-hint"), Rows(rows, id="what")]
            if rows
            else [Line(self.say("screens.share.nothing"), classes="paragraph")]
        )
        return (
            Line(self.say("screens.share.step", step=2), classes="step"),
            Line(self.say("screens.share.what"), classes="heading"),
            Line(self.say(f"screens.share.what_{sharing.for_.value}"), classes="help"),
            *(Line(self.say("screens.share.begun", label=one), classes="notice") for one in begun),
            *ways,
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    def _rows(self, part: Part) -> Iterator[Widget]:
        yield Row(part.section, self._mark(part.section), visible(part.title), classes="section-row")
        for field in part.fields:
            if not field.standard:
                key = f"{part.section} {field.question}"
                yield Row(key, self._mark(key), visible(field.short), classes="field-row")

    def _mark(self, key: str) -> str:
        section, _, question = key.partition(" ")
        sharing = self._sharing
        chosen = (section, question) in sharing.fields if question else section in sharing.sections
        return marked(TICKED, chosen=chosen)

    @on(Row.Picked)
    def _tick(self, event: Row.Picked) -> None:
        section, _, question = event.row.key.partition(" ")
        if question:
            self._sharing.switch(section, question)
        elif section not in {
            part.section for part in self._parts if part.form == who_form(self._sharing.for_)
        }:  # it goes with every paper
            self._sharing.switch(section)
        event.row.cell(0, self._mark(event.row.key))

    def help_about(self) -> tuple[str, list[str]]:
        """For F1: everything that goes with the row that has the focus."""
        row = self.focused
        section, _, question = row.key.partition(" ") if isinstance(row, Row) else ("", "", "")
        part = next((one for one in self._parts if one.section == section), None)
        if part is None:
            return super().help_about()
        fields = [one for one in part.fields if (one.question == question if question else one.standard)]
        return part.title, [_whole(field) for field in fields]

    @on(Button.Pressed, "#continue")
    async def _go(self) -> None:
        from passport.tui.screens.share_give import ShareGivePage

        if not self._sharing.sections and not self._sharing.fields:
            self.tell(self.say("screens.share.tick_one"), self.query_one("#what", Rows).rows[0])
            return
        await self.app.push_screen(ShareGivePage(self._sharing))


def _whole(field: Field) -> str:
    return labelled(field.label, "; ".join(field.shown))
