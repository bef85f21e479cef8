"""A sentence of ours that is shown, with nothing to answer."""

from textual.app import ComposeResult

from passport.record.answers import Value
from passport.tui.widgets.box import Box
from passport.tui.widgets.text import Line


class FixedBox(Box):
    """Nothing to type: the question's own words are all there is."""

    def compose(self) -> ComposeResult:
        """The help, if there is any."""
        yield Line(self.asked.question.help)

    @property
    def words(self) -> Value:
        """Nothing."""
        return None
