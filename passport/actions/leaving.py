"""How the program goes: started again after a lock, or left without a terminal."""

import os
import sys
from pathlib import Path
from typing import Any

from passport.actions.places import places


def start_again(vault: Path, *options: str) -> None:
    """A fresh program in place of this one, after a lock: the only way to be sure that no word stays in memory.

    Does not return. ``options`` are those of ``passport`` with no command.
    """
    again = [
        sys.executable,
        "-P",
        "-m",
        "passport",
        *options,
    ]  # -P: never a ``passport`` of the folder we are in
    if vault != places().vault:
        again += ["--vault", str(vault)]
    if sys.platform == "win32":
        import subprocess

        sys.exit(subprocess.call(again))
    os.execv(sys.executable, again)  # noqa: S606  # our own program, no shell


BLANK = "\x1b[H\x1b[2J\x1b[3J"
"""Clears what stands on a terminal, and what it keeps above."""
FORGET_COPY = "\x1b]52;c;!\a"
"""Empties the clipboard (OSC 52 with what is no base64)."""


def let_go_of_the_terminal() -> None:
    """The window was closed: whatever is written from now on goes nowhere, instead of failing."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for end in (0, 1, 2):
        os.dup2(nowhere, end)


def wipe_terminal() -> None:
    """When it is hidden: clear what stands on the terminal and what it keeps above, where it lets us."""
    if sys.stdout.isatty():
        sys.stdout.write(BLANK)
        sys.stdout.flush()


class Aside:
    """The terminal put aside, so that a prompt meets its end at once, and taken back as it was before."""

    def __init__(self) -> None:
        self._ends = [os.dup(end) for end in (0, 1, 2)]
        self._manners = _manners(0)

    def put(self) -> None:
        """From now on there is nothing to read, and what is written goes nowhere."""
        let_go_of_the_terminal()

    def take_back(self) -> None:
        """The terminal again, showing what is typed."""
        for number, end in enumerate(self._ends):
            os.dup2(end, number)
        if self._manners is not None:
            import termios

            termios.tcsetattr(0, termios.TCSANOW, self._manners)


def _manners(end: int) -> list[Any] | None:
    """How a terminal stands, before a line editor changes it. None where there is no terminal."""
    if not os.isatty(end):
        return None
    import termios

    return termios.tcgetattr(end)
