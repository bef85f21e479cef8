"""The one place that prints.

Rules: people's text goes to standard output, or to standard error when the command prints JSON; errors always go to
standard error. Everything passes through ``visible``, so nothing in an answer can act on the terminal. No colour, but for a
code that somebody asked to see: black on white, or a scanner may not read it.
"""

import contextlib
import json
import os
import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import fill
from typing import TextIO

from passport.errors import NoRoomToSay
from passport.record.visible import spelled_out, visible
from passport.wording.words import Words

words = Words()
_NO_END = 100
"""Wide enough for every code at its smallest, and for none at twice that."""
_LINES_UNDER = 6
"""What stands under a drawing while somebody scans it."""
_BLACK_ON_WHITE, _AS_BEFORE = "\x1b[30;107m", "\x1b[0m"
_NARROWEST = 20
"""Letters of a line on the narrowest terminal that we break lines for."""


class Voice:
    """How one command talks."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json

    def line(self, text: str = "") -> None:
        """One line, or several, for people."""
        _write(_fitted(visible(text), error=self.as_json), error=self.as_json)

    def words(self, key: str, **gaps: object) -> None:
        """One of our sentences for people."""
        self.line(words(key, **gaps))

    def can_draw(self) -> bool:
        """Whether half blocks can be written here at all."""
        from passport.qr.blocks import (
            BOTH,
            LOWER,
            UPPER,
        )  # the first page draws no code, and need not wait for it

        try:
            (UPPER + LOWER + BOTH).encode(self._stream.encoding or "ascii")
        except UnicodeEncodeError:
            return False
        return True

    def drawing_room(self) -> tuple[int, int]:
        """How many letters across and lines down can be seen at once. A pipe has no end."""
        if not self._stream.isatty():
            return _NO_END, _NO_END
        size = get_terminal_size()
        return size.columns, size.lines - _LINES_UNDER

    def drawing(self, lines: Sequence[str]) -> None:
        """A code in half blocks; on a terminal with its own colours, whatever the terminal's are."""
        if self._stream.isatty() and not os.environ.get("NO_COLOR"):
            lines = [f"{_BLACK_ON_WHITE}{line}{_AS_BEFORE}" for line in lines]
        _write("\n".join(lines), error=self.as_json)

    @property
    def _stream(self) -> TextIO:
        return sys.stderr if self.as_json else sys.stdout

    def document(self, plain: object) -> None:
        """The JSON document of a command, if JSON was asked for."""
        if self.as_json:
            _write(spelled_out(json.dumps(plain, ensure_ascii=False, indent=2)), error=False)


def complain(text: str) -> None:
    """A sentence about what stopped us, on standard error."""
    _write(_fitted(visible(text), error=True), error=True)


def _fitted(text: str, *, error: bool) -> str:
    """Broken between words for a terminal, which would break inside them; a pipe gets every line whole."""
    if not (sys.stderr if error else sys.stdout).isatty():
        return text
    width = max(_NARROWEST, get_terminal_size().columns - 1)
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    indent = line[: len(line) - len(line.lstrip(" "))]
    return fill(
        line.strip(" "),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _write(text: str, *, error: bool) -> None:
    """Raises NoRoomToSay where standard output is full or closed; standard error is where that is told, so it is let be."""
    stream = sys.stderr if error else sys.stdout
    try:
        try:
            stream.write(text + "\n")
        except UnicodeEncodeError:
            name = stream.encoding or "ascii"
            stream.write(text.encode(name, "backslashreplace").decode(name) + "\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError:
        let_go(stream)
        if not error:
            raise NoRoomToSay from None


def let_go(stream: TextIO) -> None:
    """What could not be written is not tried again at the end, where nobody could say a sentence about it."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        stream.flush()
