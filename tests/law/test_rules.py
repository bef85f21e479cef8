"""Rules are data: one that cannot be asked is a complaint with its file, its key and a remedy, never a surprise later."""

from dataclasses import replace

import pytest

from passport.errors import PackUnreadable
from passport.forms.pack import Pack, Rule, Source
from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.notes import notes_shelf
from passport.law.rules import rules_for
from tests.builders import an_advance_decision, assess_today

PACK = shelf().pack("advance_decision")


def with_rule(when: dict[str, object], **changes: object) -> Pack:
    rule = Rule("XX-01", "warns", "A sentence.", Source("a source"), when)
    return replace(PACK, rules=(*PACK.rules, replace(rule, **changes)))  # type: ignore[arg-type]  # fields of a rule


@pytest.mark.parametrize(
    ("when", "changes", "at"),
    [
        ({"fact": "tall"}, {}, "XX-01.when"),
        ({"question": "nothing", "is": "x"}, {}, "XX-01.when"),
        ({"question": "rfz_why", "is": "x"}, {}, "XX-01.scope"),
        ({"fact": "life_sustaining"}, {}, "XX-01.scope"),
        ({"fact": "says", "list": "no_list", "in": "ad_general"}, {}, "XX-01.when"),
        ({"fact": "says", "colour": "red", "in": "ad_general"}, {}, "XX-01.when"),
        ({"fact": "age_when_made", "surely_under": "18"}, {}, "XX-01.when"),
        ({"fact": "age_when_made"}, {}, "XX-01.when"),
        ({"always": True}, {"sentence": "On {some_day}."}, "XX-01.sentence"),
        ({"all": [{"not": {"fact": "life_sustaining"}}]}, {"scope": "signing"}, "XX-01.scope"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_a_complaint(
    when: dict[str, object], changes: dict[str, object], at: str
) -> None:
    with pytest.raises(PackUnreadable) as complaint:
        rules_for(with_rule(when, **changes))
    assert complaint.value.fields["file"] == "advance_decision/rules.toml"
    assert complaint.value.fields["at"] == at
    assert complaint.value.fields["remedy"]


@pytest.mark.parametrize("scope", ["refusal", "signing"])
def test_a_form_without_that_list_has_no_rules_about_it(scope: str) -> None:
    pack = shelf().pack("crisis_plan")
    rule = Rule("XX-01", "warns", "A sentence.", Source("a source"), {"always": True}, scope)
    with pytest.raises(PackUnreadable):
        rules_for(replace(pack, rules=(rule,)))


@pytest.mark.parametrize("changes", [{"dormant": True}, {"severity": "refuses_export"}])
def test_a_dormant_rule_and_one_for_the_door_out_are_not_asked(changes: dict[str, object]) -> None:
    """Rulings 3 and 28."""
    pack = (
        with_rule({"fact": "tall"}, **changes)
        if "dormant" in changes
        else with_rule({"always": True}, **changes)
    )
    rules = rules_for(pack)
    assert "XX-01" not in {one.id for one in (*rules.paper, *rules.refusal, *rules.signing)}


def test_every_form_on_the_shelf_has_rules_that_can_be_asked() -> None:
    for pack in shelf().packs.values():
        assert rules_for(pack) is rules_for(pack)


def test_a_new_rule_is_data_and_needs_no_code() -> None:
    pack = with_rule({"question": "ad_general", "is": "x"}, severity="blocks")
    paper = an_advance_decision(ad_general="x")
    assessment = assess(paper.section, paper.passport, pack, notes_shelf(), paper.about.made_on)
    assert assessment.outcome == "not_ready"
    assert assess_today(paper).outcome == "ready"
