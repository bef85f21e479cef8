"""Rules made ready: the conditions of a pack and the general ones, compiled once and checked against the form.

An id with a slash, such as ``AD-02/said``, is a softer form of the rule before the slash, with a sentence of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from passport.forms.complaints import Complaints
from passport.forms.conditions import Ask, ConditionUnreadable, compile_condition
from passport.forms.once import once_for_each_pack
from passport.forms.pack import Kind, Pack, Rule
from passport.forms.read import read_rules
from passport.forms.shelf import LAW
from passport.law.facts import ABOUT_ME
from passport.law.findings import Severity
from passport.law.gaps import DATE, GAPS, gaps_in
from passport.law.matchers import matchers
from passport.law.notes import law_folder, notes_shelf
from passport.law.papers import papers
from passport.law.predicates import PREDICATES
from passport.record.audience import Share
from passport.record.sections import SIGNINGS

_RULE_ID = re.compile(r"[A-Z]{1,5}-\d+(/\w+)?")


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """One rule, ready to ask."""

    rule: Rule
    id: str
    """As shown: without the softer form's name."""
    severity: Severity
    asks: Ask
    question: str
    """The first question it reads: where the person would change it. Empty where there is none."""
    private: bool
    """It only warns or informs, and reads what is never shared."""
    general: bool
    """It is not the pack's own rule."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one form, in the order a person would act on them."""

    paper: tuple[ReadyRule, ...]
    refusal: tuple[ReadyRule, ...]
    signing: tuple[ReadyRule, ...]
    order: Mapping[str, int]
    """Full rule id to its place in the order."""
    unsure: tuple[tuple[str, Ask | None], ...]
    """Questions of a paper that may be answered "do not know", and when each is shown. Of a form of another kind nothing
    hangs on them, and so there is nothing that we could not check."""


@once_for_each_pack
def rules_for(pack: Pack) -> Rules:
    """The rules asked of a form. Raises PackUnreadable for one that asks about what is not there."""
    general = [_ready(rule, pack, general=True) for rule in _general_rules(pack)]
    # A rule that refuses an export is asked at the door (actions.share) and never touches an outcome (ruling 3).
    asked = [one for one in pack.rules if not one.dormant and one.severity != Severity.REFUSES_EXPORT]
    own = [_ready(rule, pack, general=False) for rule in asked]
    first = [one for one in general if one.severity is Severity.BLOCKS]
    ready = [*first, *own, *(one for one in general if one not in first)]
    names = frozenset(one.id for one in pack.questions())
    unsure = tuple(
        (one.id, None if one.show_if is None else compile_condition(one.show_if, names))
        for one in pack.questions()
        if one.kind is Kind.YES_NO_DO_NOT_KNOW and pack.id in papers()
    )
    by_scope = {
        scope: tuple(one for one in ready if one.rule.scope == scope)
        for scope in ("paper", "refusal", "signing")
    }
    return Rules(**by_scope, order={one.rule.id: place for place, one in enumerate(ready)}, unsure=unsure)


@cache
def law_rules(file: str) -> tuple[Rule, ...]:
    """The rules of a file in ``forms/law``. Raises PackUnreadable."""
    return read_rules(law_folder(), file, "en.toml")


def _general_rules(pack: Pack) -> Iterator[Rule]:
    """The general rules that this form has the questions for. Forms that ``papers.toml`` does not name have none."""
    if pack.id not in papers():
        return
    ours = {one.id for one in pack.questions()} | set(ABOUT_ME)
    for rule in law_rules("general.toml"):
        questions, _facts = _reads(rule.when)
        if not rule.dormant and set(questions) <= ours and (rule.scope == "paper" or pack.refusals):
            yield rule


def what_cannot_be_asked(pack: Pack, complaints: Complaints) -> None:
    """Everything that is wrong with the rules a form would be asked."""
    for rule in pack.rules:
        if not rule.dormant:
            _condition(rule, pack, f"{pack.id}/rules.toml", complaints)


def _condition(rule: Rule, pack: Pack, file: str, complaints: Complaints) -> Ask | None:
    """The condition of a rule, or None where it cannot be asked. What is wrong is said in the complaints."""
    before = len(complaints.found)
    names = {one.id for one in pack.questions()} | set(ABOUT_ME)
    for named in _rules_named(rule.when):
        remedy = f"write here what {named} asks: a rule cannot ask another rule"
        complaints.say(file, f"{rule.id}.when", remedy)
        return None
    try:
        asks = compile_condition(rule.when, names, PREDICATES.by_name, at=f"{rule.id}.when")
    except ConditionUnreadable as complaint:
        at, _, remedy = str(complaint).partition(": ")
        complaints.say(file, at, remedy)
        return None
    questions, facts = _reads(rule.when)
    for at, remedy in _complaints(rule, pack, questions, facts):
        complaints.say(file, f"{rule.id}.{at}", remedy)
    return asks if len(complaints.found) == before else None


