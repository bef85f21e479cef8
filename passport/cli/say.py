"""The one place that prints.

Rules: people's text goes to standard output, or to standard error when the command prints JSON; errors always go to
standard error. Everything passes through ``visible``, so nothing in an answer can act on the terminal. No colour.
"""

import json
import sys

from passport.record.visible import visible
from passport.wording.words import Words

words = Words()


class Voice:
    """How one command talks."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json

    def line(self, text: str = "") -> None:
        """One line, or several, for people."""
        _write(visible(text), error=self.as_json)

    def words(self, key: str, **gaps: object) -> None:
        """One of our sentences for people."""
        self.line(words(key, **gaps))

    def document(self, plain: object) -> None:
        """The JSON document of a command, if JSON was asked for."""
        if self.as_json:
            sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")


def complain(text: str) -> None:
    """A sentence about what stopped us, on standard error."""
    _write(visible(text), error=True)


def _write(text: str, *, error: bool) -> None:
    stream = sys.stderr if error else sys.stdout
    try:
        stream.write(text + "\n")
    except UnicodeEncodeError:
        safe = text.encode(stream.encoding or "ascii", "backslashreplace").decode(stream.encoding or "ascii")
        stream.write(safe + "\n")
    stream.flush()
