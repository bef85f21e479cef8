"""Recovery words: the other way into a vault, on paper. Four rows of four words and a check word each: 206 bits."""

import hashlib
import secrets
from collections.abc import Callable, Sequence

from passport.errors import WrongRecoveryWords
from passport.keys.wordlist import COUNT, kind_words, places, words

ROWS = 4
ROW = 5
"""Words in a row, the last of which checks the others."""

Rows = tuple[tuple[str, ...], ...]


def new_recovery_words(choose: Callable[[tuple[str, ...]], str] = secrets.choice) -> Rows:
    """Words at random, in rows, each row with its check word; none that may hurt."""
    return tuple(_new_row(number, choose) for number in range(ROWS))


def _new_row(number: int, choose: Callable[[tuple[str, ...]], str]) -> tuple[str, ...]:
    """Chosen again until the check word, too, is one that we give to people."""
    while True:
        row = _with_check(number, [choose(kind_words()) for _ in range(ROW - 1)])
        if row[-1] in kind_words():
            return row


def read_recovery_words(typed: Sequence[str]) -> Rows:
    """The rows out of what was typed: capitals, commas and row numbers do not matter.

    Raises WrongRecoveryWords with the row where a slip is, or 0 where the number of words is wrong.
    """
    plain = [word.strip(".,;:|").lower() for text in typed for word in text.split()]
    found = [word for word in plain if word and not word.isdigit()]
    if len(found) != ROWS * ROW:
        raise WrongRecoveryWords(row=min(len(found) // ROW + 1, ROWS))
    rows = tuple(tuple(found[at : at + ROW]) for at in range(0, len(found), ROW))
    for number, row in enumerate(rows):
        if any(word not in places() for word in row) or row != _with_check(number, row[:-1]):
            raise WrongRecoveryWords(row=number + 1)
    return rows


def read_row(number: int, typed: str) -> bool:
    """Whether one row, typed back at set-up, is a row that checks out. ``number`` counts from 0."""
    row = tuple(word.strip(".,;:|").lower() for word in typed.split() if not word.isdigit())
    return len(row) == ROW and all(word in places() for word in row) and row == _with_check(number, row[:-1])


def secret_of(rows: Rows) -> bytes:
    """The bytes that the words stand for."""
    return " ".join(word for row in rows for word in row[:-1]).encode("ascii")


def _with_check(number: int, row: Sequence[str]) -> tuple[str, ...]:
    """A row with its check word: one slip in a row goes unseen once in 7,776 times."""
    digest = hashlib.sha256(f"{number} {' '.join(row)}".encode()).digest()
    return (*row, words()[int.from_bytes(digest[:8], "big") % COUNT])
