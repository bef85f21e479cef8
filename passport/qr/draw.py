"""A code as a picture: SVG for paper and PNG for screens, black on white with a white frame of four modules.

Half a millimetre a module reads with nearly all phones (research: 3.5 camera pixels a module); less is refused.
"""

import io
import math
from functools import lru_cache
from typing import Any

from passport.errors import TooMuchForCode
from passport.qr.mask import best_mask
from passport.qr.room import A4, Room

FRAME = 4
"""White modules round the code: ISO/IEC 18004 6.3.8."""
LEAST_MILLIMETRES = 0.5
_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
"""ISO/IEC 18004 table 5."""


def svg(
    text: str,
    room: Room = A4,
    *,
    title: str = "",
    description: str = "",
    module: float = LEAST_MILLIMETRES,
) -> bytes:
    """The code as SVG, ``module`` millimetres to a module. Raises TooMuchForCode where the shape would be too fine."""
    assert module >= LEAST_MILLIMETRES, "a finer code does not scan"
    rows = modules(text, room)
    side = len(rows) + 2 * FRAME
    marks = "".join(
        f"M{start + FRAME} {y + FRAME}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    from xml.sax.saxutils import escape  # reads a whole web client: the first page would wait for it

    names = f"<title>{escape(title)}</title>" * bool(title) + f"<desc>{escape(description)}</desc>" * bool(
        description
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{side * module:g}mm" height="{side * module:g}mm"'
        f' viewBox="0 0 {side} {side}" shape-rendering="crispEdges">{names}'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{marks}"/></svg>\n'
    ).encode()


def png(text: str, room: Room = A4, *, pixels: int = 8) -> bytes:
    """The code as PNG, ``pixels`` to a module, marked so that it prints at half a millimetre a module."""
    from PIL import Image

    rows = modules(text, room)
    side = len(rows) + 2 * FRAME
    small = Image.new("1", (side, side), 1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x + FRAME, y + FRAME), 0)
    dots = round(pixels / LEAST_MILLIMETRES * 25.4)
    out = io.BytesIO()
    small.resize((side * pixels, side * pixels), Image.Resampling.NEAREST).save(
        out, format="PNG", dpi=(dots, dots)
    )
    return out.getvalue()


def millimetres(text: str, room: Room = A4, module: float = LEAST_MILLIMETRES) -> float:
    """How wide the code is with its white frame."""
    return (len(modules(text, room)) + 2 * FRAME) * module


def largest_module(text: str, room: Room = A4) -> float:
    """How many millimetres a module may have where a short code takes the room of the largest: the larger, the farther it reads."""
    across = 17 + 4 * room.version + 2 * FRAME
    return math.floor(100 * LEAST_MILLIMETRES * across / millimetres(text, room, 1)) / 100


@lru_cache(maxsize=1)
def modules(text: str, room: Room) -> tuple[tuple[bool, ...], ...]:
    """The dark modules, row by row. The same code is drawn as SVG and as PNG.

    One segment: alphanumeric (mode 2) where every letter is of that table, else UTF-8 bytes (mode 4) without an ECI, as
    docs/formats/words-code.md says. Raises TooMuchForCode where it has no room.
    """
    from qrcode import QRCode, constants, util
    from qrcode.exceptions import DataOverflowError

    levels = {
        "L": constants.ERROR_CORRECT_L,
        "M": constants.ERROR_CORRECT_M,
        "Q": constants.ERROR_CORRECT_Q,
    }
    code: QRCode[Any] = QRCode(error_correction=levels[room.level], border=0)
    in_table = all(letter in _ALPHANUMERIC for letter in text)
    code.add_data(util.QRData(text, mode=2) if in_table else util.QRData(text.encode(), mode=4), optimize=0)
    try:
        version = code.best_fit()
    except (DataOverflowError, ValueError) as too_much:
        raise TooMuchForCode(leave_out="-") from too_much
    while version in room.passed_over:
        version += 1
    if version > room.version:
        raise TooMuchForCode(leave_out="-")
    code.version = version
    code.mask_pattern = best_mask(code)
    code.make(fit=False)
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where each run of dark modules starts, and how long it is."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
