"""Somebody at a real pseudo-terminal, for tests: the command in its own process, with a window that can be closed."""

import fcntl
import os
import pty
import resource
import select
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from passport.tui.widgets.rows import POINTER
from tests.cli.at_the_pipe import START


class Window:
    """One run in a window. ``seen`` is everything that was drawn or said so far."""

    def __init__(
        self,
        folder: Path,
        *options: str,
        columns: int = 90,
        kind: str = "xterm-256color",
        within: Path | None = None,
        tree: Path | None = None,
        cores: bool = False,
    ) -> None:
        """``kind``: what the terminal calls itself. ``within``: the folder it runs in. ``tree``: another copy of the program. ``cores``: the system would keep a core."""
        home = folder / "home"
        home.mkdir(exist_ok=True)
        temporary = folder / "tmp"
        temporary.mkdir(exist_ok=True)
        self._ours, theirs = pty.openpty()
        self._open = True
        places = {
            "HOME": str(home),
            "TMPDIR": str(temporary),
            "TERM": kind,
            "LINES": "30",
            "COLUMNS": str(columns),
            **({} if tree is None else {"PYTHONPATH": str(tree)}),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, *options, "--vault", str(folder / "record")],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, **places},
            start_new_session=True,
            cwd=within,
            preexec_fn=_with_cores if cores else _take_the_terminal,  # noqa: PLW1509  # a test with no threads of its own
        )
        os.close(theirs)
        self.seen = ""
        self._at = self._typed_at = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(60)
        if self._open:
            self.close()

    def until(self, text: str, seconds: float = 60) -> None:
        """Wait until this text is there, after the text that was waited for before. Raises AssertionError."""
        limit = time.monotonic() + seconds
        while text not in self.seen[self._at :] and time.monotonic() < limit:
            self._read(0.1)
        assert text in self.seen[self._at :], f"{text!r} never came; it said:\n{self.seen[self._at :]}"
        self._at = self.seen.index(text, self._at) + len(text)

    def stands_on_a_row(self, seconds: float = 60) -> None:
        """Wait until the pointer stands on a row, since the last key: before that, no row has the arrow keys."""
        limit = time.monotonic() + seconds
        while POINTER not in self.seen[self._typed_at :] and time.monotonic() < limit:
            self._read(0.1)
        assert POINTER in self.seen[self._typed_at :], f"no row; it said:\n{self.seen[self._typed_at :]}"

    def types(self, keys: str, seconds: float = 0.4) -> None:
        """Press keys, and give it a moment."""
        self._typed_at = len(self.seen)
        os.write(self._ours, keys.encode())
        self._read(seconds)

    def drains(self) -> None:
        """Read what is there, without waiting for more."""
        if select.select([self._ours], [], [], 0)[0]:
            with suppress(OSError):
                self.seen += os.read(self._ours, 65536).decode(errors="replace")

    def ends(self, seconds: float = 60) -> int:
        """Read on, as an open window does, until the program has ended. Gives its exit code. Raises AssertionError."""
        limit = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < limit:
            self._read(0.1) if self._open else time.sleep(0.1)
        assert self.process.returncode is not None, f"it never ended; it said:\n{self.seen[self._at :]}"
        return self.process.returncode

    def close(self) -> None:
        """Close the window: the system itself sends the hang-up."""
        self._open = False
        os.close(self._ours)

    def _read(self, seconds: float) -> None:
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if select.select([self._ours], [], [], 0.05)[0]:
                try:
                    self.seen += os.read(self._ours, 65536).decode(errors="replace")
                except OSError:
                    break


def _take_the_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _with_cores() -> None:
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    _take_the_terminal()
