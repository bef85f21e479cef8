"""The cover letter on paper: what comes with it, what is asked of whoever files it, how to check it, and a part to send back.

Of the person it says only what they chose for it; of the paper its number, its version and its check line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from passport.forms.dates import show_date
from passport.paper.document import PAGE, PAGES, Block, Document, Heading, Panel, Paragraph, TearOff
from passport.record.copies import CopyGiven
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Covered:
    """The copy that it goes with, and what was chosen."""

    copy: CopyGiven
    spoken: str
    """The words of the seal on that copy."""
    sender: str
    lines: tuple[str, ...]
    alert: tuple[str, ...]
    tell: tuple[str, ...]


def cover_letter(covered: Covered, words: Words, today: date) -> Document:
    """The letter."""
    copy = covered.copy
    footer = words("cover.footer", document=copy.document, version=copy.version, page=PAGE, pages=PAGES)
    return Document(
        words("cover.title"), words.language, today, "", footer, tuple(_blocks(covered, words, today))
    )


def _blocks(covered: Covered, words: Words, today: date) -> Iterator[Block]:
    copy, day = covered.copy, show_date(today.isoformat())
    yield Heading(1, words("cover.title"))
    yield Paragraph(words("letter.to", holder=copy.holder))
    named = (
        words("letter.from", name=covered.sender, date=day)
        if covered.sender
        else words("cover.dated", date=day)
    )
    yield Paragraph(named)
    which = words(
        "cover.which",
        document=copy.document,
        version=copy.version,
        date=show_date(copy.given_on.isoformat()),
    )
    yield Panel(words("cover.enclosed"), (*covered.lines, which))
    yield Paragraph(words("cover.staff_scan"))
    if covered.alert:
        yield Panel(words("cover.staff_alert"), covered.alert)
    if covered.tell:
        yield Panel(words("cover.staff_tell"), covered.tell)
    short = f"{copy.answers_digest[:4]} {copy.answers_digest[4:8]}"
    yield Panel(
        words("cover.check"),
        (words("front.said_of_it", spoken=covered.spoken, short=short), words("cover.staff_check")),
    )
    done = ("scanned", *(("alert_added",) if covered.alert else ()))
    yield TearOff(
        words("letter.cut"),
        (words("letter.reply", document=copy.document, version=copy.version),),
        tuple(words(f"cover.{one}") for one in done),
        (words("letter.name"), words("paper.date")),
    )
