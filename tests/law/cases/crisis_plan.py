"""Crisis plans: a plan on which each rule speaks, and the nearest on which it does not."""

from tests.builders import Paper, a_form
from tests.law.cases.case import Case


def plan(**answers: object) -> Paper:
    """A plan with somebody to call and a word of one's own, unless a test says otherwise."""
    return a_form("crisis_plan", **{"cp_people": ["Jamie"], "cp_signs": "I whisper", **answers})  # type: ignore[arg-type]  # answers of the plan


CASES = {
    "CP-01": Case(plan(cp_people=None), plan()),
    "CP-02": Case(plan(cp_signs=None), plan()),
}
