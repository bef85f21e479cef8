"""The wall: who a thing is for, and what one person chose to let out.

A field never crosses to the other audience unless the person picked it by name (domain 7, conventions).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Audience(StrEnum):
    """Which side of the wall a form belongs to. What somebody keeps as a carer is a profile apart, with its own two sides."""

    INVOLVEMENT = "involvement"
    CARE = "care"
    BOTH = "both"
    PRIVATE = "private"
    CARER_INVOLVEMENT = "carer_involvement"
    CARER_CARE = "carer_care"
    CARER_BOTH = "carer_both"
    CARER_PRIVATE = "carer_private"

    @property
    def of_carer(self) -> bool:
        """Whether it belongs to what the person keeps as somebody's carer, which is never merged with their own."""
        return self in _OF_CARER

    def takes(self, other: "Audience") -> bool:
        """Whether a paper for this side takes in, with its form, what belongs to the other."""
        return other in {self, Audience.CARER_BOTH if self.of_carer else Audience.BOTH}


_OF_CARER = frozenset(
    {Audience.CARER_INVOLVEMENT, Audience.CARER_CARE, Audience.CARER_BOTH, Audience.CARER_PRIVATE}
)
OWN_SIDES = (Audience.CARE, Audience.INVOLVEMENT)
SIDES = (*OWN_SIDES, Audience.CARER_CARE, Audience.CARER_INVOLVEMENT)
"""The sides of the wall. Each has a seal of its own, so that nobody can tie papers of one side to another."""


class Share(StrEnum):
    """How readily a field leaves: with the form, when ticked, or only when picked by name."""

    STANDARD = "S"
    ASK = "A"
    NEVER = "N"


@dataclass(frozen=True, slots=True)
class Label:
    """What the wall needs to know about one field."""

    audience: Audience
    share: Share
    ask_choices: frozenset[str] = frozenset()
    """Choices that leave only when the field is picked by name, though the others go with the form."""


NEVER_LEAVES = frozenset({"doc_pressure", "doc_doubt", "sg_doc_hash", "sa_doc_hash"})
"""What leaves for nobody, not even picked by name. Whether somebody pushed the person could give them away (rulings 4);
that somebody might doubt they could decide would be held against the paper it stands on (decision 0008);
from digests of the text that was signed, a reader could try out the answers that a paper leaves out (decision 0006)."""

ON_ITS_OWN_PAGE = frozenset({"doc_pressure"})
"""What no list shows, for somebody may be reading over the person's shoulder (rulings 4)."""
Labels = Mapping[str, dict[str, Label]]
"""Form id, then question id, to its label. Made from the packs by ``forms.shelf``."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What one person chose to share, with one audience."""

    for_: Audience
    """One of ``SIDES``."""
    sections: tuple[str, ...]
    """Ids of the sections whose standard fields go in."""
    fields: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(section id, question id) of every field picked by name: asked-for, never-shared, or from across the wall."""

    def lets_out(self, section_id: str, question: str, label: Label) -> bool:
        """Whether this field of this section is part of the choice."""
        if question in NEVER_LEAVES:
            return False
        if label.audience.of_carer is not self.for_.of_carer:
            return False
        if (section_id, question) in self.fields:
            return True
        return (
            section_id in self.sections and label.share is Share.STANDARD and self.for_.takes(label.audience)
        )
