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
    """How much of it may be lost: ``M`` 15 in 100, ``Q`` 25 in 100."""
    letters: int
    """How many alphanumeric letters that shape holds: ISO/IEC 18004 table 7."""
    bytes: int
    """How many bytes of other text it holds: the same table."""


CARD = Room(version=12, level="Q", letters=296, bytes=203)
"""A wallet card folds, so a quarter of the code may be lost."""
A4 = Room(version=18, level="M", letters=816, bytes=560)
