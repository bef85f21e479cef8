"""The ways of holding what is said in one place beside what is said in another. Which questions hold it is data.

Each is sure before it speaks: names are the same only if they are written the same, treatments only by a name we know or
by the same words. Otherwise it says nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from passport.forms.shelf import Shelf
from passport.law.across_data import FindingRule, across_data
from passport.law.matchers import any_of
from passport.law.named import numbers_in, people_in, same_treatment, shown_treatment
from passport.law.said import Said, Spot, spot
from passport.law.words import names_match, plain, sentences, tidy
from passport.record.passport import Passport


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that do not go together, and what fills the sentence."""

    one: Spot
    other: Spot
    what: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    softer: str = ""
    """The name of another sentence, where one fits better."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything a way may need beside what is said."""

    passport: Passport
    shelf: Shelf
    rule: FindingRule


Many = Sequence[Said]
Way = Callable[[Many, Many, Papers], Iterator[Pair]]


def _same_treatment(ones: Many, others: Many, _papers: Papers) -> Iterator[Pair]:
    there = [(other, other.things) for other in others]
    for one in ones:
        for thing in sorted(one.things):
            for other, things in there:
                if any(same_treatment(thing, each) for each in things):
                    yield Pair(one.spot, other.spot, shown_treatment(thing, one.text))


def _same_person(ones: Many, others: Many, _papers: Papers) -> Iterator[Pair]:
    for one, other, name in _of_the_same_name(ones, others):
        yield Pair(one.spot, other.spot, name)


def _both(ones: Many, others: Many, _papers: Papers) -> Iterator[Pair]:
    for one in ones:
        for other in others:
            yield Pair(one.spot, other.spot, one.text)


def _nobody(ones: Many, others: Many, papers: Papers) -> Iterator[Pair]:
    asked = papers.rule.other[0].question
    pack = next((each for each in papers.shelf.packs.values() if each.question(asked) is not None), None)
    if pack is not None and not others:
        for one in ones:
            yield Pair(one.spot, spot(pack, question=asked), one.text)


def _numbers_differ(ones: Many, others: Many, _papers: Papers) -> Iterator[Pair]:
    """A number in common, in any entry of that name, and nothing is said: somebody may have two."""
    known: dict[int, list[tuple[Said, str]]] = {}
    for one, other, name in _of_the_same_name(ones, others):
        if numbers_in(other.numbers):
            known.setdefault(ones.index(one), []).append((other, name))
    for at, matching in known.items():
        here = numbers_in(ones[at].numbers)
        if here and all(here.isdisjoint(numbers_in(other.numbers)) for other, _ in matching):
            other, name = matching[0]
            yield Pair(ones[at].spot, other.spot, name)


def _doctors_differ(ones: Many, others: Many, _papers: Papers) -> Iterator[Pair]:
    for one in ones:
        here = _doctor(one.text)
        there = [_doctor(other.text) for other in others]
        if here and there and all(each and here.isdisjoint(each) for each in there):
            yield Pair(one.spot, others[0].spot, one.text, {"other_what": others[0].text})


def _version_gone(ones: Many, _others: Many, papers: Papers) -> Iterator[Pair]:
    """The newest version is that of the register of copies: where none was given out, nothing is known."""
    for one in ones:
        form, version = _form_named(one, papers), _version_in(one.whole)
        of_form = papers.passport.of_form(form) if form else ()
        ids = {section.id for section in of_form if section.stopped_on is None}
        newest: dict[str, int] = {}
        for copy in papers.passport.copies:
            if ids.intersection(copy.sections):
                newest[copy.document] = max(copy.version, newest.get(copy.document, 0))
        if version and newest and version not in newest.values():
            section = next(each for each in reversed(of_form) if each.id in ids)
            there = spot(papers.shelf.pack(form), section.id, "doc_version")
            yield Pair(one.spot, there, str(version), {"newest": str(max(newest.values()))})


def _paper_stopped(ones: Many, _others: Many, papers: Papers) -> Iterator[Pair]:
    for one in ones:
        form = _form_named(one, papers)
        of_form = papers.passport.of_form(form) if form else ()
        if of_form and all(section.stopped_on is not None for section in of_form):
            yield Pair(one.spot, spot(papers.shelf.pack(form), of_form[-1].id, "doc_status"))


def _link_gone(ones: Many, _others: Many, papers: Papers) -> Iterator[Pair]:
    for one in ones:
        to = str(one.row.get("section") or "") if isinstance(one.row, Mapping) else ""
        pack = papers.shelf.packs.get(to.rpartition("-")[0])
        section = papers.passport.section(to)
        if pack is not None and section is None:
            yield Pair(one.spot, spot(pack), softer="gone")
        elif pack is not None and section is not None and section.stopped_on is not None:
            yield Pair(one.spot, spot(pack, to, "doc_status"))


WAYS: Mapping[str, Way] = {
    "same_treatment": _same_treatment,
    "same_person": _same_person,
    "both": _both,
    "nobody": _nobody,
    "numbers_differ": _numbers_differ,
    "doctors_differ": _doctors_differ,
    "version_gone": _version_gone,
    "paper_stopped": _paper_stopped,
    "link_gone": _link_gone,
}
"""Every way by the word for it in ``across.toml``."""


def _of_the_same_name(ones: Many, others: Many) -> Iterator[tuple[Said, Said, str]]:
    named = [(other, people_in(other.text)) for other in others]
    for one in ones:
        for name in people_in(one.text):
            for other, names in named:
                if any(names_match(name, each) for each in names):
                    yield one, other, name


def _doctor(name: str) -> frozenset[str]:
    """The parts of a doctor's name, without titles; empty for anybody who is not called one."""
    words, first = across_data()[0].words, next(iter(people_in(name)), "")
    parts = tidy(first).split()
    return frozenset(parts) - {*words.titles} if parts and parts[0] in words.doctors else frozenset()


def _form_named(one: Said, papers: Papers) -> str:
    """The one form that a row names, of those they have; empty where it is none or several, or says it is ended."""
    if any(_ended().search(sentence) for sentence in sentences(one.whole)):
        return ""
    begun = {section.form for section in papers.passport.sections} - {one.section.form}
    named = [
        form
        for form in begun & set(papers.shelf.packs)
        if any(_names_of_form(form, papers.shelf).search(sentence) for sentence in sentences(one.text))
    ]
    return named[0] if len(named) == 1 else ""


def _names_of_form(form: str, shelf: Shelf) -> re.Pattern[str]:
    return _any_phrase((shelf.pack(form).title, *across_data()[0].papers.get(form, ())))


def _version_in(text: str) -> int:
    patterns = (re.search(pattern, plain(text)) for pattern in across_data()[0].words.versions)
    return next((int(found[1]) for found in patterns if found), 0)


def _ended() -> re.Pattern[str]:
    return _any_phrase(across_data()[0].words.ended)


@cache
def _any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(phrases, {})
