"""The open card: choose its lines, look at every word, put it out, switch it off; and how it is shown without unlocking."""

from collections.abc import Iterator, Mapping, Sequence

from textual import on, work
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import open_card
from passport.actions.chosen import Piece
from passport.actions.half_chosen import Boxes
from passport.actions.open_shown import shown
from passport.record.visible import visible
from passport.tui.chosen_page import ChosenPage
from passport.tui.page import Page
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line


class OpenCardPage(ChosenPage):
    """How it stands, and the box for its lines."""

    title_key = "open_card.title"
    help_key = "open_card"
    ticks = ()

    def __init__(self) -> None:
        super().__init__()
        self._standing = open_card.Standing()
        self.stale = False

    @property
    def what(self) -> str:
        """Kept apart from the other pages."""
        return open_card.KEPT

    async def offered(self) -> Mapping[str, Sequence[Piece]]:
        """The care side, and the numbers of people."""
        session = self.session
        return {"words": await session.desk.do(open_card.to_choose, session.shelf, session.words)}

    async def begins_with(self) -> Boxes:
        """What was half chosen, or else the lines that are out."""
        half = await super().begins_with()
        return half or {"words": () if self._standing.not_ours else self._standing.lines}

    def who(self) -> Iterator[Widget]:
        """Nobody in particular: anyone can read it."""
        yield from ()

    async def contents(self) -> Sequence[Widget]:
        """How it stands first; the box; the way to switch it off last."""
        session = self.session
        self._standing = now = await session.desk.do(open_card.standing, session.shelf, session.words)
        on = bool(now.lines) or now.not_ours
        said = "is_on" if now.lines else "cannot_read" if on else "is_off"
        warn = [
            self.say(f"open_card.{one}") for one in ("not_ours", "old") if getattr(now, one) and now.lines
        ]
        return (
            Line(self.say(f"open_card.{said}"), classes="heading"),
            *(Line(visible(line), classes="finding") for line in now.lines),
            *(Line(one, classes="notice") for one in warn),
            *(
                [SureButton(self.say("open_card.off"), self.say("open_card.off_sure"), id="off")]
                if on
                else []
            ),
            *(Line(self.say(f"open_card.{one}"), classes="paragraph") for one in ("what", "how_many")),
            *await super().contents(),
        )

    def arrive(self) -> None:
        """In the box: nobody switches anything by arriving."""
        self.query_one("#box-words ManyLines").focus()

    async def is_stale(self) -> bool:
        """Once it was put out."""
        stale, self.stale = self.stale, False
        return stale

    async def looked(self) -> "OpenCardLookPage":
        """Every word that anyone could read."""
        return OpenCardLookPage(open_card.looked_at(self.lines("words")), self)

    @on(Button.Pressed, "#off")
    @work(exclusive=True)
    async def _off(self) -> None:
        with self.telling():
            await self.session.desk.do(open_card.switch_off)
            left = [self.say("open_card.cannot_title"), *open_card.cannot_reach(self.session.words)]
            self.stale = True
            await self.app.push_screen(OpenCardDonePage(self.say("open_card.off_done"), left))


class OpenCardLookPage(Page[None]):
    """Exactly what anyone could read, what to know, and the button."""

    title_key = "chosen.exactly"
    help_key = "open_card_look"

    def __init__(self, lines: Sequence[str], made_on: OpenCardPage) -> None:
        super().__init__()
        self._lines, self._made_on = lines, made_on

    async def contents(self) -> Sequence[Widget]:
        """Every word of it, and that it is not locked."""
        session = self.session
        return (
            Line(self.say("chosen.exactly"), classes="heading"),
            *(Line(visible(line), classes="finding") for line in self._lines),
            *(Line(one, classes="notice") for one in open_card.notes(session.at.vault, session.words)),
            Button(self.say("open_card.put"), id="put", classes="main-button"),
        )

    @on(Button.Pressed, "#put")
    @work(exclusive=True)
    async def _put(self) -> None:
        session = self.session
        with self.telling():
            await session.desk.do(open_card.put_out, session.shelf, self._lines, session.words)
            self._made_on.empty()
            self._made_on.stale = True
            self.app.switch_screen(OpenCardDonePage(self.say("open_card.put_done"), ()))


class OpenCardDonePage(Page[None]):
    """It is done, and what that does not reach."""

    title_key = "open_card.title"
    help_key = "open_card"

    def __init__(self, done: str, more: Sequence[str]) -> None:
        super().__init__()
        self._done, self._more = done, more

    async def contents(self) -> Sequence[Widget]:
        """In words."""
        return (
            Line(self._done, classes="heading"),
            *(Line(one, classes="paragraph") for one in self._more),
        )

    def arrive(self) -> None:
        """The way on is back."""
        self.query_one("#back").focus()


class OpenCardShownPage(Page[None]):
    """The lines, without unlocking. There is nothing to do here but read."""

    title_key = "open_card.title"
    help_key = "open_card_shown"

    async def contents(self) -> Sequence[Widget]:
        """Each line, and that nobody vouches for it."""
        return tuple(lines_shown(self))

    def arrive(self) -> None:
        """The way back has the focus; the lines are in view."""
        self.query_one("#back").focus()


def lines_shown(page: Page[None]) -> Iterator[Widget]:
    """The open card as it lies on the disk, with what to know of it; nothing where it is off."""
    lines = shown(page.session.at.vault)
    if lines:
        yield Line(page.say("open_card.own_words"), classes="group")
        for line in lines:
            yield Line(visible(line), classes="card-line")
        yield Line(page.say("open_card.shown_not_locked"), classes="help")
