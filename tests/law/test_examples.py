"""Every example that says what it should come to, through the real engine: what the file expects is what the rules find."""

import pytest

from passport.forms.examples import Example, read_example
from passport.forms.interview import troubles
from passport.forms.shelf import shelf
from tests.builders import TODAY, assess_today, from_example

EXAMPLES = [(form, read_example(file)) for form in shelf().packs for file in shelf().examples(form)]
EXPECTING = [(form, example) for form, example in EXAMPLES if example.expect]
every_example = pytest.mark.parametrize(
    ("form", "example"), EXPECTING, ids=[f"{form}-{example.name}" for form, example in EXPECTING]
)
KEYS = {"outcome", "refusals", "findings", "not_findings"}


def listed(example: Example, key: str) -> list[str]:
    given = example.expect.get(key, [])
    assert isinstance(given, list)
    return [str(one) for one in given]


@every_example
def test_an_example_comes_out_as_it_says(form: str, example: Example) -> None:
    assessment = assess_today(from_example(example, form), example.today or TODAY)
    said = {finding.id for finding in assessment.findings}

    assert set(example.expect) <= KEYS
    assert assessment.outcome == example.expect["outcome"]
    assert [one.outcome.value for one in assessment.refusals] == listed(example, "refusals")
    assert set(listed(example, "findings")) <= said
    assert not set(listed(example, "not_findings")) & said


@every_example
def test_an_example_can_be_read_without_a_problem(form: str, example: Example) -> None:
    missing = {"answer_wanted", "one_wanted"}
    paper = from_example(example, form)
    assert [
        one for one in troubles(paper.pack, paper.section, TODAY) if one.problem.code not in missing
    ] == []


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
