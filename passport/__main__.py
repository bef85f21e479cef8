"""Where the program starts, and the one place that knows both fronts: lines, and the full screen."""

import signal

# Ctrl+C while the program is read just ends it: there is nothing to keep yet, and nobody to say a sentence.
asked_to_stop = signal.getsignal(signal.SIGINT)
if asked_to_stop is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import gc  # noqa: E402

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
    now_ends_it = signal.signal(signal.SIGINT, asked_to_stop)
    for name in ("SIGHUP", "SIGTERM"):  # the fronts have their own; a command takes its files away and goes
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _end)
    code = run(screen=_full_screen)
    signal.signal(signal.SIGINT, now_ends_it)
    sys.exit(code)


def _end(number: int, _frame: object) -> None:
    """The window was closed, or we are asked to end. Raises SystemExit, so that nothing half-written stays."""
    sys.exit(128 + number)


def _full_screen(at: Places) -> int:
    from passport.tui.app import run as run_screen  # only the full screen pays for Textual

    return run_screen(at)


if __name__ == "__main__":
    main()
