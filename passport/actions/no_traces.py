"""Leave no traces: nothing that Textual or the system would write down by itself.

Textual can write the screen to a file when told so by a variable, and a crash can leave the memory in a file. And where an
end was closed before we began (``>&-``), the next file to be opened takes its number: it must not be the record.
"""

import os
import sys
import threading
from contextlib import suppress


def leave_no_traces() -> None:
    """Before anything is done: drop Textual's variables, let no core file be written, and make files for their owner only."""
    _stand_in_for_closed_ends()
    for name in [one for one in os.environ if one.startswith("TEXTUAL") or one == "PYTHONFAULTHANDLER"]:
        del os.environ[name]
    if sys.platform != "win32":
        os.umask(0o077)
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _let_no_one_read_the_memory()
    sys.excepthook = _one_sentence
    threading.excepthook = lambda _what: None
    sys.unraisablehook = lambda _what: None


_PR_SET_DUMPABLE = 4


def _let_no_one_read_the_memory() -> None:
    """No core goes to a program that collects them either, and no other program of this person may look in (prctl(2)).

    Root still may. Only Linux has this call.
    """
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _one_sentence(kind: type[BaseException], _error: BaseException, _trace: object) -> None:
    """The very last net: what went wrong is told by its kind alone, because a person's words may stand in all the rest."""
    from passport.wording.words import Words

    with suppress(Exception):
        sys.stderr.write(Words()("commands.surprise", kind=kind.__name__) + "\n")


def _stand_in_for_closed_ends() -> None:
    """Input that is at its end, output that cannot be written to, and errors that nobody reads."""
    for number, (name, mode, way) in enumerate(
        (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
    ):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, way), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))
