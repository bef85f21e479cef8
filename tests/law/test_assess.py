"""Advance decisions in England and Wales, and what the program makes of them.

Mental Capacity Act 2005:
s.24(1)      made at 18 or over
s.24(1)      about a treatment named in any words
s.24(3)-(4)  withdrawn at any time, in part, without writing
s.24(5)      a change needs no writing unless the result is about staying alive
s.25(2)(a)   withdrawn
s.25(2)(b)   a later power of attorney over the same treatment
s.25(5)(a)   even if life is at risk
s.25(6)(a)   in writing
s.25(6)(b)   signed by the person, or by another in their presence and by their direction
s.25(6)(c)   made or acknowledged before a witness
s.25(6)(d)   the witness signs, or acknowledges the signature, in the person's presence
s.25(7)      any other power of attorney ends nothing

Each line is some test's docstring below; the rulings are quoted where they decide.
"""

import re
from pathlib import Path

from passport.law.findings import Outcome
from tests.builders import (
    ALEX,
    SPOKEN,
    Paper,
    a_refusal,
    a_signing,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
    where,
)

READY, READY_NOT_LS, NOT_READY = Outcome.READY, Outcome.READY_NOT_LS, Outcome.NOT_READY
STOPPED, CANNOT_CHECK = Outcome.STOPPED, Outcome.CANNOT_CHECK


def outcome(paper: Paper) -> Outcome:
    (only,) = assess_today(paper).outcomes
    return only


def test_nobody_under_18_can_make_one() -> None:
    """s.24(1): made at 18 or over. The age is the age when it was made, not today's."""
    made_at_17 = an_advance_decision(
        about={**ALEX, "am_dob": "1 12 2007"}, signed=a_signing(sg_date="1 11 2025")
    )
    assert made_at_17.about.value("am_dob") == "2007-12-01"
    assert outcome(made_at_17) is NOT_READY
    assert (
        outcome(
            an_advance_decision(about={**ALEX, "am_dob": "1 12 2006"}, signed=a_signing(sg_date="2 12 2025"))
        )
        is READY
    )


def test_a_treatment_may_be_named_in_any_words_and_must_be_named() -> None:
    """s.24(1): about a treatment named in any words."""
    assert outcome(an_advance_decision([a_refusal("the thing down my throat")])) is READY
    assert outcome(an_advance_decision([a_refusal(" ")])) is NOT_READY


def test_one_refusal_can_be_stopped_and_the_others_stand() -> None:
    """s.24(3)-(4): withdrawn at any time, in part, without writing. Ruling 16."""
    paper = an_advance_decision([a_refusal("ECT"), a_refusal("CPR")]).stopped("1")
    assessment = assess_today(paper)

    assert assessment.outcomes == (STOPPED, READY)
    assert assessment.outcome is READY
    assert assessment.refusals[0].findings == ("AD-33",)
    assert not {"AD-30", "AD-31"} & findings(paper)


def test_stopping_twice_is_stopping_once() -> None:
    """s.24(3)-(4): withdrawn at any time, in part, without writing."""
    once = an_advance_decision().stopped("1")
    assert assess_today(once.stopped("1")) == assess_today(once)
    assert assess_today(an_advance_decision().stopped().stopped()) == assess_today(
        an_advance_decision().stopped()
    )


def test_a_stopped_paper_says_only_that_and_who_still_holds_it() -> None:
    """s.25(2)(a): withdrawn."""
    paper = an_advance_decision([a_refusal(), a_refusal("CPR", rfz_why=None)], ad_able=None).stopped()
    assessment = assess_today(paper)

    assert assessment.outcome is STOPPED
    assert assessment.outcomes == (STOPPED, STOPPED)
    assert [finding.id for finding in assessment.findings] == ["AD-34", "WD-01", "WD-02", "WD-05"]


