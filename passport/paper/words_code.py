"""A words code on paper: on a page of its own, or as a card. It has no seal and says so."""

from collections.abc import Sequence

from passport.forms.dates import show_date
from passport.paper.document import PAGE, PAGES, CardFaces, CodePicture, Document, Heading, Panel, Paragraph
from passport.record.copies import CopyGiven
from passport.wording.words import Words


def words_page(lines: Sequence[str], mark: str, copy: CopyGiven, words: Words) -> Document:
    """The page: the words in print, the code, and what it is not."""
    code = CodePicture(
        words("words_code.code"),
        words("words_code.alt"),
        (words("words_code.how"), words("words_code.no_seal")),
    )
    panel = Panel(words("words_code.shows"), (*lines, mark))
    blocks = (Heading(1, words("words_code.title")), panel, code, Paragraph(words("words_code.staff_ask")))
    return _sheet(copy, words, blocks)


def words_card(lines: Sequence[str], mark: str, copy: CopyGiven, words: Words) -> Document:
    """The card: the words on one face, the code on the other."""
    beside = (words("words_code.card_how"), mark)
    blocks = (
        Heading(1, words("words_code.title")),
        Paragraph(words("card.how")),
        CardFaces(tuple(lines), words("words_code.alt"), beside),
    )
    return _sheet(copy, words, blocks)


def _sheet(
    copy: CopyGiven, words: Words, blocks: tuple[Heading | Panel | CodePicture | Paragraph | CardFaces, ...]
) -> Document:
    footer = words(
        "words_code.footer",
        document=copy.document,
        version=copy.version,
        date=show_date(copy.given_on.isoformat()),
        page=PAGE,
        pages=PAGES,
    )
    return Document(words("words_code.title"), words.language, copy.given_on, "", footer, blocks)
