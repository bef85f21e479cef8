"""What must hold for every paper, whatever is answered.

The formalities are checked against the second statement of Mental Capacity Act 2005 s.25(5)-(6) in test_life_at_risk.py.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.findings import Outcome, Severity
from passport.law.notes import notes_shelf
from passport.law.rules import rules_for
from passport.record.sections import Section
from tests.builders import (
    ALEX,
    IN_ORDER,
    TODAY,
    Paper,
    a_refusal,
    a_signing,
    an_advance_decision,
    assess_today,
)
from tests.law.test_life_at_risk import the_act_says

ABOUT_STAYING_ALIVE = {*(f"AD-{number}" for number in range(13, 25)), "AD-30", "AD-32", "AD-55"}
BEST_FIRST = (Outcome.READY, Outcome.READY_NOT_LS, Outcome.NOT_READY, Outcome.STOPPED)
Answers = Mapping[str, str | None]


def one_of(*values: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from((None, *values))


YES_NO = one_of("yes", "no")
NAMES = one_of("Alex Morgan", " ALEX  morgan", "Robin Hale", "robin hale ", "Kit Hale")
REFUSALS: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {
        "rfz_treatment": one_of("ECT", "no treatment", "I want lithium"),
        "rfz_kind": one_of("ect", "physical", "mental_health_medicine"),
        "rfz_when": one_of("any", "only"),
        "rfz_situations": one_of("When I am dying"),
        "rfz_ls": one_of("yes", "no", "not_sure"),
        "rfz_ls_statement": YES_NO,
        "rfz_why": one_of("Because"),
    }
)
SIGNINGS: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {
        "sg_how": one_of("pen", "electronic", "not_signed", "spoken"),
        "sg_who": one_of("me", "someone_else"),
        "sg_other_name": NAMES,
        "sg_other_present": YES_NO,
        "sg_other_told": YES_NO,
        "sg_date": one_of("20 11 2026"),
        "sg_wit_saw": one_of("saw", "told", "neither"),
        "sg_wit_name": NAMES,
        "sg_wit_other_person": YES_NO,
        "sg_wit_adult": one_of("yes", "no", "do_not_know"),
        "sg_wit_signed": one_of("signed", "told", "neither"),
        "sg_wit_place": one_of("same_room", "video", "not_together"),
    }
)
PAPERS: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {
        "ad_able": YES_NO,
        "ad_was_18": YES_NO,
        "ad_lpa_health": one_of("yes", "no", "do_not_know"),
        "ad_lpa_signed": one_of("1 10 2026", "November 2026", "5 11 2026"),
        "ad_lpa_registered": one_of("10 10 2026", "2026", "15 11 2026"),
        "ad_lpa_covers": one_of("yes", "no", "do_not_know"),
        "ad_lpa_ls": one_of("yes", "no", "do_not_know"),
        "doc_pressure": YES_NO,
        "doc_doubt": YES_NO,
    }
)
PEOPLE: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {
        "am_name": one_of("Alex Morgan"),
        "am_dob": one_of("27 3 1988", "2 12 2008", "2008"),
        "am_nation": one_of("england", "wales"),
    }
)


@st.composite
def decisions(draw: st.DrawFn) -> Paper:
    refusals = draw(st.lists(REFUSALS, max_size=3))
    signing = draw(st.one_of(st.none(), SIGNINGS))
    return an_advance_decision(refusals, signing, draw(PEOPLE), in_order=draw(PAPERS))


@given(REFUSALS, SIGNINGS)
def test_the_formalities_are_those_of_the_act(refusal: Answers, signing: Answers) -> None:
    """MCA 2005 s.25(5)-(6)."""
    named = {**refusal, "rfz_treatment": "CPR", "rfz_when": "any"}
    (outcome,) = assess_today(an_advance_decision([named], signing)).outcomes
    says = the_act_says(refusal, signing, str(ALEX["am_name"]))
    assert outcome is (Outcome.READY if says else Outcome.READY_NOT_LS)


@given(st.sets(st.sampled_from(sorted(ABOUT_STAYING_ALIVE - {"AD-14", "AD-15", "AD-16", "AD-30", "AD-32"}))))
def test_each_formality_speaks_for_itself(missing: set[str]) -> None:
    """AD-13 to AD-24 are independent: leave out any of them, and exactly those are named."""
    breaks: dict[str, Answers] = {
        "AD-17": {"sg_other_present": "no"},
        "AD-18": {"sg_other_told": None},
        "AD-20": {"sg_wit_saw": "neither"},
        "AD-21": {"sg_wit_signed": "neither"},
        "AD-22": {"sg_wit_name": "alex morgan", "sg_other_name": "Kit Hale"},
        "AD-23": {"sg_wit_name": "kit hale", "sg_other_name": "Kit Hale"},
        "AD-24": {"sg_wit_place": "video"},
        "AD-55": {"sg_who": None},
        "AD-19": {"sg_wit_name": None, "sg_wit_saw": None},
    }
    signing: dict[str, object] = {
        **a_signing(
            sg_who="someone_else", sg_other_name="Kit Hale", sg_other_present="yes", sg_other_told="yes"
        )
    }
    for rule in sorted(missing & set(breaks), key=list(breaks).index):
        signing.update(breaks[rule])
    expected = set(missing)
    if "AD-19" in missing:  # no witness at all: nobody saw it, and nobody has the same name as another
        expected = (expected | {"AD-20"}) - {"AD-22", "AD-23"}
    elif {"AD-22", "AD-23"} <= missing:  # one name cannot be two people's
        expected -= {"AD-22"}
    if "AD-55" in missing:  # nobody said that someone else signed
        expected -= {"AD-17", "AD-18", "AD-23"}
    refusal = a_refusal(rfz_ls_statement="no" if "AD-13" in missing else "yes")
    said = {one.id for one in assess_today(an_advance_decision([refusal], signing)).findings}
    assert said & ABOUT_STAYING_ALIVE == expected


GOOD: dict[str, tuple[str, ...]] = {
    "am_name": ("Alex Morgan",),
    "am_dob": ("27 3 1988",),
    "am_nation": ("england", "wales"),
    "ad_able": ("yes",),
    "ad_was_18": ("yes",),
    "ad_lpa_health": ("no",),
    "ad_refusals__1__rfz_treatment": ("CPR",),
    "ad_refusals__1__rfz_when": ("any",),
    "ad_refusals__1__rfz_situations": ("When I am dying",),
    "ad_refusals__1__rfz_ls_statement": ("yes",),
    "ad_refusals__1__rfz_why": ("Because",),
    "sg_how": ("pen", "electronic"),
    "sg_who": ("me",),
    "sg_other_present": ("yes",),
    "sg_other_told": ("yes",),
    "sg_date": ("20 11 2026",),
    "sg_wit_saw": ("saw", "told"),
    "sg_wit_name": ("Sam Okoro",),
    "sg_wit_other_person": ("yes",),
    "sg_wit_adult": ("yes",),
    "sg_wit_signed": ("signed", "told"),
    "sg_wit_place": ("same_room",),
}


@given(REFUSALS, SIGNINGS, PAPERS, PEOPLE, st.sampled_from(sorted(GOOD)), st.data())
def test_adding_a_fact_that_satisfies_a_rule_never_makes_an_outcome_worse(
    refusal: Answers, signing: Answers, paper: Answers, person: Answers, question: str, data: st.DataObject
) -> None:
    good = data.draw(st.sampled_from(GOOD[question]))
    before = an_advance_decision([refusal], signing, person, in_order=paper)
    place = question.rpartition("__")[2]
    after = an_advance_decision(
        [{**refusal, place: good} if place.startswith("rfz_") else refusal],
        {**signing, place: good} if place.startswith("sg_") else signing,
        {**person, place: good} if place.startswith("am_") else person,
        in_order={**paper, place: good} if place.startswith("ad_") else paper,
    )
    never_worse(before, after)


def never_worse(before: Paper, after: Paper) -> None:
    was, now = assess_today(before).outcomes[0], assess_today(after).outcomes[0]
    assert BEST_FIRST.index(now) <= BEST_FIRST.index(was)


@given(decisions())
def test_stopping_is_never_blocked_and_stopping_twice_is_stopping_once(paper: Paper) -> None:
    """MCA 2005 s.24(3)-(4)."""
    stopping_works(paper)


def stopping_works(paper: Paper) -> None:
    stopped = paper.stopped()
    assert assess_today(stopped).outcome is Outcome.STOPPED
    assert set(assess_today(stopped).outcomes) <= {Outcome.STOPPED}
    assert assess_today(stopped.stopped()) == assess_today(stopped)
    for refusal in assess_today(paper).refusals:
        one = paper.stopped(refusal.id)
        after = assess_today(one).refusal(refusal.id)
        assert after is not None
        assert after.outcome is Outcome.STOPPED
        assert assess_today(one.stopped(refusal.id)) == assess_today(one)
        others = [(each.id, each.outcome) for each in assess_today(paper).refusals if each.id != refusal.id]
        assert others == [
            (each.id, each.outcome) for each in assess_today(one).refusals if each.id != refusal.id
        ]


@given(decisions())
def test_ready_but_not_for_staying_alive_means_ready_for_everything_else(paper: Paper) -> None:
    """For any refusal that staff do not see as keeping you alive, the same paper is ready."""
    ready_for_everything_else(paper)


def ready_for_everything_else(paper: Paper) -> None:
    assessment = assess_today(paper)
    severities = {(finding.id, finding.at): finding.severity for finding in assessment.findings}
    for refusal in assessment.refusals:
        if refusal.outcome is Outcome.READY_NOT_LS:
            at = (refusal.id, "", "signings")
            left = {
                severities[rule, place]
                for rule in refusal.findings
                for place in at
                if (rule, place) in severities and rule not in ABOUT_STAYING_ALIVE
            }
            assert not left & {Severity.STOPS, Severity.BLOCKS, Severity.BLOCKS_LIFE_SUSTAINING}


@given(decisions())
def test_without_the_rules_about_staying_alive_the_same_paper_is_ready(paper: Paper) -> None:
    """The same, asked of the program itself: what is ready but for staying alive is ready once only that is left out."""
    pack = paper.pack
    others = replace(pack, rules=tuple(one for one in pack.rules if one.id not in ABOUT_STAYING_ALIVE))
    was = assess_today(paper)
    now = assess(paper.section, paper.passport, others, notes_shelf(), TODAY)
    for before, after in zip(was.refusals, now.refusals, strict=True):
        if before.outcome in {Outcome.READY, Outcome.READY_NOT_LS}:
            assert after.outcome is Outcome.READY
        else:
            assert after.outcome is before.outcome


def with_rules(monkeypatch: pytest.MonkeyPatch, **changed: dict[str, object]) -> None:
    """Papers are asked other rules from here on: what is different, by id with a line for the dash."""
    pack = shelf().pack("advance_decision")
    rules = [replace(one, **changed.get(one.id.replace("-", "_"), {})) for one in pack.rules]  # type: ignore[arg-type]  # fields of a rule
    other = replace(pack, rules=tuple(rules))
    monkeypatch.setattr(Paper, "pack", property(lambda _paper: other))


def test_a_rule_that_punished_a_good_answer_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    before = an_advance_decision(signed=a_signing(sg_how="not_signed"))
    after = an_advance_decision(signed=a_signing(sg_how="electronic"))
    never_worse(before, after)
    with_rules(monkeypatch, AD_25={"severity": "blocks"})
    with pytest.raises(AssertionError):
        never_worse(before, after)


def test_a_stop_that_did_nothing_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, AD_33={"severity": "informs"})
    with pytest.raises(AssertionError):
        stopping_works(an_advance_decision())
    with_rules(monkeypatch, AD_34={"severity": "informs"})
    monkeypatch.setattr(Section, "stopped_on", property(lambda _section: None))
    with pytest.raises(AssertionError):
        stopping_works(an_advance_decision())


def test_a_rule_that_only_seemed_to_be_about_staying_alive_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blank = an_advance_decision([a_refusal(" ")])
    ready_for_everything_else(blank)
    with_rules(monkeypatch, AD_04={"severity": "blocks_life_sustaining"})
    with pytest.raises(AssertionError):
        ready_for_everything_else(blank)


def test_only_these_rules_are_about_staying_alive() -> None:
    rules = rules_for(shelf().pack("advance_decision"))
    ready = (*rules.paper, *rules.refusal, *rules.signing)
    assert {one.id for one in ready if one.severity is Severity.BLOCKS_LIFE_SUSTAINING} == ABOUT_STAYING_ALIVE


@given(st.text(max_size=60).filter(str.strip), st.text(max_size=60), st.text(max_size=60))
def test_no_words_at_all_change_an_outcome(treatment: str, instead: str, general: str) -> None:
    """Ruling 23: matching words only ever warns."""
    paper = an_advance_decision([a_refusal(treatment, rfz_instead=instead)], ad_general=general)
    if paper.section.value("ad_refusals.1.rfz_treatment") is not None:
        assert assess_today(paper).outcomes == (Outcome.READY,)


@given(decisions())
def test_an_answer_about_pressure_changes_nothing_at_all(paper: Paper) -> None:
    """Ruling 4: a change could itself give the person away."""
    documents = [assess_today(paper.changed(doc_pressure=answer)).to_plain() for answer in ("yes", "no", "")]
    assert documents[0] == documents[1] == documents[2]


@given(decisions())
def test_every_finding_that_counts_for_a_refusal_is_listed(paper: Paper) -> None:
    assessment = assess_today(paper)
    listed = {finding.id for finding in assessment.findings}
    assert all(set(refusal.findings) <= listed for refusal in assessment.refusals)
    assert {finding.at for finding in assessment.findings} <= {
        "",
        "signings",
        *(one.id for one in assessment.refusals),
    }


def test_a_good_answer_is_given_for_every_question_that_a_blocking_rule_reads() -> None:
    rules = rules_for(shelf().pack("advance_decision"))
    blocking = (Severity.BLOCKS, Severity.BLOCKS_LIFE_SUSTAINING)
    read = {
        one.question for one in (*rules.paper, *rules.refusal, *rules.signing) if one.severity in blocking
    }
    known = {question.rpartition("__")[2] for question in GOOD}
    assert read - known == {"", "ad_refusals", "rfz_ls"}
    assert set(IN_ORDER) >= {"ad_able", "ad_lpa_health"}
