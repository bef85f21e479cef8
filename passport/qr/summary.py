"""What goes into a check code: who it is, what they need, then the newest entries until the code is full.

No refusal, no field that is never shared, and in a code for involvement no field of the care side, even one that was
picked by name for the paper: a code is read by whoever holds a camera.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from passport.forms.dates import span
from passport.forms.pack import Pack
from passport.keys.identity import PublicKey
from passport.qr.deflate import MOST_INSIDE
from passport.qr.room import A4, Room
from passport.qr.table import EntryTable, table
from passport.qr.token import EntryFacts, Said, TokenFacts, payload, wrap
from passport.record.answers import Value
from passport.record.audience import Audience, Share
from passport.record.passport import Passport
from passport.record.sections import Section

_NINE_BIT_LETTERS = bytes(range(144, 208))  # the dearest a seal's 64 bytes can be in the fixed codes
_NINE_BIT_DIGEST = bytes(
    range(224, 240)
)  # the digest may not be known yet: it is of the words beside the code
_ID_OF_KEY = bytes(range(208, 216))


class PaperFacts(Protocol):
    """What the paper says of itself (``paper.facts.DocumentFacts``)."""

    @property
    def document(self) -> str:
        """Its id, 16 hex digits."""

    @property
    def version(self) -> int:
        """Its version."""

    @property
    def made_on(self) -> date:
        """The day this version was made."""

    @property
    def look_again(self) -> date | None:
        """When the person means to look again."""

    @property
    def audience(self) -> Audience:
        """Its side of the wall."""

    @property
    def status(self) -> str:
        """``draft``, ``ready`` or ``stopped``."""

    @property
    def stopped_on(self) -> date | None:
        """The day it was stopped."""


def summary(
    chosen: Passport,
    packs: Mapping[str, Pack],
    facts: PaperFacts,
    answers_digest: bytes,
    public: PublicKey,
    room: Room = A4,
) -> TokenFacts:
    """The facts of a code that fits. ``chosen`` is what the paper shares; ``answers_digest`` is SHA-256 of its answers."""
    entries = list(entries_for_code(chosen, packs, facts.audience))
    said = TokenFacts(
        document=facts.document,
        version=facts.version,
        made_on=facts.made_on,
        audience=facts.audience,
        status=facts.status,
        digest=answers_digest[:16],
        look_again=facts.look_again,
        stopped_on=facts.stopped_on,
        entries_in_all=len(entries),
    )
    forms = tuple(
        dict.fromkeys(section.form for section in chosen.sections if table().form_number(section.form))
    )
    may_say = dict(facts_for_code(chosen, packs, facts.audience))
    everything = replace(said, facts=may_say, forms=forms, entries=tuple(entries))
    if room_left(everything, public, room) >= 0:
        return everything
    for question, value in may_say.items():
        with_it = replace(said, facts={**said.facts, question: value})
        if room_left(with_it, public, room) >= 0:
            said = with_it
    if room_left(replace(said, forms=forms), public, room) >= 0:
        said = replace(said, forms=forms)
    for entry in entries:
        with_it = replace(said, entries=(*said.entries, entry))
        if room_left(with_it, public, room) < 0:
            break
        said = with_it
    return said


def room_left(facts: TokenFacts, public: PublicKey, room: Room) -> int:
    """How many more letters fit, at the least. Below zero: too much. Seal and digest count at their dearest."""
    inside = payload(replace(facts, digest=_NINE_BIT_DIGEST), public)
    if len(inside) > MOST_INSIDE - 100:  # no reader of ours would unpack it, however small it packs
        return -len(inside)
    size = len(inside).to_bytes(2, "big")
    bytes_header = b"\x58" + size[1:] if len(inside) < 256 else b"\x59" + size
    protected = b"\x4d\xa2\x01\x26\x04\x48" + _ID_OF_KEY
    likely = b"\xd2\x84" + protected + b"\xa0" + bytes_header + inside + b"\x58\x40" + _NINE_BIT_LETTERS
    return room.letters - len(wrap(likely))


def facts_for_code(
    chosen: Passport, packs: Mapping[str, Pack], audience: Audience
) -> Iterator[tuple[str, Said]]:
    """Every fact a code of this side may say, by question id, in the order they go in."""
    for question in table().facts:
        for section in chosen.sections:
            value = _said(section, question, packs, audience)
            if value is not None:
                yield question, value
                break


def entries_for_code(chosen: Passport, packs: Mapping[str, Pack], audience: Audience) -> Iterator[EntryFacts]:
    """Every entry that has something to say, newest first; what still goes on is the newest of all."""
    dated: list[tuple[date, EntryFacts]] = []
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
            dated.append((_newest(section, columns), EntryFacts(section.form, facts)))
    for _, entry in sorted(dated, key=lambda one: one[0], reverse=True):
        yield entry


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
