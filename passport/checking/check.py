"""Check anything somebody hands us: a PDF, a picture of a code, or a code's text. Needs no vault and no network."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from passport.checking.check_qr import check_code, is_words_code
from passport.checking.child import MOST_BYTES, PICTURE, Reads, read_apart, read_here
from passport.checking.report import Report
from passport.checking.stopped import stopped, stopped_by
from passport.errors import PassportError, SealError
from passport.keys.trust import Met
from passport.qr.room import MOST_LETTERS
from passport.wording.words import Words

_Given = TypeVar("_Given")
_More = ParamSpec("_More")
_PDF_WITHIN = 1024  # ISO 32000-1 annex H.3.4.1: readers look for the header in the first 1024 bytes
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")


def _with_net(
    look: Callable[Concatenate[_Given, date, Met, Words, _More], Report],
) -> Callable[Concatenate[_Given, date, Met, Words, _More], Report]:
    """Whatever a hostile file makes us stumble over is a fact about the file, and keeps no other from being checked."""

    @wraps(look)
    def looked(
        given: _Given, today: date, met: Met, words: Words, /, *more: _More.args, **named: _More.kwargs
    ) -> Report:
        try:
            return look(given, today, met, words, *more, **named)
        except PassportError:
            raise
        except Exception:  # noqa: BLE001  # what it holds may be in the complaint, so nothing of it is told
            return stopped("contents", words)

    return looked


@_with_net
def check_bytes(given: bytes, today: date, met: Met, words: Words, *, own: bool = False) -> Report:
    """Every fact of a file's bytes. Never raises for what they hold. ``own``: we made them, so no child has to read them."""
    if not given:
        return stopped("empty", words)
    if len(given) > MOST_BYTES:
        return stopped("too_large", words)
    if given.startswith(_PICTURES):
        return _check_picture(given, today, met, words, read_here if own else read_apart)
    if b"%PDF-" in given[:_PDF_WITHIN]:
        from passport.checking.check_pdf import check_pdf

        return check_pdf(given, today, met, words, read_here if own else None)
    return check_text(_as_text(given), today, met, words)


@_with_net
def check_text(text: str, today: date, met: Met, words: Words) -> Report:
    """Every fact of a code's text, as a scanner or a file gives it: line ends after it do not count. Never raises for it."""
    code = text.strip("\r\n\ufeff")
    if not code.strip():
        return stopped("empty", words)
    if not code.startswith("PIP") and not is_words_code(code, words):
        return stopped("prefix" if _like_a_code(code) else "neither", words)
    return check_code(code, today, met, words)


def _like_a_code(text: str) -> bool:
    """Whether a text may stand in somebody else's code. A letter, or a file that only has the name of a paper, does not."""
    if len(text) > MOST_LETTERS or not text.isprintable():
        return False
    capitals = text.upper()  # what is left of a code of ours is in capitals, and may have spaces
    return " " not in text or text == capitals or capitals.startswith("PIP")


def _check_picture(picture: bytes, today: date, met: Met, words: Words, read: Reads) -> Report:
    """Every fact of the code in a picture."""
    try:
        text = str(read(PICTURE, picture)["text"])
    except SealError as wrong:
        return stopped_by(wrong, words)
    return check_code(text, today, met, words)


def _as_text(given: bytes) -> str:
    """Bytes as text where they are text; else something that no code starts with."""
    try:
        return given[: 4 * MOST_LETTERS].decode()
    except UnicodeDecodeError:
        return "?\n?"
