"""Rules about what somebody did and learned (domain 8.7: IR-01, IR-03, IR-06, IR-07)."""

import pytest

from passport.law.findings import Outcome, Severity
from tests.builders import Paper, a_form, a_section, assess_today, findings, sentence


def paid(na_benefits: str | None = None) -> Paper:
    needs = [a_section("needs_and_adjustments", na_benefits=na_benefits)] if na_benefits else []
    return a_form("involvement_record", others=needs, ir_money=["fee"])


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("March 2025", "March 2025"),
        ("2025", "January 2025"),
        ("about 2015", "2014"),
        ("March 2025", ""),
        ("", "2025"),
    ],
)
def test_an_end_that_may_come_after_the_start_is_no_mistake(start: str, end: str) -> None:
    """IR-01, ruling 19: a month or a year is a range."""
    assert "IR-01" not in findings(a_form("involvement_record", ir_start=start, ir_end=end))


def test_an_end_before_the_start_keeps_the_entry_from_being_ready() -> None:
    """IR-01."""
    assessment = assess_today(a_form("involvement_record", ir_start="2025", ir_end="2024"))
    assert assessment.outcome is Outcome.NOT_READY
    assert assessment.findings[0].question == "ir_end"


def test_training_says_the_day_it_ran_out_and_only_once_that_day_has_passed() -> None:
    """IR-03: a month has passed when its last day has."""
    gone = a_form("training_record", tr_expires="October 2026")
    assert sentence(gone, "IR-03") == "This training ran out on October 2026."
    assert "IR-03" not in findings(a_form("training_record", tr_expires="November 2026"))
    assert assess_today(gone).outcome is Outcome.READY


def test_whether_somebody_asked_for_benefits_advice_stays_with_them() -> None:
    """IR-06 reads two answers that are never shared, so it stays out of every export."""
    told = [one for one in assess_today(paid(na_benefits="yes")).findings if one.id == "IR-06"]
    assert [(one.severity, one.private) for one in told] == [(Severity.INFORMS, True)]
    assert "IR-06" not in {one.id for one in assess_today(paid(na_benefits="yes")).without_private().findings}


def test_a_fee_alone_says_nothing_about_benefits() -> None:
    """IR-06: only for somebody who said that they need advice first."""
    assert "IR-06" not in findings(paid(na_benefits="no")) | findings(paid())


def test_somebody_else_is_noticed_wherever_they_are_named() -> None:
    """IR-07: in a list and in an endorsement as well as in a story."""
    named = "I spoke for a patient called Dave"
    in_list = a_form("involvement_record", ir_impact=[{"area": "Culture", "what": named}])
    in_endorsement = a_form("involvement_record", ir_endorse=[{"en_text": named}])
    assert "IR-07" in findings(in_list) & findings(in_endorsement)
    assert "IR-07" not in findings(a_form("involvement_record", ir_as="service_user", ir_did="I led it"))
