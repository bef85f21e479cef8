"""Start the program again in place of this one, after a lock: the only way to be sure that no word stays in memory."""

import os
import subprocess
import sys
from pathlib import Path

from passport.actions.places import places


def start_again(vault: Path, *options: str) -> None:
    """Does not return. ``options`` are those of ``passport`` with no command."""
    again = [sys.executable, "-m", "passport", *options]
    if vault != places().vault:
        again += ["--vault", str(vault)]
    if sys.platform == "win32":
        sys.exit(subprocess.call(again))
    os.execv(sys.executable, again)  # noqa: S606  # our own program, no shell
