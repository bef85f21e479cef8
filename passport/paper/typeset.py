"""From a document to pages: Typst, PDF/UA-1 and PDF/A-3a in one file, our own fonts only, equal input to equal bytes."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path

from passport.errors import CannotPrint, FontMissing
from passport.paper.as_data import as_data
from passport.paper.document import Document
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from passport.paper.printable import printable
from passport.wording.words import Words

FONTS = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Ethiopic",
)
STANDARDS = ["ua-1", "a-3a"]
_ABOUT = {
    ANSWERS_NAME: ("application/cose", "data", "paper.answers_file"),
    TEXT_NAME: ("text/plain", "alternative", "paper.text_file"),
    CODE_NAME: ("text/plain", "data", "paper.code_file"),
}
_SUMS = "SHA256SUMS"
_LOOKS, _ROUND_IT = "[\ufe00-\ufe0f]", "[\u20dd-\u20e4]"
"""How a sign looks; and the marks that go round a letter, such as the key of a keypad."""
_AS_A_NUMBER = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_NO_SHAPE = re.compile(
    r"the text [`\"]+(.+?)[`\"]+ could not be displayed|contains the codepoint [`\"]+(.+?)[`\"]+", re.DOTALL
)


def typeset(
    document: Document, code_svg: bytes, files: Mapping[str, bytes], words: Words, *, large_print: bool
) -> bytes:
    """The PDF, not yet sealed. ``code_svg`` is empty where a paper has no code.

    Raises CannotPrint for a character that no font of ours has, and FontMissing where one of them is not as it came.
    """
    import typst

    fonts = resources.files("passport.paper") / "fonts"
    _must_be_whole(str(fonts))
    room, told = what_typst_gets(document, code_svg, files, words, large_print=large_print)
    at = datetime.combine(document.made_on, time(12), UTC)
    try:
        made: bytes = typst.compile(  # type: ignore[call-overload]  # its types leave out a table of files
            room,
            sys_inputs={"data": told},
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as trouble:
        raise _named(str(trouble.message), told, words) from None
    return made


def what_typst_gets(
    document: Document, code_svg: bytes, files: Mapping[str, bytes], words: Words, *, large_print: bool
) -> tuple[dict[str, bytes], str]:
    """The files that Typst works from, and what it is told in JSON: all words of the paper, as data."""
    data = {
        "title": document.title,
        "language": document.language,
        "banner": printable(document.banner),
        "footer": printable(document.footer),
        "large": large_print,
        "fonts": FONTS,
        "date": [document.made_on.year, document.made_on.month, document.made_on.day],
        "files": [_file(name, content, words) for name, content in files.items()],
        "blocks": [as_data(block) for block in document.blocks],
        "code_width": _millimetres(code_svg) if code_svg else 0,
    }
    room = {"main.typ": _page(), **({"code.svg": code_svg} if code_svg else {})}
    return room, json.dumps(data, ensure_ascii=False)


@cache
def _must_be_whole(fonts: str) -> None:
    """Raises FontMissing unless each of our fonts is as it came: Typst takes another one in silence."""
    name = _SUMS
    try:
        for line in (Path(fonts) / _SUMS).read_text("ascii").splitlines():
            digest, name = line.split("  ")
            if (
                name.endswith(".ttf")
                and hashlib.sha256((Path(fonts) / name).read_bytes()).hexdigest() != digest
            ):
                raise FontMissing(file=name)
    except (OSError, ValueError):
        raise FontMissing(file=name) from None


def _named(message: str, said: str, words: Words) -> Exception:
    """Typst's own text may quote the person's words, so only the character goes on.

    Of a letter with a mark it tells the letter, also where only the mark has no shape.
    """
    found = _NO_SHAPE.search(message)
    quoted = _AS_A_NUMBER.sub(lambda number: chr(int(number[1], 16)), (found[1] or found[2]) if found else "")
    letter = next((one for one in quoted if not one.isspace()), "?")
    if letter.isascii() and (mark := re.search(f"{re.escape(letter)}{_LOOKS}*({_ROUND_IT})", said)):
        letter = mark[1]
    name = unicodedata.name(letter, f"U+{ord(letter):04X}").lower()
    script = f"paper.letter_{name.partition(' ')[0]}"
    return CannotPrint(character=letter, name=words(script) if words.has(script) else name)


def _page() -> bytes:
    return (resources.files("passport.paper") / "page.typ").read_bytes()


def _file(name: str, content: bytes, words: Words) -> dict[str, object]:
    """An enclosed file. Text goes over as text: as a row of numbers it takes Typst longer than a page does."""
    mime, relationship, about = _ABOUT[name]
    held: str | list[int]
    try:
        held = content.decode()
    except UnicodeDecodeError:
        held = list(content)
    return {
        "name": name,
        "mime": mime,
        "relationship": relationship,
        "description": words(about),
        "bytes": held,
    }


def _millimetres(code_svg: bytes) -> float:
    """The width that the drawing states, so that a module stays half a millimetre."""
    found = re.search(rb'width="([0-9.]+)mm"', code_svg)
    assert found is not None
    return float(found[1])
