"""The open card: up to five lines that F2 and F6 show without unlocking. Off until asked for; exactly the lines that were chosen.

It is not locked. That is said wherever it is made or shown, and what switching it off cannot reach is said too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from passport.actions.chosen import Piece, about_me, as_chosen, chosen_from
from passport.actions.half_chosen import drop_half
from passport.actions.offer import offer
from passport.actions.places import is_portable
from passport.errors import CardLineTooLong, NothingChosen, OpenCardTooLong
from passport.forms.shelf import Shelf
from passport.record.answers import texts_in
from passport.record.audience import Audience
from passport.vault.open_card import MOST_LETTERS, MOST_LINES, has_open, read_open, take_open_away, write_open
from passport.vault.vault import Vault
from passport.wording.words import Words, labelled

KEPT = "open_card"
"""Where the record keeps what was put out and which answers it came from, so that erasing one of those takes the card away."""
_PEOPLE, _NAME, _NUMBER = "contacts", "ct_name", "ct_phone"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the open card stands."""

    lines: tuple[str, ...] = ()
    """What anyone can read now; empty where it is off."""
    not_ours: bool = False
    """Whether what lies there is something else than this record put out."""
    old: bool = False
    """Whether words it came from were changed since."""


def to_choose(vault: Vault, shelf: Shelf, words: Words) -> tuple[Piece, ...]:
    """What may be picked for it: the care side, each line by itself, and the numbers of people. None of it goes in by itself."""
    return (*about_me(vault.passport(), shelf, Audience.CARE, words), *_people(vault, shelf, words))


def standing(vault: Vault, shelf: Shelf, words: Words) -> Standing:
    """What anyone can read now, and whether it is still what the person put out and wrote."""
    lines, there = read_open(vault.folder), has_open(vault.folder)
    kept = vault.kept(KEPT)
    put = texts_in(kept.get("lines")) if isinstance(kept, Mapping) else ()
    came_from = texts_in(kept.get("from")) if isinstance(kept, Mapping) else ()
    if not there:
        return Standing()
    if lines != put:
        return Standing(lines, not_ours=True)
    return Standing(lines, old=set(came_from) > set(_places(lines, to_choose(vault, shelf, words))))


def put_out(vault: Vault, shelf: Shelf, lines: Sequence[str], words: Words) -> tuple[str, ...]:
    """Switch it on with these lines and no other word. Returns them as anyone can read them.

    Raises NothingChosen, OpenCardTooLong, CardLineTooLong, NoRoom, NoPermission; then it is as it was before.
    """
    chosen = looked_at(lines)
    before = vault.kept(KEPT)
    came_from = _places(chosen, to_choose(vault, shelf, words))
    vault.keep(KEPT, {"lines": chosen, "from": came_from})
    try:
        write_open(vault.folder, chosen)
    except BaseException:
        vault.forget(KEPT) if before is None else vault.keep(KEPT, before)
        raise
    drop_half(vault, KEPT)
    return chosen


def looked_at(lines: Sequence[str]) -> tuple[str, ...]:
    """These lines as they would stand there. Raises NothingChosen, OpenCardTooLong, CardLineTooLong."""
    chosen = as_chosen(lines)
    if not chosen:
        raise NothingChosen
    if len(chosen) > MOST_LINES:
        raise OpenCardTooLong(most=MOST_LINES)
    for number, one in enumerate(chosen, 1):
        if len(one) > MOST_LETTERS:
            raise CardLineTooLong(number=number, most=MOST_LETTERS)
    return chosen


def switch_off(vault: Vault) -> None:
    """Take it away from this disk, whoever made what lies there. Raises NoPermission."""
    take_open_away(vault.folder)
    vault.forget(KEPT)


def gone_with(vault: Vault, *, was_on: bool) -> None:
    """After words were erased for good: where the card held some of them, it goes too. Raises NoPermission."""
    if was_on and not is_on(vault):
        take_open_away(vault.folder)


def is_on(vault: Vault) -> bool:
    """Whether the record knows of an open card of its own."""
    return vault.kept(KEPT) is not None


def notes(folder: Path, words: Words) -> tuple[str, ...]:
    """What has to be known of it before it is put out."""
    stick = (words("open_card.stick"),) if is_portable(folder) else ()
    return (words("open_card.not_locked"), *stick, words("open_card.anyone_can_change"))


def cannot_reach(words: Words) -> tuple[str, ...]:
    """What switching it off does not reach."""
    return tuple(words(f"open_card.{one}") for one in ("seen_by_others", "copies_of_the_folder", "disk"))


def _places(lines: Sequence[str], pieces: Sequence[Piece]) -> tuple[str, ...]:
    found = (f"{one.section} {one.question}" for one in chosen_from(lines, pieces))
    return tuple(dict.fromkeys(found))


def _people(vault: Vault, shelf: Shelf, words: Words) -> Iterator[Piece]:
    for part in offer(vault.passport(), shelf, Audience.CARE, words):
        if part.form == _PEOPLE:
            said = {field.question: " ".join(", ".join(field.shown).split()) for field in part.fields}
            if said.get(_NUMBER):
                text = labelled(said[_NAME], said[_NUMBER]) if said.get(_NAME) else said[_NUMBER]
                yield Piece(part.title, text, part.section, _NUMBER)
