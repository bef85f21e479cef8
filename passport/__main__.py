"""Where the program starts, and the one place that knows both fronts: lines, and the full screen."""

import os
import sys

from passport.actions.places import Places
from passport.cli.main import run


def main() -> None:
    """Run what was asked for and leave with its exit code."""
    for name in [one for one in os.environ if one.startswith("TEXTUAL_")]:
        del os.environ[name]
    sys.exit(run(screen=_full_screen))


def _full_screen(at: Places) -> int:
    from passport.tui.app import run as run_screen  # only the full screen pays for Textual

    return run_screen(at)


if __name__ == "__main__":
    main()
