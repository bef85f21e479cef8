"""Lock by itself in plain lines: when nobody has typed for a while, when the computer slept, and at Ctrl+Z."""

import signal
import sys
from collections.abc import Callable

from passport.actions.idle import Idle
from passport.cli.plain.talk import Talk

TICK = 5.0
"""Seconds between looks."""


class Watch:
    """Stands beside an open record on a terminal. Windows has none of these signals; there only ``hide`` hides."""

    def __init__(self, talk: Talk, minutes: Callable[[], int]) -> None:
        self._talk, self._minutes, self._idle = talk, minutes, Idle(minutes())
        self._line, self._warned = "", False

    def begin(self) -> None:
        """From now on, where there is a terminal: a pipe has nobody in front of it who could go away."""
        if not sys.stdin.isatty():
            return
        self._talk.heard = self._touched
        self._touched()
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGTSTP, lambda _signal, _frame: self._talk.hide_now())
            signal.signal(signal.SIGALRM, lambda _signal, _frame: self._look())
            signal.setitimer(signal.ITIMER_REAL, TICK, TICK)

    def end(self) -> None:
        """No more: the record is being closed."""
        self._talk.heard = _nothing
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)

    def _touched(self) -> None:
        self._idle.touch()
        self._warned = False

    def _look(self) -> None:
        typed = self._talk.on_the_line()
        if typed != self._line:
            self._line = typed
            self._touched()
        self._idle.wait(self._minutes())
        says = self._idle.says()
        if says == "lock":
            self._talk.hide_now()
        elif says == "warn" and not self._warned:
            self._warned = True
            self._talk.say("lock.soon")


_nothing: Callable[[], None] = lambda: None  # noqa: E731  # as Talk has it from the start
