"""A code as a picture: SVG for paper and PNG for screens, black on white with a white frame of four modules.

Half a millimetre a module reads with nearly all phones (research: 3.5 camera pixels a module); less is refused.
"""

import io
import math
from functools import lru_cache
from typing import Any

from passport.errors import TooMuchForCode
from passport.qr.codewords import codewords, least_version
from passport.qr.mask import draw_under_best_mask
from passport.qr.room import A4, Room

FRAME = 4
"""White modules round the code: ISO/IEC 18004 6.3.8."""
LEAST_MILLIMETRES = 0.5


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
    frame = bytes(FRAME)
    above = bytes(side * FRAME)
    dark = above + b"".join(frame + bytes(row) + frame for row in rows) + above
    light = dark.translate(bytes((255,)) + bytes(255))
    small = Image.frombytes("L", (side, side), light).convert("1", dither=Image.Dither.NONE)
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

    Raises TooMuchForCode where it has no room.
    """
    from qrcode import QRCode, constants

    level = {
        "L": constants.ERROR_CORRECT_L,
        "M": constants.ERROR_CORRECT_M,
        "Q": constants.ERROR_CORRECT_Q,
    }[room.level]
    version = least_version(text, level)
    while version in room.passed_over:
        version += 1
    if version > room.version:
        raise TooMuchForCode(leave_out="-")
    code: QRCode[Any] = QRCode(version=version, error_correction=level, border=0)
    code.data_cache = codewords(text, version, level)
    draw_under_best_mask(code)
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


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
