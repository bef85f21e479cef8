"""What pages have in common where words are chosen one by one: boxes, a way to pick from the record, and a look at all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from textual import on, work
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.chosen import Piece
from passport.actions.half_chosen import Boxes, half_chosen, keep_half
from passport.tui.page import Page
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import ManyLines, OneLine


class ChosenPage(Page[None]):
    """Boxes for what goes out, each with a way to pick from what may be chosen; then who gets it."""

    ticks: Sequence[str] = ("large",)
    """What can be switched: keys of ``tick_words``."""
    tick_words: Mapping[str, str] = {"large": "blank.large", "card": "words_code.card"}

    def __init__(self) -> None:
        super().__init__()
        self._offered: Mapping[str, Sequence[Piece]] = {}
        self._half: Boxes = {}
        self.ticked: set[str] = set()

    @property
    def what(self) -> str:
        """The name under which words are kept that did not go out yet."""
        raise NotImplementedError

    async def offered(self) -> Mapping[str, Sequence[Piece]]:
        """What may be chosen, for each box."""
        return {}

    async def begins_with(self) -> Boxes:
        """What stands in the boxes at first: what was half chosen before."""
        return await self.session.desk.do(half_chosen, self.what)

    def label_of(self, part: str) -> str:
        """What stands over a box."""
        del part
        return self.say("chosen.words")

    async def contents(self) -> Sequence[Widget]:
        """The boxes, the ticks, and the button."""
        self._offered = await self.offered()
        self._half = await self.begins_with()
        rows = [
            Row(key, self._mark(key), self.say(self.tick_words[key]), classes="choice") for key in self.ticks
        ]
        return (
            Line(self.say("chosen.only_these"), classes="help"),
            *(box for part in self._offered for box in self._box(part)),
            Line(id="meter", classes="help"),
            *([Rows(rows)] if rows else []),
            *self.who(),
            Button(self.say("chosen.look"), id="look", classes="main-button"),
        )

    def _box(self, part: str) -> Iterator[Widget]:
        yield Vertical(
            Line(self.label_of(part), classes="label"),
            ManyLines("\n".join(self._half.get(part, ()))),
            id=f"box-{part}",
            classes="field",
        )
        if self._offered[part]:
            yield Button(self.say("chosen.pick"), id=f"pick-{part}", classes="plain-button pick")

    def who(self) -> Iterator[Widget]:
        """Boxes for who gets it and why."""
        for name, key in (("holder", "chosen.to"), ("reason", "chosen.why")):
            yield Vertical(Line(self.say(key), classes="label"), OneLine(id=name), classes="field")

    def lines(self, part: str) -> tuple[str, ...]:
        """What stands in a box, line by line."""
        return tuple(self.query_one(f"#box-{part} ManyLines", ManyLines).text.split("\n"))

    def typed(self, name: str) -> str:
        """What stands in a box of one line."""
        return self.query_one(f"#{name}", OneLine).value

    def meter(self) -> str:
        """How much room the words take, in words."""
        return ""

    async def keep_words(self) -> None:
        """What stands in the boxes is kept in the record until it goes out."""
        if self.query(ManyLines) and self.session.desk.is_open:
            boxes = {part: self.lines(part) for part in self._offered}
            pieces = [one for offered in self._offered.values() for one in offered]
            await self.session.desk.do(keep_half, self.what, boxes, pieces)

    @work(exclusive=True, group="back")
    async def action_back(self) -> None:  # type: ignore[override]  # a worker's start returns at once
        """To the page before; the boxes are as they were when the person comes again."""
        await self.keep_words()
        self.dismiss()

    def empty(self) -> None:
        """It went out: the boxes begin anew."""
        for box in self.query(ManyLines):
            box.text = ""

    def _mark(self, key: str) -> str:
        return marked(TICKED, chosen=key in self.ticked)

    @on(Row.Picked)
    def _tick(self, event: Row.Picked) -> None:
        self.ticked ^= {event.row.key}
        event.row.cell(0, self._mark(event.row.key))
        self._measure()

    @on(ManyLines.Changed)
    def _measure(self) -> None:
        self.query_one("#meter", Line).say(self.meter())

    @on(Button.Pressed, ".pick")
    @work(exclusive=True)
    async def _pick(self, event: Button.Pressed) -> None:
        from passport.tui.screens.chosen import PickPage

        part = str(event.button.id).removeprefix("pick-")
        picked = await self.app.push_screen_wait(PickPage(self._offered[part]))
        if picked is None:
            return
        box = self.query_one(f"#box-{part} ManyLines", ManyLines)
        box.text = f"{box.text.rstrip()}\n{picked}".lstrip("\n")
        box.move_cursor(box.document.end)
        box.focus()

    @on(Button.Pressed, "#look")
    @work(exclusive=True)
    async def _look(self) -> None:
        with self.telling():
            await self.app.push_screen(await self.looked())

    async def looked(self) -> Screen[Any]:
        """The page that shows all of it. Raises what stops it from being made."""
        raise NotImplementedError


async def keep_all(pages: Iterable[Screen[Any]]) -> None:
    """Before it locks: what stands in the boxes of these pages."""
    for page in pages:
        if isinstance(page, ChosenPage):
            await page.keep_words()
