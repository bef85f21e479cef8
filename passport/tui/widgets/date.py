"""A date: one line, read back in words as it is typed."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from passport.forms.dates import no_such_day, read_date, show_date
from passport.tui.widgets.box import Asked
from passport.tui.widgets.text import Line
from passport.tui.widgets.typed import TypedBox


class DateBox(TypedBox):
    """A date that may be a month, a year, or about one."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._read_back = Line(classes="read-back")

    def compose(self) -> ComposeResult:
        """The line, and what we read."""
        yield from super().compose()
        yield self._read_back

    def on_mount(self) -> None:
        """Read back what was there before."""
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        self._read_back.say(self._reading(str(self.words).strip()))

    def _reading(self, typed: str) -> str:
        if not typed:
            return self.say("screens.date.like")
        today = self.asked.today
        if read := read_date(typed, today):
            return self.say("screens.date.read", date=show_date(read))
        if wrong := no_such_day(typed, today):
            return self.say("screens.date.no_such_day", day=wrong[0], month=wrong[1])
        return self.say("screens.date.not_yet")
