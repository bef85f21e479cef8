"""Somebody at the plain lines, for tests: the real command in its own process, with real pipes."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from passport.wording.words import Words

WORDS = Words()
PASSPHRASE = "kettle harbour violin meadow lantern"
_CHEAP = """
import sys
from passport.keys import passphrase
passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
passphrase.settings_here = lambda: passphrase.CHEAPEST
from passport.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
"""The command itself, with key stretching that takes no time: only a test can reach it."""


START = _CHEAP.replace(
    "from passport.cli.main import run\nsys.exit(run(sys.argv[1:]))",
    "from passport.__main__ import main\nmain()",
)
"""The way in that everybody takes: it knows the full screen, and looks after the ends and the signals."""


class Pipe:
    """One run of ``passport --plain``. ``hears`` is everything it has said so far."""

    def __init__(self, folder: Path) -> None:
        home = folder / "home"
        home.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CHEAP, "--plain", "--vault", str(folder / "record")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "HOME": str(home), "PYTHONUNBUFFERED": "1"},
        )
        self.hears = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(60)
        for end in (self.process.stdin, self.process.stdout):
            assert end is not None
            with contextlib.suppress(OSError):
                end.close()

    def prompt(self, seconds: float = 30) -> str:
        """What it says until it waits for a line. At the end of the program, what was left."""
        said = b""
        assert self.process.stdout is not None
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            ready, _, _ = select.select([self.process.stdout], [], [], 0.05)
            if ready:
                more = os.read(self.process.stdout.fileno(), 65536)
                if not more:
                    break
                said += more
            elif said.endswith((b"> ", b":\n")):
                break
        text = said.decode()
        self.hears += text
        assert "Traceback" not in text, text
        return text

    def types(self, *lines: str) -> str:
        """Type lines, each at its own prompt. Returns what it said to the last."""
        said = ""
        for line in lines:
            self.send(line)
            said = self.prompt()
        return said

    def send(self, line: str) -> None:
        """A line, without waiting."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def press_ctrl_c(self) -> int:
        """Ctrl+C. Returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.ended()

    def close(self) -> int:
        """The end of the input. Returns the exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.ended()

    def ended(self) -> int:
        """Wait for the end. Returns the exit code."""
        self.prompt()
        return self.process.wait(60)

    def row(self, title: str) -> str:
        """The number of the last line said that is this title, or else begins with it."""
        lines = [line for line in self.hears.splitlines() if f" {title}" in line and line[0].isdigit()]
        alone = [line for line in lines if line.partition(" ")[2].partition(":")[0] == title]
        return (alone or lines)[-1].split()[0]


def begins(folder: Path, name: str = "Robin") -> Pipe:
    """The first run, until home."""
    pipe = Pipe(folder)
    pipe.prompt()
    said = pipe.types("1", name, PASSPHRASE)
    number = int(said.split("Type row ")[1][0])
    row = next(line for line in said.splitlines() if line.startswith(f"{number} "))
    said = pipe.types(row)
    assert WORDS("plain.recovery_right") in said
    return pipe


def comes_back(folder: Path) -> Pipe:
    """Open what is there already."""
    pipe = Pipe(folder)
    pipe.prompt()
    pipe.types(PASSPHRASE)
    return pipe
