"""What one goal came to."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """``note`` says what the figures alone do not: how many of each kind, what the control showed, what was left out."""

    cases: int
    failures: int
    note: str
