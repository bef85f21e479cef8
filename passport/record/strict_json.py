"""JSON read in one way only: what two programs could read in two ways is refused (RFC 8259, sections 4, 6 and 8.1).

Refused: a name that stands twice, numbers that are none (NaN, Infinity, and those too large to be told from it), bytes that
are not UTF-8, more bytes or more nesting than there may be. Half a letter (a lone surrogate) is left to ``whole_letters``.
"""

import json
import math
import re

DEEPEST = 64
"""Lists and tables inside each other."""
_BRACKETS = re.compile(r"[\[\]{}]")


class NotStrict(ValueError):
    """It is not JSON, or not in one way only."""


class StandsTwice(NotStrict):
    """A name stands twice in one table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


def read_json(written: bytes | str, most: int, deepest: int = DEEPEST) -> object:
    """What is written, of no more than ``most`` bytes or letters. Raises NotStrict; StandsTwice, which knows the name."""
    if len(written) > most:
        raise NotStrict
    try:
        text = written.decode("utf-8") if isinstance(written, bytes) else written
    except UnicodeDecodeError as wrong:
        raise NotStrict from wrong
    if _depth(text) > deepest:
        raise NotStrict
    try:
        return json.loads(text, object_pairs_hook=_table, parse_constant=_number, parse_float=_number)
    except NotStrict:
        raise
    except ValueError as wrong:
        raise NotStrict from wrong


def _depth(text: str) -> int:
    """How many lists and tables stand inside each other, before anything is read. What stands in a text does not count."""
    outside = "".join(text.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    depth = most = 0
    for mark in _BRACKETS.finditer(outside):
        depth += 1 if mark[0] in "[{" else -1
        most = max(most, depth)
    return most


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        raise StandsTwice(next(name for name in names if names.count(name) > 1))
    return table


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotStrict
    return number
