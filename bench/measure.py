"""How we measure: medians, side by side in one run, turn about, so that what else the machine does falls on both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    takes: str
    beside: str = ""
    ratio: float | None = None
    aim: float | None = None

    at_least: bool = False
    """The aim is the least that the ratio may be, not the most."""

    @property
    def met(self) -> bool:
        """Whether the aim was met. True where there is none."""
        if self.aim is None or self.ratio is None:
            return True
        return self.ratio >= self.aim if self.at_least else self.ratio <= self.aim

    def line(self) -> str:
        said = f"{self.ratio:.2f} times" if self.ratio is not None else ""
        aim = ""
        if self.aim is not None:
            which = "at least" if self.at_least else "at most"
            met = "" if self.ratio is None else ("met" if self.met else "NOT MET")
            aim = f"aim {which} {self.aim:g}: {met}"
        return f"{self.what:<38}{self.takes:>12}  {self.beside:<42}{said:>11}  {aim}".rstrip()


def shown(value: float) -> str:
    """Seconds, as a person reads them."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def seconds(does: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    does()
    return time.perf_counter() - began


def side_by_side(*does: Callable[[], object], times: int = 7) -> list[float]:
    """The median of each, taken in turns; one round before that is not counted."""
    rounds = [[seconds(one) for one in does] for _ in range(times + 1)][1:]
    return [statistics.median(one) for one in zip(*rounds, strict=True)]
