"""Where a person is: kept when the program locks, so that they come back to the same question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from passport.record.answers import Place, Value


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a section, and the words that are typed there and not saved yet."""

    section_id: str
    place: Place
    half_typed: Mapping[Place, Value] = field(default_factory=dict)
