"""Outcomes, headlines, nations, and what an assessment tells the person (rulings 1 to 5)."""

import time

import pytest

from passport.forms.shelf import shelf
from passport.law.assess import assess, good_to_know, steps
from passport.law.findings import Outcome, Severity
from passport.law.notes import NotesShelf, notes_shelf
from passport.record.sections import Section
from tests.builders import (
    ALEX,
    TODAY,
    Paper,
    a_refusal,
    a_signing,
    an_advance_decision,
    answers_for,
    assess_today,
    findings,
    who,
)

READY, READY_NOT_LS, NOT_READY = Outcome.READY, Outcome.READY_NOT_LS, Outcome.NOT_READY
STOPPED, CANNOT_CHECK = Outcome.STOPPED, Outcome.CANNOT_CHECK


def outcome(paper: Paper) -> Outcome:
    (only,) = assess_today(paper).outcomes
    return only


@pytest.mark.parametrize("nation", ["england", "wales", "scotland"])
def test_the_law_of_the_form_is_used_where_notes_say_so(nation: str) -> None:
    """What counts is where you are treated: G-03 and AD-54 warn, and the outcome is the form's own."""
    assessment = assess_today(an_advance_decision(about={**ALEX, "am_nation": nation}))
    assert assessment.outcome is READY
    assert assessment.law["notes"] == "england_wales"
    assert ({"G-03", "AD-54"} <= {finding.id for finding in assessment.findings}) == (nation == "scotland")


def test_a_law_of_elsewhere_stops_nothing_in_northern_ireland_and_the_person_does() -> None:
    """Rulings 1 and 5; decision 0007."""
    later = {
        "ad_lpa_health": "yes",
        "ad_lpa_signed": "5 November 2026",
        "ad_lpa_registered": "10 November 2026",
        "ad_lpa_covers": "yes",
        "ad_lpa_ls": "yes",
    }
    here = an_advance_decision().changed(**later)
    assert assess_today(here).outcomes == (Outcome.STOPPED,)
    there = here.about_me(am_nation="northern_ireland")
    assert assess_today(there).outcomes == (Outcome.CANNOT_CHECK,)
    assert {"AD-35", "AD-53"} <= findings(there)
    assert assess_today(there.stopped("1")).outcomes == (Outcome.STOPPED,)
    assert assess_today(there.stopped()).outcome == Outcome.STOPPED


def test_in_northern_ireland_we_cannot_check_but_list_good_practice() -> None:
    """Ruling 5: listed and marked; a blank treatment stays visible; the outcome is that we cannot check."""
    about = {**ALEX, "am_nation": "northern_ireland"}
    assessment = assess_today(an_advance_decision([a_refusal(" "), a_refusal("CPR")], None, about))
    by_rule = {finding.id: finding for finding in assessment.findings}

    assert assessment.outcomes == (CANNOT_CHECK, CANNOT_CHECK)
    assert assessment.outcome is CANNOT_CHECK
    assert by_rule["AD-16"].good_practice
    assert by_rule["AD-16"].sentence.startswith("Good practice. In England and Wales: Sign it")
    assert by_rule["AD-04"].sentence == "Say which treatment. Your own words are fine."
    assert not by_rule["AD-53"].good_practice
    assert assessment.law["notes"] == "northern_ireland"


def test_a_stop_works_everywhere_and_an_empty_list_is_not_ready_anywhere() -> None:
    """Ruling 1: stopped comes first; ``not_ready`` for an empty list."""
    about = {**ALEX, "am_nation": "northern_ireland"}
    assert outcome(an_advance_decision(about=about).stopped("1")) is STOPPED
    assert assess_today(an_advance_decision([], about=about)).outcome is NOT_READY


def test_a_nation_without_notes_cannot_be_checked() -> None:
    """Ruling 1: ``cannot_check`` where no law can be applied."""
    only_scotland = NotesShelf({"scotland": notes_shelf().by_id["scotland"]})
    assert assess_today(an_advance_decision(), notes=only_scotland).outcome is CANNOT_CHECK


def test_nobody_has_to_say_where_they_live_to_see_what_is_missing() -> None:
    """G-01 blocks, and the form's own rules still speak."""
    assessment = assess_today(an_advance_decision(about={**ALEX, "am_nation": None}, signed=None))
    assert assessment.outcome is NOT_READY
    assert {"G-01", "AD-16"} <= {finding.id for finding in assessment.findings}
    assert assessment.law["notes"] == "england_wales"


def test_the_headline_is_the_worst_that_is_not_stopped() -> None:
    """Ruling 1: not_ready, ready_not_ls, ready; stopped if all are."""
    ready, not_ls, blank = a_refusal("ECT"), a_refusal("CPR", rfz_ls_statement=None), a_refusal(" ")
    assert assess_today(an_advance_decision([ready, not_ls])).outcome is READY_NOT_LS
    assert assess_today(an_advance_decision([ready, not_ls, blank])).outcome is NOT_READY
    assert (
        assess_today(an_advance_decision([ready, not_ls, blank]).stopped("2").stopped("3")).outcome is READY
    )
    assert assess_today(an_advance_decision([ready, not_ls]).stopped("1").stopped("2")).outcome is STOPPED


