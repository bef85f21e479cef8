"""The interview: what is asked, what is hidden, what is missing. Both fronts follow it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from passport.forms.interview import (
    item_steps,
    own_title,
    progress,
    shown,
    steps,
    troubles,
    without_hidden,
)
from passport.forms.pack import Pack
from passport.forms.shelf import shelf
from passport.paper.lines import Printer
from passport.record.sections import SIGNINGS, Section
from passport.wording.words import Words
from tests.builders import TODAY, a_refusal, a_signing, an_advance_decision, answers_for

CONTACTS = shelf().pack("contacts")
DECISION = shelf().pack("advance_decision")


def a_section(pack: Pack, **answers: object) -> Section:
    return Section(f"{pack.id}-1", pack.id, 1, TODAY, answers_for(pack, answers))


def missing(pack: Pack, section: Section) -> Mapping[str, str]:
    return {one.place: one.problem.code for one in troubles(pack, section, TODAY)}


def test_a_question_that_depends_on_another_is_asked_only_then() -> None:
    lpa = DECISION.question("ad_lpa_signed")
    assert lpa is not None
    for health, asked in (("yes", True), ("no", False), ("", False)):
        section = a_section(DECISION, ad_lpa_health=health)
        assert shown(DECISION, section, lpa) is asked
        assert ("ad_lpa_signed" in {step.place for step in steps(DECISION, section)}) is asked


def test_inside_an_item_its_own_answers_come_first() -> None:
    paper = an_advance_decision([a_refusal(rfz_when="only"), a_refusal(rfz_when="any")])
    part = DECISION.question("ad_refusals")
    assert part is not None
    asked = [
        "rfz_situations" in {step.question.id for step in item_steps(DECISION, paper.section, part, item)}
        for item in ("1", "2")
    ]
    assert asked == [True, False]


def test_what_is_hidden_is_left_out_and_stays_in_the_section() -> None:
    paper = an_advance_decision(
        [a_refusal(rfz_when="any", rfz_situations="Left over")],
        a_signing(sg_other_name="Left over too"),
        ad_lpa_health="no",
        ad_lpa_signed="2020",
    )
    seen = without_hidden(DECISION, paper.section)
    gone = set(paper.section.answers) - set(seen.answers)
    assert gone == {"ad_refusals.1.rfz_situations", f"{SIGNINGS}.1.sg_other_name", "ad_lpa_signed"}
    assert without_hidden(DECISION, seen) == seen


@pytest.mark.parametrize("reach", ["ct_phone", "ct_email", "ct_address"])
def test_of_a_group_one_answer_is_enough(reach: str) -> None:
    rest = {"ct_name": "Kit", "ct_roles": ["carer"], "ct_agreed": "yes"}
    assert missing(CONTACTS, a_section(CONTACTS, **rest)) == {"ct_phone": "one_wanted"}
    section = a_section(CONTACTS, **rest, **{reach: "07700 900688"})
    assert missing(CONTACTS, section) == {}
    assert progress(CONTACTS, section, TODAY) == "completed"


def test_what_is_missing_or_not_read_is_named_with_its_place() -> None:
    section = a_section(CONTACTS, ct_phone="07700 900688", ct_roles=["somebody"])
    assert missing(CONTACTS, section) == {
        "ct_name": "answer_wanted",
        "ct_roles": "choice_wanted",
        "ct_agreed": "answer_wanted",
    }
    assert progress(CONTACTS, section, TODAY) == "in_progress"
    assert progress(CONTACTS, None, TODAY) == "not_started"
    assert progress(CONTACTS, replace(section, answers={}), TODAY) == "not_started"


def test_a_page_that_is_asked_once_is_not_asked_in_later_entries() -> None:
    training = shelf().pack("training_record")
    once = {question.id for page in training.pages if page.once for question in page.questions}
    section = a_section(training, tr_title="First aid")
    for first, asked in ((True, True), (False, False)):
        places = {step.place for step in steps(training, section, first_entry=first)}
        assert bool(once & places) is asked


@pytest.mark.parametrize(
    ("form", "answers", "title"),
    [
        ("training_record", {"tr_title": "First aid"}, "First aid"),
        ("training_record", {}, ""),
        ("training_record", {"tr_title": " "}, ""),
        ("four_pi", {"fp_record": {"section": "involvement_record-1", "title": "Ward group"}}, "Ward group"),
        ("four_pi", {"fp_record": "the old forum"}, "the old forum"),
        ("crisis_plan", {"cp_signs": "I shout"}, ""),
    ],
)
def test_an_entry_is_called_by_its_answer_as_it_is_read_or_as_it_was_typed(
    form: str, answers: Mapping[str, object], title: str
) -> None:
    """The list of entries and the paper call it the same."""
    pack = shelf().pack(form)
    section = a_section(pack, **answers)
    assert own_title(pack, section) == Printer(pack, section, Words()).title == title
