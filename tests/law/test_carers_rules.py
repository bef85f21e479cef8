"""What the rules say of a carer's record: the same as of the person's own, read from a carer's answers alone (domain 7.13)."""

from passport.law.findings import Outcome
from tests.builders import a_form, a_section, assess_today, findings


def test_an_end_before_the_start_is_seen_in_a_carers_record_too() -> None:
    """IR-01."""
    assert "IR-01" in findings(a_form("carer_involvement_record", carer_ir_start="2025", carer_ir_end="2024"))


def test_what_somebody_needs_for_themselves_is_not_read_for_what_they_did_as_a_carer() -> None:
    """IR-06: benefits advice, asked for as a carer and as oneself, are two answers."""
    own = a_section("needs_and_adjustments", na_benefits="yes")
    carers = a_section("carer_needs", carer_na_benefits="yes")

    assert "IR-06" not in findings(a_form("carer_involvement_record", others=[own], carer_ir_money=["fee"]))
    assert "IR-06" in findings(a_form("carer_involvement_record", others=[carers], carer_ir_money=["fee"]))
    assert "IR-06" not in findings(a_form("involvement_record", others=[carers], ir_money=["fee"]))


def test_a_carers_plan_has_no_law_to_be_checked_by() -> None:
    """It asks nobody to act on it: nothing keeps it from being ready, and no rule of an advance paper reads it."""
    plan = assess_today(a_form("carer_emergency_plan", ce_needs="Breakfast"))
    assert plan.outcome is Outcome.READY
    assert plan.findings == ()
