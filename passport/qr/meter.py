"""How full a check code is, what it says and what it leaves out: what a person sees while they choose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from passport.forms.pack import Pack
from passport.keys.identity import PublicKey
from passport.qr.can_say import CanSay, can_say
from passport.qr.room import A4, Room
from passport.qr.summary import PaperFacts, bare, room_left, saying, usual
from passport.qr.token import TokenFacts
from passport.record.passport import Passport


@dataclass(frozen=True, slots=True)
class Meter:
    """One code in the making: what it may say, what was picked, and whether that scans."""

    can: tuple[CanSay, ...]
    """Everything it may say, in the order it matters."""
    picked: frozenset[str]
    """What goes in, by ``CanSay.key``."""
    start: TokenFacts
    """The code before anything is picked."""
    public: PublicKey
    room: Room

    @property
    def said(self) -> TokenFacts:
        """What the code says."""
        return saying(self.start, self.can, self.picked)

    @property
    def percent(self) -> int:
        """Of the room that is taken, with the seal at its largest. Over 100: it does not scan, so it is not made."""
        taken = self.room.letters - room_left(self.said, self.public, self.room)
        return -(-100 * taken // self.room.letters)

    @property
    def left_out(self) -> tuple[CanSay, ...]:
        """What is only on the paper."""
        return tuple(one for one in self.can if one.key not in self.picked)

    def switched(self, key: str) -> "Meter":
        """With this put in, or left out."""
        return replace(self, picked=self.picked ^ {key})

    def too_much(self) -> tuple[CanSay, ...]:
        """What to leave out so that it scans, the least needed first: nothing where it fits."""
        fits: set[str] = set()

        def has_room(keys: set[str]) -> bool:
            return room_left(saying(self.start, self.can, keys), self.public, self.room) >= 0

        if has_room(set(self.picked)):
            return ()
        inside = [one for one in self.can if one.key in self.picked]
        for one in inside:
            if has_room({*fits, one.key}):
                fits.add(one.key)
        return tuple(one for one in reversed(inside) if one.key not in fits)


def meter(
    chosen: Passport,
    packs: Mapping[str, Pack],
    facts: PaperFacts,
    answers_digest: bytes,
    public: PublicKey,
    room: Room = A4,
    picked: Collection[str] | None = None,
    *,
    card: bool = False,
) -> Meter:
    """For a paper with ``chosen`` on it. ``picked`` by a person, or None for what we would pick."""
    can = can_say(chosen, packs, facts.audience, card=card)
    start = bare(chosen, facts, answers_digest, can, public, room)
    keys = usual(start, can, public, room) if picked is None else frozenset(picked)
    return Meter(can, keys, start, public, room)