def test_a_later_attorney_ends_a_refusal_of_what_they_may_decide() -> None:
    """s.25(2)(b): a later power of attorney over the same treatment. Ruling 18: it is asked of each refusal."""
    paper = an_advance_decision(
        [
            a_refusal("ECT"),
            a_refusal("CPR", rfz_lpa_covers="no"),
            a_refusal("Dialysis", rfz_lpa_covers="do_not_know"),
        ],
        ad_lpa_health="yes",
        ad_lpa_signed="5 11 2026",
        ad_lpa_registered="15 11 2026",
        ad_lpa_covers="yes",
        ad_lpa_ls="yes",
    )
    assessment = assess_today(paper)

    assert assessment.outcomes == (STOPPED, READY, READY)
    assert (where(assessment, "AD-35"), where(assessment, "AD-36")) == (["1"], ["3"])
    assert assessment.could_not_check == "We could not check everything."


def test_an_earlier_attorney_ends_nothing() -> None:
    """s.25(7): any other power of attorney ends nothing."""
    paper = an_advance_decision(
        ad_lpa_health="yes",
        ad_lpa_signed="2020",
        ad_lpa_registered="2021",
        ad_lpa_covers="yes",
        ad_lpa_ls="yes",
    )
    assert outcome(paper) is READY
    assert sentence(paper, "AD-38").endswith("treatment you refuse here. Tell them about this.")


def test_an_earlier_attorney_may_decide_what_the_refusal_does_not_reach() -> None:
    """Ruling 18: AD-38 for a refusal that is not for treatment that keeps you alive says so."""
    paper = an_advance_decision(
        signed=None, ad_lpa_health="yes", ad_lpa_signed="2020", ad_lpa_registered="2021"
    )
    assert "here, for treatment you do not need to stay alive. Tell" in sentence(paper, "AD-38")


def test_a_later_attorney_without_power_over_life_only_warns_where_life_is_at_stake() -> None:
    """s.11(8)(a), ruling 18: AD-35 asks for power over life, or a refusal that is not about it; else AD-36."""
    later = {
        "ad_lpa_health": "yes",
        "ad_lpa_signed": "5 11 2026",
        "ad_lpa_registered": "15 11 2026",
        "ad_lpa_covers": "yes",
    }
    about_life = an_advance_decision(**later)  # type: ignore[arg-type]  # answers of the paper
    not_about_life = an_advance_decision([a_refusal(rfz_ls="no", rfz_ls_statement=None)], **later)  # type: ignore[arg-type]  # answers of the paper

    assert (outcome(about_life), "AD-36" in findings(about_life)) == (READY, True)
    assert outcome(not_about_life) is STOPPED


def test_where_the_order_of_dates_is_not_certain_nothing_stops() -> None:
    """Ruling 19: month or year only is a range; where the order is not certain, the warning form."""
    later = {
        "ad_lpa_health": "yes",
        "ad_lpa_registered": "20 11 2026",
        "ad_lpa_covers": "yes",
        "ad_lpa_ls": "yes",
    }
    paper = an_advance_decision(ad_lpa_signed="November 2026", **later)  # type: ignore[arg-type]  # answers of the paper

    assert outcome(paper) is READY
    assert sentence(paper, "AD-36").startswith("You may have made a power of attorney after this.")


def test_without_the_statement_it_is_ready_for_everything_else() -> None:
    """s.25(5)(a): even if life is at risk. Ruling 7: nothing answered counts as not sure."""
    for could_keep_alive in ("yes", "not_sure", None, "no"):
        paper = an_advance_decision([a_refusal(rfz_ls=could_keep_alive, rfz_ls_statement=None)])
        assert outcome(paper) is READY_NOT_LS
        assert ("AD-14" if could_keep_alive == "no" else "AD-13") in findings(paper)


def test_a_spoken_refusal_does_not_cover_treatment_that_keeps_you_alive() -> None:
    """s.25(6)(a): in writing."""
    paper = an_advance_decision([a_refusal("CPR")], signed=SPOKEN)
    assert outcome(paper) is READY_NOT_LS
    assert "AD-15" in findings(paper)


