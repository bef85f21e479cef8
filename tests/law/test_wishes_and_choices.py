"""Advance statements and advance choice documents beside the law notes and the person's other papers.

MCA 2005 s.4(6)-(7)   wishes are thought about; people named are asked
MCA 2005 ss.24-26     a "no" with more force is an advance decision
MHA 1983 s.130M       advance choice documents: no signature, no lowest age, in writing
rulings 25, 28, 30    what counts as the same treatment; nominated persons; Northern Ireland
"""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.shelf import shelf
from passport.law.across import across
from passport.law.across_data import across_data
from passport.law.findings import Outcome
from passport.law.notes import notes_shelf
from passport.law.rules import law_rules
from tests.builders import (
    ALEX,
    Paper,
    a_copy,
    a_refusal,
    a_section,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
)
from tests.law.cases.advance_choice_document import IN_ORDER, document, saying_no
from tests.law.cases.advance_statement import JAMIE_KNOWS_NOTHING, OVER_THERE, refusing, statement
from tests.law.cases.every import CASES

FORMS = pytest.mark.parametrize("paper", [statement(), document()], ids=["statement", "document"])
AN_ACT = re.compile(r"\bAct\b|\bM[CH]A\b|s\.\d")


def living(in_: str) -> dict[str, object]:
    return {**ALEX, "am_nation": in_}


@FORMS
def test_notes_that_nobody_checked_for_half_a_year_say_so(paper: Paper) -> None:
    """G-04."""
    checked = notes_shelf().by_id["england_wales"].checked_on
    assert "G-04" not in findings(paper, checked + timedelta(days=180))
    assert "G-04" in findings(paper, checked + timedelta(days=181))


def test_only_the_choice_document_waits_for_a_law_to_start() -> None:
    """G-05: MHA 2025 s.44. A statement rests on MCA s.4, which started in 2007."""
    assert "G-05" in findings(document())
    assert "G-05" not in findings(statement())
    assert "G-05" in findings(statement(), date(2007, 9, 30))


@FORMS
def test_a_year_without_a_look_is_asked_about(paper: Paper) -> None:
    """G-07: 12 months for both, counted from the last look or the signing."""
    old = paper.changed(
        **{key: "20 1 2026" for key in paper.section.answers if key.endswith(("checked", "date"))}
    )
    begun = a_section(paper.section.form, date(2026, 1, 1)).with_answers(old.section.answers)
    paper = Paper(begun, paper.about)
    assert "G-07" not in findings(paper, date(2027, 1, 20))
    assert "G-07" in findings(paper, date(2027, 1, 21))


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (
            statement(about=living("scotland")),
            "This form is for people treated in England and Wales or Northern Ireland. The law that counts is where you are treated.",
        ),
        (
            document(about=living("scotland")),
            "This form is for people treated in England and Wales. The law that counts is where you are treated.",
        ),
        (
            document(about=OVER_THERE),
            "This form is for people treated in England and Wales. The law that counts is where you are treated.",
        ),
    ],
)
def test_a_form_of_another_place_names_every_place_that_it_is_for(paper: Paper, said: str) -> None:
    """G-03."""
    assert sentence(paper, "G-03") == said


@pytest.mark.parametrize(
    ("paper", "outcome"),
    [
        (statement(about=living("england")), Outcome.READY),
        (statement(about=living("scotland")), Outcome.READY),
        (statement(about=OVER_THERE), Outcome.READY),
        (statement(about=OVER_THERE, as_wishes=None), Outcome.NOT_READY),
        (document(), Outcome.READY),
        (document(about=OVER_THERE), Outcome.CANNOT_CHECK),
        (document(about={**ALEX, "am_dob": "8 5 2014"}), Outcome.READY),
        (document(ac_signed="no", ac_talk=None), Outcome.READY),
        (document(ac_np="Jamie Morgan"), Outcome.READY),
        (document().stopped(), Outcome.STOPPED),
        (statement().stopped(), Outcome.STOPPED),
    ],
)
def test_where_a_paper_without_refusals_stands(paper: Paper, outcome: Outcome) -> None:
    """Ruling 2; s.130M(5)-(6): no signature, no witness, no lowest age. A wish for a nominated person blocks nothing."""
    assert assess_today(paper).outcome is outcome


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"as_wishes": None},
        {"as_research": "no", "as_signed": "no"},
        {"as_consult": ["Jamie Morgan"], "others": JAMIE_KNOWS_NOTHING},
        {"as_not": "Lithium and ECT"},
    ],
)
def test_in_northern_ireland_no_act_of_england_is_named(answers: dict[str, object]) -> None:
    """Ruling 30. The same answers do name one in England, so the search is able to find it."""
    there = [
        one for one in assess_today(statement(about=OVER_THERE, **answers)).findings if one.id[:2] == "AS"
    ]
    here = [one for one in assess_today(statement(**answers)).findings if one.id[:2] == "AS"]
    assert there
    assert {one.id for one in there} <= {one.id for one in here}
    told = [one.sentence for one in there] + [one.source.words for one in there]
    assert [one for one in told if AN_ACT.search(one.replace("no Act", ""))] == []
    assert any(AN_ACT.search(one.source.words) for one in here)


