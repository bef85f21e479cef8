"""Words that leave one by one: what may be offered for them, and the line that the register gets.

Nothing goes in by itself. What is offered is one side of the wall's, never a field that is shared with nobody. What leaves is
the text that the person has in front of them, letter for letter.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from passport.actions.copy_kinds import series
from passport.actions.hand_out import Line
from passport.actions.offer import offer
from passport.errors import HolderWanted
from passport.forms.shelf import Shelf
from passport.law.standing_copies import what_is_news
from passport.paper.card import LINES
from passport.paper.printable import readable
from passport.qr.table import table
from passport.record.answers import one_line, whole_letters
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.copies_now import state_of
from passport.record.passport import Passport
from passport.vault.vault import Vault
from passport.wording.words import Words

TO_REACH = ("am_phone", "am_email")
"""How to reach the person: in no check code, and offered here, where each word is chosen by itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that may be chosen."""

    label: str
    text: str
    """One line, as it would stand there."""
    section: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class To:
    """Who gets it and why."""

    holder: str
    reason: str = ""
    large_print: bool = False

    def as_kept(self) -> "To":
        """The same, as it is kept. Raises HolderWanted where nobody is named."""
        holder = one_line(self.holder)
        if not holder:
            raise HolderWanted
        return To(holder, whole_letters(self.reason), self.large_print)


def as_chosen(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as they leave: none empty, each one line, nothing in them that acts instead of being read."""
    whole = (line for text in lines for line in whole_letters(text).splitlines() or [""])
    return tuple(one for line in whole if (one := readable(line.strip())))


def about_me(passport: Passport, shelf: Shelf, for_: Audience, words: Words) -> Iterator[Piece]:
    """Who it is, how to reach them and what they need; for care, the lines of their card. No refusal, nothing stopped."""
    stopped = {section.id for section in passport.sections if section.stopped_on is not None}
    found = {
        (field.question, part.section): field
        for part in offer(passport, shelf, for_, words)
        if part.section not in stopped
        for field in part.fields
    }
    for wanted in (*table().facts[:3], *TO_REACH, *table().facts[3:], LINES):
        for (question, section), field in found.items():
            if question != wanted:
                continue
            texts = field.shown if question == LINES else (", ".join(field.shown),)
            for text in texts:
                yield Piece(field.label, " ".join(text.split()), section, question)


def chosen_from(lines: Sequence[str], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces whose words stand in these lines, however they came there: a change of one makes the copy an old one."""
    text = "\n".join(lines)
    return tuple(one for one in pieces if readable(one.text) in text)


def register_line(
    vault: Vault,
    shelf: Shelf,
    kind: str,
    for_: Audience,
    text: str,
    pieces: Sequence[Piece],
    to: To,
    on: date,
) -> Line:
    """What the register will say of these words: to whom, which version, and which answers they come from."""
    passport = vault.passport()
    sections = tuple(dict.fromkeys(one.section for one in pieces))
    state = state_of(passport, sections, what_is_news(shelf.labels()))
    digest = hashlib.sha256(text.encode()).hexdigest()
    says = hashlib.sha256(f"{state} {digest}".encode()).hexdigest()
    document, version = vault.next_document(series(for_, (), kind), says)
    copy = CopyGiven(
        id=f"copy-{len(passport.copies) + 1}",
        holder=to.holder,
        audience=for_,
        document=document,
        version=version,
        sections=sections,
        fields=tuple(dict.fromkeys((one.section, one.question) for one in pieces if one.question)),
        state=state,
        given_on=on,
        reason=to.reason,
        answers_digest=digest[:32],
    )
    return Line(copy, series(for_, (), kind), says)


def file_name(kind: str, line: Line) -> str:
    """The name of its files: nothing of what it says, and another for other words."""
    copy = line.copy
    return f"{kind}-{copy.document[:8]}-v{copy.version}-{copy.answers_digest[:8]}"
