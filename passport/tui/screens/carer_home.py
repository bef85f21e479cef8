"""What somebody keeps as a carer: the same list as home, of a profile that is never merged with their own."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from passport.actions.first_page import PaperRow
from passport.actions.home import CARER, Home
from passport.forms.shelf import only_the_person
from passport.tui.page import Page
from passport.tui.screens.home import HomePage
from passport.tui.widgets.text import Line


class CarerHomePage(HomePage):
    """The carer's list. It says where the papers are that only the other person can make."""

    help_key = "carer_home"
    can_go_back = True
    profile = CARER
    titles = ("screens.home.carer_title", "screens.home.carer_mine")

    async def _first(self, _now: Home) -> list[Widget]:
        """Nothing: where to carry on stands at home."""
        return []

    def _last(self, papers: Sequence[PaperRow]) -> Iterator[Widget]:
        """The papers that are out there, and CA-01."""
        yield from self._papers(papers)
        yield Line(self.say("screens.home.not_offered"), classes="group")
        yield Line(only_the_person(self.session.shelf), classes="paragraph")

    def action_back(self) -> None:
        """Back to home."""
        Page.action_back(self)
