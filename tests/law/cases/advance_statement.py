"""Advance statements: a statement on which each rule speaks, and the nearest on which it does not."""

from tests.builders import ALEX, Paper, a_form, a_refusal, a_section, an_advance_decision
from tests.law.cases.case import Case

IN_ORDER = {
    "as_wishes": "The radio on low",
    "as_able": "yes",
    "as_signed": "yes",
    "as_date": "2 11 2026",
    "as_checked": "2 11 2026",
}
OVER_THERE = {**ALEX, "am_nation": "northern_ireland"}
JAMIE_KNOWS_NOTHING = (a_section("contacts", ct_name="Jamie Morgan", ct_agreed="no"),)
JAMIE_AGREED = (a_section("contacts", ct_name="Jamie Morgan", ct_agreed="yes"),)


def statement(**answers: object) -> Paper:
    """A signed statement with a wish, unless a test says otherwise."""
    return a_form("advance_statement", **{**IN_ORDER, **answers})  # type: ignore[arg-type]  # answers of the statement


def refusing(*treatments: str) -> tuple[object, ...]:
    """A live advance decision beside it."""
    return (an_advance_decision([a_refusal(one) for one in treatments]).section,)


CASES = {
    "AS-01": Case(statement(), statement(about=OVER_THERE)),
    "AS-01/northern_ireland": Case(statement(about=OVER_THERE), statement(), 30),
    "AS-02": Case(statement(as_wishes=" "), statement(as_wishes=None, as_values="Being told the truth")),
    "AS-02/northern_ireland": Case(
        statement(as_wishes=None, about=OVER_THERE), statement(about=OVER_THERE), 30
    ),
    "AS-03": Case(
        statement(as_not="Seroquel, or ECT", others=refusing("ECT")),
        statement(as_not="Seroquel, or ECT", others=refusing("shock treatment", "Quetiapine")),
        25,
    ),
    "AS-04": Case(statement(as_date=None), statement()),
    "AS-05": Case(
        statement(as_consult=["Jamie Morgan, my sister"], others=JAMIE_KNOWS_NOTHING),
        statement(as_consult=["Jamie Morgan, my sister"], others=JAMIE_AGREED),
    ),
    "AS-05/northern_ireland": Case(
        statement(as_consult=[{"who": "jamie morgan"}], others=JAMIE_KNOWS_NOTHING, about=OVER_THERE),
        statement(as_consult=[{"who": "Jamie"}], others=JAMIE_KNOWS_NOTHING, about=OVER_THERE),
        30,
    ),
    "AS-06": Case(statement(as_research="no"), statement(as_research="only_some_kinds"), 30),
    "AS-06/northern_ireland": Case(
        statement(as_research="no", about=OVER_THERE), statement(as_research="no"), 30
    ),
    "G-10/wish": Case(
        statement(as_wishes="Talk to me. Then lithium, please.", others=refusing("Priadel")),
        statement(as_wishes="Talk to me. No lithium, please.", others=refusing("Priadel")),
        25,
    ),
}
