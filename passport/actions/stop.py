"""Stop a paper, or one refusal of it. One step, no argument, no second password (MCA 2005 s.24(3)-(4))."""

from datetime import datetime

from passport.actions.answer import Saved, look
from passport.errors import NothingToStop, UnknownItem
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, place_in
from passport.record.sections import stopped_date
from passport.vault.vault import Vault

STATUS: Place = "doc_status"
"""Filled by stopping. A form that does not have it cannot be stopped."""


def stop(vault: Vault, shelf: Shelf, section_id: str, now: datetime, refusal: str | None = None) -> Saved:
    """Stop all of a section, or one refusal. Stopping twice keeps the first date.

    Raises UnknownEntry, UnknownItem, and NothingToStop for a form that nobody acts on.
    """
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    part, place = pack.refusals, STATUS
    if pack.question(STATUS) is None:
        raise NothingToStop(form=section.form)
    if refusal is not None:
        if refusal not in {item.id for item in section.items(part)}:
            raise UnknownItem(item=refusal, form=section.form)
        place = place_in(part, refusal, "rfz_status")
    if stopped_date(section.value(place)) is None:
        status = {"status": "stopped", "on": now.date().isoformat(), "how": "pressed stop"}
        vault.put(section_id, {place: Answer(status, status, now)})
    return look(vault, shelf, section_id, now.date())
