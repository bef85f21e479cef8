"""One signing that was written down: what it says, and a way to take it out. It is not changed: a new one is written."""

from collections.abc import Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import answer
from passport.actions.form_now import form_now, item_facts
from passport.record.sections import SIGNINGS
from passport.tui.page import Page
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line


class SigningShownPage(Page[None]):
    """Each fact, as it was typed from the paper."""

    help_key = "signing_shown"

    def __init__(self, section_id: str, item: str) -> None:
        super().__init__()
        self._section_id, self._item = section_id, item

    async def contents(self) -> Sequence[Widget]:
        """A label and the words for it, one under the other."""
        form = await self.session.desk.do(form_now, self.session.shelf, self._section_id)
        self.caption(form.pack.title)
        part = form.pack.question(SIGNINGS)
        assert part is not None
        facts = item_facts(part, form.section.item(SIGNINGS, self._item), self.session.words)
        return (
            Line(self.say("screens.signing.shown"), classes="heading"),
            *(
                Line(text, classes=style)
                for label, lines in facts
                for text, style in ((label, "label"), ("\n".join(lines), "finding"))
            ),
            SureButton(self.say("screens.item.remove"), self.say("screens.item.remove_sure"), id="remove"),
        )

    def arrive(self) -> None:
        """There is nothing to fill in: the way back has the focus."""
        self.query_one("#back").focus()

    @on(Button.Pressed, "#remove")
    @work(exclusive=True)
    async def _remove(self) -> None:
        session = self.session
        await session.desk.do(
            answer.remove_item, session.shelf, self._section_id, SIGNINGS, self._item, session.now()
        )
        self.dismiss()
