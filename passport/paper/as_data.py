"""A document's blocks as the plain data that the page is drawn from: every text made safe for a page, none of it code."""

from typing import Any

from passport.paper.document import (
    Block,
    CardFaces,
    CodePicture,
    Field,
    Front,
    Heading,
    Pair,
    Panel,
    Paragraph,
    SignatureBox,
    Signatures,
    TearOff,
    ToFill,
)
from passport.paper.printable import language_of, printable, right_to_left


def as_data(block: Block) -> dict[str, Any]:  # noqa: C901  # one for each kind of block
    """One block: its kind, and its texts with their direction."""
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                **_line(block.text),
                "new_page": block.new_page,
            }
        case Paragraph():
            return {"kind": "paragraph", "strong": block.strong, **_line(block.text)}
        case Field():
            return {"kind": "field", "label": printable(block.label), "lines": _lines(block.lines)}
        case Panel():
            return {"kind": "panel", "title": printable(block.title), "lines": _lines(block.lines)}
        case SignatureBox():
            return {
                "kind": "signature",
                "title": printable(block.title),
                "says": _lines(block.says),
                "lines": _lines(block.lines),
                "on_first": printable(block.on_first),
                "beside_title": printable(block.beside_title),
                "beside": _lines(block.beside),
            }
        case Signatures():
            boxes = [as_data(box) for box in block.boxes]
            return {"kind": "signatures", "title": printable(block.title), "boxes": boxes}
        case CodePicture():
            title, lines = printable(block.title), _lines(block.lines)
            return {"kind": "code", "title": title, "alt": block.alt, "lines": lines}
        case Pair():
            left, right = ([as_data(one) for one in side] for side in (block.left, block.right))
            return {"kind": "pair", "left": left, "right": right}
        case Front():
            return {"kind": "front", "blocks": [as_data(one) for one in block.blocks]}
        case ToFill():
            return {
                "kind": "to_fill",
                "label": printable(block.label),
                "help": printable(block.help),
                "id": block.id,
                "choices": _lines(block.choices),
                "columns": _lines(block.columns),
                "lines": block.lines,
            }
        case TearOff():
            return {
                "kind": "tear_off",
                "cut": printable(block.cut),
                "says": _lines(block.says),
                "choices": _lines(block.choices),
                "lines": _lines(block.lines),
            }
        case CardFaces():
            lines, beside = _lines(block.lines), _lines(block.beside)
            return {"kind": "card", "lines": lines, "alt": block.alt, "beside": beside}


def _lines(texts: tuple[str, ...]) -> list[dict[str, object]]:
    return [_line(one) for one in texts]


def _line(text: str) -> dict[str, object]:
    return {"text": printable(text), "rtl": right_to_left(text), "language": language_of(text)}