def test_a_form_without_refusals_is_stopped_not_ready_or_ready() -> None:
    """Ruling 2."""
    pack = shelf().pack("crisis_plan")
    plan = Section(
        "crisis_plan-1", "crisis_plan", 1, TODAY, answers_for(pack, {"cp_signs": "I stop sleeping"})
    )
    paper = Paper(plan, who(**ALEX))
    assert assess_today(paper).outcome is READY
    assert assess_today(Paper(plan, who(am_name="Alex Morgan"))).outcome is NOT_READY
    assert assess_today(paper.stopped()).outcome is STOPPED
    assert assess_today(paper).refusals == ()


def test_required_answers_that_are_missing_change_no_outcome() -> None:
    """Ruling 3: "req Y" is asked for and shown as incomplete; only a rule can block."""
    paper = an_advance_decision([a_refusal(rfz_kind=None, rfz_when=None)], in_order={"ad_lpa_health": "no"})
    assert outcome(paper) is READY


def test_the_steps_stand_in_the_order_a_person_would_do_them() -> None:
    paper = an_advance_decision(
        [a_refusal(" ", rfz_ls_statement=None)],
        a_signing(sg_wit_name=None, sg_wit_saw=None),
        {"am_nation": "england"},
    )
    assessment = assess_today(paper)
    in_order = [finding.id for finding in steps(assessment, "1")]
    assert in_order == ["G-02", "AD-02", "AD-04", "AD-13", "AD-19", "AD-20"]
    assert [finding.id for finding in good_to_know(assess_today(an_advance_decision()), "1")] == [
        "AD-10",
        "AD-44",
        "AD-45",
    ]
    assert steps(assess_today(an_advance_decision()), "1") == ()
    assert steps(assessment, "9") == good_to_know(assessment, "9") == ()


def test_the_paper_has_steps_of_its_own() -> None:
    empty = assess_today(an_advance_decision([], about={**ALEX, "am_name": None}))
    assert [finding.id for finding in steps(empty)] == ["G-02", "AD-03"]
    assert {"AD-48", "AD-39"} <= {
        finding.id
        for finding in good_to_know(assess_today(an_advance_decision(ad_gp_copy=None, ad_lpa_health=None)))
    }


def test_a_finding_knows_the_question_that_would_change_it() -> None:
    asked = {
        finding.id: finding.question
        for finding in assess_today(an_advance_decision([a_refusal(" ")], None)).findings
    }
    assert (asked["AD-04"], asked["AD-16"], asked["G-04"]) == ("rfz_treatment", "sg_how", "")


def test_what_is_never_shared_leaves_no_trace_in_what_is_shared() -> None:
    """The wall: a warning that reads a never-shared answer is for the person alone."""
    paper = an_advance_decision(
        doc_doubt="yes", ad_gp_copy="no", ad_events=[{"what": "I changed my mind"}, {"what": "New illness"}]
    )
    assessment = assess_today(paper)
    private = {finding.id for finding in assessment.findings if finding.private}
    shared = assessment.without_private()

    assert private == {"AD-12", "AD-40", "AD-41", "G-08"}
    assert not private & {finding.id for finding in shared.findings}
    assert shared.outcomes == assessment.outcomes
    assert all(
        finding.severity in {Severity.WARNS, Severity.INFORMS}
        for finding in assessment.findings
        if finding.private
    )


def test_the_document_is_the_contracts() -> None:
    plain = assess_today(an_advance_decision(signed=None)).to_plain()
    assert list(plain) == ["form", "law", "outcome", "refusals", "findings"]
    refusals, found = plain["refusals"], plain["findings"]
    assert isinstance(refusals, list)
    assert isinstance(found, list)
    assert list(refusals[0]) == ["id", "treatment", "outcome", "findings"]
    assert list(found[0]) == ["id", "severity", "sentence", "source", "at"]
    assert {one["severity"] for one in found} <= {severity.value for severity in Severity}


def test_a_paper_of_someone_we_know_nothing_about_can_be_assessed() -> None:
    paper = an_advance_decision()
    alone = Section("about_me-9", "about_me", 1, TODAY, {})
    assert (
        assess(paper.section, Paper(paper.section, alone).passport, paper.pack, notes_shelf(), TODAY).outcome
        is NOT_READY
    )


def test_ten_refusals_are_assessed_between_two_keystrokes() -> None:
    paper = an_advance_decision([a_refusal(f"Treatment {number}") for number in range(10)])
    assess_today(paper)
    start = time.perf_counter()
    for _ in range(10):
        assess_today(paper)
    # 2 to 3 ms on an old laptop; the limit leaves room for a busy machine.
    assert (time.perf_counter() - start) / 10 < 0.05
