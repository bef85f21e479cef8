"""What a rule may ask about: one paper, and inside it one refusal. The named facts stand in ``predicates``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from passport.forms.dates import Range
from passport.forms.pack import Pack
from passport.law.made import days_made, signing_that_counts
from passport.law.notes import LawNotes
from passport.law.papers import Paper, papers
from passport.law.signed_text import text_now
from passport.law.wishes import wishes
from passport.record.answers import Value
from passport.record.passport import Passport
from passport.record.readings.refusals import Refusal, read_refusal
from passport.record.sections import SIGNINGS, Item, Section
from passport.record.signing import SignedText, Signing

ABOUT_ME = ("am_name", "am_dob", "am_nation", "am_gp")
"""What the rules may ask of ``about_me``."""


class Predicates(Protocol):
    """The named facts, as ``predicates`` holds them."""

    def ask(self, name: str, known: "Known", settings: Mapping[str, object], /) -> bool:
        """Whether a named fact holds."""


@dataclass(frozen=True)
class PaperFacts:
    """One paper, and by which notes it is looked at. What is worked out is kept for the time of one assessment."""

    section: Section
    passport: Passport
    pack: Pack
    home: LawNotes | None
    """The notes of the place the person lives in."""
    law: LawNotes | None
    """The notes whose rules are asked."""
    today: date

    @cached_property
    def about(self) -> Section | None:
        """Who the person is."""
        return self.passport.about_me()

    @cached_property
    def signing(self) -> Signing | None:
        """The signing that counts."""
        return signing_that_counts(self.section)

    @cached_property
    def fields(self) -> Paper | None:
        """Where this form keeps what rules for many forms ask about."""
        return papers().get(self.section.form)

    @cached_property
    def made(self) -> Range:
        """The days on which it may have been made."""
        return days_made(self.section, self.signing)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of the list of refusals."""
        return self.section.items(self.pack.refusals) if self.pack.refusals else ()

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every refusal, stopped ones included."""
        return tuple(read_refusal(item) for item in self.items)

    @property
    def standing(self) -> tuple[Refusal, ...]:
        """The refusals that the person did not stop."""
        return tuple(one for one in self.refusals if one.stopped_on is None)

    @cached_property
    def signed_text(self) -> SignedText | None:
        """Digests of what was signed, where something was, and here."""
        return self.signing.text if self.signing is not None and self.signing.signed else None

    @cached_property
    def text_now(self) -> SignedText:
        """Digests of the text as it stands."""
        return text_now(self.section, self.pack)

    @cached_property
    def wishes(self) -> frozenset[str]:
        """Everything asked for in their live papers, tidied."""
        return frozenset(wishes(self.passport))

    @cached_property
    def of_signing(self) -> frozenset[str]:
        """The questions of a signing."""
        return _inner(self.pack, SIGNINGS)

    @cached_property
    def of_refusals(self) -> frozenset[str]:
        """The questions of a refusal."""
        return _inner(self.pack, self.pack.refusals)


@dataclass(frozen=True, slots=True)
class Known:
    """What a condition is asked about: the paper, and one refusal of it where the rule is asked of each."""

    paper: PaperFacts
    predicates: Predicates
    item: Item | None = None
    refusal: Refusal | None = None

    def value(self, question: str) -> Value:
        """The value of a question of this paper, its latest signing, the refusal asked about, or ``about_me``."""
        paper = self.paper
        if question in paper.of_refusals:
            return None if self.item is None else self.item.value(question)
        if question in paper.of_signing:
            return None if paper.signing is None else paper.signing.item.value(question)
        if question in ABOUT_ME and paper.section.form != "about_me":
            return None if paper.about is None else paper.about.value(question)
        return paper.section.value(question)

    def fact(self, name: str, settings: Mapping[str, object], /) -> bool:
        """Whether a named fact holds."""
        return self.predicates.ask(name, self, settings)


def _inner(pack: Pack, part: str) -> frozenset[str]:
    question = pack.question(part) if part else None
    return frozenset(one.id for one in question.questions) if question is not None else frozenset()
