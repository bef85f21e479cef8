"""When nobody has touched the keys for a while, or the computer slept: time to lock."""

import time
from collections.abc import Callable

WARN_BEFORE = 60
_SLEPT = 20
"""Seconds that passed on the wall but not for us."""


def _wall() -> float:
    """Seconds that also count while the computer sleeps, and that nobody can set back."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Idle:
    """Counts from the last key. ``minutes`` is the person's own choice."""

    def __init__(
        self, minutes: int, wall: Callable[[], float] = _wall, awake: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit, self._wall, self._awake = minutes * 60, wall, awake
        self._touched, self._gap = wall(), wall() - awake()

    def wait(self, minutes: int) -> None:
        """Another choice, from now on."""
        self._limit = minutes * 60

    def touch(self) -> None:
        """A key was pressed or the mouse was used."""
        self._touched = self._wall()

    def says(self) -> str:
        """``lock``, ``warn`` or ``stay``."""
        gap = self._wall() - self._awake()
        slept, self._gap = gap - self._gap > _SLEPT, gap
        quiet = self._wall() - self._touched
        if slept or quiet >= self._limit:
            return "lock"
        return "warn" if quiet >= self._limit - WARN_BEFORE else "stay"
