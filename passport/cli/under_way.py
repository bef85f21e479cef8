"""A command that takes a while says in words what it does, to somebody at a terminal. Ctrl+C stops it, with nothing half made."""

import contextlib
import functools
import sys
import threading
from collections.abc import Callable
from typing import Any

from passport.cli.say import complain, words

SOON = 0.5
"""Seconds after which somebody who waits is told what for. A pipe or a script is told nothing: nobody waits there."""


@contextlib.contextmanager
def doing(what: str) -> Any:  # contextlib's own generator
    """``what``: see wording, under ``under_way.line``."""
    told = threading.Timer(SOON, complain, (words(f"under_way.line.{what}"),))
    told.daemon = True
    if sys.stderr is not None and sys.stderr.isatty():
        told.start()
    try:
        yield
    finally:
        told.cancel()


def takes_a_while(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A command that does."""

    def around(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def says(*given: Any, **named: Any) -> Any:  # whatever the command takes
            with doing(what):
                return command(*given, **named)

        return says

    return around
