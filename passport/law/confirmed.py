"""Who confirmed an entry, as far as the paper says so: an endorsement that leaves with it, or whoever checked a course."""

from dataclasses import dataclass

from passport.forms.like import before_ids
from passport.record.sections import Section

ENDORSEMENTS, CHECKED = "ir_endorse", "tr_confirmed"
"""The list of people who can say so, and the question who has checked a course."""
_FROM_MEMORY = "self_stated"
_NOBODY = "nobody_yet"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """By whom and when."""

    by: str
    """A name, or the id of a choice of ``question``."""
    on: str | None = None
    """EDTF, where it is known."""
    question: str = ""
    """The question whose choice ``by`` is; empty for a name."""


def confirmed(section: Section) -> Confirmed | None:
    """The last word that somebody else gave, of what ``section`` holds; None where it is only in the person's words.

    Words that the person wrote down from memory are theirs. What does not leave with the entry confirms nothing on paper.
    """
    own = before_ids(section.form)
    for item in reversed(section.items(own + ENDORSEMENTS)):
        name, how = item.value(f"{own}en_name"), item.value(f"{own}en_how_checked")
        if isinstance(name, str) and name.strip() and isinstance(how, str) and how != _FROM_MEMORY:
            on = item.value(f"{own}en_date")
            return Confirmed(name, on if isinstance(on, str) else None)
    checked = section.value(own + CHECKED)
    if isinstance(checked, str) and checked != _NOBODY:
        return Confirmed(checked, question=own + CHECKED)
    return None
