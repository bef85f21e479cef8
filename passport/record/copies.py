"""Who holds which version: the register of copies."""

from dataclasses import dataclass
from datetime import date

from passport.record.audience import Audience


@dataclass(frozen=True, slots=True)
class CopyGiven:
    """One holder's copy of one version: the line we would read out if asked who has it."""

    id: str
    holder: str
    audience: Audience
    document: str
    """The document's id, 16 hex digits, the same for every version of it."""
    version: int
    sections: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    """Fields picked by name: (section id, question id)."""
    state: str
    """Digest of everything the sections could show when it was given; differs from today's if they changed since."""
    given_on: date
    reason: str
    """In the person's words; may be empty."""
    answers_digest: str
    """Digest of the enclosed answers, hex: what the code promises."""
