"""Where the program starts, and the one place that knows both fronts: lines, and the full screen."""

import gc

# Collecting while the program is read costs a sixth of the time until the first page, and finds nothing. A command ends
# before there is anything to collect; the full screen and the plain lines switch it on again when they stand.
gc.disable()

import sys  # noqa: E402

from passport.actions.no_traces import leave_no_traces  # noqa: E402
from passport.actions.places import Places  # noqa: E402
from passport.cli.main import run  # noqa: E402


def main() -> None:
    """Run what was asked for and leave with its exit code."""
    leave_no_traces()
    sys.exit(run(screen=_full_screen))


def _full_screen(at: Places) -> int:
    from passport.tui.app import run as run_screen  # only the full screen pays for Textual

    return run_screen(at)


if __name__ == "__main__":
    main()
