"""The tags of a page as a screen reader walks them: each element, what it says, in the order of the tree."""

# mypy: disable-error-code="index,union-attr,attr-defined"
# (pypdf gives every object the same type)

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the tree."""

    kind: str
    """Such as ``H1``, without its slash."""
    says: str
    """Its own words, without those of the elements inside it."""
    depth: int
    inside: tuple[str, ...]
    """The kinds of the elements around it, the outermost first."""
    attributes: Mapping[str, object] = field(default_factory=dict)
    marks: tuple[tuple[int, int], ...] = ()
    """Its own marked pieces of the pages: page and number."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a screen reader has to go by."""

    tags: tuple[Tag, ...]
    """Every element in the order of the tree."""
    outside: str
    """Words on a page that are in no element and are not set apart as decoration."""


def heard(reader: PdfReader) -> Heard:
    """The tree of a paper, with the words of each element."""
    pieces = [[*_said(page)] for page in reader.pages]
    outside = "".join(text for page in pieces for mark, text in page if mark is None)
    tree = reader.trailer["/Root"].get_object().get("/StructTreeRoot")
    if tree is None:
        return Heard((), outside)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    said = {(number, mark): text for number, page in enumerate(pieces) for mark, text in page}
    return Heard(tuple(_walk(tree.get_object()["/K"], pages, said, 0, (), None)), outside)


def _walk(
    one: object,
    pages: Mapping[int, int],
    said: Mapping[tuple[int, int | None], str],
    depth: int,
    inside: tuple[str, ...],
    page: int | None,
) -> Iterator[Tag]:
    one = one.get_object()
    if isinstance(one, ArrayObject):
        for each in one:
            yield from _walk(each, pages, said, depth, inside, page)
        return
    if not isinstance(one, DictionaryObject) or "/S" not in one:
        return
    kind = str(one["/S"])[1:]
    here = pages[one.raw_get("/Pg").idnum] if "/Pg" in one else page
    marks = tuple(_marks(one.get("/K"), pages, here))
    shown = {str(key): value for key, value in one.items() if key not in {"/K", "/P", "/Pg", "/S", "/Type"}}
    yield Tag(kind, "".join(said.get(mark, "") for mark in marks), depth, inside, shown, marks)
    yield from _walk(one["/K"], pages, said, depth + 1, (*inside, kind), here) if "/K" in one else ()


def _marks(kids: object, pages: Mapping[int, int], page: int | None) -> Iterator[tuple[int, int]]:
    kids = kids.get_object() if kids is not None else ArrayObject()
    for each in kids if isinstance(kids, ArrayObject) else [kids]:
        kid = each.get_object()
        if isinstance(kid, int) and page is not None:
            yield page, int(kid)
        elif isinstance(kid, DictionaryObject) and "/MCID" in kid:
            yield pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page or 0, int(str(kid["/MCID"]))


def _said(page: PageObject) -> Iterator[tuple[int | None, str]]:
    """Each piece of text with the number of the marked piece it is in; None where it is in none. Decoration is left out."""
    letters = {
        name: _letters(font.get_object())
        for name, font in page["/Resources"].get_object().get("/Font", {}).items()
    }
    around: list[tuple[str, int | None]] = []
    font: Mapping[int, str] = {}
    contents = page.get_contents()
    collected: dict[int | None, str] = {}
    for operands, operator in contents.operations if contents is not None else ():
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if operator == b"BDC" else {}
            number = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
            kind = "decoration" if operands[0] == "/Artifact" else "other"
            if isinstance(properties, DictionaryObject) and "/ActualText" in properties:
                _add(collected, around, str(properties["/ActualText"]))
                kind = "said"
            around.append((kind, None if number is None else int(number)))
        elif operator == b"EMC":
            around.pop()
        elif operator == b"Tf":
            font = letters[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            pieces = operands[0] if operator == b"TJ" else [operands[0]]
            text = "".join(_decoded(one, font) for one in pieces if not isinstance(one, (int, float)))
            if not any(kind in {"decoration", "said"} for kind, _ in around):
                _add(collected, around, text)
    yield from collected.items()


def _add(collected: dict[int | None, str], around: list[tuple[str, int | None]], text: str) -> None:
    if any(kind == "decoration" for kind, _ in around):
        return
    number = next((mark for _, mark in reversed(around) if mark is not None), None)
    collected[number] = collected.get(number, "") + text


def _decoded(piece: object, font: Mapping[int, str]) -> str:
    if isinstance(piece, TextStringObject):
        raw = piece.original_bytes
    elif isinstance(piece, (ByteStringObject, bytes)):
        raw = bytes(piece)
    else:
        return ""
    return "".join(font.get(int.from_bytes(raw[at : at + 2]), "\ufffd") for at in range(0, len(raw), 2))


def _letters(font: DictionaryObject) -> Mapping[int, str]:
    """What each shape of a font stands for, as the file itself says."""
    table: dict[int, str] = {}
    if "/ToUnicode" not in font:
        return table
    for kind, block in _BLOCK.findall(font["/ToUnicode"].get_object().get_data()):
        if kind == b"bfchar":
            for code, letters in _PAIR.findall(block):
                table[int(code, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
        else:
            for first, last, letters in _RANGE.findall(block):
                start = int.from_bytes(bytes.fromhex(letters.decode()))
                for place, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    table[code] = (start + place).to_bytes(len(letters) // 2).decode("utf-16-be")
    return table


def letters_of(reader: PdfReader, letter: str) -> int:
    """How many shapes the fonts of a paper hold for one letter."""
    tables = [
        _letters(font.get_object())
        for page in reader.pages
        for font in page["/Resources"].get_object().get("/Font", {}).values()
    ]
    return sum(letter in said for table in tables for said in table.values())


def as_seen(page: PageObject) -> str:
    """The words of a page in the order of the eye: line by line from the top, each from left to right."""
    letters = {
        name: _letters(font.get_object()) for name, font in page["/Resources"].get_object()["/Font"].items()
    }
    font: Mapping[int, str] = {}
    contents, at = page.get_contents(), (0.0, 0.0)
    pieces: list[tuple[float, float, str]] = []
    for operands, operator in contents.operations if contents is not None else ():
        if operator == b"cm":
            at = (-float(operands[5]), float(operands[4]))
        elif operator == b"Tf":
            font = letters[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else [operands[0]]
            text = "".join(_decoded(one, font) for one in shown if not isinstance(one, (int, float)))
            pieces.append((*at, text))
    return "".join(text for _, _, text in sorted(pieces))
