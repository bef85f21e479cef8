"""Small things done at the desk, with the vault: look at a section, keep and find half-typed words."""

import json
from dataclasses import dataclass

from passport.forms.interview import Step, every_step, steps
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.record.answers import Place, Value, freeze, thaw
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section
from passport.tui.here import Here
from passport.vault.vault import Vault

LOCKED_AT = "locked_at"
"""Where the vault keeps the place that the program locked at: the section's id, a space, and the place."""


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


@dataclass(frozen=True, slots=True)
class FormNow:
    """One filled-in form as it stands: the section, its pack, and what is asked given the answers so far."""

    section: Section
    pack: Pack
    steps: tuple[Step, ...]
    carry_on: Place | None
    """The first question that nobody answered, as a place that has a page."""

    def step(self, place: Place) -> Step:
        """The step at a place, also where other answers have hidden it since."""
        for step in self.steps:
            if step.place == place:
                return step
        page, question = next(
            (page, one) for page in self.pack.pages for one in page.questions if one.id == place
        )
        return Step(place, question, page)

    def after(self, place: Place) -> Step | None:
        """The step after a place."""
        places = [step.place for step in self.steps]
        at = places.index(place) + 1 if place in places else len(places)
        return self.steps[at] if at < len(places) else None

    def before(self, place: Place) -> Step | None:
        """The step before a place."""
        places = [step.place for step in self.steps]
        return self.steps[places.index(place) - 1] if place in places[1:] else None


def form_now(vault: Vault, shelf: Shelf, section_id: str) -> FormNow:
    """One form as it stands. Raises UnknownEntry, UnknownForm."""
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    first_entry = vault.passport().of_form(section.form)[0].id == section_id
    unanswered = next(
        (
            step.place
            for step in every_step(pack, section, first_entry=first_entry)
            if step.place not in section.answers and step.question.kind is not Kind.FIXED
        ),
        None,
    )
    if unanswered is not None and unanswered.startswith(f"{SIGNINGS}."):
        unanswered = SIGNINGS
    return FormNow(section, pack, tuple(steps(pack, section, first_entry=first_entry)), unanswered)


def whole_passport(vault: Vault) -> Passport:
    """Everything, as it stands."""
    return vault.passport()
