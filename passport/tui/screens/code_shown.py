"""The code of a paper in this window: as large as it has room for, with what a scanner will read under it."""

from collections.abc import Sequence

from textual.color import Color
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from passport.actions.share import Shared
from passport.actions.show_code import OnScreen, show_code
from passport.tui.page import Page
from passport.tui.widgets.text import Line

_BLACK_ON_WHITE = Style(background=Color(255, 255, 255), foreground=Color(0, 0, 0))
"""Whatever the theme: a code in light on dark is not read by every scanner."""


class CodeShownPage(Page[None]):
    """Drawn again when the window has another size."""

    title_key = "code.shown"
    help_key = "code_shown"

    def __init__(self, shared: Shared) -> None:
        super().__init__()
        self._shared = shared

    async def contents(self) -> Sequence[Widget]:
        """The drawing, or what to do for one; where the picture is; then the words and the letters."""
        shown = self._fits()
        return (
            Static(id="drawing", markup=False),
            Line(id="too-small", classes="notice"),
            Line(self.say("code.picture"), classes="group"),
            Line(str(self._shared.files["code_png"]), classes="path"),
            Line(self.say("code.reads"), classes="group"),
            *(Line(text, classes="finding") for text in shown.reads),
            Line(self.say("code.reads_letters"), classes="group"),
            Line(shown.letters, classes="exact"),
            Line(self.say("code.shown_how"), classes="group"),
        )

    def arrive(self) -> None:
        """Back is in focus: there is nothing to fill in."""
        self._draw()
        self.query_one("#back").focus(scroll_visible=False)

    def on_resize(self) -> None:
        """Another window, another drawing."""
        if self.query("#drawing"):
            self._draw()

    def _fits(self) -> OnScreen:
        room = self.query_one("#scroll").size
        return show_code(self._shared.made, room.width - 1, room.height, self.session.words)

    def _draw(self) -> None:
        shown = self._fits()
        drawing = self.query_one("#drawing", Static)
        drawing.update(Content("\n".join(shown.drawn)).stylize(_BLACK_ON_WHITE))
        drawing.set_class(not shown.drawn, "-empty")
        self.query_one("#too-small", Line).say(shown.too_small)
