"""A document before it is typeset: headings, words and boxes as values.

The page, the text twin and the HTML twin are all made from this one value, so they say the same words in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PAGE, PAGES = "\ue000", "\ue001"
"""Where the page's number and their count go. No font has these letters, so nobody's name can hold one on a page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the document's own; 2 begins a part; 3 an item."""

    level: int
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two of ours."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A label of ours and the person's words."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A box that a reader in a hurry looks for."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Room to write in: a title, what the signature says, the lines to fill in, and who may sign beside them."""

    title: str
    lines: tuple[str, ...]
    says: tuple[str, ...] = ()
    """Words of ours that whoever signs here stands for."""
    on_first: str = ""
    """A short line, such as the date, in the row of the first one."""
    beside_title: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Boxes that are signed together, under one heading: they stand on one page."""

    title: str
    boxes: tuple[SignatureBox, ...]


@dataclass(frozen=True, slots=True)
class CodePicture:
    """Where the code stands, with what to do with it."""

    title: str
    alt: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that stand side by side, the left one read first. In large print one under the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What a stranger needs in ten seconds: set a little smaller where that keeps it on one page, and ended by that page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ToFill:
    """A question with room to write: ticks where there are choices, a table where there are columns, else lines."""

    label: str
    help: str
    id: str
    """Printed small, for whoever types it up."""
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    lines: int = 1
    """How many empty lines, or rows of the table."""


@dataclass(frozen=True, slots=True)
class TearOff:
    """A part that comes off and goes back: a line of what to do, what it says, boxes to tick and lines to fill in."""

    cut: str
    says: tuple[str, ...]
    choices: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardFaces:
    """A card for a wallet, 85.6 by 54 millimetres (ISO/IEC 7810 ID-1): the person's lines, and the code on a face of its own."""

    lines: tuple[str, ...]
    alt: str
    beside: tuple[str, ...]
    """The words next to the code."""


Block = (
    Heading
    | Paragraph
    | Field
    | Panel
    | SignatureBox
    | Signatures
    | CodePicture
    | Pair
    | Front
    | ToFill
    | TearOff
    | CardFaces
)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper."""

    title: str
    language: str
    made_on: date
    banner: str
    """DRAFT or STOPPED words on every page; empty for a paper that is ready."""
    footer: str
    """On every page; PAGE and PAGES are filled in by the typesetter."""
    blocks: tuple[Block, ...]
