"""Who confirmed an entry, as far as the paper says so: an endorsement that leaves with it, or whoever checked a course."""

from dataclasses import dataclass

from passport.forms.like import PREFIX
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
    for item in reversed(section.items(id_in(section, ENDORSEMENTS))):
        name, how = (item.value(id_in(section, one)) for one in ("en_name", "en_how_checked"))
        if isinstance(name, str) and name.strip() and isinstance(how, str) and how != _FROM_MEMORY:
            on = item.value(id_in(section, "en_date"))
            return Confirmed(name, on if isinstance(on, str) else None)
    checked = section.value(id_in(section, CHECKED))
    if isinstance(checked, str) and checked != _NOBODY:
        return Confirmed(checked, question=id_in(section, CHECKED))
    return None


def id_in(section: Section, question: str) -> str:
    """What a question is called in this form: a carer's form that is like another has it behind a prefix."""
    return f"{PREFIX}{question}" if section.form.startswith(PREFIX) else question
