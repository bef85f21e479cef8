"""Whose law speaks about a paper for a person, by the place they live in and the law notes of that place."""

from dataclasses import dataclass
from datetime import date

from passport.forms.pack import Pack, Source
from passport.law.notes import NOBODY, LawNotes, NotesShelf, PaperHere
from passport.law.rules import ReadyRule
from passport.record.passport import Passport

STARTED = "started"
"""The variant of a pack's words that is printed once the law about its form has started."""


@dataclass(frozen=True, slots=True)
class PlaceOfLaw:
    """Whose rules speak about this paper for this person."""

    nation: str
    home: LawNotes | None
    law: LawNotes | None
    here: PaperHere | None
    can_check: bool

    def says_as_it_is(self, rule: ReadyRule) -> bool:
        """Whether a rule speaks here, and is not only good practice from elsewhere."""
        listed = self.here is not None and rule.id in self.here.said_as_they_are
        return rule.general or self.can_check or listed

    def source_of(self, rule: ReadyRule) -> Source:
        """What a rule rests on for the person; good practice from elsewhere keeps the law that it comes from."""
        here = self.home.sources.get(rule.id) if self.home is not None and self.says_as_it_is(rule) else None
        return here or rule.rule.source

    def to_plain(self) -> dict[str, str]:
        """For the command line's document."""
        return {"nation": self.nation, **(self.law.to_plain() if self.law is not None else {})}

    def variants(self, form: str, today: date) -> tuple[str, ...]:
        """Which of a pack's own words are printed here: those named after the notes, or after a law that has started."""
        if self.law is None:
            return ()
        return (self.law.id, *((STARTED,) if self.law.has_started(form, today) else ()))


def place_of(pack: Pack, passport: Passport, notes: NotesShelf) -> PlaceOfLaw:
    """Where the person lives, and the notes that speak there about this form."""
    nation = passport.nation
    home = notes.of_nation(nation) if nation else None
    if not pack.nations:
        return PlaceOfLaw(nation, home, None, None, can_check=True)
    if not nation:
        # G-01 asks where they live; until then the form's own law is the one to show.
        return PlaceOfLaw("", None, notes.of_nation(pack.nations[0]), None, can_check=True)
    here = home.papers.get(pack.id) if home is not None else None
    if here is None or here.rules_of == NOBODY:
        return PlaceOfLaw(nation, home, home, here, can_check=False)
    return PlaceOfLaw(nation, home, notes.by_id[here.rules_of], here, can_check=True)