def test_someone_may_sign_for_you_while_you_are_there_and_because_you_told_them() -> None:
    """s.25(6)(b): signed by the person, or by another in their presence and by their direction."""
    other = {
        "sg_who": "someone_else",
        "sg_other_name": "Kit Hale",
        "sg_other_present": "yes",
        "sg_other_told": "yes",
    }
    assert outcome(an_advance_decision(signed=a_signing(**other))) is READY
    for missing in ("sg_other_present", "sg_other_told"):
        assert outcome(an_advance_decision(signed=a_signing(**{**other, missing: "no"}))) is READY_NOT_LS
    assert outcome(an_advance_decision(signed=a_signing(sg_who=None))) is READY_NOT_LS


def test_a_signature_may_be_shown_to_the_witness_afterwards() -> None:
    """s.25(6)(c): made or acknowledged before a witness."""
    assert outcome(an_advance_decision(signed=a_signing(sg_wit_saw="told"))) is READY
    assert outcome(an_advance_decision(signed=a_signing(sg_wit_saw="neither"))) is READY_NOT_LS
    assert outcome(an_advance_decision(signed=a_signing(sg_wit_saw=None))) is READY_NOT_LS


def test_the_witness_signs_or_says_that_the_signature_is_theirs() -> None:
    """s.25(6)(d): the witness signs, or acknowledges the signature, in the person's presence."""
    assert outcome(an_advance_decision(signed=a_signing(sg_wit_signed="told"))) is READY
    assert outcome(an_advance_decision(signed=a_signing(sg_wit_signed="neither"))) is READY_NOT_LS


def test_a_missing_date_name_or_grown_up_witness_never_blocks() -> None:
    """The Act asks for none of them (domain 0.1(3)); ruling 10: a witness without a name is a witness."""
    bare = a_signing(
        sg_date=None, sg_wit_name=None, sg_wit_adult="no", sg_wit_relation="family", sg_scan=None
    )
    assert outcome(an_advance_decision(signed=bare)) is READY


def test_a_change_that_is_about_staying_alive_needs_signing_again_and_another_does_not() -> None:
    """s.24(5): a change needs no writing unless the result is about staying alive. Rulings 14 and 15."""
    two = an_advance_decision([a_refusal("CPR"), a_refusal("Lithium", rfz_ls="no", rfz_ls_statement="no")])
    about_life = two.changed(ad_refusals__1__rfz_treatment="CPR and shocks")
    not_about_life = two.changed(ad_refusals__2__rfz_treatment="Lithium tablets")

    assert assess_today(two).outcomes == (READY, READY_NOT_LS)
    assert where(assess_today(about_life), "AD-30") == ["1"]
    assert assess_today(about_life).outcomes == (READY_NOT_LS, READY_NOT_LS)
    assert "AD-31" not in findings(about_life)
    assert {"AD-30", "AD-31"} & findings(not_about_life) == {"AD-31"}


def test_a_refusal_that_was_about_staying_alive_when_signed_still_is() -> None:
    """Ruling 15: the refusal is about staying alive now, or was then."""
    paper = an_advance_decision().changed(
        ad_refusals__1__rfz_ls="no",
        ad_refusals__1__rfz_ls_statement="no",
        ad_refusals__1__rfz_treatment="ECT twice",
    )
    assert where(assess_today(paper), "AD-30") == ["1"]


def test_a_refusal_added_after_signing_was_not_signed() -> None:
    """s.24(5): a change needs no writing unless the result is about staying alive. Rulings 15 and 17."""
    assessment = assess_today(an_advance_decision().with_refusal(a_refusal("CPR")))
    assert assessment.outcomes == (READY, READY_NOT_LS)
    assert (where(assessment, "AD-30"), where(assessment, "AD-32")) == (["2"], ["2"])


