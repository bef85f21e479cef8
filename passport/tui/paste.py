"""What is pasted is words: nothing in it can act as a key.

Inside a paste Textual takes an escape for the start of a key, and gives what follows as keys, ahead of the rest.
No words need an escape, so those inside a paste are left out before Textual reads it.
"""

from collections.abc import Iterable
from importlib import import_module
from sys import platform

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGIN, _END, _ESCAPE = "\x1b[200~", "\x1b[201~", "\x1b"
_DRIVER = "textual.drivers.win32" if platform == "win32" else "textual.drivers.linux_driver"


class PasteParser(XTermParser):
    """Textual's reader of keys. It gets a paste in one piece, with no escape in it."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002  # as Textual calls it
        super().__init__(debug)
        self._tail = ""
        """The last letters outside a paste: the mark that begins one may come in two parts."""
        self._paste: str | None = None
        """What came of a paste that has not ended."""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages in what the terminal sent. Empty text says that there is no more."""
        read = self._pastes_as_words(data)
        return super().feed(read) if read or not data else ()

    def _pastes_as_words(self, data: str) -> str:
        read = ""
        while data:
            if self._paste is None:
                before, mark, after = (self._tail + data).partition(_BEGIN)
                read += (before + mark)[len(self._tail) :]
                self._paste, data = ("", after) if mark else (None, "")
                self._tail = before[1 - len(_BEGIN) :]
            else:
                words, mark, after = (self._paste + data).partition(_END)
                self._paste, self._tail, data = (None, "", after) if mark else (words, "", "")
                read += words.replace(_ESCAPE, "") + mark if mark else ""
        return read


def read_pastes_as_words() -> None:
    """From now on. Textual has no place to say so: its driver looks the reader up by this name."""
    setattr(import_module(_DRIVER), XTermParser.__name__, PasteParser)
