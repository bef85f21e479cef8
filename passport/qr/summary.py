"""What goes into a check code: what the person picked, or what we would pick for them.

By ourselves: who it is, then what they need until half of the rest is taken, then the newest entries until it is full,
then more of what they need. So a code that is full still speaks of both.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from passport.forms.pack import Pack
from passport.keys.identity import PublicKey
from passport.qr.can_say import CanSay, can_say
from passport.qr.deflate import MOST_INSIDE
from passport.qr.room import A4, Room
from passport.qr.table import table
from passport.qr.token import EntryFacts, Said, TokenFacts, payload, wrap
from passport.record.audience import Audience
from passport.record.passport import Passport

_WHO = frozenset({"am_name", "am_known_as", "am_pronouns", "cr_name", "cr_known_as"})
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
    can = can_say(chosen, packs, facts.audience)
    start = bare(chosen, facts, answers_digest, can, public, room)
    return saying(start, can, usual(start, can, public, room))


def bare(
    chosen: Passport,
    facts: PaperFacts,
    answers_digest: bytes,
    can: Sequence[CanSay],
    public: PublicKey,
    room: Room = A4,
) -> TokenFacts:
    """A code that says nothing yet, but for what ties it to its paper."""
    said = TokenFacts(
        document=facts.document,
        version=facts.version,
        made_on=facts.made_on,
        audience=facts.audience,
        status=facts.status,
        digest=answers_digest[:16],
        look_again=facts.look_again,
        stopped_on=facts.stopped_on,
        entries_in_all=sum(one.entry is not None for one in can),
    )
    forms = tuple(
        dict.fromkeys(section.form for section in chosen.sections if table().form_number(section.form))
    )
    with_forms = replace(said, forms=forms)
    return with_forms if room_left(with_forms, public, room) >= 0 else said


def saying(start: TokenFacts, can: Sequence[CanSay], picked: Collection[str]) -> TokenFacts:
    """The code that says exactly what was picked, whether or not that fits."""
    chosen = [one for one in can if one.key in picked]
    return replace(
        start,
        facts=_facts(chosen),
        entries=tuple(one.said for one in chosen if isinstance(one.said, EntryFacts)),
    )


def _facts(chosen: Iterable[CanSay]) -> Mapping[str, Said]:
    """By question. The lines of a card that were picked are one list."""
    facts: dict[str, Said] = {}
    for one in chosen:
        if isinstance(one.said, EntryFacts):
            continue
        before = facts.get(one.question, ())
        facts[one.question] = (*before, *one.said) if one.line else one.said
    return facts


def usual(start: TokenFacts, can: Sequence[CanSay], public: PublicKey, room: Room) -> frozenset[str]:
    """What we would put in. It always fits."""
    picked: set[str] = set()

    def left_with(*more: str) -> int:
        return room_left(saying(start, can, picked | {*more}), public, room)

    everything = frozenset(one.key for one in can)
    if left_with(*everything) >= 0:
        return everything  # as below, and far quicker

    def take(keys: Iterable[str], leave: int = 0) -> None:
        for key in keys:
            if left_with(key) >= leave:
                picked.add(key)

    facts = [one.key for one in can if one.entry is None]
    needs = [key for key in facts if key not in _WHO]
    take(key for key in facts if key in _WHO)
    take(needs, leave=left_with() // 2)
    entries = [one.key for one in can if one.entry is not None]
    picked.update(entries[: _most(len(entries), lambda many: left_with(*entries[:many]) >= 0)])
    take(key for key in needs if key not in picked)
    return frozenset(picked)


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """How many of the newest entries fit. Each takes room, so where some do not, more do not. Packing is dear: few are tried.

    An older one that is shorter does not take the place of a newer one.
    """
    fitting, step = 0, 1
    while fitting < count and fits(min(count, fitting + step)):
        fitting = min(count, fitting + step)
        step *= 2
    too_many = min(count + 1, fitting + step)
    while too_many - fitting > 1:
        tried = (fitting + too_many) // 2
        fitting, too_many = (tried, too_many) if fits(tried) else (fitting, tried)
    return fitting


def room_left(facts: TokenFacts, public: PublicKey, room: Room) -> int:
    """How many more letters fit, at the least. Below zero: too much. Seal and digest count at their dearest."""
    inside = payload(replace(facts, digest=_NINE_BIT_DIGEST), public)
    if len(inside) > MOST_INSIDE - 100:  # no reader of ours would unpack it, however small it packs
        return -len(inside)
    size = len(inside).to_bytes(2, "big")
    bytes_header = b"\x58" + size[1:] if len(inside) < 256 else b"\x59" + size
    protected = b"\x4d\xa2\x01\x26\x04\x48" + _ID_OF_KEY
    likely = b"\xd2\x84" + protected + b"\xa0" + bytes_header + inside + b"\x58\x40" + _NINE_BIT_LETTERS
    return room.letters - _letters(likely)


@lru_cache(maxsize=32)
def _letters(sealed: bytes) -> int:
    """How many letters a sealed thing takes. Packing is dear, and what is chosen is measured more than once on its way out."""
    return len(wrap(sealed))
