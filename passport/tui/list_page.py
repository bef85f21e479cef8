"""A page with a list of many entries: as a table, as stories or along a timeline; in an order; with words to look for."""

from collections.abc import Iterator, Sequence

from textual import events, on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import lists
from passport.actions.lists import Entry, Sort, View
from passport.actions.timeline import Timeline, timeline
from passport.tui.page import Page
from passport.tui.widgets.long_list import Block, LongList, Piece
from passport.tui.widgets.text import Line, plain
from passport.tui.widgets.type_in import OneLine

_FEW = 2
"""Fewer entries than this need no ways to see them."""


class ListPage(Page[None]):
    """What the pages with a list have in common. ``form`` is a form's id, or ``lists.COPIES``."""

    looks_again = True
    form = ""
    view, sort = View.TABLE, Sort.DATE

    def __init__(self) -> None:
        super().__init__()
        self._known: lists.Known = {}
        self._made: dict[Entry, dict[View, Block]] = {}
        self._every: tuple[Entry, ...] = ()

    async def list_parts(self) -> Sequence[Widget]:
        """The list, and above it the ways to see it where there are several entries."""
        await self._look()
        ways = Horizontal(
            Button(self._view_words(), id="view", classes="plain-button"),
            Button(self._sort_words(), id="sort", classes="plain-button"),
            classes="ways-to-see",
        )
        box, shown = OneLine(id="look-for"), LongList(id="list")
        box.placeholder = self.say("lists.look_for")
        ways.display = box.display = len(self._every) >= _FEW
        shown.display = bool(self._every)
        count, bars = Line(id="count", classes="-empty quiet"), Line(id="bars", classes="-empty quiet")
        self._fill(shown, count, bars, "")
        return ways, box, count, bars, shown

    async def _look(self) -> None:
        session = self.session
        self._every = await session.desk.do(
            lists.entries, session.shelf, self.form, session.today(), session.words, self._known
        )
        self._made = {one: self._made[one] for one in self._every if one in self._made}

    async def is_stale(self) -> bool:
        """The entries may have changed; what was typed, the view and the place in the list stay."""
        many = len(self._every) >= _FEW
        await self._look()
        if bool(self._every) and many == (len(self._every) >= _FEW):
            self._show()
            return False
        return True

    def _show(self) -> None:
        typed = self.query_one("#look-for", OneLine).value
        count, bars = (self.query_one(one, Line) for one in ("#count", "#bars"))
        self._fill(self.query_one("#list", LongList), count, bars, typed)

    def _fill(self, shown: LongList, count: Line, bars: Line, typed: str) -> None:
        found = lists.arranged(self._every, self.sort, typed)
        key = "lists.count" if found else "lists.none"
        along = self.view is View.TIMELINE
        _say(count, self.say(key, count=len(found), all=len(self._every)) if typed.strip() else "")
        _say(bars, self.say("lists.bars") if along and found else "")
        shown.show(list(self._along(found) if along else map(self._block, found)))

    def _block(self, entry: Entry) -> Block:
        """Of an entry that stands as it did, the same block: it need not be laid out again."""
        made = self._made.setdefault(entry, {})
        if self.view not in made:
            pieces = _told(entry) if self.view is View.STORY else _in_columns(entry)
            made[self.view] = Block(entry.id, tuple(pieces), space=self.view is View.STORY)
        return made[self.view]

    def _along(self, found: Sequence[Entry]) -> Iterator[Block]:
        drawn = timeline(found, self.session.today())
        if found:
            yield Block("", (Piece("", "title"), Piece("", "quiet", draws=drawn.scale)))
        for year in drawn.years:
            yield Block("", (Piece(str(year.year or self.say("lists.no_date")), "group"),))
            for one in year.entries:
                yield Block(one.id, tuple(_on_the_line(one, drawn)))

    def arrive(self) -> None:
        """In the list, where there is one; else on the first thing of the page."""
        shown = self.query_one("#list", LongList)
        if shown.display:
            shown.focus()
        else:
            super().arrive()

    @on(Button.Pressed, "#view")
    def _next_view(self, event: Button.Pressed) -> None:
        ways = lists.views(self.session.shelf, self.form)
        self.view = ways[(ways.index(self.view) + 1) % len(ways)]
        _relabel(event.button, self._view_words())
        self.query_one("#sort").display = self.view is not View.TIMELINE  # that has one order
        self._show()

    @on(Button.Pressed, "#sort")
    def _next_sort(self, event: Button.Pressed) -> None:
        ways = list(Sort)
        self.sort = ways[(ways.index(self.sort) + 1) % len(ways)]
        _relabel(event.button, self._sort_words())
        self._show()

    @on(Input.Changed, "#look-for")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(Input.Submitted, "#look-for")
    def _to_the_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one("#list", LongList).focus()

    @on(LongList.Typed)
    def _look_for(self, event: LongList.Typed) -> None:
        box = self.query_one("#look-for", OneLine)
        if not box.display:
            return
        self.set_focus(box)  # at once: the next letter may be here already
        given = event.event
        again = (
            events.Key(given.key, given.character)
            if isinstance(given, events.Key)
            else events.Paste(given.text)
        )
        box.post_message(again)

    def _view_words(self) -> str:
        return self.say("lists.view", view=self.say(f"lists.view_{self.view}"))

    def _sort_words(self) -> str:
        return self.say("lists.sort", sort=self.say(f"lists.sort_{self.sort}"))


def _say(line: Line, words: str) -> None:
    if line.text and words:  # as many lines as before: the page need not be laid out again
        line.text = words
        line.update(plain(words), layout=False)
    elif line.text != words:
        line.say(words)


def _relabel(button: Button, words: str) -> None:
    button.label = words
    button.refresh(layout=True)  # it may be longer now


def _in_columns(entry: Entry) -> Iterator[Piece]:
    yield Piece(entry.title, "title")
    if entry.when:
        yield Piece(entry.when, "plain", 1)
    yield from (Piece(one, "quiet", 2) for one in (entry.standing,) if one)
    yield from (Piece(one, "plain", 2) for one in entry.attention)


def _told(entry: Entry) -> Iterator[Piece]:
    yield Piece(entry.title, "title")
    under = " · ".join(one for one in (entry.when, entry.standing) if one)
    if under:
        yield Piece(under, "quiet")
    yield from (Piece(one, "plain") for one in entry.attention)
    for label, lines in entry.story:
        yield Piece(label, "label")
        yield from (Piece(line, "plain") for line in lines)


def _on_the_line(entry: Entry, drawn: Timeline) -> Iterator[Piece]:
    """Its name and dates, and under them its bar over the whole width: the same on every screen."""
    yield Piece(", ".join(one for one in (entry.title, entry.when) if one), "title")
    if entry.began is not None or entry.ended is not None:
        yield Piece("", draws=lambda width: drawn.bar(entry, width))
    yield from (Piece(one, "plain") for one in entry.attention)
