"""Words made safe for a page: nothing acts, numbers keep their order, and no word is wider than the page."""

import re
import unicodedata

from passport.record.visible import visible

_LONG_RUN = re.compile(r"\S{36,}")
_ROOM, _MOST_KEPT = 28, 24
"""Letters of a word before a place to break it; the longest number that stays on one line."""
_NUMBER = re.compile(r"[+\d][\d \t\xa0()./:,-]*\d")
_ALONE = re.compile(rf"(?<!\w){_NUMBER.pattern}(?!\w)")
_SET_APART = re.compile(rf"\u2066({_NUMBER.pattern})\u2069")
_JOINERS = frozenset("\u200d\u200c")
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors: they choose how a sign looks, and a text without them has the same letters in the same order."""
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
    """The same words, ready for a page: a number stands on one line, and a word that is wider than the page can be broken."""
    plain = _ALONE.sub(lambda match: _on_one_line(match[0]), readable(text))
    return _LONG_RUN.sub(lambda match: _with_breaks(match[0]), plain)


def _on_one_line(number: str) -> str:
    return number.replace(" ", "\u00a0") if len(number) <= _MOST_KEPT else number


def _with_breaks(word: str) -> str:
    """With places to break, never inside one letter: its marks, and what is joined to it, stay with it."""
    made, since = "", 0
    for at, letter in enumerate(word):
        before = word[at - 1] if at else ""
        marks = unicodedata.category(letter).startswith("M") or letter in _JOINERS
        joined = before in _JOINERS or (before != "" and unicodedata.combining(before) == 9)
        if since >= _ROOM and not marks and not joined and len(word) - at >= 8:
            made, since = made + "\u200b", 0
        made, since = made + letter, since + 1
    return made


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
