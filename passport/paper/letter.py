"""A letter to somebody who holds an old copy: what to do with it, and a part to tear off and send back. It is not sealed.

It names the paper by its number and version, and says nothing that stands on it.
"""

from dataclasses import dataclass
from datetime import date

from passport.forms.dates import show_date
from passport.paper.document import PAGE, PAGES, Document, Heading, Panel, Paragraph, TearOff
from passport.record.copies import CopyGiven
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class OldCopy:
    """One copy to write about."""

    copy: CopyGiven
    name: str
    """Whose paper it is, as it was printed; may be empty."""
    stopped: bool
    now: int
    """The version that the person would give today."""
    kind: str = "paper"
    """Which kind of copy it is (``actions.copies``)."""


def letter(old: OldCopy, words: Words, today: date) -> Document:
    """The letter: "replace version 2 with version 3", or "I have stopped this"."""
    copy = old.copy
    chosen = words.has(
        f"letter.which_{old.kind}"
    )  # words that were chosen one by one: there is no next version yet
    of_kind = f"_{old.kind}" if chosen else ""
    named = {
        "document": copy.document,
        "version": copy.version,
        "date": show_date(copy.given_on.isoformat()),
    }
    day = show_date(today.isoformat())
    kind = "stopped" if old.stopped else "replace"
    title = words(f"letter.{kind}{'_words' * chosen}", old=copy.version, new=old.now)
    says = (words(f"letter.{kind}_do"), words(f"letter.{kind}_then"))
    footer = words("letter.footer", document=copy.document, version=copy.version, page=PAGE, pages=PAGES)
    reply = TearOff(
        words("letter.cut"),
        (words(f"letter.reply{of_kind}", **named),),
        tuple(words(f"letter.{kind}_{one}") for one in ("done", "not_found")),
        (words("letter.name"), words("paper.date")),
    )
    blocks = (
        Heading(1, title),
        Paragraph(words("letter.to", holder=copy.holder)),
        Paragraph(
            words("cover.dated", date=day)
            if chosen and not old.name
            else words("letter.from", name=old.name or words("paper.untitled"), date=day)
        ),
        Panel(words(f"letter.which{of_kind}", **named), says),
        Paragraph(words("letter.thanks")),
        reply,
    )
    return Document(title, words.language, today, "", footer, blocks)
