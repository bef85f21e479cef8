"""What a paper says of itself: on every page, in its code and in its enclosed answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from passport.record.audience import Audience


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One version of one document."""

    document: str
    """16 hex digits, the same for every version."""
    version: int
    made_on: date
    look_again: date | None
    audience: Audience
    name: str
    """Whose it is, as printed on every page."""
    status: str
    """``draft``, ``ready`` or ``stopped``."""
    stopped_on: date | None
    holder: str
    short: str = ""
    """The first 8 hex digits of the digest of the enclosed answers; empty until that is known."""

    spoken: str = ""
    """The five words of the key it is sealed with; empty until that is known."""

    @property
    def short_in_groups(self) -> str:
        """As printed: two groups of four."""
        return f"{self.short[:4]} {self.short[4:8]}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the sections of a paper stand today, as far as it changes what is printed."""

    changed: frozenset[str] = frozenset()
    """Sections whose text is no longer the text that was signed."""
    ended: frozenset[tuple[str, str]] = frozenset()
    """Section and refusal ids of what no longer stands, whoever or whatever ended it."""
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Section to which of its pack's own words are printed where the person lives, and today; see ``law.place``."""
    nation: str = ""
    """Where the person lives, for what we add to a crisis plan."""
