"""A question with its box: the label, one line of help, what is wrong with it if anything is, and the box."""

from textual.app import ComposeResult
from textual.containers import Vertical

from passport.record.answers import Place
from passport.tui.widgets.box import Asked
from passport.tui.widgets.registry import box_for
from passport.tui.widgets.text import Line


class Field(Vertical):
    """One question on a page. ``big``: it is the page's heading."""

    def __init__(self, place: Place, asked: Asked, *, big: bool = False) -> None:
        super().__init__(classes="field -big" if big else "field")
        self.place, self.asked = place, asked
        self.box = box_for(asked)
        self._big = big
        self.has_draft = False
        """Whether the box holds words that were typed before and not saved."""

    @property
    def unsaved(self) -> bool:
        """Whether somebody typed something that is not saved."""
        return self.box.is_mounted and (self.has_draft or self.box.changed)

    def compose(self) -> ComposeResult:
        """From label to box."""
        question = self.asked.question
        yield Line(question.label, classes="heading" if self._big else "label")
        if question.help:
            yield Line(question.help, classes="help")
        yield Line(classes="wrong -empty")
        yield self.box
        yield Line(classes="room help -empty")

    def tell(self, problem: str) -> None:
        """Say what is wrong, beside the box; empty text takes it away."""
        self.query_one(".wrong", Line).say(problem)

    def tell_room(self, said: str) -> None:
        """Say how much fits where the paper has little room; empty text takes it away."""
        self.query_one(".room", Line).say(said)

    def focus_box(self) -> None:
        """Put the cursor where typing begins."""
        self.box.focus_box()
