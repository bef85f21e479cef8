"""How the program goes: started again after a lock, or left without a terminal."""

import os
import sys
from pathlib import Path

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


def let_go_of_the_terminal() -> None:
    """The window was closed: whatever is written from now on goes nowhere, instead of failing."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for end in (0, 1, 2):
        os.dup2(nowhere, end)


def wipe_terminal() -> None:
    """When it is hidden: clear what stands on the terminal and what it keeps above, where it lets us."""
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
        sys.stdout.flush()
