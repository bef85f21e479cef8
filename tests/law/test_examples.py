"""Every example of the advance decision, through the real engine: what the file expects is what the rules find."""

import pytest

from passport.forms.examples import Example, read_example
from passport.forms.interview import troubles
from passport.forms.shelf import shelf
from passport.law.findings import Assessment
from tests.builders import TODAY, assess_today, from_example

EXAMPLES = [read_example(file) for file in shelf().examples("advance_decision")]


def assessed(example: Example) -> Assessment:
    return assess_today(from_example(example), example.today or TODAY)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    assessment = assessed(example)
    said = {finding.id for finding in assessment.findings}
    refusals = example.expect["refusals"]
    wanted, unwanted = example.expect.get("findings", []), example.expect.get("not_findings", [])

    assert isinstance(refusals, list)
    assert isinstance(wanted, list)
    assert isinstance(unwanted, list)
    assert assessment.outcome == example.expect["outcome"]
    assert [one.outcome.value for one in assessment.refusals] == refusals
    assert set(wanted) <= said
    assert not set(unwanted) & said


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_an_example_can_be_read_without_a_problem(example: Example) -> None:
    missing = {"answer_wanted"}
    paper = from_example(example)
    assert [
        one for one in troubles(paper.pack, paper.section, TODAY) if one.problem.code not in missing
    ] == []


def test_the_examples_cover_what_a_person_may_meet() -> None:
    assert {one.expect["outcome"] for one in EXAMPLES} >= {
        "ready",
        "ready_not_ls",
        "not_ready",
        "cannot_check",
    }
    assert {outcome for one in EXAMPLES for outcome in one.expect["refusals"]} >= {"stopped"}  # type: ignore[attr-defined]  # a list, as the test above says
    assert len([one for one in EXAMPLES if one.name.startswith("alex")]) == 1
