"""What changed since I signed: exactly where the digests of the law say so, with the words of then and of now."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passport.actions import answer
from passport.actions.changed_since import Changed, changed_since, was_signed_here
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.law.signed_text import changed_since_signing
from passport.record.answers import place_in
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import A_GOOD_SIGNING, NOW, a_refusal

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
LATER = NOW + timedelta(days=1)
DECISION, WHY = "advance_decision-1", "ad_refusals.1.rfz_why"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _rows = make(tmp_path / "record", "crumpet lantern orbit willow", NOW)
    refusals = [a_refusal("ECT", rfz_why="I lost months"), a_refusal("CPR")]
    answer.put_all(made, shelf(), "advance_decision", {"ad_refusals": refusals, "ad_able": "yes"}, NOW)
    yield made
    made.close()


def found(vault: Vault) -> tuple[Changed, ...]:
    return changed_since(vault, shelf(), DECISION, WORDS)


def test_a_paper_that_nobody_signed_has_nothing_to_compare_with(vault: Vault) -> None:
    assert not was_signed_here(vault.section(DECISION))
    assert found(vault) == ()


def test_an_answer_that_was_changed_is_shown_with_both_words_and_back_it_is_no_change(vault: Vault) -> None:
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    assert found(vault) == ()
    answer.put(vault, shelf(), DECISION, WHY, "I lost years", LATER)
    assert [(one.place, one.then, one.now) for one in found(vault)] == [
        (WHY, ("I lost months",), ("I lost years",))
    ]
    answer.put(vault, shelf(), DECISION, WHY, "I lost months", LATER)
    assert found(vault) == ()


def test_what_was_added_and_what_was_taken_out_are_told_apart(vault: Vault) -> None:
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    answer.remove_item(vault, shelf(), DECISION, "ad_refusals", "2", LATER)
    answer.put(vault, shelf(), DECISION, "ad_review_on", "1 12 2027", LATER)
    by_place = {one.place: one for one in found(vault)}
    assert by_place["ad_refusals.2.rfz_treatment"].then == ("CPR",)
    assert by_place["ad_refusals.2.rfz_treatment"].now == ()
    assert all(one.place.startswith("ad_refusals.2.") or one.then == () for one in found(vault))


def test_a_new_signing_begins_again(vault: Vault) -> None:
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    answer.put(vault, shelf(), DECISION, WHY, "I lost years", LATER)
    assert found(vault)
    sign(vault, shelf(), DECISION, {**A_GOOD_SIGNING, "sg_date": "24 11 2026"}, LATER)
    assert found(vault) == ()


def test_a_list_in_another_order_is_a_change(vault: Vault) -> None:
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    refusals = [a_refusal("CPR"), a_refusal("ECT", rfz_why="I lost months")]
    answer.put_all(vault, shelf(), "advance_decision", {"ad_refusals": refusals}, LATER)
    assert [(one.then, one.now) for one in found(vault)] == [(("ECT", "CPR"), ("CPR", "ECT"))]


_CHANGES = st.lists(
    st.tuples(
        st.sampled_from([WHY, place_in("ad_refusals", "2", "rfz_why"), "ad_review_on", "ad_able"]),
        st.sampled_from(["", "yes", "I lost months", "1 12 2027", "other words"]),
    ),
    max_size=5,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_CHANGES)
def test_something_is_shown_exactly_where_the_law_sees_a_change(
    vault: Vault, changes: list[tuple[str, str]]
) -> None:
    """Rulings 14 to 17: `changed_since_signing` is what AD-30, AD-31 and SC-09 go by."""
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, LATER)
    for place, words in changes:
        answer.put(vault, shelf(), DECISION, place, words, LATER)
    section = vault.section(DECISION)
    assert bool(found(vault)) is changed_since_signing(section, shelf().pack("advance_decision"))
