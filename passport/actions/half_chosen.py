"""Words that were chosen or typed for a code, an alert line or a letter, and did not go out yet: kept in the record meanwhile.

Each is kept with the answers it came from, so that erasing one of those erases it too (``vault.erasing``).
"""

from collections.abc import Iterable, Mapping

from passport.actions.chosen import Piece, chosen_from
from passport.record.answers import texts_in
from passport.vault.vault import Vault

_NAME = "chosen "
Boxes = Mapping[str, tuple[str, ...]]
"""The lines in each box."""


def keep_half(vault: Vault, what: str, boxes: Boxes, pieces: Iterable[Piece]) -> None:
    """Keep what stands in the boxes of ``what``, such as ``alert``; nothing where they are empty."""
    if not any(line.strip() for lines in boxes.values() for line in lines):
        drop_half(vault, what)
        return
    known = tuple(one for one in pieces if one.section)
    came_from = chosen_from([line for lines in boxes.values() for line in lines], known)
    places = tuple(f"{one.section} {one.question}" for one in came_from)
    vault.keep(f"{_NAME}{what}", {"boxes": dict(boxes), "from": places})


def half_chosen(vault: Vault, what: str) -> Boxes:
    """What stood in the boxes; empty where nothing did."""
    kept = vault.kept(f"{_NAME}{what}")
    boxes = kept.get("boxes") if isinstance(kept, Mapping) else None
    return {part: texts_in(lines) for part, lines in boxes.items()} if isinstance(boxes, Mapping) else {}


def drop_half(vault: Vault, what: str) -> None:
    """It went out, or was taken back: forget it."""
    vault.forget(f"{_NAME}{what}")
