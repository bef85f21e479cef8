"""Crisis plans: a plan on which each rule speaks, and the nearest on which it does not."""

from tests.builders import ALEX, Paper, a_form, a_refusal, a_section
from tests.law.cases.case import Case


def plan(about: object = None, **answers: object) -> Paper:
    """A plan with somebody to call and a word of one's own, unless a test says otherwise."""
    typed = {"cp_people": ["Jamie"], "cp_signs": "I whisper", **answers}
    return a_form("crisis_plan", about or ALEX, **typed)  # type: ignore[arg-type]  # answers of the plan


def hard_before(*refused: str, **answers: object) -> Paper:
    """Haloperidol did not help; and an advance decision about something."""
    refusals = [a_refusal(treatment) for treatment in refused]
    others = [a_section("advance_decision", ad_refusals=refusals)] if refused else []
    return plan(cp_not_helped="Haloperidol. My jaw locked.", others=others, **answers)


def medicines(*checked: str) -> Paper:
    """Checked on these days, by today: 23 November 2026."""
    return plan(cp_medicines=[{"name": "Sertraline", "checked": one} for one in checked])


ENGLANDS = ["999", "NHS, 111, option 2", "Samaritans 116123", "Shout: text 85258"]

CASES = {
    "CP-01": Case(plan(cp_people=None), plan()),
    "CP-02": Case(
        plan(cp_signs="Low mood. Poor sleep.", cp_you_do=["Call the crisis team", "Be supportive"]),
        plan(cp_signs="Low mood. Poor sleep.", cp_you_do=["Call the crisis team", "Put the kettle on"]),
    ),
    "CP-03": Case(
        medicines("22 August 2026", "2 November 2026"), medicines("23 August 2026", "2 November 2026")
    ),
    "CP-04": Case(plan(cp_services=ENGLANDS[:3]), plan(cp_services=ENGLANDS)),
    "CP-05": Case(hard_before("ECT"), hard_before("ECT", "Haldol"), 25),
    "CP-06": Case(
        plan(cp_agreed="Yes, agreed with my team"), plan(cp_agreed="Yes, agreed with Dr Nair on 3 March 2026")
    ),
}
