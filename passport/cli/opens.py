"""``passport`` with no command: the full screen, or plain lines."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from passport.actions.news import told
from passport.actions.places import Places
from passport.actions.settings import read_settings, write_settings
from passport.cli.say import Voice

Screen = Callable[[Places], int]
"""What opens the full screen and gives its exit code. ``passport.__main__`` hands it in: the two fronts do not know each other."""

ONLY_PRINTS = "dumb"
"""What a terminal calls itself that cannot move its cursor, as inside an editor (terminfo's own name)."""


def open_program(
    at: Places, screen: Screen | None, *, plain: bool, environment: Mapping[str, str] = os.environ
) -> int:
    """Open the program as this person wants it. Returns the exit code.

    Without a terminal there is no screen to draw on, so a pipe gets plain lines. So does a window that can only print.
    """
    settings = read_settings(at.settings)
    plain = plain or settings.plain or environment.get("ACCESSIBLE", "") not in {"", "0"}
    if not plain and environment.get("TERM") == ONLY_PRINTS and sys.stdout.isatty():
        Voice().words("commands.only_prints")
        plain = True
    if not plain and sys.stdin.isatty() and sys.stdout.isatty():
        if _first_time(at) and _wants_plain():
            plain = True
            write_settings(at.settings, replace(told(settings), plain=True))
        elif _first_time(at):
            write_settings(at.settings, told(settings))
    else:
        plain = True
    if plain or screen is None:
        from passport.cli.plain.run import run as run_plain

        return run_plain(at, lambda: datetime.now(UTC))
    return screen(at)


def _first_time(at: Places) -> bool:
    return not at.settings.exists() and not at.vault.exists()


def _wants_plain() -> bool:
    """Asked once, before anything is drawn: a screen reader cannot use a drawn screen."""
    Voice().words("commands.first_line")
    return input().strip().lower() in {"p", "plain"}