def test_typing_up_a_signed_paper_later_is_a_transcript() -> None:
    """Ruling 17: no finding; and the sentence that was not on the paper does not count."""
    old = a_signing(sg_date="12 3 2024")
    for on_paper, expected, kind in (
        (None, READY, "advance_decision"),
        ("yes", READY, "advance_decision"),
        ("no", READY_NOT_LS, "advance_decision"),
        ("no", READY_NOT_LS, None),  # given in a file, where nobody was asked
    ):
        paper = an_advance_decision(signed={**old, "sg_statement_on_paper": on_paper}, ip_kind=kind)
        assert outcome(paper) is expected
        assert ("AD-32" in findings(paper)) == (on_paper == "no")
        assert not {"AD-30", "AD-31"} & findings(paper)


def test_signing_again_puts_a_change_right() -> None:
    """s.24(5), ruling 14: what counts is the paper that was signed last."""
    paper = an_advance_decision().changed(ad_refusals__1__rfz_treatment="Any ECT")
    assert outcome(paper) is READY_NOT_LS
    assert outcome(paper.signed(a_signing())) is READY


def test_an_empty_signing_record_is_no_signing_record() -> None:
    """Ruling 8: unanswered counts as not met, and a record that was only begun takes nothing away."""
    begun = an_advance_decision().changed(signings=("1", "2"))
    assert outcome(begun) is READY


def test_while_nothing_is_signed_the_witness_rules_wait() -> None:
    """Ruling 8: when AD-16 fires, AD-17 to AD-24 are not listed. Ruling 12: nor AD-26, AD-27, AD-29 and AD-50."""
    waiting = {*(f"AD-{number}" for number in range(17, 25)), "AD-26", "AD-27", "AD-29", "AD-50", "AD-55"}
    for nothing in (None, {}, {"sg_how": "not_signed"}, {"sg_how": "not_signed", "sg_who": "someone_else"}):
        said = findings(an_advance_decision(signed=nothing))
        assert "AD-16" in said
        assert not waiting & said


def test_no_signing_record_can_help_a_refusal_that_is_not_about_staying_alive() -> None:
    """s.25(5): a refusal that is not about staying alive is ready unsigned, but for that. Ruling 12: AD-28."""
    paper = an_advance_decision([a_refusal("Lithium", rfz_ls="no", rfz_ls_statement=None)], signed=None)
    assert outcome(paper) is READY_NOT_LS
    assert {"AD-14", "AD-28"} <= findings(paper)
    assert "AD-16" not in findings(paper)


def test_every_line_of_the_law_above_is_some_tests_docstring() -> None:
    assert __doc__ is not None
    lines = set(re.findall(r"^(s\.\S+)\s+(.+)$", __doc__, re.MULTILINE))
    source = Path(__file__).read_text(encoding="utf-8")
    quoted = set(re.findall(r'^    """(s\.\S+): ([^.]+)\.', source, re.MULTILINE))
    assert len(lines) == 12
    assert lines <= quoted


def test_an_undated_signing_was_about_the_day_it_was_put_in() -> None:
    """Ruling 19: marked "about", so that an age near 18 is only a warning."""
    undated = an_advance_decision(signed=a_signing(sg_date=None), about={**ALEX, "am_dob": "1 11 2008"})
    assert outcome(undated) is READY
    assert sentence(undated, "AD-01").endswith("Add your full date of birth if you can.")


def test_saying_that_you_were_not_18_settles_a_date_that_does_not() -> None:
    """Rulings 19 and 22."""
    about = {**ALEX, "am_dob": "2008"}
    assert outcome(an_advance_decision(about=about)) is READY
    assert outcome(an_advance_decision(about=about, ad_was_18="no")) is NOT_READY
    assert outcome(an_advance_decision(about={**ALEX, "am_dob": None}, ad_was_18="yes")) is READY
