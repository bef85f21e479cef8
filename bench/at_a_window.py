"""A program in a terminal of 80 by 24, as a person has it: what a key takes until the last of its frame is painted, and what it costs to do nothing."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_QUIET = 0.06
"""Seconds without a byte, after which a frame is whole. They are not counted."""


class Window:
    """One run. ``seen`` is everything it has painted."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        size = {"LINES": "24", "COLUMNS": "80", "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": ""}
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, **size, **environment},
            start_new_session=True,
        )
        os.close(theirs)
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def until(self, says: str, most: float = 60.0) -> None:
        """Read on until these words were painted since the last key, and the frame is whole. Raises TimeoutError."""
        self.stands(says, most)
        self.painted()

    def stands(self, says: str, most: float) -> float:
        """When these words stood there, by ``perf_counter``. Raises TimeoutError; OSError where the program has gone."""
        limit = time.monotonic() + most
        while says.encode() not in self.seen:
            if time.monotonic() > limit:
                raise TimeoutError(says)
            self._read(0.05)
        return time.perf_counter()

    def painted(self) -> float:
        """When the last byte came, by ``perf_counter``, once nothing comes any more."""
        last = time.perf_counter()
        while self._read(_QUIET):
            last = time.perf_counter()
        return last

    def press(self, keys: str) -> float:
        """Press and give the seconds until the last byte of what came of it."""
        self.seen = b""
        began = time.perf_counter()
        os.write(self._ours, keys.encode())
        while not self._read(5.0):
            raise TimeoutError(keys)
        first = time.perf_counter()
        return max(first, self.painted() if self._read(_QUIET) else first) - began

    def busy(self, seconds: float) -> float:
        """Seconds of processor time that it takes while nobody does anything."""
        before = self.spent
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self._read(0.2)
        return self.spent - before

    @property
    def spent(self) -> float:
        """Seconds of processor time since it was started."""
        return self._ticks() / os.sysconf("SC_CLK_TCK")

    def _ticks(self) -> int:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        self.seen += os.read(self._ours, 65536)
        return True


def until_it_says(
    command: Sequence[str], says: str, environment: Mapping[str, str], most: float = 30.0
) -> float:
    """Seconds from starting a program until these words stand on its terminal. Raises TimeoutError."""
    began = time.perf_counter()
    with Window(command, environment) as window:
        try:
            return window.stands(says, most) - began
        except OSError:
            raise TimeoutError(says) from None
