"""Show the code of a paper on this screen: drawn where it has room, always with what a scanner will read."""

from dataclasses import dataclass

from passport.actions.share import Made
from passport.qr.blocks import blocks, least_window
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class OnScreen:
    """One code as one window can show it."""

    drawn: tuple[str, ...]
    """Lines of half blocks, to be shown black on white; empty where there is no room."""
    too_small: str
    """What to do where there is no room; else empty."""
    reads: tuple[str, ...]
    """What a scanner reads: the words that the program makes of it."""
    letters: str
    """The very letters that any scanner reads."""


def show_code(made: Made, columns: int, rows: int, words: Words) -> OnScreen:
    """For a window of this many letters across and lines down."""
    drawn = blocks(made.code, columns, rows)
    need = least_window(made.code)
    small = words("code.too_small", columns=need[0], rows=need[1], have=columns, have_rows=rows)
    reads = made.code_room.values() or (words("code.reads_nothing"),)
    return OnScreen(drawn, "" if drawn else small, reads, made.code)
