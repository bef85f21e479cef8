"""The advance statement of Scotland, and its withdrawal: 2003 Act ss.275-276.

s.275(1)     ways the person wishes, or wishes not, to be treated
s.275(2)(a)  the person has the capacity of properly intending the wishes
s.275(2)(b)  in writing
s.275(2)(c)  subscribed by the person making it
s.275(2)(d)  the subscription is witnessed by a person in a prescribed class, who signs as a witness
s.275(2)(e)  the witness certifies in writing on the document that, in the witness's opinion, (a) is so
s.275(3)     it is withdrawn by a document that meets (b) to (e)
"""

import itertools

import pytest

from passport.forms.shelf import shelf
from passport.law.findings import Outcome
from passport.law.rules import law_rules
from passport.law.signed_text import signed_digests
from passport.record.answers import Answer
from tests.builders import (
    ALEX,
    NOW,
    Paper,
    a_form,
    a_section,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
)
from tests.law.cases.scotland import IN_ORDER, SOMETHING_ELSE, given, notice, older, statement

SEVEN = (
    "clinical_psychologist",
    "doctor",
    "occupational_therapist",
    "care_service",
    "nurse",
    "social_worker",
    "solicitor",
)
FACTS: dict[str, tuple[object, ...]] = {
    "sa_signed": (None, "no", "yes"),
    "sa_signed_by": (None, "me", "someone_else"),
    "sa_wit_name": (None, "Eilidh Sneddon"),
    "sa_wit_class": (None, "none_of_these", "nurse"),
    "sa_wit_is_advocate": (None, "no", "yes"),
    "sa_wit_signed": (None, "no", "yes"),
    "sa_cert": (None, "no", "yes"),
    "sa_cert_place": (None, "same_paper", "separate_sheet"),
}
WAYS: dict[str, tuple[object, ...]] = {
    "sa_how": (None, "pen", "electronic"),
    "sa_wit_place": (None, "same_room", "video", "not_together"),
}
OF_SIGNING = {"SC-02", "SC-03", "SC-04", "SC-05", "SC-06", "SC-07", "SC-08"}


def the_act_says(fact: dict[str, object]) -> bool:
    """Whether s.275(2)(b)-(e) is met on paper, from the words of the Act; nothing answered is not met."""
    subscribed_by_the_person = fact["sa_signed"] == "yes" and fact["sa_signed_by"] != "someone_else"
    witnessed = bool(fact["sa_wit_name"]) and fact["sa_wit_signed"] == "yes"
    in_a_prescribed_class = fact["sa_wit_class"] in SEVEN and fact["sa_wit_is_advocate"] != "yes"
    certified_on_the_document = fact["sa_cert"] == "yes" and fact["sa_cert_place"] != "separate_sheet"
    return subscribed_by_the_person and witnessed and in_a_prescribed_class and certified_on_the_document


def test_the_formalities_are_those_of_the_act_in_every_combination() -> None:
    """2003 Act s.275(2)(b)-(e); SSI 2004/429. Every answer with every other."""
    tried = 0
    for values in itertools.product(*FACTS.values()):
        fact = dict(zip(FACTS, values, strict=True))
        outcome = assess_today(statement(**fact)).outcome
        assert outcome is (Outcome.READY if the_act_says(fact) else Outcome.NOT_READY), fact
        tried += 1
    assert tried == 3**7 * 2


@pytest.mark.parametrize(("how", "place"), list(itertools.product(*WAYS.values())))
@pytest.mark.parametrize("signed", ["yes", None])
def test_electronic_or_on_video_nobody_can_say_and_what_blocks_is_still_listed(
    how: object, place: object, signed: object
) -> None:
    """Ruling 6."""
    assessment = assess_today(statement(sa_how=how, sa_wit_place=place, sa_signed=signed))
    said = {finding.id for finding in assessment.findings}
    unsure = how == "electronic" or place == "video"
    met = signed == "yes" and place != "not_together"
    expected = Outcome.CANNOT_CHECK if unsure else Outcome.READY if met else Outcome.NOT_READY
    assert assessment.outcome is expected
    assert ("SC-16" in said) == unsure
    assert ("SC-02" in said) == (signed is None)
    assert ("SC-04" in said) == (place == "not_together")


@pytest.mark.parametrize("job", SEVEN)
def test_each_of_the_seven_may_be_the_witness(job: str) -> None:
    """SSI 2004/429 reg.2."""
    assert assess_today(statement(sa_wit_class=job)).outcome is Outcome.READY


