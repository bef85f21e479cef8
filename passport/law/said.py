"""What a person says in their live papers, where ``across.toml`` looks: one row of one answer, with where it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from passport.forms.conditions import Ask
from passport.forms.interview import Here, without_hidden
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.across_data import Looked, Where, across_data, looked_at
from passport.law.matchers import any_of, matchers
from passport.law.named import READ
from passport.law.wishes import stands
from passport.law.words import sentences
from passport.record.answers import Place, Value, question_of, texts_in
from passport.record.passport import Passport
from passport.record.sections import Section


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the papers: what a finding points at."""

    form: str
    section: str
    """Empty where nothing was begun, or what was there is gone."""
    question: str
    """Empty for the form as a whole."""
    place: Place
    """The same with the item of a list it stands in."""
    label: str
    title: str
    """What the form is called."""

    def to_plain(self) -> dict[str, str]:
        """For the command line's document."""
        return {"form": self.form, "section": self.section, "question": self.question, "label": self.label}


def spot(pack: Pack, section: str = "", question: str = "", place: Place = "") -> Spot:
    """A place by its form and question; a question that the form does not ask is the form as a whole."""
    asked = pack.question(question) if question else None
    if asked is None:
        return Spot(pack.id, section, "", "", pack.title, pack.title)
    return Spot(pack.id, section, question, place or question, asked.label, pack.title)


@dataclass(frozen=True, slots=True)
class Said:
    """One row of an answer: a line of a list, or all of it."""

    section: Section
    row: Value
    text: str
    """The words that are looked at."""
    where: Where
    spot: Spot

    @property
    def things(self) -> frozenset[str]:
        """The treatments in it, as its question is read."""
        if self.where.stands_for:
            return frozenset({self.where.stands_for})
        return READ[self.where.read](self.text)

    @property
    def whole(self) -> str:
        """All words of the row."""
        return ", ".join(texts_in(self.row))

    @property
    def numbers(self) -> str:
        """The words in which a telephone number may stand."""
        beside = self.row.get(self.where.number) if isinstance(self.row, Mapping) else None
        return "\n".join((self.text, *texts_in(beside), *texts_in(self.section.value(self.where.number))))


SaidBySide = Mapping[tuple[str, str], tuple[Said, ...]]
"""Finding id and side to everything that is said there."""


def everything_said(passport: Passport, shelf: Shelf) -> SaidBySide:
    """All that is looked at, in the live papers. The order is the shelf's, whatever the order of the sections."""
    forms = list(shelf.packs)
    live = [one for one in passport.sections if one.stopped_on is None and one.form in shelf.packs]
    found: dict[tuple[str, str], list[Said]] = {}
    for section in sorted(live, key=lambda one: (forms.index(one.form), _number(one.id), one.id)):
        pack = shelf.packs[section.form]
        looked = looked_at(pack)
        shown = without_hidden(pack, section) if looked else section
        for place in sorted(one for one in shown.answers if question_of(one) in looked):
            for one in looked[question_of(place)] if stands(shown, place) else ():
                found.setdefault((one.finding, one.side), []).extend(_said(one, shown, pack, place))
    return {side: tuple(each) for side, each in found.items()}


def _said(looked: Looked, section: Section, pack: Pack, place: Place) -> Iterator[Said]:
    value, where = section.value(place), looked.where
    if value is None or not _counts(looked.asks, section, place):
        return
    at = _beside(place, where.at) if where.at else place
    there = spot(pack, section.id, question_of(at), at)
    for row in value if isinstance(value, tuple) else (value,):
        text = _text(row, where)
        if where.says and not matchers()[where.says].found_in(_in_column(row, where.says_in)):
            continue
        if text.strip() and not _names_none(text, where):
            yield Said(section, row, text.strip(), where, there)


def _names_none(text: str, where: Where) -> bool:
    """Whether somebody, or a paper, is asked for, and the answer is that there is none."""
    named = where.when is None and not where.read
    return named and any(_nobody().match(sentence) for sentence in sentences(text)[:1])


@cache
def _nobody() -> re.Pattern[str]:
    return any_of(across_data()[0].words.nobody, {})


def _text(row: Value, where: Where) -> str:
    """The words to look at: a column, a person's name, a link's title, or all of it."""
    if not isinstance(row, Mapping):
        return str(row)
    return _in_column(row, where.column or ("title" if "section" in row else "name"))


def _in_column(row: Value, column: str) -> str:
    found = row.get(column) if isinstance(row, Mapping) else None
    return found if isinstance(found, str) else ""


def _counts(asks: Ask | None, section: Section, place: Place) -> bool:
    """Whether a row counts, by the item of a list it is in, then by its form."""
    part, _, rest = place.rpartition(".")[0].partition(".")
    return asks is None or asks(Here(section, part, rest))


def _beside(place: Place, question: str) -> Place:
    """The place of another question of the same item, or of the same form."""
    before, dot, _ = place.rpartition(".")
    return f"{before}{dot}{question}"


def _number(section_id: str) -> int:
    number = section_id.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdigit() else 0
