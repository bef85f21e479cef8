"""The card for a wallet: the person's own lines on one face, the code on the other. Nobody's name, unless a line says it."""

from collections.abc import Sequence

from passport.forms.dates import show_date
from passport.paper.document import CardFaces, Document, Heading, Paragraph
from passport.paper.facts import DocumentFacts
from passport.wording.words import Words

LINES = "cp_card"
"""The question whose lines stand on the card."""
MOST_LETTERS = 90
"""What one line of a card has room for, at eight points."""


def card(
    lines: Sequence[str],
    facts: DocumentFacts,
    words: Words,
    footer: str,
    banner: str,
    code_says: Sequence[str] = (),
) -> Document:
    """The sheet with the card on it. What its code carries stands beside the code, word for word."""
    made = show_date(facts.made_on.isoformat())
    beside = (
        *code_says,
        words("card.code"),
        words("card.facts", document=facts.document, version=facts.version, date=made),
        *((words("card.spoken", spoken=facts.spoken),) if facts.spoken else ()),
    )
    alt = words("paper.code_alt", document=facts.document)
    blocks = (
        Heading(1, words("card.title")),
        Paragraph(words("card.how")),
        CardFaces(tuple(lines), alt, beside),
    )
    return Document(words("card.title"), words.language, facts.made_on, banner, footer, blocks)
