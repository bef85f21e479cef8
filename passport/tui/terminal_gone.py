"""The window was closed, or somebody asked us to end: the words are kept, the vault is closed, and that is all.

Textual's writer stops at the first write that fails and everything after it waits for ever, so nothing more is written
to a window that has gone: its place is taken by nothing at once, and a clock ends the program even if it cannot end
itself. A window that is there and reads nothing, such as one far away, holds the writer in the same way. Who asks us to
end waits a little for a clean prompt, then gets the end of a closed window.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from passport.actions.leaving import let_go_of_the_terminal

_MOST_SECONDS = 5.0


def when_the_terminal_goes(
    keep: Callable[[], Coroutine[Any, Any, None]], leave: Callable[[], object]
) -> None:
    """Call ``keep`` on the running loop when the terminal hangs up, then end the program. Windows has no such signal.

    Asked to end (SIGTERM), call ``leave`` first; where that does not end us, do the same as when the terminal hangs up.
    """
    if not hasattr(signal, "SIGHUP"):
        return
    loop = asyncio.get_running_loop()

    async def keep_and_end() -> None:
        try:
            await keep()
        finally:
            os._exit(0)

    def end() -> None:
        let_go_of_the_terminal()
        _later(os._exit, 0)
        asyncio.run_coroutine_threadsafe(keep_and_end(), loop)

    def gone(_signal: int, _frame: object) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        end()

    def wait_no_longer() -> None:
        end()
        _wake_who_writes(signal.SIGTERM)

    def asked(_signal: int, _frame: object) -> None:
        signal.signal(signal.SIGTERM, lambda _signal, _frame: None)
        _later(wait_no_longer)
        loop.call_soon_threadsafe(leave)

    signal.signal(signal.SIGHUP, gone)
    signal.signal(signal.SIGTERM, asked)


def _later(do: Callable[..., object], *given: object) -> None:
    clock = threading.Timer(_MOST_SECONDS, do, given)
    clock.daemon = True
    clock.start()


def _wake_who_writes(harmless: signal.Signals) -> None:
    """A write that waits for the window is broken off by a signal and begun again: into nothing, by now (PEP 475)."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.ident is not None:
            with suppress(ProcessLookupError):
                signal.pthread_kill(thread.ident, harmless)
