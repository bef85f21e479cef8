"""What a goal came to."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """How many cases, how many of them came out wrong, and what else to say."""

    cases: int
    failures: int
    note: str
