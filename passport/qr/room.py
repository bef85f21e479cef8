"""How much a code may hold where it is printed, so that phones still read it: architecture decision 9.

The figures behind the limits: a module of half a millimetre reads with nearly all phones, and a card folds.
"""

from dataclasses import dataclass

MOST_LETTERS = 4296
"""More alphanumeric letters than any code can hold: ISO/IEC 18004 table 7, version 40 level L."""


@dataclass(frozen=True, slots=True)
class Room:
    """The largest code for one place."""

    version: int
    """Of the code's shape: 1 to 40."""
    level: str
    """How much of it may be lost: ``L`` 7 in 100, ``M`` 15, ``Q`` 25."""
    letters: int
    """How many alphanumeric letters that shape holds: ISO/IEC 18004 table 7."""
    bytes: int
    """How many bytes of other text it holds: the same table."""
    passed_over: frozenset[int] = frozenset()
    """Versions that are not used though the letters fit: the next one is."""


CARD = Room(version=12, level="Q", letters=296, bytes=203)
"""A wallet card folds, so a quarter of the code may be lost."""
SEALED_CARD = Room(version=17, level="Q", letters=531, bytes=364)
"""The seal fills the shape above; with five short lines inside it takes this one, which a face of its own has room for."""
A4 = Room(version=18, level="M", letters=816, bytes=560, passed_over=frozenset({9, 12, 14}))
"""In the shapes passed over, blocks of repair fall in step with the columns: a fold across hits one block again and again.

In version 14 it can take 1.4 times what that block can repair, in version 15 just as much as it can (tests/qr/test_fold.py).
Measured (docs/formats/qr-token.md): of 600 folded prints of one role pack, version 14 was read 461 times, version 15 512.
"""
SCREEN = Room(version=40, level="L", letters=MOST_LETTERS, bytes=2953)
"""A window has few letters to draw with, and neither folds nor fades: the smallest shape there is."""