def test_the_seven_are_the_choices_of_the_form_and_of_the_notice() -> None:
    asked = [
        shelf().pack(form).question(one)
        for form, one in (
            ("advance_statement_scotland", "sa_wit_class"),
            ("withdrawal_notice", "wd_scot_wit_class"),
        )
    ]
    assert [[choice.id for choice in one.choices] for one in asked if one] == [[*SEVEN, "none_of_these"]] * 2


@pytest.mark.parametrize("fact", FACTS)
def test_a_formality_is_named_by_itself(fact: str) -> None:
    """Leave out, or spoil, any one: exactly its own rule is named."""
    spoilt = {
        "sa_signed": "SC-02",
        "sa_signed_by": "SC-03",
        "sa_wit_name": "SC-04",
        "sa_wit_class": "SC-05",
        "sa_wit_is_advocate": "SC-06",
        "sa_wit_signed": "SC-04",
        "sa_cert": "SC-07",
        "sa_cert_place": "SC-08",
    }
    bad = FACTS[fact][-1] if fact in {"sa_signed_by", "sa_wit_is_advocate", "sa_cert_place"} else None
    assert findings(statement(**{fact: bad})) & OF_SIGNING == {spoilt[fact]}


def signed_as_it_stands(paper: Paper) -> Paper:
    digests = signed_digests(paper.section, paper.pack)
    kept = {"sa_doc_hash": Answer(digests, digests, NOW)}
    return Paper(paper.section.with_answers(kept), paper.about)


@pytest.mark.parametrize(
    ("change", "speaks"),
    [
        ({"sa_want": ["Quetiapine by mouth", "and lithium"]}, True),
        ({"sa_not": ["Haloperidol"]}, True),
        ({"sa_why": "It was bad"}, True),
        ({"sa_personal": "Feed the dog"}, False),
        ({"sa_gp": {"name": "Dr Aziz"}}, False),
        ({"sa_sent_board": "20 2 2026"}, False),
        ({"sa_wit_address": "Harbour Street 3"}, False),
        ({"sa_changes": ["I moved"]}, False),
        ({"doc_read_back": "yes"}, False),
    ],
)
def test_text_that_was_changed_after_signing(change: dict[str, object], speaks: bool) -> None:
    """SC-09; ruling 14: the wishes are what was signed; who helped, who has it and what came later are not."""
    signed = signed_as_it_stands(statement())
    assert "SC-09" not in findings(signed)
    changed = signed.changed(**change)
    assert ("SC-09" in findings(changed)) == speaks
    assert (assess_today(changed).outcome is Outcome.NOT_READY) == speaks


def test_nothing_is_said_of_a_statement_that_was_signed_elsewhere() -> None:
    """Ruling 17: typing up a signed paper later is a transcript."""
    assert "SC-09" not in findings(statement().changed(sa_want=["Something else"]))


def test_an_older_statement_that_is_still_in_use_is_named_on_the_newer_one_only() -> None:
    """SC-14; s.275(3)."""
    assert "SC-14" in findings(statement(older()))
    assert "SC-14" not in findings(statement(older(sa_date="3 1 2026", sa_signed=None)))
    assert "SC-14" not in findings(statement(older(sa_date="3 3 2026")))
    withdrawn = Paper(older(), statement().about).stopped().section  # type: ignore[arg-type]  # a section
    assert "SC-14" not in findings(statement(withdrawn))


def test_it_was_made_on_the_day_it_was_signed() -> None:
    """Ruling 19: G-07 counts from there."""
    assert "G-07" in findings(statement(sa_date="12 2 2025"))
    assert "G-07" not in findings(statement())


def test_a_person_in_england_is_told_where_it_is_for_and_it_is_checked_all_the_same() -> None:
    """G-03; domain 0.1(7): what counts is where you are treated."""
    for nation in ("england", "wales", "northern_ireland"):
        assessment = assess_today(statement().about_me(am_nation=nation))
        assert assessment.outcome is Outcome.READY
        assert assessment.law["notes"] == "scotland"
        assert "G-03" in {one.id for one in assessment.findings}
    assert "G-03" not in findings(statement())


def test_a_copy_at_the_health_board_is_a_copy() -> None:
    """G-08; s.276A."""
    assert "G-08" not in findings(statement())
    assert "G-08" in findings(statement(sa_sent_board=None))


def test_who_was_told_of_the_named_person_is_not_asked_yet() -> None:
    """Ruling 28: SC-17 is dormant."""
    assert "SC-17" not in findings(statement(sa_np={"name": "Mairi"}, sa_np_agreed="no"))


