"""The text of a page, read quickly where the page is written as Typst writes ours; else by pypdf, which reads any.

pypdf works out where each letter stands, which takes far longer than setting the page. To compare words, their order in
the file is enough. Anything here that is not exactly as expected, a sign too many even, goes to pypdf: none is guessed at.
"""

import re
from collections.abc import Iterator
from typing import Any

_DRAWS = (
    b"cm w J j M d i ri gs m l c v y h re S s f f* B B* b b* n W W* CS cs SC SCN sc scn G g RG rg K k"
    b" BT Tc Tw Tz TL Tr Ts Td TD Tm BMC BDC EMC"
)
"""ISO 32000-1 annex A: what draws, moves or marks. What is neither here nor in ``_read`` is pypdf's."""
_OPERATORS = rb"(?:" + b"|".join(re.escape(one) for one in _DRAWS.split()) + rb")(?![A-Za-z0-9*'\"])"
_NUMBERS = rb"(?:[\x00\t\n\f\r \[\]]|[+-]?(?:\d+\.?\d*|\.\d+)|<<|>>)"
_ESCAPE = rb"\\([0-7]{3}|[nrtbf()\\])"
_PLAIN = rb"(?:[^()\\\r]++|" + _ESCAPE.replace(b"(", b"(?:", 1) + rb")*+"
_NESTED = (
    rb"\("
    + _PLAIN
    + rb"(?:\("
    + _PLAIN
    + rb"(?:\("
    + _PLAIN
    + rb"\)"
    + _PLAIN
    + rb")*+\)"
    + _PLAIN
    + rb")*+\)"
)
_TOKEN = re.compile(
    rb"(?P<numbers>" + _NUMBERS + rb"++)"
    rb"|(?P<string>" + _NESTED + rb")"
    rb"|(?P<draws>(?:" + _OPERATORS + _NUMBERS + rb"*+)++)"
    rb"|(?P<hex><(?:[0-9A-Fa-f]{2})*>)"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<operator>[A-Za-z][A-Za-z0-9]*\*?)"
    rb"|(?P<unusual>[^A-Za-z])"
)
"""ISO 32000-1 7.2 and 7.3, less what Typst has no use for: comments, line ends within strings, brackets four deep."""
_ESCAPED = re.compile(_ESCAPE)
_MEANS = {f"{number:03o}".encode(): bytes((number,)) for number in range(256)} | dict(
    zip(
        (b"n", b"r", b"t", b"b", b"f", b"(", b")", b"\\"),
        (b"\n", b"\r", b"\t", b"\b", b"\f", b"(", b")", b"\\"),
        strict=True,
    )
)
_BLOCK = re.compile(rb"\d+ beginbfchar\n((?:<[0-9A-F]{4}> <(?:[0-9A-F]{4})+>\n)*)endbfchar\n")
_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_MOST_BYTES = 4 * 1024 * 1024
"""Of one page. Ours take some ten thousand."""

_Letters = dict[bytes, str]


class Unusual(Exception):
    """A page that is not written as ours are."""


def texts(pages: Any) -> Iterator[str]:
    """The text of each page of a pypdf reader. What pypdf raises."""
    known: dict[int, _Letters] = {}
    for page in pages:
        try:
            yield quick_text(page, known)
        except Unusual:
            yield page.extract_text()


def quick_text(page: Any, known: dict[int, _Letters]) -> str:
    """The letters of a page in the order of the file, a line for each text. Raises Unusual.

    ``known``: the letters of fonts that were read before, by the number of the font.
    """
    content = page.get("/Contents")
    content = content and content.get_object()
    if not hasattr(content, "get_data"):
        raise Unusual
    resources = page.get("/Resources")
    resources = resources and resources.get_object()
    if not isinstance(resources, dict):
        raise Unusual
    return "".join(_read(content.get_data(), resources, known))


def _read(content: bytes, resources: Any, known: dict[int, _Letters]) -> Iterator[str]:
    font: _Letters | None = None
    kept: list[_Letters | None] = []
    for does, name, strings in _operations(content):
        if does in {b"Tj", b"TJ"}:
            yield _letters(strings, font)
        elif does == b"Tf":
            font = _font(name, resources, known)
        elif does == b"q":
            kept.append(font)
        elif does == b"Q" and kept:
            font = kept.pop()
        elif does == b"ET":
            yield "\n"
        elif does == b"Do":
            _must_be_picture(name, resources)
        else:
            raise Unusual


def _operations(content: bytes) -> Iterator[tuple[bytes, bytes, list[bytes]]]:
    """Each operator, with the last name and all the strings before it. Raises Unusual."""
    if len(content) > _MOST_BYTES:
        raise Unusual
    name, strings = b"", []
    for token in _TOKEN.finditer(content):
        match token.lastgroup:
            case "string":
                strings.append(_unescaped(token[0][1:-1]))
            case "hex":
                strings.append(bytes.fromhex(token[0][1:-1].decode("ascii")))
            case "name":
                name = token[0]
            case "draws":
                name, strings = b"", []
            case "operator":
                yield token[0], name, strings
                name, strings = b"", []
            case "unusual":
                raise Unusual


def _letters(strings: list[bytes], font: _Letters | None) -> str:
    """What these strings say in a font with two bytes to a shape."""
    if font is None:
        raise Unusual
    if any(len(one) % 2 for one in strings):
        raise Unusual
    said = b"".join(strings)
    try:
        return "".join(font[said[at : at + 2]] for at in range(0, len(said), 2))
    except KeyError:
        raise Unusual from None


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    try:
        return _ESCAPED.sub(lambda one: _MEANS[one[1]], string)
    except KeyError:  # more than a byte holds
        raise Unusual from None


def _font(name: bytes, resources: Any, known: dict[int, _Letters]) -> _Letters:
    """The letter, or letters, of each shape of a font. Raises Unusual."""
    try:
        held = resources["/Font"].raw_get(name.decode("ascii"))
        number = held.idnum
        if number not in known:
            font = held.get_object()
            if font["/Subtype"] != "/Type0" or font["/Encoding"] != "/Identity-H":
                raise Unusual
            known[number] = _shapes(font["/ToUnicode"].get_object().get_data())
    except (KeyError, AttributeError, UnicodeDecodeError) as unusual:
        raise Unusual from unusual
    return known[number]


def _shapes(table: bytes) -> _Letters:
    """A table of ISO 32000-1 9.10.3 that names each shape by itself."""
    blocks = list(_BLOCK.finditer(table))
    if b"bfrange" in table or table.count(b"beginbfchar") != len(blocks) or len(table) > _MOST_BYTES:
        raise Unusual
    try:
        return {
            bytes.fromhex(shape.decode()): bytes.fromhex(letters.decode()).decode("utf-16-be")
            for block in blocks
            for shape, letters in _PAIR.findall(block[1])
        }
    except ValueError as unusual:
        raise Unusual from unusual


def _must_be_picture(name: bytes, resources: Any) -> None:
    """A drawing within the page may hold words: pypdf reads those."""
    try:
        kind = resources["/XObject"][name.decode("ascii")].get_object()["/Subtype"]
    except (KeyError, AttributeError, TypeError, UnicodeDecodeError) as unusual:
        raise Unusual from unusual
    if kind != "/Image":
        raise Unusual
