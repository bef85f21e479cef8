"""Every rule, one by one: a paper on which it speaks, and the nearest paper on which it does not.

The table is complete: a rule without a row fails, and so does a row without a rule. A rule that the rulings say how to
read carries their number.
"""

import re

import pytest

from passport.forms.pack import Rule
from passport.forms.shelf import shelf
from passport.law.across_data import across_rules
from passport.law.rules import law_rules, rules_for
from tests.builders import (
    Paper,
    a_refusal,
    a_signing,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
    where,
)
from tests.law.cases.every import CASES, ELSEWHERE, TWICE

READ_WITH_A_RULING = [
    "AD-02",
    "AD-03",
    "AD-05",
    "AD-06",
    "AD-07",
    "AD-08",
    "AD-13",
    "AD-14",
    "AD-15",
    "AD-16",
    "AD-17",
    "AD-18",
    "AD-19",
    "AD-20",
    "AD-21",
    "AD-22",
    "AD-23",
    "AD-24",
    "AD-26",
    "AD-27",
    "AD-28",
    "AD-29",
    "AD-30",
    "AD-31",
    "AD-32",
    "AD-35",
    "AD-36",
    "AD-37",
    "AD-38",
    "AD-39",
    "AD-40",
    "AD-47",
    "AD-50",
    "AD-51",
    "AD-53",
    "AD-55",
    "AD-56",
    "AD-57",
    "G-07",
    "G-08",
    "G-09",
    "G-10",
    "G-15",
    # Other forms, as the domain's tables mark them.
    "AC-02",
    "AC-05",
    "AS-03",
    "AS-06",
    "SC-03",
    "SC-04",
    "SC-05",
    "SC-06",
    "SC-07",
    "SC-08",
    "SC-09",
    "SC-10",
    "SC-15",
    "SC-16",
    "CP-05",
    "IR-02",
    "EX-01",
    "EX-02",
    "EX-04",
    "CA-01",
    "CA-02",
]
PACK = shelf().pack("advance_decision")
OF_LAW = ("general.toml", "private.toml", "exports.toml")
RULES = {
    rule.id: rule
    for rules in (*(pack.rules for pack in shelf().packs.values()), *map(law_rules, OF_LAW), across_rules())
    for rule in rules
}
DORMANT = {rule.id for rule in RULES.values() if rule.dormant}


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_speaks_where_it_should(rule: str) -> None:
    assert rule in spoken(CASES[rule].speaks)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent_on_the_nearest_paper_that_does_it_right(rule: str) -> None:
    assert rule not in spoken(CASES[rule].silent)


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    assert set(CASES) | set(ELSEWHERE) == set(RULES) - DORMANT
    assert TWICE == []


def test_every_rule_that_a_ruling_explains_quotes_it() -> None:
    known = [rule for rule in READ_WITH_A_RULING if rule in RULES]
    assert [rule for rule in known if rule in CASES and CASES[rule].ruling is None] == []
    assert [rule for rule in known if rule in ELSEWHERE and "ruling" not in ELSEWHERE[rule].lower()] == []


def test_no_number_is_missing() -> None:
    """Domain 8, and the rules that the rulings add."""
    known = {rule.partition("/")[0] for rule in RULES}
    assert {f"AD-{number:02}" for number in range(1, 58)} | {
        f"G-{number:02}" for number in range(1, 17)
    } <= known
    assert {
        *(f"AC-{number:02}" for number in range(1, 11)),
        *(f"NP-{number:02}" for number in range(1, 6)),
        *(f"AS-{number:02}" for number in range(1, 7)),
    } <= known


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda one: one.id)
def test_every_rule_has_words_and_a_source(rule: Rule) -> None:
    assert rule.sentence.endswith((".", "?"))
    assert rule.source.words
    assert len(rule.sentence) < 200


def test_what_fills_a_sentence_reads_well() -> None:
    """AD-33, AD-34, AD-38, G-03, G-07, G-09 and G-10 have gaps."""
    said = {
        rule: sentence(CASES[rule].speaks, rule)
        for rule in ("AD-33", "AD-34", "AD-38", "G-03", "G-07", "G-09", "G-10")
    }
    assert said == {
        "AD-33": "You stopped this refusal on 20 November 2026.",
        "AD-34": "You stopped this advance decision on 20 November 2026.",
        "AD-38": "Your attorney cannot agree to treatment you refuse here. Tell them about this.",
        "G-03": "This form is for people treated in England and Wales. The law that counts is where you are treated.",
        "G-07": "You last checked this on 22 November 2024. Is it still right?",
        "G-09": "1 person has an old copy. Send them the new one.",
        "G-10": "You say no to Lithium in one place and yes in another. Staff may not know which to follow.",
    }


def test_findings_say_where_they_stand() -> None:
    """Ruling 13: AD-19 to AD-24 and AD-55 once per paper; the others at their refusal."""
    decision = an_advance_decision(
        [a_refusal("CPR"), a_refusal("Dialysis")], a_signing(sg_wit_place=None, sg_who=None)
    )
    assessment = assess_today(decision)

    assert where(assessment, "AD-24") == ["signings"]
    assert where(assessment, "AD-55") == ["signings"]
    assert where(assessment, "AD-10") == ["1", "2"]
    assert [{"AD-24", "AD-55"} <= set(refusal.findings) for refusal in assessment.refusals] == [True, True]


def spoken(decision: Paper) -> set[str]:
    """Ids as in the table: a softer form by its full id, which its sentence or its place tells."""
    softer = {
        re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(rule.sentence))): rule.id
        for rule in (*decision.pack.rules, *law_rules("general.toml"))
        if "/" in rule.id and rule.id != "AD-57/general"
    }
    return {
        next(
            (full for words, full in softer.items() if words.fullmatch(one.sentence)),
            "AD-57/general" if (one.id, one.at) == ("AD-57", "") else one.id,
        )
        for one in assess_today(decision).findings
    }


def test_a_form_that_the_rules_do_not_know_has_no_general_rules() -> None:
    assert not any(one.general for one in rules_for(shelf().pack("involvement_record")).paper)


def test_a_paper_in_order_says_only_what_is_good_to_know() -> None:
    assert findings(an_advance_decision()) == {"AD-10", "AD-44", "AD-45", "G-04"}
