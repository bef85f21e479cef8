"""``docs/rules.md``: every rule with its sentence, its source and its proof, and nothing that the packs do not say now."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bench.rules_page import DOES, NO_PROOF, PAGE, every_rule, page, proof_of
from passport.forms.pack import Rule
from tests.law import test_rules_one_by_one
from tests.law.cases.every import DORMANT, ELSEWHERE

TESTS = Path(__file__).parent.parent


def test_the_page_is_what_the_packs_say_now() -> None:
    """To make it again: ./run rules."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.id)
def test_every_rule_has_a_test_that_proves_it(rule: Rule) -> None:
    assert proof_of(rule) != NO_PROOF
    assert rule.dormant or "dormant" not in proof_of(rule)


def test_a_rule_without_a_test_would_be_seen() -> None:
    rule = replace(every_rule()[0], id="XX-01")
    assert proof_of(rule) == NO_PROOF
    assert proof_of(replace(rule, dormant=True)).startswith("dormant: ")


def test_the_tests_that_the_page_names_are_there() -> None:
    assert callable(test_rules_one_by_one.test_a_rule_speaks_where_it_should)
    known = {file.name for file in TESTS.rglob("test_*.py")}
    named = {one for where in ELSEWHERE.values() for one in re.findall(r"test_\w+\.py", where)}
    assert named <= known
    assert all(re.match(r"test_\w+\.py: ", where) for where in ELSEWHERE.values())
    assert set(DORMANT) <= {rule.id for rule in every_rule() if rule.dormant}


def test_no_rule_is_left_out() -> None:
    known = set(test_rules_one_by_one.RULES)
    assert {rule.id for rule in every_rule()} == known
    written = PAGE.read_text(encoding="utf-8")
    assert [rule for rule in known if f"| {rule} |" not in written] == []
    assert {rule.severity for rule in every_rule()} <= set(DOES)
