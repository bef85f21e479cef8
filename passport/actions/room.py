"""How much of an answer fits where the paper has little room: said in words while it is written. Nothing is ever cut.

Only the front page of a crisis plan and the lines of the card have such a room. What is longer stands whole on the next page.
"""

from passport.forms.pack import Kind, Question
from passport.paper.card import LINES, MOST_LETTERS
from passport.paper.crisis import ROOM
from passport.record.answers import Value, texts_in
from passport.wording.words import Words

_LETTERS_A_WORD = 6
"""With the space after it, where there are no words yet to measure."""
_STEP = 5
"""About so many words: nobody counts them one by one."""


def room(question: Question, typed: Value, words: Words) -> str:
    """How many words fit, and how many there are. Empty where there is room enough for anything."""
    if question.columns or question.kind not in {Kind.LONG_TEXT, Kind.LIST}:
        return ""
    lines = [line for text in texts_in(typed) for line in text.splitlines() if line.strip()]
    if question.id == LINES:
        return _on_card(lines, words)
    if question.id not in ROOM:
        return ""
    most, letters = ROOM[question.id]
    if len(lines) > most > 1:
        return words("room.lines", fit=most, have=len(lines))
    have = sum(len(line.split()) for line in lines)
    return _said("front", have, sum(map(len, lines)), letters, words)


def is_too_much(question: Question, typed: Value) -> bool:
    """Whether some of it stands on the next page, or a line does not fit on the card."""
    lines = [line for text in texts_in(typed) for line in text.splitlines() if line.strip()]
    if question.columns or question.kind not in {Kind.LONG_TEXT, Kind.LIST}:
        return False
    if question.id == LINES:
        return any(len(line) > MOST_LETTERS for line in lines)
    most, letters = ROOM.get(question.id, (len(lines), sum(map(len, lines))))
    return sum(map(len, lines)) > letters or len(lines) > most > 1


def _on_card(lines: list[str], words: Words) -> str:
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_LETTERS:
            return _said("card_line", len(line.split()), len(line), MOST_LETTERS, words, number)
    return words("room.card", fit=MOST_LETTERS // _LETTERS_A_WORD // _STEP * _STEP)


def _said(key: str, have: int, letters: int, most: int, words: Words, number: int = 0) -> str:
    """In words of about the length that this person uses."""
    if not have:
        return words(f"room.{key}_empty", fit=most // _LETTERS_A_WORD // _STEP * _STEP)
    fit = most * have // letters
    about = max(1, fit // _STEP * _STEP or fit)
    if letters > most:
        return words(f"room.{key}_over", fit=max(1, min(about, have - 1)), have=have, number=number)
    return words(f"room.{key}", fit=max(about, have), have=have)
