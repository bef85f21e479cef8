"""Sheets with words that open a record: to print, keep apart from the computer, and delete. Nothing personal stands on them."""

from collections.abc import Sequence
from datetime import date

from passport.forms.dates import show_date
from passport.paper.document import PAGE, PAGES, Document, Heading, Panel, Paragraph
from passport.wording.words import Words


def recovery_sheet(rows: Sequence[str], made_on: date, words: Words) -> Document:
    """The recovery words as a page."""
    return _sheet("recovery", rows, made_on, words)


def share_sheet(
    rows: Sequence[str], number: int, count: int, need: int, made_on: date, words: Words
) -> Document:
    """One share as a page."""
    return _sheet("share", rows, made_on, words, number=number, count=count, need=need)


def _sheet(which: str, rows: Sequence[str], made_on: date, words: Words, **gaps: int) -> Document:
    def say(key: str) -> str:
        return words(f"sheets.{which}_{key}", **gaps)

    paragraphs = [Paragraph(say(key)) for key in ("what", "how", "keep")]
    return Document(
        title=say("title"),
        language=words.language,
        made_on=made_on,
        banner=say("warning"),
        footer=words("sheets.footer", page=PAGE, pages=PAGES, date=show_date(made_on.isoformat())),
        blocks=(Heading(1, say("title")), *paragraphs, Panel(say("rows"), tuple(rows))),
    )