@pytest.mark.parametrize(
    ("signed", "unsigned"),
    [(statement(), statement(as_signed="no")), (document(), document(ac_signed=None))],
    ids=["statement", "document"],
)
def test_a_seal_is_not_taken_for_a_signature(signed: Paper, unsigned: Paper) -> None:
    """G-16: only once there is a sealed copy, and only where nobody signed."""
    assert "G-16" not in findings(unsigned)
    assert "G-16" in findings(replace(unsigned, copies=(a_copy(unsigned),)))
    assert "G-16" not in findings(replace(signed, copies=(a_copy(signed),)))


OF_ENGLAND = re.compile(r"\bM[CH]A\b|Mental (Capacity|Health) Act(?! \(Northern Ireland\))")
IN_NORTHERN_IRELAND = {
    f"{rule} {paper.section.form}": paper.about_me(am_nation="northern_ireland")
    for rule, case in CASES.items()
    for paper in (case.speaks,)
}
"""Each rule's own paper, of somebody who lives there."""


@pytest.mark.parametrize("paper", IN_NORTHERN_IRELAND.values(), ids=IN_NORTHERN_IRELAND)
def test_in_northern_ireland_only_good_practice_rests_on_an_act_of_england(paper: Paper) -> None:
    """Rulings 5 and 30, for every paper and every rule that can speak of it, the general ones included."""
    ours = [one for one in assess_today(paper).findings if not one.good_practice]
    told = [f"{one.id} {one.sentence} {one.source.words}" for one in ours]
    assert [one for one in told if OF_ENGLAND.search(one)] == []


def test_every_source_that_a_place_has_of_its_own_is_of_a_rule_there_is() -> None:
    known = {one.id.partition("/")[0] for pack in shelf().packs.values() for one in pack.rules}
    known |= {one.id.partition("/")[0] for one in law_rules("general.toml")}
    known |= {one.id for one in across_data()[0].findings}
    for notes in notes_shelf().by_id.values():
        assert set(notes.sources) <= known


def test_papers_that_disagree_name_no_act_of_england_in_northern_ireland() -> None:
    """CF-01 is one that does so in England. Each rule that does has a source of its own there."""
    there = notes_shelf().by_id["northern_ireland"].sources
    named = {one.id for one in across_data()[0].findings if OF_ENGLAND.search(one.source)}
    assert named <= set(there)
    paper = statement(about=OVER_THERE, as_wishes="Lithium", others=refusing("Priadel"))
    (found,) = [one for one in across(paper.passport, shelf()) if one.id == "CF-01"]
    assert found.source == there["CF-01"]
    (found,) = [
        one for one in across(paper.about_me(am_nation="england").passport, shelf()) if one.id == "CF-01"
    ]
    assert OF_ENGLAND.search(found.source.words)


def test_in_northern_ireland_those_who_decide_should_think_about_it() -> None:
    """Ruling 30, word for word."""
    assert (
        sentence(statement(about=OVER_THERE), "AS-01") == "People deciding for you should think about this."
    )


@pytest.mark.parametrize("form", ["advance_statement", "advance_decision"])
def test_the_panel_of_each_form_names_no_act_of_england_in_northern_ireland(form: str) -> None:
    words = shelf().pack(form).words
    there = notes_shelf().by_id["northern_ireland"].id
    printed = [
        words.get(f"{key}_{there}", text) for key, text in words.items() if not key.endswith(f"_{there}")
    ]
    assert [one for one in printed if AN_ACT.search(one.replace("No Act", ""))] == []
    assert AN_ACT.search(words["panel_source"])


@pytest.mark.parametrize("nation", ["scotland", "northern_ireland"])
def test_a_wish_is_not_sent_to_an_advance_decision_where_that_is_another_law(nation: str) -> None:
    """AS-03: England and Wales."""
    assert "AS-03" not in findings(statement(as_not="ECT", about=living(nation)))


def test_nobody_under_18_is_sent_to_an_advance_decision() -> None:
    """AS-03, AC-05: s.24(1), at the date made. AC-04 tells them that the document is theirs to make."""
    young = {**ALEX, "am_dob": "8 5 2010"}
    assert "AS-03" not in findings(statement(as_not="ECT", about=young))
    assert "AC-05" not in findings(document(ac_no=["ECT"], about=young))
    assert "AC-04" in findings(document(about=young))


@pytest.mark.parametrize("words", ["A mixed ward", "Being moved about", "People who do not say their name"])
def test_a_wish_that_names_no_treatment_stays_a_wish(words: str) -> None:
    """AS-03, ruling 25: otherwise say nothing."""
    assert "AS-03" not in findings(statement(as_not=words))


def test_a_refusal_that_was_stopped_is_no_refusal() -> None:
    """AS-03, AC-05, G-10."""
    stopped = (an_advance_decision([a_refusal("ECT")]).stopped("1").section,)
    assert "AS-03" in findings(statement(as_not="ECT", others=stopped))
    assert "G-10" not in findings(statement(as_wishes="ECT", others=stopped))
    whole = (an_advance_decision([a_refusal("ECT")]).stopped().section,)
    assert "AC-05" in findings(document(ac_no=["ECT"], others=whole))


