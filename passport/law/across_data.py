"""What ``across.toml`` says is to be held beside what: read strictly, and made ready for each form."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from passport.errors import PackUnreadable
from passport.forms.conditions import Ask, ConditionUnreadable, compile_condition
from passport.forms.once import once_for_each_pack
from passport.forms.pack import Pack, Rule, Source
from passport.forms.read import read_sentences
from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.matchers import matchers
from passport.law.notes import law_folder

FILE = f"{LAW}/across.toml"


Compare = Literal[
    "same_treatment",
    "same_person",
    "both",
    "nobody",
    "numbers_differ",
    "doctors_differ",
    "version_gone",
    "paper_stopped",
    "link_gone",
]
"""The ways of ``held_together``."""


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question whose answers are looked at, as the head of ``across.toml`` explains."""

    question: str
    column: str = ""
    at: str = ""
    when: dict[str, object] | None = None
    says: str = ""
    says_in: str = ""
    read: Literal["", "asked", "refused", "listed"] = ""
    stands_for: str = ""
    number: str = ""


class FindingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sides that are held beside each other."""

    id: str
    severity: Literal["warns", "informs"]
    compare: Compare
    source: str
    one: tuple[Where, ...]
    other: tuple[Where, ...] = ()
    checked: str = "verified"


class AcrossWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that the comparing needs."""

    titles: tuple[str, ...] = ()
    doctors: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()


class Across(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    findings: tuple[FindingRule, ...]
    papers: dict[str, tuple[str, ...]] = {}
    words: AcrossWords = AcrossWords()


def read_across(folder: Traversable) -> tuple[Across, Mapping[str, str]]:
    """The file of a folder, and the sentence of each finding. Raises PackUnreadable."""
    read = converted(read_table(folder, "across.toml"), Across, FILE)
    wording = read_sentences(folder, "en.toml", "rules")
    sentences: dict[str, str] = {}
    for rule in read.findings:
        if rule.id in sentences:
            raise PackUnreadable(file=FILE, at=rule.id, remedy="give each finding its own id")
        if not rule.source.strip():
            raise PackUnreadable(file=FILE, at=f"{rule.id}.source", remedy="say where it comes from")
        for where in (*rule.one, *rule.other):
            if rule.compare == "same_treatment" and not (where.read or where.stands_for):
                raise PackUnreadable(file=FILE, at=f"{rule.id}.read", remedy="say how it is read")
            if where.says and where.says not in matchers():
                remedy = f"there is no list {where.says} in {LAW}/phrases.toml"
                raise PackUnreadable(file=FILE, at=f"{rule.id}.says", remedy=remedy)
        if not wording.get(rule.id):
            raise PackUnreadable(
                file=f"{LAW}/en.toml", at=f"rules.{rule.id}", remedy="write the words for it here"
            )
        sentences |= {one: wording[one] for one in _forms_of(rule) if one in wording}
    return read, sentences


def _forms_of(rule: FindingRule) -> tuple[str, ...]:
    """What a finding may be called in the wording: by its id, or as one of the sentences that fit better."""
    return (rule.id, f"{rule.id}/same", f"{rule.id}/gone")


@cache
def across_data() -> tuple[Across, Mapping[str, str]]:
    """What came with the program, read once."""
    return read_across(law_folder())


@dataclass(frozen=True, slots=True)
class Looked:
    """One question of a form that is looked at, for one side of one finding."""

    finding: str
    side: str
    """``one`` or ``other``."""
    where: Where
    asks: Ask | None
    """Whether it counts, where that depends on something."""


@once_for_each_pack
def looked_at(pack: Pack) -> Mapping[str, tuple[Looked, ...]]:
    """The questions of a form that are looked at, by id. Raises PackUnreadable."""
    names = {one.id for one in pack.questions()}
    found: dict[str, list[Looked]] = {}
    for rule in across_data()[0].findings:
        for side, places in (("one", rule.one), ("other", rule.other)):
            for where in places:
                if where.question in names:
                    looked = Looked(rule.id, side, where, _ready(where, names, rule.id))
                    found.setdefault(where.question, []).append(looked)
    return {question: tuple(each) for question, each in found.items()}


def _ready(where: Where, names: set[str], rule: str) -> Ask | None:
    if where.at and where.at not in names:
        raise PackUnreadable(file=FILE, at=f"{rule}.at", remedy=f"name a question beside {where.question}")
    if where.when is None:
        return None
    try:
        return compile_condition(where.when, names, at=f"{rule}.when")
    except ConditionUnreadable as complaint:
        at, _, remedy = str(complaint).partition(": ")
        raise PackUnreadable(file=FILE, at=at, remedy=remedy) from None


@cache
def across_rules() -> tuple[Rule, ...]:
    """The same as rules with their sentences, for whoever lists every rule."""
    across, sentences = across_data()
    return tuple(
        Rule(named, rule.severity, sentences[named], Source(rule.source, rule.checked), {"always": True})
        for rule in across.findings
        for named in _forms_of(rule)
        if named in sentences
    )
