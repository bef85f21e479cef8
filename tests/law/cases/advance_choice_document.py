"""Advance choice documents: one on which each rule speaks, and the nearest on which it does not."""

from tests.builders import ALEX, Paper, a_form, a_refusal, an_advance_decision
from tests.law.cases.case import Case

IN_ORDER = {
    "ac_able": "yes",
    "ac_ward": "A room away from the door that bangs",
    "ac_talk": "Tomasz",
    "ac_signed": "yes",
    "ac_date": "2 11 2026",
    "ac_checked": "2 11 2026",
}
THE_DECISION = {"section": "advance_decision-1", "title": "My advance decision"}
NOT_A_WISH = {"ac_ward": None, "ac_about": "Unwell since 2009", "ac_unwell": "I whisper", "ac_body": "Asthma"}


def document(**answers: object) -> Paper:
    """A signed document with a wish that was talked through, unless a test says otherwise."""
    return a_form("advance_choice_document", **{**IN_ORDER, **answers})  # type: ignore[arg-type]  # answers of the document


def saying_no(
    link: object = THE_DECISION, *, refused: str = "Electroconvulsive therapy", **answers: object
) -> Paper:
    """ECT is on the list, and an advance decision beside it refuses something."""
    decision = an_advance_decision([a_refusal(refused)]).section
    return document(
        ac_no=[{"name": "ECT", "why": "Not haloperidol"}], ac_adrt=link, others=(decision,), **answers
    )


CASES = {
    "AC-01": Case(document(**NOT_A_WISH), document(**NOT_A_WISH, ac_ect="no")),
    "AC-02": Case(
        document(**NOT_A_WISH, ac_recording="me.m4a"),
        document(**NOT_A_WISH, ac_recording="me.m4a", ac_calm="Give me ten minutes"),
        29,
    ),
    "AC-03": Case(document(ac_able=None), document()),
    "AC-04": Case(
        document(about={**ALEX, "am_dob": "2 11 2008"}), document(about={**ALEX, "am_dob": "1 11 2008"})
    ),
    "AC-05": Case(saying_no(refused="Haloperidol"), saying_no(), 25),
    "AC-05/not_named": Case(saying_no(None), saying_no(), 25),
    "AC-06": Case(document(ac_yes=["Promethazine"]), document()),
    "AC-07": Case(document(ac_date=None), document()),
    "AC-08": Case(document(ac_talk=None), document()),
    "AC-09": Case(document(ac_discharge="23 11 2025"), document(ac_discharge="22 11 2025")),
    "AC-10": Case(document(ac_np="Jamie Morgan"), document(), 28),
    "NP-05/wish": Case(document(ac_np="Jamie Morgan"), document(), 28),
}
ELSEWHERE = {
    "AC-05/compelling_reason": "test_switched_on.py: once s.57A has started (ruling 25)",
    "AC-08/started": "test_switched_on.py: once s.44 has started",
    "AC-09/started": "test_switched_on.py: once s.44 has started",
    "AC-10/started": "test_switched_on.py: once Schedule 2 has started (ruling 28)",
}
