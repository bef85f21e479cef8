"""Erase for good: what goes, what cannot be reached, and a button that asks once more."""

from collections.abc import Callable, Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.erase import What, erase, going
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line


class ErasePage(Page[bool]):
    """Gives True once it is erased."""

    title_key = "erase.title"
    help_key = "erase"

    def __init__(self, what: What) -> None:
        super().__init__()
        self._what = what

    async def contents(self) -> Sequence[Widget]:
        """In words, before anything is done."""
        session = self.session
        would = await session.desk.do(going, session.shelf, self._what, session.words)
        return (
            Line(self.say("erase.title"), classes="heading"),
            Line(visible(would.what), classes="paragraph"),
            Line(self.say("erase.never"), classes="paragraph"),
            Line(self.say("erase.cannot_title"), classes="group"),
            *(Line(visible(line), classes="finding") for line in would.cannot),
            SureButton(self.say("erase.go"), self.say("erase.sure"), id="erase"),
        )

    def arrive(self) -> None:
        """On the way back: nobody erases by pressing Enter twice."""
        self.query_one("#back").focus()

    @on(Button.Pressed, "#erase")
    @work(exclusive=True)
    async def _erase(self) -> None:
        session = self.session
        done = await session.desk.do(erase, session.shelf, self._what, session.now(), session.words)
        if done.left:
            self.app.push_screen(ErasedPage(done.left), lambda _: self.dismiss(True))  # noqa: FBT003  # what the page gives
        else:
            self.dismiss(True)  # noqa: FBT003  # as above


class ErasedPage(Page[None]):
    """It is erased, and something still holds it."""

    title_key = "erase.title"
    help_key = "erase"

    def __init__(self, left: tuple[str, ...]) -> None:
        super().__init__()
        self._left = left

    async def contents(self) -> Sequence[Widget]:
        """What still holds it."""
        return (
            Line(self.say("erase.done"), classes="heading"),
            *(Line(visible(line), classes="paragraph") for line in self._left),
        )

    def arrive(self) -> None:
        """The way on is back."""
        self.query_one("#back").focus()


def then(gone: Callable[[], object]) -> Callable[[bool | None], None]:
    """Do something once it is erased."""

    def ended(erased: bool | None) -> None:  # noqa: FBT001  # what the page gives
        if erased:
            gone()

    return ended
