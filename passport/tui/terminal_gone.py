"""The window was closed: nothing can be drawn any more, so the words are kept, the vault is closed, and that is all.

Textual's writer stops at the first write that fails and everything after it waits for ever, so nothing more is written:
the terminal's place is taken by nothing at once, and a clock ends the program even if it cannot end itself.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from typing import Any

from passport.actions.leaving import let_go_of_the_terminal

_MOST_SECONDS = 5.0


def when_the_terminal_goes(keep: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Call ``keep`` on the running loop when the terminal hangs up, then end the program. Windows has no such signal."""
    if not hasattr(signal, "SIGHUP"):
        return
    loop = asyncio.get_running_loop()

    async def keep_and_end() -> None:
        try:
            await keep()
        finally:
            os._exit(0)

    def gone(_signal: int, _frame: object) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        let_go_of_the_terminal()
        clock = threading.Timer(_MOST_SECONDS, os._exit, (0,))
        clock.daemon = True
        clock.start()
        asyncio.run_coroutine_threadsafe(keep_and_end(), loop)

    signal.signal(signal.SIGHUP, gone)
