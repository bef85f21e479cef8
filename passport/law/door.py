"""What is said at the door, about what would leave: the rules of ``forms/law/exports.toml``.

A rule that refuses is asked by a guard, and the error that stops everything says its sentence. One that warns or
informs is asked of each form as it would leave, and shown before anything is given out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from passport.errors import PackUnreadable
from passport.forms.conditions import Ask, ConditionUnreadable, compile_condition
from passport.forms.pack import Rule
from passport.forms.shelf import LAW, shelf
from passport.law.confirmed import confirmed
from passport.law.findings import Finding, Outcome, Severity
from passport.law.rules import law_rules
from passport.record.answers import Value
from passport.record.sections import Section

EXPORTS = "exports.toml"
ASKED_BY = "asked_by"
"""In ``when``: the guard that asks a rule which refuses."""
_FACTS = ("outcome", "confirmed")


@dataclass(frozen=True, slots=True)
class Leaving:
    """One form as it would leave."""

    section: Section
    """Only what leaves of it."""
    outcome: Outcome | None = None
    """Where the whole of it stands today; None for a form that the rules do not look at."""

    def value(self, question: str) -> Value:
        """The value that would leave, or None."""
        return self.section.value(question)

    def fact(self, name: str, settings: Mapping[str, object], /) -> bool:
        """Whether one of the two facts of the door holds."""
        if name == "outcome":
            return self.outcome is not None and self.outcome == settings.get("is")
        return confirmed(self.section) is not None


def door_rule(rule_id: str) -> Rule:
    """A rule of the door. Raises PackUnreadable where the data has none of this id."""
    for rule in law_rules(EXPORTS):
        if rule.id == rule_id:
            return rule
    raise PackUnreadable(file=f"{LAW}/{EXPORTS}", at=rule_id, remedy="write this rule: a guard asks it")


def sentence(rule_id: str, **gaps: str) -> str:
    """What a guard says when it refuses, its gaps filled. Raises PackUnreadable as ``door_rule``."""
    return door_rule(rule_id).sentence.format_map(gaps)


def at_the_door(leaving: Iterable[Leaving]) -> tuple[Finding, ...]:
    """What there is to say before this leaves, each thing once, warnings first. Raises PackUnreadable.

    Of a rule that refuses only what its guard let through is left: for the person's own records it is a warning.
    """
    forms = tuple(leaving)
    found = [
        Finding(
            rule.id,
            Severity.WARNS if rule.severity == Severity.REFUSES_EXPORT else Severity(rule.severity),
            rule.sentence,
            rule.source,
        )
        for rule, asks in _asked()
        if any(asks(one) for one in forms)
    ]
    return tuple(sorted(found, key=lambda one: one.severity is not Severity.WARNS))


@cache
def _asked() -> tuple[tuple[Rule, Ask], ...]:
    """The rules that are asked of what leaves, ready to ask. Raises PackUnreadable."""
    questions = {one.id for pack in shelf().packs.values() for one in pack.questions()}
    ready = []
    for rule in law_rules(EXPORTS):
        if rule.dormant or ASKED_BY in rule.when:
            continue
        try:
            ready.append((rule, compile_condition(rule.when, questions, _FACTS, at=f"{rule.id}.when")))
        except ConditionUnreadable as complaint:
            at, _, remedy = str(complaint).partition(": ")
            raise PackUnreadable(file=f"{LAW}/{EXPORTS}", at=at, remedy=remedy) from None
    return tuple(ready)
