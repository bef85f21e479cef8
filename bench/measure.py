"""How we measure: medians, side by side in one run, turn about, so that what else the machine does falls on both."""

import os
import pty
import select
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    takes: str
    beside: str = ""
    ratio: float | None = None
    aim: float | None = None

    def line(self) -> str:
        said = f"{self.ratio:.2f} times" if self.ratio is not None else ""
        met = (
            "" if self.aim is None or self.ratio is None else ("met" if self.ratio <= self.aim else "NOT MET")
        )
        aim = f"aim {self.aim:g}: {met}" if self.aim is not None else ""
        return f"{self.what:<38}{self.takes:>12}  {self.beside:<42}{said:>11}  {aim}"


def seconds(does: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    does()
    return time.perf_counter() - began


def side_by_side(*does: Callable[[], object], times: int = 7) -> list[float]:
    """The median of each, taken in turns; one round before that is not counted."""
    rounds = [[seconds(one) for one in does] for _ in range(times + 1)][1:]
    return [statistics.median(one) for one in zip(*rounds, strict=True)]


def until_it_says(
    command: Sequence[str], says: str, environment: Mapping[str, str], most: float = 30.0
) -> float:
    """Seconds from starting a program in a terminal of 80 by 24 until these words stand on it. Raises TimeoutError."""
    ours, theirs = pty.openpty()
    size = {"LINES": "24", "COLUMNS": "80", "TERM": "xterm-256color"}
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **size, **environment},
        start_new_session=True,
    ) as process:
        os.close(theirs)
        said = b""
        try:
            while time.perf_counter() - began < most:
                if select.select([ours], [], [], 0.5)[0]:
                    said += os.read(ours, 65536)
                    if says.encode() in said:
                        return time.perf_counter() - began
        except OSError:
            pass
        finally:
            process.kill()
            os.close(ours)
    raise TimeoutError(says)
