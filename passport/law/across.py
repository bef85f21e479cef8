"""Do my papers agree? What one of a person's papers says against another, or leaves out that another needs.

Each finding points at both places. It is worked out when somebody asks: nothing of it is stored, printed or shared, and
no outcome hangs on it. What is looked for is data (``forms/law/across.toml``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from passport.forms.pack import Source
from passport.forms.shelf import Shelf
from passport.law.across_data import FindingRule, across_data
from passport.law.findings import Severity
from passport.law.held_together import WAYS, Pair, Papers
from passport.law.notes import LawNotes, notes_shelf
from passport.law.said import Spot, everything_said
from passport.record.passport import Passport


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places that do not go together."""

    id: str
    severity: Severity
    sentence: str
    source: Source
    places: tuple[Spot, Spot]

    def to_plain(self) -> dict[str, object]:
        """For the command line's document."""
        return {
            "id": self.id,
            "severity": self.severity.value,
            "sentence": self.sentence,
            "source": self.source.words,
            "places": [place.to_plain() for place in self.places],
        }


def across(passport: Passport, shelf: Shelf) -> tuple[Disagreement, ...]:
    """Everything found, what matters most first, whatever the order of the sections. Papers that were stopped are out."""
    data, _sentences = across_data()
    said = everything_said(passport, shelf)
    about = passport.about_me()
    home = notes_shelf().of_nation(str((about and about.value("am_nation")) or ""))
    found: dict[tuple[str, str, str, str, str], Disagreement] = {}
    for rule in data.findings:
        papers = Papers(passport, shelf, rule)
        ones, others = said.get((rule.id, "one"), ()), said.get((rule.id, "other"), ())
        for pair in WAYS[rule.compare](ones, others, papers):
            one, other = pair.one, pair.other
            same = (
                rule.id,
                f"{one.section} {one.place}",
                f"{other.form} {other.section}",
                pair.what.casefold(),
            )
            found.setdefault((*same, pair.softer), _disagreement(rule, pair, home))
    return tuple(found.values())


def _disagreement(rule: FindingRule, pair: Pair, home: LawNotes | None) -> Disagreement:
    sentence = next(one for one in _sentences_for(rule, pair) if one is not None)
    gaps = {"one": pair.one.title, "other": pair.other.title, "what": pair.what, **pair.more}
    return Disagreement(
        rule.id,
        Severity(rule.severity),
        sentence.format(**gaps),
        (home and home.sources.get(rule.id)) or Source(rule.source, rule.checked),
        (pair.one, pair.other),
    )


def _sentences_for(rule: FindingRule, pair: Pair) -> Iterator[str | None]:
    """The sentence that fits best, then the one that always does."""
    sentences = across_data()[1]
    if pair.softer:
        yield sentences.get(f"{rule.id}/{pair.softer}")
    if pair.one.form == pair.other.form:
        yield sentences.get(f"{rule.id}/same")
    yield sentences[rule.id]
