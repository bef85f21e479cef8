"""Every example that says what it should come to, through the real engine: what the file expects is what the rules find."""

from dataclasses import replace

import pytest

from passport.actions.try_example import try_example
from passport.forms.complaints import Complaints
from passport.forms.examples import Example, read_example
from passport.forms.shelf import shelf
from passport.wording.words import Words

EXAMPLES = [(form, read_example(file)) for form in shelf().packs for file in shelf().examples(form)]
EXPECTING = [(form, example) for form, example in EXAMPLES if example.expect]
every_example = pytest.mark.parametrize(
    ("form", "example"), EXPECTING, ids=[f"{form}-{example.name}" for form, example in EXPECTING]
)


def listed(example: Example, key: str) -> list[str]:
    given = example.expect.get(key, [])
    assert isinstance(given, list)
    return [str(one) for one in given]


@every_example
def test_an_example_can_be_read_and_comes_out_as_it_says(form: str, example: Example) -> None:
    """The same trial that ``passport forms check`` gives to somebody's own pack."""
    complaints = Complaints()
    try_example(shelf().pack(form), example, shelf(), example.name, complaints, Words())
    assert [one.fields for one in complaints.found] == []


def test_a_trial_sees_what_does_not_come_out() -> None:
    form, example = next((form, one) for form, one in EXPECTING if one.expect["outcome"] == "ready")
    complaints = Complaints()
    wrong = replace(example, expect={**example.expect, "outcome": "stopped", "not_findings": []})
    try_example(shelf().pack(form), wrong, shelf(), example.name, complaints, Words())
    assert [one.fields["at"] for one in complaints.found] == ["expect.outcome"]


@pytest.mark.parametrize("form", [form for form, pack in shelf().packs.items() if pack.nations])
def test_each_example_of_a_form_with_law_about_it_says_what_it_should_come_to(form: str) -> None:
    assert [example.name for one, example in EXAMPLES if one == form and not example.expect] == []


def test_the_examples_cover_what_a_person_may_meet() -> None:
    decisions = [example for form, example in EXPECTING if form == "advance_decision"]
    assert {one.expect["outcome"] for one in decisions} >= {
        "ready",
        "ready_not_ls",
        "not_ready",
        "cannot_check",
    }
    assert "stopped" in {outcome for one in decisions for outcome in listed(one, "refusals")}
    assert len([one for one in decisions if one.name.startswith("alex")]) == 1
