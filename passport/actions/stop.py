"""Stop a paper, or one refusal of it. One step, no argument, no second password (MCA 2005 s.24(3)-(4)).

Where a paper stops by notice only, the step begins the notice: nothing is stopped until that is signed and witnessed.
"""

from dataclasses import dataclass
from datetime import datetime

from passport.actions.whose import must_be_ones_own
from passport.actions.withdraw import STATUS, begin_notice, mark_stopped, stops_by_notice
from passport.errors import NothingToStop, UnknownItem
from passport.forms.shelf import Shelf
from passport.record.answers import place_in
from passport.record.sections import Section
from passport.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Stopping:
    """What pressing stop came to."""

    section: Section
    notice: Section | None = None
    """The notice that has to be signed before it is stopped; None where it is stopped now."""


def stop(vault: Vault, shelf: Shelf, section_id: str, now: datetime, refusal: str | None = None) -> Stopping:
    """Stop all of a section, or one refusal. Stopping twice keeps the first date, and begins one notice.

    Raises UnknownEntry, UnknownItem, and NothingToStop for a form that nobody acts on.
    """
    must_be_ones_own(vault)
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    if pack.question(STATUS) is None:
        raise NothingToStop(form=section.form)
    if refusal is not None:
        if refusal not in {item.id for item in section.items(pack.refusals)}:
            raise UnknownItem(item=refusal, form=section.form)
        mark_stopped(vault, section_id, now, place_in(pack.refusals, refusal, "rfz_status"))
    elif not stops_by_notice(section) or section.stopped_on is not None:
        mark_stopped(vault, section_id, now)
    else:
        return Stopping(section, begin_notice(vault, shelf, section_id, now))
    return Stopping(vault.section(section_id))
