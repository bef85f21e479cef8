"""A words code: plain text that any phone shows, with no seal. docs/formats/words-code.md.

The words are the person's, line by line, then one line of ours that says it is not sealed.
"""

import re
from collections.abc import Sequence

from passport.errors import CodeWouldAct, NothingChosen
from passport.qr.room import Room

_ACTS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:\S|(?:tel|sms|smsto|mms|mmsto|mailto|matmsg|geo|wifi|mecard|bizcard|begin|otpauth|market|upi):",
    re.IGNORECASE,
)
"""What a phone takes as an order instead of words, at the beginning of a code: a web address, a number to ring, a network."""


def plain_text(lines: Sequence[str], mark: str) -> str:
    """The text of a code. Raises NothingChosen, CodeWouldAct."""
    kept = [line for line in lines if line.strip()]
    if not kept:
        raise NothingChosen
    if _ACTS.match(kept[0].lstrip()):
        raise CodeWouldAct
    return "\n".join((*kept, mark))


def bytes_of(lines: Sequence[str], mark: str) -> int:
    """How many bytes of a code these lines take, with the mark."""
    return len("\n".join((*(line for line in lines if line.strip()), mark)).encode())


def first_without_room(lines: Sequence[str], mark: str, room: Room, most: int) -> int | None:
    """The number, from 1, of the first line that has no room in a code of so many lines. None where all fit."""
    for number in range(1, len(lines) + 1):
        if number > most or bytes_of(lines[:number], mark) > room.bytes:
            return number
    return None


def letters_too_many(lines: Sequence[str], mark: str, room: Room) -> int:
    """How many letters at the end have to go, at the least. None have to where it fits."""
    text, gone = "\n".join(lines), 0
    over = bytes_of(lines, mark) - room.bytes
    while over > 0 and gone < len(text):
        gone += 1
        over -= len(text[-gone].encode())
    return gone
