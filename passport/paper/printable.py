"""Words made safe for a page: nothing acts, numbers keep their order, and no word is wider than the page."""

import re
import unicodedata

from passport.record.visible import visible

_LONG_RUN = re.compile(r"\S{28}(?=\S{8})")
_NUMBER = re.compile(r"[+\d][\d\s()./:,-]*\d")
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors: they choose how a sign looks, and a text without them has the same letters in the same order."""
_NOT_COMPARED = re.compile("[^0-9a-z\u00c0-\u024f]+")
_ASCII = re.compile("[\x00-\x7f]+")
_RIGHT_TO_LEFT = {"R", "AL"}


def readable(text: str) -> str:
    """The same words for any place that shows text: nothing acts, and numbers keep their order. Composed (NFC)."""
    plain = unicodedata.normalize("NFC", visible(text)).replace("\t", "    ")
    if right_to_left(plain):
        plain = _NUMBER.sub(lambda match: f"\u2066{match[0]}\u2069", plain)
    return plain


def printable(text: str) -> str:
    """The same words, ready for a page. Composed (NFC), so that one letter has one shape."""
    plain = readable(text)
    return _LONG_RUN.sub(lambda match: match[0] + "\u200b", plain)


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return False


def comparable(text: str) -> str:
    """Only the Latin letters and digits of a text, NFKC, in small letters: what can be read back from any page."""
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text).lower())


def all_comparable(text: str) -> bool:
    """Whether every letter of a text can be compared.

    Other scripts cannot be read back from a PDF in order, nor a letter with a mark that has no shape of its own with it.
    """
    plain = unicodedata.normalize("NFKC", text)
    return not any(
        (unicodedata.category(letter).startswith("M") and letter not in _LOOKS)
        or (letter.isalpha() and not "\u00c0" <= letter <= "\u024f")
        for letter in _ASCII.sub("", plain)
    )
