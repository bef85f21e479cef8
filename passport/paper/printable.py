"""Words made safe for a page: nothing acts, and numbers keep their order. How wide they are is seen to in ``page.typ``."""

import re
import unicodedata

from passport.record.visible import visible

_MOST_KEPT = 24
"""The longest number that stays on one line."""
_NUMBER = re.compile(r"[+\d][\d \t\xa0()./:,-]*\d")
_ALONE = re.compile(rf"(?<!\w){_NUMBER.pattern}(?!\w)")
_SET_APART = re.compile(rf"\u2066({_NUMBER.pattern})\u2069")
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors: they choose how a sign looks, and a text without them has the same letters in the same order."""
_NOT_COMPARED = re.compile("[^0-9a-z\u00c0-\u024f]+")
_ASCII = re.compile("[\x00-\x7f]+")
MOST_AT_FOOT = 60
"""Letters of a name at the foot of a page. In full it stands on the first one."""
_RIGHT_TO_LEFT = {"R", "AL"}
_URDU = frozenset("ٹڈڑںھہے")
"""Letters of Urdu that Arabic has not."""
_SCRIPTS = {"ARABIC": "ar", "BENGALI": "bn", "GURMUKHI": "pa", "GUJARATI": "gu", "ETHIOPIC": "ti"}
"""What a letter is called in Unicode begins so. The language is the one most written so here: a voice that can read it."""


def readable(text: str) -> str:
    """The same words for any place that shows text: nothing acts, and numbers keep their order. Composed (NFC).

    Among letters that run right to left each number is set apart (U+2066, U+2069): else its groups change places. What was
    made readable before stays as it is.
    """
    bare = _SET_APART.sub(lambda match: match[1], text)
    plain = unicodedata.normalize("NFC", visible(bare)).replace("\t", "    ")
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in plain):
        plain = _NUMBER.sub(lambda match: f"\u2066{match[0]}\u2069", plain)
    return plain


def printable(text: str) -> str:
    """The same words, ready for a page: a number stands on one line."""
    return _ALONE.sub(lambda match: _on_one_line(match[0]), readable(text))


def _on_one_line(number: str) -> str:
    return number.replace(" ", "\u00a0") if len(number) <= _MOST_KEPT else number


def language_of(text: str) -> str:
    """Which language a line is read out in, by its first letter of another script; empty where it has none."""
    for letter in text:
        if ord(letter) > 0x24F and letter.isalpha():
            language = _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
            return "ur" if language == "ar" and not _URDU.isdisjoint(text) else language
    return ""


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
