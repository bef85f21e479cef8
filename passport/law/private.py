"""What only its own screen may show: the answer about pressure (G-12, ruling 4).

It changes no outcome and is in no list, document, export or bundle: a change anywhere else could give the person away.
The screen that shows it can be hidden at once. So nothing else may call this.
"""

from datetime import date

from passport.forms.conditions import compile_condition
from passport.forms.pack import Pack
from passport.law.facts import Known, PaperFacts
from passport.law.findings import Finding, Severity
from passport.law.predicates import PREDICATES
from passport.law.rules import law_rules
from passport.record.passport import Passport
from passport.record.sections import Section


def only_for_you(section: Section, pack: Pack, today: date) -> tuple[Finding, ...]:
    """What to say on the private screen, and nowhere else. Empty for most people."""
    names = {question.id for question in pack.questions()}
    known = Known(PaperFacts(section, Passport((section,)), pack, None, None, today), PREDICATES)
    return tuple(
        Finding(
            rule.id,
            Severity(rule.severity),
            rule.sentence,
            rule.source,
            question="doc_pressure",
            private=True,
        )
        for rule in law_rules("private.toml")
        if "doc_pressure" in names and compile_condition(rule.when, names)(known)
    )