def _rules_named(condition: object) -> Iterator[str]:
    """Ids of rules that stand where a question or a fact would."""
    if isinstance(condition, Mapping):
        for key in ("rule", "question", "answered", "fact"):
            named = condition.get(key)
            if isinstance(named, str) and (key == "rule" or _RULE_ID.fullmatch(named)):
                yield named
    for inner in _inside(condition):
        yield from _rules_named(inner)


def _ready(rule: Rule, pack: Pack, *, general: bool) -> ReadyRule:
    file = f"{LAW}/general.toml" if general else f"{pack.id}/rules.toml"
    severity = Severity(rule.severity)
    complaints = Complaints()
    asks = _condition(rule, pack, file, complaints)
    complaints.raise_first()
    assert asks is not None
    questions, facts = _reads(rule.when)
    never = {one.id for one in pack.questions() if one.share is Share.NEVER}
    tells = any(one in never for one in questions) or any(
        PREDICATES.by_name[str(one["fact"])].private for one in facts
    )
    reads = [*questions, *(one for fact in facts for one in PREDICATES.by_name[str(fact["fact"])].reads)]
    return ReadyRule(
        rule=rule,
        id=rule.id.partition("/")[0],
        severity=severity,
        asks=asks,
        question=next(iter(reads), ""),
        private=tells and severity in {Severity.WARNS, Severity.INFORMS},
        general=general,
    )


def _complaints(
    rule: Rule, pack: Pack, questions: list[str], facts: list[Mapping[str, object]]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a rule whose condition can be read."""
    for gap in sorted(gaps_in(rule.sentence) - {*GAPS, DATE}):
        yield "sentence", f"take {{{gap}}} out: nothing fills it"
    for fact in facts:
        yield from _complaints_of_fact(rule, fact)
    for unknown in sorted(set(questions) - {one.id for one in pack.questions()} - set(ABOUT_ME)):
        yield "when", f"there is no question {unknown!r}"
    part = pack.question(pack.refusals) if pack.refusals else None
    inside = {one.id for one in part.questions} if part is not None else set()
    if rule.scope != "refusal" and inside & set(questions):
        yield "scope", 'write scope = "refusal": it asks about one refusal'
    if rule.scope == "refusal" and not inside:
        yield "scope", "this form has no list of refusals"
    if rule.scope == "signing" and pack.question(SIGNINGS) is None:
        yield "scope", "this form has no signing record"


def _complaints_of_fact(rule: Rule, fact: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    name = str(fact["fact"])
    predicate = PREDICATES.by_name[name]
    given = {key: value for key, value in fact.items() if key != "fact"}
    for key, value in given.items():
        if not isinstance(value, predicate.settings.get(key, ())):
            yield "when", f"{name} does not take {key} = {value!r}"
    if predicate.settings and not given:
        yield "when", f"give {name} one of " + ", ".join(predicate.settings)
    if "list" in given and given["list"] not in matchers():
        yield "when", f"there is no list {given['list']} in {LAW}/phrases.toml"
    if "of" in given and not any(given["of"] in notes.in_force for notes in notes_shelf().by_id.values()):
        yield "when", f"no law notes say when {given['of']} starts: name it under in_force there"
    if predicate.of_refusal and rule.scope != "refusal":
        yield "scope", f'write scope = "refusal": {name} is about one refusal'


def _reads(condition: object) -> tuple[list[str], list[Mapping[str, object]]]:
    """The questions a condition reads, those named in the settings of facts included; and its facts."""
    questions: list[str] = []
    facts: list[Mapping[str, object]] = []
    if isinstance(condition, Mapping):
        if "fact" in condition:
            facts.append(condition)
            questions += [str(condition[key]) for key in ("in", "one", "other", "link") if key in condition]
        questions += [str(condition[key]) for key in ("question", "answered") if key in condition]
    for inner in _inside(condition):
        more_questions, more_facts = _reads(inner)
        questions += more_questions
        facts += more_facts
    return questions, facts


def _inside(condition: object) -> Iterator[object]:
    for key in ("all", "any", "not"):
        inner = condition.get(key) if isinstance(condition, Mapping) else None
        yield from inner if isinstance(inner, (list, tuple)) else (() if inner is None else (inner,))
