"""The conversation: one line out, one line in. The same few letters work at every prompt."""

import getpass
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from enum import Enum
from functools import cache

from passport.actions.leaving import Aside, let_go_of_the_terminal
from passport.cli.say import Voice
from passport.record.answers import Value
from passport.wording.words import Words


class Way(Enum):
    """What a person chose instead of an answer."""

    BACK = "b"
    SKIP = "s"


class Leave(Exception):
    """The person goes: ``x``, ``hide``, Ctrl+C, or the end of the input. Words typed so far come along, to be kept."""

    def __init__(
        self, *, hide: bool = False, home: bool = False, half_typed: Value = None, line: str = ""
    ) -> None:
        super().__init__()
        self.hide, self.home, self.half_typed, self.line = hide, home, half_typed, line
        """``home``: only this form is left, not the program. ``line``: the line that was cut off."""


HELP, SUPPORT, STOP, HIDE = "?", "h", "x", "hide"
EMPTY = "-"
"""Typed alone, it empties an answer."""
_MOST_DIGITS = 6
MEANS_SOMETHING = {way.value for way in Way} | {HELP, SUPPORT, STOP, HIDE, EMPTY}


class Talk:
    """Reads and prints. ``support`` is what ``h`` shows."""

    def __init__(self, voice: Voice, words: Words, support: Callable[["Talk"], None]) -> None:
        self.voice, self.words = voice, words
        self._support = support
        self._cut_off = ""
        self._hides = self._waits = False
        self._aside: Aside | None = None
        self.heard: Callable[[], None] = lambda: None
        """Told of every line that was typed."""

    def line(self, text: str = "") -> None:
        """One line, or several."""
        self.voice.line(text)

    def say(self, key: str, **gaps: object) -> None:
        """One of our sentences."""
        self.voice.words(key, **gaps)

    def heading(self, text: str) -> None:
        """A line to find again: an empty one before it, and words in it that say what begins."""
        self.line()
        self.line(text)

    def raw(self) -> str:
        """One line as typed. Raises Leave at Ctrl+C and at the end of the input."""
        _lines_of_any_length()
        try:
            typed = self._waiting(lambda: input("> "))
        except (EOFError, KeyboardInterrupt, OSError):
            cut_off = self._cut_off or _on_the_line()
            self.line()
            raise Leave(line=cut_off, hide=self._hides) from None
        if not sys.stdin.isatty():
            self.line()  # no terminal ends the line for us
        return typed

    def _waiting(self, reads: Callable[[], str]) -> str:
        """Read a line, which may be ended by ``hide_now``. Raises as ``input``, and EOFError where it has to hide."""
        if self._hides:
            raise EOFError
        self._waits = True
        try:
            return reads()
        finally:
            self._waits = False
            self.heard()
            if self._aside is not None:
                self._aside.take_back()

    def hide_now(self) -> None:
        """Hide without anything typed: the prompt meets the end of its input, or the next one does. Words are kept."""
        self._hides = True
        if self._waits:
            self._cut_off = _on_the_line()
            self._aside = Aside()
            self._aside.put()

    def on_the_line(self) -> str:
        """What is typed so far, where there is a line editor."""
        return _on_the_line()

    def no_more(self) -> None:
        """The window was closed, or we are asked to end: the next prompt meets the end of its input, and words are kept.

        Nothing is raised from here, so that nothing that keeps words is ever cut off.
        """
        self._cut_off = _on_the_line()
        let_go_of_the_terminal()

    def more(self) -> str:
        """One more line of a long text: any letter is just a letter there, but ``hide`` still hides. Raises Leave."""
        typed = self.raw()
        plain = typed.strip().lower()
        if plain == HIDE:
            raise Leave(hide=True)
        return typed.strip()[1:] if plain == f".{HIDE}" else typed

    def secret(self, key: str) -> str:
        """A passphrase: not shown on a terminal. Raises Leave."""
        try:
            if sys.stdin.isatty():
                return self._waiting(lambda: getpass.getpass(f"{self.words(key)} "))
            self.say(key)
            return self._waiting(input)
        except UnicodeDecodeError:
            return "\ufffd"  # nobody's passphrase
        except (EOFError, KeyboardInterrupt, OSError):
            self.line()
            raise Leave(hide=self._hides) from None

    def ask(self, help_: Sequence[str] = (), *, home: bool = True) -> str | Way:
        """A line, with the letters of every prompt taken care of. ``.b`` is the letter b itself. Raises Leave."""
        while True:
            typed = self.raw()
            plain = typed.strip().lower()
            if plain == HELP:
                self._help(help_)
            elif plain == SUPPORT:
                self._support(self)
            elif plain == STOP:
                raise Leave(home=home)
            elif plain == HIDE:
                raise Leave(hide=True)
            elif plain in {way.value for way in Way}:
                return Way(plain)
            else:
                literal = plain.startswith(".") and plain[1:] in MEANS_SOMETHING
                return typed.strip()[1:] if literal else typed

    def known(
        self, most: int, verbs: Collection[str] = (), *, otherwise: str, home: bool = True
    ) -> str | Way:
        """A number up to ``most``, one of ``verbs``, an empty line, or a way out. Else a sentence says so, and it asks again.

        The list is not said again: whoever listens to it would sit through all of it. Raises Leave.
        """
        while True:
            typed = self.ask(home=home)
            plain = "" if isinstance(typed, Way) else typed.strip().lower()
            if not plain or plain in verbs or number_in(plain, most) is not None:
                return typed
            self.say(otherwise, most=most)

    def pick(
        self, choices: Sequence[str], help_: Sequence[str] = (), *, home: bool = True
    ) -> int | Way | None:
        """Number the choices and ask for one. Returns its place from 0, or None for an empty line."""
        for number, choice in enumerate(choices, 1):
            self.line(f"{number} {choice}")
        while True:
            typed = self.ask(help_, home=home)
            if isinstance(typed, Way):
                return typed
            if not typed.strip():
                return None
            at = number_in(typed, len(choices))
            if at is not None:
                return at
            self.say("plain.number_wanted", most=len(choices))

    def yes(self, key: str, **gaps: object) -> bool:
        """A yes or no question of ours; an empty line is no. Raises Leave."""
        self.say(key, **gaps)
        typed = self.ask()
        return not isinstance(typed, Way) and typed.strip().lower() in {"y", "yes"}

    def let_read(self) -> None:
        """Wait, so that what was just said stays in view on a terminal. A pipe has no view. Raises Leave to hide or go."""
        if sys.stdin.isatty():
            self.say("plain.carry_on")
            try:
                self.ask()
            except Leave as leaving:
                if not leaving.home:
                    raise

    def _help(self, lines: Sequence[str]) -> None:
        for text in lines:
            self.line(text)
        self.say("plain.letters")
        self.say("plain.literal")


@cache
def _lines_of_any_length() -> None:
    """A terminal by itself cuts a line at 4,095 bytes without a word. The system's line editor does not; it keeps no history."""
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)
            for setting in ("set enable-bracketed-paste off", "set bell-style none", "tab: self-insert"):
                readline.parse_and_bind(setting)


def _on_the_line() -> str:
    """What is typed on this line so far, where there is a line editor."""
    editor = sys.modules.get("readline")
    return str(editor.get_line_buffer()) if editor is not None else ""


def is_number(typed: str) -> bool:
    """Whether somebody meant a number, of whatever script or size."""
    return typed.strip().lstrip("+-").isdigit()


def number_in(typed: str, most: int) -> int | None:
    """``3`` as a place from 0, where there are that many; else None."""
    text = typed.strip()
    plain = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) - 1 if plain and 1 <= int(text) <= most else None
