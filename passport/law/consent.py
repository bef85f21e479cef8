"""Whether the person that a carer supports agreed: CA-02, asked of everything that leaves on a carer's side of the wall.

What is about them is a form whose pack says ``needs_consent``, and any answer that holds their first name. Where that name
stands, and what counts as agreed, is said in ``forms/law/exports.toml``. Nothing is guessed: where the carer noted nothing,
nothing about them leaves.
"""

import re
from collections.abc import Iterator, Mapping

from passport.forms.conditions import compile_condition
from passport.forms.interview import Here
from passport.forms.pack import Pack
from passport.law.door import door_rule
from passport.record.answers import texts_in
from passport.record.passport import Passport

CONSENT = "carer_consent"
_NAMES = "names"
"""In ``when``: the questions in which the first name of the person stands."""


def consent_missing(whole: Passport, shared: Passport, packs: Mapping[str, Pack]) -> bool:
    """CA-02: whether what is shared is about the person or names them, and nobody noted that they agreed."""
    theirs = Passport(tuple(section for section in shared.sections if packs[section.form].audience.of_carer))
    if not (_is_about_them(theirs, packs) or _names_them(whole, theirs)):
        return False
    names = frozenset(question.id for question in packs[CONSENT].questions())
    missing = compile_condition(door_rule("CA-02").when["missing"], names, at="CA-02.when.missing")
    noted = next(iter(whole.of_form(CONSENT)), None)
    return noted is None or missing(Here(noted))


def _is_about_them(shared: Passport, packs: Mapping[str, Pack]) -> bool:
    return any(section.answers and packs[section.form].needs_consent for section in shared.sections)


def _names_them(whole: Passport, shared: Passport) -> bool:
    """Whether an answer that leaves holds the name as a word. In small letters it is a word like any other: will, mark."""
    names = {name.casefold() for name in _first_names(whole)}
    return any(
        word.casefold() in names and not word[0].islower()
        for section in shared.sections
        for answer in section.answers.values()
        for text in texts_in(answer.words)
        for word in re.findall(r"\w+", text)
    ) or any(not _asking_the_name().isdisjoint(section.answers) for section in shared.sections)


def _first_names(whole: Passport) -> Iterator[str]:
    for section in whole.sections:
        for question in _asking_the_name():
            yield from re.findall(r"\w+", " ".join(texts_in(section.value(question))))


def _asking_the_name() -> frozenset[str]:
    names = door_rule("CA-02").when[_NAMES]
    assert isinstance(names, list)
    return frozenset(names)
