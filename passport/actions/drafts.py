"""Half-typed words and where the person is: kept encrypted when the program locks, so that they come back to both."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from passport.actions.home import remember_place
from passport.forms.shelf import Shelf
from passport.record.answers import Place, Value, freeze, thaw
from passport.record.audience import Audience, Share
from passport.record.sections import NEW_ITEM
from passport.vault.vault import Vault

LOCKED_AT = "locked_at"
"""Where the vault keeps the place that the program locked at: the section's id, a space, and the place."""


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a section, and the words that are typed there and not saved yet."""

    section_id: str
    place: Place
    half_typed: Mapping[Place, Value] = field(default_factory=dict)


def keep_drafts(vault: Vault, pages: Sequence[Here], *, locked: bool) -> None:
    """Keep what was half typed, and where, encrypted like everything else. The page in front comes first."""
    for page in reversed(pages):
        for place, typed in page.half_typed.items():
            if not _is_saved(vault, page.section_id, place, typed):
                save_draft(vault, page.section_id, place, typed)
    front = pages[0] if pages else None
    if front is not None and front.half_typed:
        remember_place(vault, front.section_id, front.place)
    vault.keep(LOCKED_AT, f"{front.section_id} {front.place}" if locked and front is not None else "")


def _is_saved(vault: Vault, section_id: str, place: Place, typed: Value) -> bool:
    """Whether a save that was under way while the screen went has kept these very words."""
    section = vault.passport().section(section_id)
    kept = section.answers.get(place) if section is not None else None
    return kept is not None and thaw(kept.words) == thaw(typed)


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


def unfinished(vault: Vault, section_id: str) -> frozenset[str]:
    """Questions that somebody began to change and did not finish. For what is inside an item: its list."""
    section = vault.section(section_id)
    return frozenset(
        part
        for place in vault.drafts(section_id)
        for part, _, inside in (place.partition("."),)
        if not inside or inside.partition(".")[0] in {NEW_ITEM, *(item.id for item in section.items(part))}
    )


def unfinished_labels(
    vault: Vault, shelf: Shelf, sections: Collection[str], for_: Audience
) -> tuple[str, ...]:
    """What the questions of these sections are called that somebody began to change, on one side of the wall."""
    found: list[str] = []
    for section in vault.passport().sections:
        pack = shelf.packs.get(section.form)
        if pack is None or section.id not in sections:
            continue
        begun = unfinished(vault, section.id)
        found += [
            one.label
            for one in pack.questions()
            if one.id in begun and one.share is not Share.NEVER and for_.takes(one.audience)
        ]
    return tuple(found)


def drop_drafts(vault: Vault, section_id: str) -> None:
    """Throw away everything that was begun in a section and not finished. What is saved stays."""
    for place in vault.drafts(section_id):
        vault.drop_draft(section_id, place)


def take_locked_place(vault: Vault) -> tuple[str, Place] | None:
    """Where the program locked, if it did; asked once."""
    section_id, _, place = str(vault.kept(LOCKED_AT) or "").partition(" ")
    if not section_id:
        return None
    vault.keep(LOCKED_AT, "")
    known = vault.passport().section(section_id) is not None
    return (section_id, place) if known and place else None
