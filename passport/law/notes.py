"""The law notes of each nation: read from ``forms/law``, with the day they were last checked.

Nothing about what is in force is a constant in code, and no nation is named here: a nation is a file.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from passport.errors import PackUnreadable
from passport.forms.pack import Source
from passport.forms.read import read_sentences
from passport.forms.shelf import LAW, packs_folder
from passport.forms.tables import converted, read_table

NOBODY = "nobody"
"""In ``rules_of``: nobody can check this paper by rules here."""
NOT_NOTES = frozenset(
    {"across", "general", "private", "exports", "papers", "phrases", "crisis_lines", "treatments"}
)


class PaperHere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What these notes say about one paper, for a person who lives here."""

    rules_of: str
    """The notes whose rules speak about it here, or ``nobody``."""
    good_practice: str = ""
    """Where nobody can check it: the notes whose rules are listed as good practice."""
    said_as_they_are: frozenset[str] = frozenset()
    """Rules that are not marked as good practice from elsewhere."""
    quiet: bool = False
    """Not on the home screen here until it was begun."""


class SourceHere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule rests on here, where the source that stands with the rule is the law of another place."""

    source: str
    checked: str


class Started(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Whether the law about a paper has started."""

    source: str
    checked: str
    from_: date | None = None
    """The day it started; None for not yet, as far as we know."""


class _Notes(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    nations: tuple[str, ...]
    law_as_at: date
    checked_on: date
    checked_by: str
    papers: dict[str, PaperHere] = {}
    in_force: dict[str, Started] = {}
    sources: dict[str, SourceHere] = {}


@dataclass(frozen=True, slots=True)
class LawNotes:
    """The notes of one place that has its own law."""

    id: str
    name: str
    nations: tuple[str, ...]
    law_as_at: date
    """The date of the copy of the law that was read."""
    checked_on: date
    """The last day somebody compared these notes with the law."""
    checked_by: str
    papers: Mapping[str, PaperHere]
    in_force: Mapping[str, Started]
    sources: Mapping[str, Source]
    """By the id that is shown, what a rule rests on for a person who lives here."""

    def not_started(self, form: str, today: date) -> bool:
        """Whether the law about this form has not started yet, as far as we know."""
        return form in self.in_force and not self.has_started(form, today)

    def has_started(self, part: str, today: date) -> bool:
        """Whether a part of the law that the notes name has started by this day."""
        started = self.in_force.get(part)
        return started is not None and started.from_ is not None and started.from_ <= today

    def to_plain(self) -> dict[str, str]:
        """What an assessment says of the notes it used."""
        return {
            "notes": self.id,
            "name": self.name,
            "law_as_at": self.law_as_at.isoformat(),
            "checked_on": self.checked_on.isoformat(),
            "checked_by": self.checked_by,
        }


@dataclass(frozen=True, slots=True)
class NotesShelf:
    """All the law notes we have."""

    by_id: Mapping[str, LawNotes]

    def of_nations(self, nations: Collection[str]) -> tuple[LawNotes, ...]:
        """The notes of all of these nations, each once."""
        return tuple(notes for notes in self.by_id.values() if not set(notes.nations).isdisjoint(nations))

    def of_nation(self, nation: str) -> LawNotes | None:
        """The notes of the place a person lives in, or None."""
        return next((notes for notes in self.by_id.values() if nation in notes.nations), None)


def read_notes(folder: Traversable) -> NotesShelf:
    """Every law note in a folder. Raises PackUnreadable."""
    found = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        name = file.name.removesuffix(".toml")
        if file.name.endswith(".toml") and "." not in name and name not in {*NOT_NOTES, "en"}:
            raw = converted(read_table(folder, file.name), _Notes, f"{LAW}/{file.name}")
            found[name] = LawNotes(
                id=name,
                name=raw.name,
                nations=raw.nations,
                law_as_at=raw.law_as_at,
                checked_on=raw.checked_on,
                checked_by=raw.checked_by,
                papers=raw.papers,
                in_force=raw.in_force,
                sources={one: Source(here.source, here.checked) for one, here in raw.sources.items()},
            )
    for notes in found.values():
        for form, paper in notes.papers.items():
            for key, wanted in (("rules_of", paper.rules_of), ("good_practice", paper.good_practice)):
                if wanted not in {*found, NOBODY, ""}:
                    raise PackUnreadable(
                        file=f"{LAW}/{notes.id}.toml",
                        at=f"papers.{form}.{key}",
                        remedy="name a file of law notes, or nobody",
                    )
    return NotesShelf(found)


@cache
def notes_shelf() -> NotesShelf:
    """The law notes that came with the program, read once."""
    return read_notes(law_folder())


def law_folder() -> Traversable:
    """Where the law notes stand."""
    return packs_folder() / LAW


@cache
def law_words() -> Mapping[str, str]:
    """The sentences of the law notes that are not rules."""
    return read_sentences(law_folder(), "en.toml", "words")
