"""How full a check code is, and what found no room in it: what a person sees before they share."""

from collections.abc import Mapping
from dataclasses import dataclass

from passport.forms.pack import Pack
from passport.keys.identity import PublicKey
from passport.qr.room import A4, Room
from passport.qr.summary import entries_for_code, facts_for_code, room_left
from passport.qr.token import EntryFacts, TokenFacts
from passport.record.passport import Passport


@dataclass(frozen=True, slots=True)
class Meter:
    """The room that one code takes of its place."""

    percent: int
    """Of the room, with the seal at its largest: 0 to 100."""
    entries: int
    entries_in_all: int
    facts_left_out: tuple[str, ...]
    """Question ids that had no room, in the order they would go in."""
    entries_left_out: tuple[EntryFacts, ...]
    """Older than those that are in, newest first."""


def meter(
    said: TokenFacts,
    chosen: Passport,
    packs: Mapping[str, Pack],
    public: PublicKey,
    room: Room = A4,
) -> Meter:
    """How full the code is that says ``said`` (``summary``) of what was chosen for the paper."""
    facts = dict(facts_for_code(chosen, packs, said.audience))
    entries = tuple(entries_for_code(chosen, packs, said.audience))
    taken = room.letters - room_left(said, public, room)
    return Meter(
        percent=min(100, -(-100 * taken // room.letters)),
        entries=len(said.entries),
        entries_in_all=said.entries_in_all,
        facts_left_out=tuple(question for question in facts if question not in said.facts),
        entries_left_out=entries[len(said.entries) :],
    )
