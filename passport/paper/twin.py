"""The same words as the page, as plain text and as a web page that needs nothing else."""

from html import escape

from passport.paper.document import (
    PAGE,
    PAGES,
    Block,
    CardFaces,
    CodePicture,
    Document,
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
from passport.paper.printable import language_of, readable, right_to_left


def text_twin(document: Document) -> str:
    """Every word of the page but its last lines, in order, as UTF-8 text with Unix line ends. The banner stands once, first."""
    lines: list[str] = [document.banner, ""] if document.banner else []
    for block in document.blocks:
        lines += [*_lines(block), ""]
    return "\n".join(readable(line) for line in lines).strip() + "\n"


def html_twin(document: Document) -> str:
    """One file: no script, no link, nothing fetched. Readable large, small, in the dark and by a screen reader."""
    body = "\n".join(_html(block) for block in document.blocks)
    banner = f'<p class="banner">{_text(document.banner)}</p>' if document.banner else ""
    foot = _text(document.footer.replace(PAGE, "1").replace(PAGES, "1"))
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{banner}\n{body}\n</main>\n"
        f"<footer>{foot}</footer>\n</body>\n</html>\n"
    )


_STYLE = (
    "body{font:1.15rem/1.6 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#111;background:#fffdf7;margin:0}"
    "main,footer{max-width:38rem;margin:0 auto;padding:1rem}h1{font-size:1.9rem;line-height:1.2}"
    "h2{border-top:3px solid #111;padding-top:.6rem;margin-top:2.2rem}dt{font-weight:bold;margin-top:1rem}dd{margin:0;"
    "white-space:pre-wrap;overflow-wrap:anywhere}.panel,.banner{border:3px solid #111;padding:.4rem 1rem;margin:1.2rem 0}"
    ".banner{font-weight:bold;font-size:1.3rem}@media(prefers-color-scheme:dark){body{color:#f6f6f0;background:#101010}"
    "h2,.panel,.banner{border-color:#f6f6f0}}"
)


def _lines(block: Block) -> list[str]:  # noqa: C901  # one line or two for each kind of block
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [block.text]
        case Field():
            return [block.label, *block.lines]
        case SignatureBox():
            beside = [block.beside_title, *block.beside] if block.beside else []
            first = [block.on_first] if block.on_first else []
            return [block.title, *block.says, *block.lines[:1], *first, *block.lines[1:], *beside]
        case Signatures():
            return [block.title, *(line for box in block.boxes for line in ("", *_lines(box)))]
        case Panel() | CodePicture():
            return [block.title, *block.lines]
        case Pair() | Front():
            return _apart(_inside(block))
        case ToFill():
            return [block.label, *_to_fill(block)]
        case TearOff():
            return [block.cut, *block.says, *block.choices, *block.lines]
        case CardFaces():
            return [*block.lines, "", *block.beside]


def _inside(block: Pair | Front) -> tuple[Block, ...]:
    return block.blocks if isinstance(block, Front) else (*block.left, *block.right)


def _to_fill(block: ToFill) -> tuple[str, ...]:
    helped = (block.help,) if block.help else ()
    return (*helped, block.id, *block.choices, *block.columns)


def _apart(blocks: tuple[Block, ...]) -> list[str]:
    """Several blocks, an empty line between them."""
    lines = [line for block in blocks for line in (*_lines(block), "")]
    return lines[:-1]


def _html(block: Block) -> str:  # noqa: C901  # the same
    match block:
        case Heading():
            return f"<h{block.level}{_spoken(block.text)}>{_text(block.text)}</h{block.level}>"
        case Paragraph():
            return f"<p>{'<strong>' if block.strong else ''}{_text(block.text)}{'</strong>' if block.strong else ''}</p>"
        case Field():
            shown = "".join(f"<dd{_spoken(line)}>{_text(line)}</dd>" for line in block.lines)
            return f"<dl><dt>{_text(block.label)}</dt>{shown}</dl>"
        case SignatureBox():
            who = "".join(f"<li>{_text(one)}</li>" for one in block.beside)
            beside = f"<p><strong>{_text(block.beside_title)}</strong></p><ul>{who}</ul>" if who else ""
            first = (block.on_first,) if block.on_first else ()
            items = _paragraphs((*block.says, *block.lines[:1], *first, *block.lines[1:]))
            return f'<section class="panel"><p><strong>{_text(block.title)}</strong></p>{items}{beside}</section>'
        case Signatures():
            return f"<h2>{_text(block.title)}</h2>{''.join(_html(box) for box in block.boxes)}"
        case Panel() | CodePicture():
            items = _paragraphs(block.lines)
            return f'<section class="panel"><p><strong>{_text(block.title)}</strong></p>{items}</section>'
        case Pair() | Front():
            return "".join(_html(one) for one in _inside(block))
        case ToFill():
            return f"<section><h3>{_text(block.label)}</h3>{_paragraphs(_to_fill(block))}</section>"
        case TearOff():
            lines = (block.cut, *block.says, *block.choices, *block.lines)
            return f"<section><hr>{_paragraphs(lines)}</section>"
        case CardFaces():
            faces = (block.lines, block.beside)
            return "".join(f'<section class="panel">{_paragraphs(face)}</section>' for face in faces)


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p{_spoken(line)}>{_text(line)}</p>" for line in lines)


def _spoken(text: str) -> str:
    """Which way a line runs, and the language it is read out in where that is not the page's."""
    language = language_of(text)
    return f' dir="{"rtl" if right_to_left(text) else "ltr"}"' + f' lang="{language}"' * bool(language)


def _text(text: str) -> str:
    return escape(readable(text), quote=True)
