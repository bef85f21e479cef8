"""A list of as many entries as there are: only the lines in view are drawn. One stop for Tab; the arrow keys walk in it.

It lays out and walks; what stands in it, and in which order, is told to it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from passport.record.visible import visible
from passport.tui.widgets.broken import broken
from passport.tui.widgets.rows import POINTER

_BEFORE = 2
"""Cells before the first letter, for the pointer."""
_BETWEEN = 2
"""Cells between columns, and before what stands under a title on a narrow screen."""
_NARROW = 56
"""Cells below which columns stand under each other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block. ``column``: from 0, where blocks have columns. ``draws``: a drawing for so many cells instead."""

    text: str
    kind: str = "plain"
    """``title``, ``label``, ``quiet`` or ``plain``: a component class of the list."""
    column: int = 0
    draws: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One entry, or a heading, which has no key and is walked over."""

    key: str
    pieces: tuple[Piece, ...]
    space: bool = False
    """Whether an empty line follows."""


_Line = tuple[tuple[int, str, str], ...]
"""What stands on one line: each text with the cell it begins at and its kind."""


class LongList(Widget, can_focus=True):
    """Enter, Space or a click picks a block. Letters that are typed here are handed on as ``Typed``."""

    COMPONENT_CLASSES = {  # noqa: RUF012  # Textual reads it from the class
        f"long-list--{kind}" for kind in ("title", "label", "quiet", "plain", "group", "here", "pointer")
    }
    BINDINGS = [  # noqa: RUF012  # Textual reads it from the class
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("home", "walk(-1000000)", show=False),
        Binding("end", "walk(1000000)", show=False),
        Binding("enter,space", "pick", show=False),
    ]
    shares: tuple[int, ...] = (3, 2, 2)
    """How much of the width each column has."""

    class Picked(Message):
        """This block was picked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Typed(Message):
        """Somebody typed letters here: they are looking for something."""

        def __init__(self, event: events.Key | events.Paste) -> None:
            super().__init__()
            self.event = event

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._walked: list[int] = []
        self._at = 0
        self._starts: list[int] = []
        """The line on which each block begins; at the end, how many lines there are."""
        self._wrapped: dict[Block, list[_Line]] = {}
        self._width = 0

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these, standing on the same one as before where it is still there."""
        here = self.here
        self._blocks = blocks
        self._walked = [number for number, one in enumerate(blocks) if one.key]
        keys = [blocks[number].key for number in self._walked]
        self._at = keys.index(here) if here in keys else 0
        self._wrapped = {one: self._wrapped[one] for one in blocks if one in self._wrapped}
        before, self._starts = self._height, []
        self._lay_out(self._width)
        self.refresh(layout=self._height != before)
        self.call_after_refresh(self._into_view)

    @property
    def _height(self) -> int:
        return self._starts[-1] if self._starts else 0

    @property
    def here(self) -> str:
        """The key of the block that is stood on; empty where there is none."""
        return self._blocks[self._walked[self._at]].key if self._walked else ""

    @property
    def keys(self) -> list[str]:
        """What can be walked to, in order."""
        return [self._blocks[number].key for number in self._walked]

    @property
    def text(self) -> str:
        """All its words, also those out of view."""
        return "\n".join(piece.text for block in self._blocks for piece in block.pieces if piece.text)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs: the first letter of the block that is stood on."""
        return self.content_region.offset + Offset(_BEFORE, self._line_here)

    @property
    def _line_here(self) -> int:
        return self._starts[self._walked[self._at]] if self._walked and self._height else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        del container, viewport
        self._lay_out(width)
        return max(1, self._height)

    def render_line(self, y: int) -> Strip:
        """One line, when it comes into view."""
        if y >= self._height:
            return Strip.blank(self.size.width, self.rich_style)
        block = self._block_at(y)
        line = self._wrapped[self._blocks[block]][y - self._starts[block]]
        here = self.has_focus and bool(self._walked) and block == self._walked[self._at]
        base = self.get_component_rich_style("long-list--here", partial=True) if here else None
        filled = self.rich_style if base is None else self.rich_style + base
        segments, at = [Segment(" " * _BEFORE, filled)], _BEFORE
        if here and y == self._starts[block]:
            pointer = filled + self.get_component_rich_style("long-list--pointer", partial=True)
            segments = [Segment(POINTER, pointer), Segment(" ", filled)]
        for begins, text, kind in line:
            style = self.rich_style + self.get_component_rich_style(f"long-list--{kind}", partial=True)
            segments += [
                Segment(" " * (begins - at), filled),
                Segment(text, style if base is None else style + base),
            ]
            at = begins + cell_len(text)
        return Strip(segments).adjust_cell_length(self.size.width, filled)

    def action_walk(self, steps: int) -> None:
        """Go some blocks up or down."""
        if self._walked:
            self._stand_on(min(len(self._walked) - 1, max(0, self._at + steps)))

    def action_pick(self) -> None:
        """Enter, or Space."""
        if self._walked:
            self.post_message(self.Picked(self.here))

    def on_click(self, event: events.Click) -> None:
        """A click anywhere on a block."""
        if not 0 <= event.y < self._height:
            return
        block = self._block_at(event.y)
        if block in self._walked:
            self._stand_on(self._walked.index(block))
            self.action_pick()

    def on_key(self, event: events.Key) -> None:
        """Letters belong in the box to look for words: none is lost."""
        if event.is_printable and event.character and event.key != "space":
            event.stop()
            self.post_message(self.Typed(event))

    def on_paste(self, event: events.Paste) -> None:
        """As letters."""
        event.stop()
        self.post_message(self.Typed(event))

    def on_focus(self) -> None:
        """Show where one stands."""
        self.refresh()
        self._into_view()

    def on_blur(self) -> None:
        """No pointer where nobody stands."""
        self.refresh()

    def _stand_on(self, at: int) -> None:
        before, self._at = self._at, at
        for number in {before, at}:
            self.refresh(self._region_of(number))
        self._into_view()

    def _region_of(self, number: int) -> Region:
        if not self._starts:
            return Region(0, 0, self.size.width, 1)
        block = self._walked[number]
        begins, ends = self._starts[block : block + 2]
        return Region(0, begins, self.size.width, max(1, ends - begins))

    def _block_at(self, y: int) -> int:
        return bisect_right(self._starts, y) - 1

    def _into_view(self) -> None:
        """Scroll the page, so that the block stands in it: its first lines, where it is longer than the screen."""
        scroll = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if scroll is None or not self._walked or not self.is_attached or not self.has_focus:
            return
        region = self._region_of(self._at)
        if self._at == 0:  # what stands above the first is seen again
            region = Region(0, 0, region.width, region.bottom)
        room = scroll.scrollable_content_region
        region = region._replace(height=min(region.height, room.height))
        above = self.content_region.y - room.y + round(scroll.scroll_offset.y)
        scroll.scroll_to_region(region.translate(Offset(0, above)), animate=False, immediate=True)

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._width, self._wrapped, self._starts = width, {}, []
        if self._starts or width <= 0:
            return
        at, self._starts = 0, [0]
        for block in self._blocks:
            lines = self._wrapped.get(block)
            if lines is None:
                lines = self._wrapped[block] = list(self._lines_of(block, width))
            at += len(lines)
            self._starts.append(at)

    def _lines_of(self, block: Block, width: int) -> Iterator[_Line]:
        columns = 1 + max(piece.column for piece in block.pieces)
        if columns == 1 or width < _NARROW:
            laid = [self._column(block.pieces, _BEFORE, width)]
        else:
            shares, room = self.shares[:columns], width - _BEFORE - _BETWEEN * (columns - 1)
            widths = [room * one // sum(shares) for one in shares]
            begins = [_BEFORE + sum(widths[:at]) + _BETWEEN * at for at in range(columns)]
            laid = [
                self._column([one for one in block.pieces if one.column == at], begin, begin + wide)
                for at, (begin, wide) in enumerate(zip(begins, widths, strict=True))
            ]
        for at in range(max(map(len, laid))):
            yield tuple(one[at] for one in laid if at < len(one))
        if block.space:
            yield ()

    def _column(self, pieces: Sequence[Piece], begins: int, ends: int) -> list[tuple[int, str, str]]:
        """The lines of one column. Under a title, what else stands in the column is a little to the right."""
        lines = []
        for number, piece in enumerate(pieces):
            under = _BETWEEN if number and pieces[0].kind == "title" and piece.kind != "label" else 0
            at = begins + under
            if piece.draws is not None:
                lines.append((at, piece.draws(ends - at), piece.kind))
            else:
                lines += [(at, line, piece.kind) for line in broken(visible(piece.text), ends - at)]
        return lines
