"""What a check code may say of a paper: this side's facts, then its entries, the newest first.

No refusal, no field that is never shared, and in a code for involvement no field of the care side, even one that was
picked by name for the paper: a code is read by whoever holds a camera.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from passport.forms.dates import span
from passport.forms.pack import Pack
from passport.qr.table import EntryTable, table
from passport.qr.token import EntryFacts, Said
from passport.record.answers import Value
from passport.record.audience import Audience, Share
from passport.record.passport import Passport
from passport.record.sections import Section


@dataclass(frozen=True, slots=True)
class CanSay:
    """One thing that a person may put in the code, or leave out of it."""

    key: str
    """What it is picked by: the id of a question, or of an entry's section."""
    section: str
    """Id of the section it is from."""
    said: Said | EntryFacts

    @property
    def question(self) -> str:
        """The id of the question it answers. A line of a card is picked by this id, a dot and its number."""
        return self.key.partition(".")[0]

    @property
    def line(self) -> str:
        """The number of the line of a card that it is, from 1; empty for anything else."""
        return self.key.partition(".")[2]

    @property
    def entry(self) -> EntryFacts | None:
        """The entry, where it is one."""
        return self.said if isinstance(self.said, EntryFacts) else None


def can_say(
    chosen: Passport, packs: Mapping[str, Pack], audience: Audience, *, card: bool = False
) -> tuple[CanSay, ...]:
    """Everything a code of this side may say of what was chosen for the paper, in the order it matters."""
    facts, entries = _facts(chosen, packs, audience), _entries(chosen, packs, audience)
    return (*(_card_lines(chosen, packs, audience) if card else ()), *facts, *entries)


def _card_lines(chosen: Passport, packs: Mapping[str, Pack], audience: Audience) -> Iterator[CanSay]:
    """Each line by itself: a person may want their name in the code, and their sister's number not."""
    question = table().card
    for section in chosen.sections:
        lines = _said(section, question, packs, audience)
        for number, line in enumerate(lines if isinstance(lines, tuple) else (), 1):
            yield CanSay(f"{question}.{number}", section.id, (line,))


def _facts(chosen: Passport, packs: Mapping[str, Pack], audience: Audience) -> Iterator[CanSay]:
    for question in table().facts:
        for section in chosen.sections:
            value = _said(section, question, packs, audience)
            if value is not None:
                yield CanSay(question, section.id, value)
                break


def _entries(chosen: Passport, packs: Mapping[str, Pack], audience: Audience) -> Iterator[CanSay]:
    """Every entry that has something to say, newest first; what still goes on is the newest of all."""
    dated: list[tuple[date, CanSay]] = []
    for section in chosen.sections:
        columns = table().entries.get(section.form)
        if columns is None:
            continue
        facts = {
            question: value
            for question in columns.facts
            if (value := _said(section, question, packs, audience)) is not None
        }
        if facts:
            one = CanSay(section.id, section.id, EntryFacts(section.form, facts))
            dated.append((_newest(section, columns), one))
    for _, one in sorted(dated, key=lambda pair: pair[0], reverse=True):
        yield one


def _newest(section: Section, columns: EntryTable) -> date:
    first = next((found for one in columns.newest if (found := span(section.value(one)))), None)
    if first is None:
        return date.min
    if columns.open is not None and span(section.value(columns.open)) is None:
        return date.max
    return first.last


def _said(section: Section, question: str, packs: Mapping[str, Pack], audience: Audience) -> Said | None:
    """What the person answered, if a code of this side of the wall may carry it."""
    pack = packs.get(section.form)
    asked = None if pack is None else pack.question(question)
    if pack is None or asked is None or asked.share is Share.NEVER:
        return None
    if (
        not (audience.takes(asked.audience) and audience.takes(pack.audience))
        or pack.part_of(question) is not None
    ):
        return None
    return _short(section.value(question))


def _short(value: Value) -> Said | None:
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, tuple):
        texts = tuple(one for one in value if isinstance(one, str) and one.strip())
        return texts or None
    return None