# The notice.

NOTICE_FACTS: dict[str, tuple[object, ...]] = {
    "wd_part": (None, "all", "part"),
    "wd_scot_signed": (None, "no", "yes"),
    "wd_scot_wit_name": (None, "Nuala Byrne"),
    "wd_scot_wit_class": (None, "none_of_these", "solicitor"),
    "wd_scot_wit_signed": (None, "no", "yes"),
    "wd_scot_cert": (None, "no", "yes"),
    "wd_scot_cert_place": (None, "same_paper", "separate_sheet"),
}


def test_a_statement_is_withdrawn_as_it_is_made_in_every_combination() -> None:
    """2003 Act s.275(3); ruling 27: and whole, never in part."""
    for values in itertools.product(*NOTICE_FACTS.values()):
        fact = dict(zip(NOTICE_FACTS, values, strict=True))
        ceremony = (
            fact["wd_scot_signed"] == "yes"
            and fact["wd_scot_wit_name"] is not None
            and fact["wd_scot_wit_class"] == "solicitor"
            and fact["wd_scot_wit_signed"] == "yes"
            and fact["wd_scot_cert"] == "yes"
            and fact["wd_scot_cert_place"] != "separate_sheet"
        )
        met = ceremony and fact["wd_part"] == "all"
        assert assess_today(notice(**fact)).outcome is (Outcome.READY if met else Outcome.NOT_READY), fact
        elsewhere = assess_today(notice(**fact, **SOMETHING_ELSE))
        assert elsewhere.outcome is Outcome.READY, "in England and Wales a notice is a courtesy (ruling 2)"


def test_a_notice_needs_no_name_and_no_nation() -> None:
    """Ruling 2: for England and Wales it is ready at once."""
    blank = notice(**SOMETHING_ELSE).about_me(am_name="", am_nation="", am_dob="")
    assert assess_today(blank).outcome is Outcome.READY


# Stopped whole.


def test_whom_to_tell_of_a_stopped_paper_is_counted() -> None:
    """WD-02 takes the place of G-09: there is no new one to send."""
    stopped = given(an_advance_decision(ad_gp_copy="no")).stopped()
    says = "1 person still has the old paper. Tell them now. Here is a short note to send."
    assert sentence(stopped, "WD-02") == says
    assert "G-09" not in findings(stopped)
    two = given(an_advance_decision(ad_gp_copy="yes")).stopped()
    assert sentence(two, "WD-02").startswith("2 people still have the old paper.")


def test_a_crisis_plan_that_was_stopped_is_not_told_to_be_signed() -> None:
    plan = given(a_form("crisis_plan", cp_well="I draw")).stopped()
    assert {"WD-01", "WD-02", "WD-04"} <= findings(plan)
    assert "WD-05" not in findings(plan)


def test_no_rule_of_scotland_or_of_stopping_is_missing() -> None:
    """Domain 8.5 and 8.6."""
    packs = (shelf().pack("advance_statement_scotland"), shelf().pack("withdrawal_notice"))
    rules = [rule for pack in packs for rule in pack.rules] + list(law_rules("general.toml"))
    known = {rule.id.partition("/")[0] for rule in rules}
    assert {f"SC-{number:02}" for number in range(1, 19)} | {
        f"WD-0{number}" for number in range(1, 6)
    } <= known
    assert [rule.id for rule in rules if rule.dormant] == ["SC-17"]
    assert [rule.id for rule in rules if rule.cannot_check] == ["SC-16"]


def test_in_england_wales_and_northern_ireland_nothing_has_to_be_signed() -> None:
    """WD-01; MCA 2005 s.24(3)-(4)."""
    for nation in ("england", "wales", "northern_ireland"):
        stopped = an_advance_decision(about={**ALEX, "am_nation": nation}).stopped()
        assert {"WD-01", "WD-05"} <= findings(stopped)
        assert assess_today(stopped).outcome is Outcome.STOPPED


def test_a_withdrawn_statement_does_not_say_that_nothing_had_to_be_signed() -> None:
    said = findings(statement().stopped())
    assert said == {"SC-15"}
    assert assess_today(statement().stopped()).outcome is Outcome.STOPPED


def test_the_sections_of_the_tables_are_whole() -> None:
    """The builder's statement answers what the form asks for."""
    asked = {one.id for one in shelf().pack("advance_statement_scotland").questions() if one.required}
    assert asked <= set(IN_ORDER)
    assert a_section("withdrawal_notice").form == "withdrawal_notice"
