"""A code drawn in a window, two rows of modules to a line: half blocks, dark on light, as large as the window has room for."""

from passport.qr.draw import FRAME, modules
from passport.qr.room import SCREEN

LEAST_FRAME = 2
"""White modules round the code where there is no room for four: the window's own edge is white on no screen."""
NEITHER, UPPER, LOWER, BOTH = " ", "\u2580", "\u2584", "\u2588"
"""Which half of a letter is dark."""


def least_window(text: str) -> tuple[int, int]:
    """Columns and rows that the smallest drawing needs. Raises TooMuchForCode."""
    side = len(modules(text, SCREEN)) + 2 * LEAST_FRAME
    return side, -(-side // 2)


def blocks(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Lines of equal length, or none where the window has no room for them. Raises TooMuchForCode.

    To be shown black on white: a code in light on dark is not read by every scanner.
    """
    dark = modules(text, SCREEN)
    room = min(columns, 2 * rows)
    size = room // (len(dark) + 2 * LEAST_FRAME)
    if size < 1:
        return ()
    frame = min(FRAME, (room // size - len(dark)) // 2)
    side = (len(dark) + 2 * frame) * size

    def is_dark(x: int, y: int) -> bool:
        across, down = x // size - frame, y // size - frame
        return 0 <= across < len(dark) and 0 <= down < len(dark) and dark[down][across]

    return tuple(
        "".join(_letter(is_dark(x, y), is_dark(x, y + 1)) for x in range(side)) for y in range(0, side, 2)
    )


def _letter(upper: bool, lower: bool) -> str:  # noqa: FBT001  # two halves of one thing
    return (NEITHER, UPPER, LOWER, BOTH)[upper + 2 * lower]
