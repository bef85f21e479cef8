"""Share, step 3: who gets it, why, and where the files go. The name is printed, so it comes before the last look."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions.demo import papers_beside
from passport.actions.sharing import Sharing, usual_folder
from passport.tui.page import Page
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class ShareGivePage(Page[None]):
    """Three boxes and a tick."""

    title_key = "screens.home.share_row"
    help_key = "share_give"

    def __init__(self, sharing: Sharing) -> None:
        super().__init__()
        self._sharing = sharing

    async def contents(self) -> Sequence[Widget]:
        """Each box with its label and one line of help."""
        sharing, record = self._sharing, self.session.at.vault
        boxes = {
            "holder": sharing.holder,
            "reason": sharing.reason,
            "folder": sharing.folder or str(usual_folder(record)),
        }
        return (
            Line(self.say("screens.share.step", step=3), classes="step"),
            Line(self.say("screens.share.give"), classes="heading"),
            *([Line(self.say("screens.share.made_up"), classes="notice")] if papers_beside(record) else []),
            *(
                Vertical(
                    Line(self.say(f"screens.share.{name}"), classes="label"),
                    Line(self.say(f"screens.share.{name}_how"), classes="help"),
                    OneLine(text, id=name),
                    classes="field",
                )
                for name, text in boxes.items()
            ),
            Rows([Row("large", self._mark(), self.say("screens.share.large_print"), classes="choice")]),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    def _mark(self) -> str:
        return marked(TICKED, chosen=self._sharing.large_print)

    @on(Row.Picked)
    def _large(self, event: Row.Picked) -> None:
        self._sharing.large_print = not self._sharing.large_print
        event.row.cell(0, self._mark())

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    async def keep_words(self) -> None:
        """Remember the boxes with the paper that is being made: nothing of it is on disk before it is shared."""
        for name in ("holder", "reason", "folder"):
            for box in self.query(f"#{name}").results(OneLine):
                setattr(self._sharing, name, box.value.strip())

    @work(exclusive=True, group="back")
    async def action_back(self) -> None:  # type: ignore[override]  # a worker's start returns at once
        """To what goes in; the boxes are as they were when the person comes again."""
        await self.keep_words()
        self.dismiss()

    @on(Button.Pressed, "#continue")
    async def _go(self) -> None:
        from passport.tui.screens.share_see import ShareSeePage

        await self.keep_words()
        sharing = self._sharing
        wanted = {"holder": "name_wanted", "folder": "folder_wanted"}
        missing = [
            (self.say(f"screens.share.{sentence}"), self.query_one(f"#{name}", OneLine))
            for name, sentence in wanted.items()
            if not getattr(sharing, name)
        ]
        self.tell_all(missing)
        if not missing:
            await self.app.push_screen(ShareSeePage(sharing))
