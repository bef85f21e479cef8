"""The tour with a made-up person, and the page that says what is new."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.news import releases
from passport.actions.tour import TOUR, section_shown
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.text import Line


class TourPage(Page[None]):
    """One step. It lies on top of home, so that leaving it is to be there."""

    title_key = "tour.title"
    help_key = "tour"

    def __init__(self, at: int = 0) -> None:
        super().__init__()
        self._at = at

    async def contents(self) -> Sequence[Widget]:
        """Where we are, what there is to see, and the ways on."""
        stop, words = TOUR[self._at], self.session.words
        last = self._at + 1 == len(TOUR)
        show = [Button(self.say("tour.show"), id="show", classes="plain-button")] if stop.shows else []
        leave = [] if last else [Button(self.say("tour.leave"), id="leave", classes="plain-button")]
        return (
            Line(self.say("tour.step", step=self._at + 1, count=len(TOUR)), classes="step"),
            Line(stop.title(words), classes="heading"),
            Line(stop.text(words), classes="paragraph"),
            Horizontal(
                Button(self.say("tour.last" if last else "tour.next"), id="next", classes="main-button"),
                *show,
                *leave,
                classes="buttons",
            ),
        )

    def arrive(self) -> None:
        """On the way on."""
        self.query_one("#next").focus()

    @on(Button.Pressed, "#next")
    def _next(self) -> None:
        if self._at + 1 == len(TOUR):
            self.dismiss()
        else:
            self.app.switch_screen(TourPage(self._at + 1))

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss()

    @on(Button.Pressed, "#show")
    @work(exclusive=True)
    async def _show(self) -> None:
        stop = TOUR[self._at]
        section, question = await self.session.desk.do(section_shown, stop)
        if question:
            await routes.open_place(self.app, section, question)
        elif section:
            await routes.open_form(self.app, section.rpartition("-")[0])
        else:
            await routes.show(self.app, stop.shows)

    def action_back(self) -> None:
        """The step before; from the first, home."""
        if self._at:
            self.app.switch_screen(TourPage(self._at - 1))
        else:
            self.dismiss()


class NewsPage(Page[None]):
    """Every version there is something to tell of."""

    title_key = "news.title"
    help_key = "news"

    async def contents(self) -> Sequence[Widget]:
        """Each version, and a line for each thing."""
        self.session.news = False
        widgets: list[Widget] = [Line(self.say("news.title"), classes="heading")]
        for one in releases(self.session.words.language):
            widgets.append(Line(self.say("news.version", version=one.version), classes="group"))
            widgets += [Line(visible(line), classes="finding") for line in one.lines]
        return widgets

    def arrive(self) -> None:
        """The way back has the focus; the lines are in view."""
        self.query_one("#back").focus()
