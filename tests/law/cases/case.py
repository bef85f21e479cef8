"""One row of the table of rules: a paper on which a rule speaks, and the nearest paper on which it does not."""

from dataclasses import dataclass

from tests.builders import Paper


@dataclass(frozen=True)
class Case:
    """One rule's row."""

    speaks: Paper
    silent: Paper
    ruling: int | None = None
    """The ruling it is read with, where there is one."""
