"""Somebody may stop what is under way. Between its steps the work asks, and nothing half made stays.

Whoever begins the work hands over an event in this context; the work itself only says ``unless_stopped()`` where it can be left.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from passport.errors import LeftOff

_STOP: ContextVar[threading.Event | None] = ContextVar("stop", default=None)


@contextmanager
def may_be_stopped(stop: threading.Event) -> Iterator[None]:
    """What is done inside, also on a thread that gets this context, is left off once ``stop`` is set."""
    before = _STOP.set(stop)
    try:
        yield
    finally:
        _STOP.reset(before)


def unless_stopped() -> None:
    """Go on, unless somebody asked to stop. Raises LeftOff."""
    stop = _STOP.get()
    if stop is not None and stop.is_set():
        raise LeftOff
