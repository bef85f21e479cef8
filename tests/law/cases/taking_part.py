"""What somebody did and learned: an entry on which each rule speaks, and the nearest on which it does not."""

from tests.builders import Paper, a_form, a_section
from tests.law.cases.case import Case


def work(**answers: object) -> Paper:
    """A piece of work in order, unless a test says otherwise."""
    return a_form(
        "involvement_record",
        **{"ir_title": "Panel", "ir_start": "March 2025", "ir_end": "March 2025", **answers},  # type: ignore[arg-type]  # answers of the form
    )


def needs(benefits: str) -> dict[str, object]:
    """With what they need to take part, in which benefits advice is asked for or not."""
    return {"others": [a_section("needs_and_adjustments", na_benefits=benefits)]}


CASES = {
    "IR-01": Case(work(ir_start="4 March 2025", ir_end="3 March 2025"), work(ir_start="4 March 2025")),
    "IR-03": Case(
        a_form("training_record", tr_expires="22 November 2026"),
        a_form("training_record", tr_expires="23 November 2026"),
    ),
    "IR-06": Case(
        work(ir_money=["fee", "expenses"], **needs("yes")), work(ir_money=["expenses"], **needs("yes"))
    ),
    "IR-07": Case(
        work(ir_did="I helped a patient called Dave"), work(ir_did="I helped a patient with a form")
    ),
}

ELSEWHERE = {
    "IR-02": "test_share.py: words of somebody who has not agreed do not leave (ruling 3)",
    "IR-04": "test_door.py: an entry that nobody confirmed is in the person's words",
    "IR-05": "test_door.py: a level of checks that leaves is checked again by the new group",
    "EX-01": "test_share.py: a form of the other side is refused before anything is made (ruling 3)",
    "EX-01/care": "test_share.py: a form of the other side is refused before anything is made (ruling 3)",
    "EX-01/carer": "test_door.py: a paper never mixes what is a carer's with what is one's own (ruling 3)",
    "EX-02": "test_summary.py: no refusal and no field that is never shared is in any code (ruling 3)",
    "EX-03": "test_door.py: a draft says so",
    "EX-04": "test_share.py: a stopped paper is refused unless it is for one's own records (ruling 3)",
}
