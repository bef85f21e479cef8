"""A helper's words beside the person's. A suggestion is never an answer: only the person makes one of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from passport.record.answers import Place, Value, thaw

HOWS = ("typed", "read_out", "talked_through", "interpreter")
"""How somebody helped, as ids (domain 7.0, doc_helper)."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Who helped, and how."""

    name: str
    how: str
    """One of ``HOWS``."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for one place; or, where ``fields`` are given, for a new item of the list at that place."""

    section: str
    at: Place
    words: Value = None
    fields: Mapping[str, Value] = field(default_factory=dict)
    """Question to words, for a new item."""
    over: str = ""
    """Digest of the person's words that the helper had in view."""

    def same_as(self) -> str:
        """What tells this suggestion from any other."""
        plain = {name: thaw(words) for name, words in sorted(self.fields.items())}
        return digest_of([self.section, self.at, thaw(self.words), plain])


def digest_of(words: object) -> str:
    """Of words as they stand, in 32 hex digits. It tells whether they were changed, and never leaves what is locked."""
    said = json.dumps(words, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def digest_of_words(words: Value) -> str:
    """Of an answer's words; nothing, empty words and no answer are the same."""
    return digest_of(thaw(words) or "")
