"""What one goal came to."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """How many cases were tried, how many did not come out as they must, and what is worth saying of them."""

    cases: int
    failures: int
    note: str