def test_one_line_that_no_advance_decision_refuses_is_enough() -> None:
    """AC-05, ruling 25: each line for itself, by its name and not by its reasons."""
    paper = saying_no().changed(ac_no=["ECT", "Restraint"])
    assert "also fill in an advance decision" in sentence(paper, "AC-05")


def test_a_decision_that_says_no_too_is_to_be_named() -> None:
    assert sentence(saying_no(None), "AC-05").startswith("Your advance decision says no to this too.")


@pytest.mark.parametrize(
    ("row", "speaks"),
    [
        ({"name": "Priadel"}, True),
        ({"name": "Olanzapine", "why": "lithium"}, False),
        ({"name": "No lithium"}, False),
    ],
)
def test_a_treatment_is_wanted_by_its_name_and_not_in_its_reasons(row: dict[str, str], speaks: bool) -> None:
    """G-10 with ac_yes (ruling 25)."""
    paper = document(ac_yes=[row], others=refusing("Lithium"))
    assert ("G-10" in findings(paper)) == speaks


def test_a_yes_beside_a_no_is_said_on_both_papers() -> None:
    """G-10: each names the treatment as the refusal writes it."""
    choices = document(ac_yes=["lithium"], others=refusing("Priadel"))
    assert sentence(choices, "G-10").startswith(
        "You ask for Priadel here, and say no to it in your advance decision."
    )
    decision = an_advance_decision([a_refusal("Priadel")])
    beside = Paper(decision.section, decision.about, (choices.section,))
    assert sentence(beside, "G-10").startswith("You say no to Priadel in one place and yes in another.")


def test_what_other_papers_say_stays_out_of_every_export() -> None:
    """AS-03, AS-05, AC-05, AC-09 and G-10 read another paper, or what is never shared."""
    papers = [
        statement(as_not="ECT", as_consult=["Jamie Morgan"], others=JAMIE_KNOWS_NOTHING),
        document(ac_no=["ECT"], ac_yes=["lithium"], ac_discharge="11 2026", others=refusing("Lithium")),
    ]
    said = {one.id for paper in papers for one in assess_today(paper).findings}
    left = {one.id for paper in papers for one in assess_today(paper).without_private().findings}
    assert said - left >= {"AS-03", "AS-05", "AC-05", "AC-09", "G-10"}


def test_whoever_does_not_know_that_they_are_named_is_told_by_name() -> None:
    """AS-05: s.4(7)(a). Only somebody whose "no" was written down."""
    paper = statement(as_consult=["Jamie Morgan, my sister", "Grace"], others=JAMIE_KNOWS_NOTHING)
    assert sentence(paper, "AS-05") == "Jamie Morgan does not know you named them. Tell them."
    unanswered = (a_section("contacts", ct_name="Jamie Morgan"),)
    assert "AS-05" not in findings(statement(as_consult=["Jamie Morgan"], others=unanswered))


@pytest.mark.parametrize(
    ("paper", "other"),
    [
        (statement(as_witness="Grace Adeyemi"), statement(as_witness="Robin Hale")),
        (document(ac_witness="Grace Adeyemi"), document(ac_witness="Robin Hale")),
    ],
)
def test_a_helper_who_is_the_witness_too_is_pointed_out(paper: Paper, other: Paper) -> None:
    """G-11, by the question that each form has for its witness."""
    helper = {"name": "grace adeyemi", "how": "Talked it through"}
    assert "G-11" in findings(paper.changed(doc_helper=helper))
    assert "G-11" not in findings(other.changed(doc_helper=helper))


@pytest.mark.parametrize(
    ("left", "speaks"),
    [("11 2025", True), ("10 2025", False), ("2026", True), ("24 11 2026", False), ("", False)],
)
def test_the_year_after_hospital_is_counted_on_the_safe_side(left: str, speaks: bool) -> None:
    """AC-09: s.130M(3). A month or a year may reach into it; a day to come is not after."""
    assert ("AC-09" in findings(document(ac_discharge=left))) == speaks


SOME_ANSWERS = {
    "ac_recording": "me.m4a",
    "ac_about": "Unwell since 2009",
    "ac_no": ["ECT"],
    "ac_advocate": "no",
    "ac_np": "Jamie Morgan",
    "ac_signed": "no",
    "ac_discharge": "11 2026",
    "ac_able": "no",
}


@given(st.sets(st.sampled_from(sorted(SOME_ANSWERS))), st.sampled_from(sorted(SOME_ANSWERS)))
def test_one_more_answer_never_makes_a_choice_document_less_ready(given_: set[str], more: str) -> None:
    """Nothing that is said, or not said, about signing, ability or people blocks it: only a document without a wish is."""
    nothing = dict.fromkeys(IN_ORDER)
    before = assess_today(document(**{**nothing, **{one: SOME_ANSWERS[one] for one in given_}})).outcome
    after = assess_today(
        document(**{**nothing, **{one: SOME_ANSWERS[one] for one in {*given_, more}}})
    ).outcome
    assert after is Outcome.READY or before is Outcome.NOT_READY
