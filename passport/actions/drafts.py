"""Half-typed words and where the person is: kept encrypted when the program locks, so that they come back to both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from passport.record.answers import Place, Value, freeze, thaw
from passport.vault.vault import Vault

LOCKED_AT = "locked_at"
"""Where the vault keeps the place that the program locked at: the section's id, a space, and the place."""


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a section, and the words that are typed there and not saved yet."""

    section_id: str
    place: Place
    half_typed: Mapping[Place, Value] = field(default_factory=dict)


def keep_drafts(vault: Vault, here: Here | None, *, locked: bool) -> None:
    """Keep what was half typed, and where, encrypted like everything else."""
    if here is not None:
        for place, typed in here.half_typed.items():
            save_draft(vault, here.section_id, place, typed)
    vault.keep(LOCKED_AT, f"{here.section_id} {here.place}" if locked and here is not None else "")


def save_draft(vault: Vault, section_id: str, place: Place, typed: Value) -> None:
    """Keep half-typed words of any shape."""
    vault.save_draft(section_id, place, json.dumps(thaw(typed), ensure_ascii=False))


def read_draft(vault: Vault, section_id: str, place: Place) -> Value:
    """Half-typed words, or None."""
    kept = vault.draft(section_id, place)
    if kept is None:
        return None
    try:
        found = freeze(json.loads(kept))
    except (ValueError, TypeError):
        return kept
    return found if isinstance(found, (str, tuple, dict)) else kept


def take_locked_place(vault: Vault) -> tuple[str, Place] | None:
    """Where the program locked, if it did; asked once."""
    section_id, _, place = str(vault.kept(LOCKED_AT) or "").partition(" ")
    if not section_id:
        return None
    vault.keep(LOCKED_AT, "")
    known = vault.passport().section(section_id) is not None
    return (section_id, place) if known and place else None
