"""Words made safe for a page: nothing acts, and numbers keep their order. How wide they are is seen to in ``page.typ``."""

import re
import unicodedata

from passport.record.visible import visible

_NUMBER = re.compile(r"[+\d][\d\s()./:,-]*\d")
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors: they choose how a sign looks, and a text without them has the same letters in the same order."""
MOST_AT_FOOT = 60
"""Letters of a name at the foot of a page. In full it stands on the first one."""
_RIGHT_TO_LEFT = {"R", "AL"}


def printable(text: str) -> str:
    """The same words, ready for a page: nothing acts, and numbers keep their order. Composed (NFC): one letter, one shape."""
    plain = unicodedata.normalize("NFC", visible(text)).replace("\t", "    ")
    if right_to_left(plain):
        plain = _NUMBER.sub(lambda match: f"\u2066{match[0]}\u2069", plain)
    return plain


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return False


def at_foot(name: str) -> str:
    """A name for the foot of each page: a long one is cut, so that what comes after it still stands there."""
    return name if len(name) <= MOST_AT_FOOT else f"{name[: MOST_AT_FOOT - 1].rstrip()}\u2026"


def comparable(text: str) -> str:
    """Only the Latin letters and digits of a text, NFKC, in small letters: what can be read back from any page."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(
        letter
        for letter in plain
        if (letter.isascii() and letter.isalnum()) or "\u00c0" <= letter <= "\u024f"
    )


def all_comparable(text: str) -> bool:
    """Whether every letter of a text can be compared.

    Other scripts cannot be read back from a PDF in order, nor a letter with a mark that has no shape of its own with it.
    """
    plain = unicodedata.normalize("NFKC", text)
    return not any(
        (unicodedata.category(letter).startswith("M") and letter not in _LOOKS)
        or (letter.isalpha() and not (letter.isascii() or "\u00c0" <= letter <= "\u024f"))
        for letter in plain
    )
