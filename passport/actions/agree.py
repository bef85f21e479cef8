"""Do my papers agree? What does not go together, in words, with a way to both places. Nothing of it is stored or shared."""

from dataclasses import dataclass

from passport.actions.home import entry_title
from passport.forms.shelf import Shelf
from passport.law.across import Disagreement, across
from passport.law.said import Spot
from passport.record.passport import Passport
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, and what to call each of its two places."""

    finding: Disagreement
    places: tuple[tuple[Spot, str], ...]


def agree(vault: Vault, shelf: Shelf, words: Words) -> tuple[Found, ...]:
    """Everything that does not go together today."""
    passport = vault.passport()
    return tuple(
        Found(one, tuple((spot, _where(spot, passport, shelf, words)) for spot in one.places))
        for one in across(passport, shelf)
    )


def _where(spot: Spot, passport: Passport, shelf: Shelf, words: Words) -> str:
    """The paper, which entry of it where there may be many, and the question."""
    pack, section = shelf.pack(spot.form), passport.section(spot.section)
    paper = pack.title
    if pack.repeats and section is not None:
        paper = words("agree.entry", paper=paper, title=entry_title(pack, section, words))
    return words("agree.place", paper=paper, label=spot.label) if spot.question else paper
