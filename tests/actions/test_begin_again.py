"""A stopped paper can still be read, and begun again with the same words. Looking at a form makes no entry of it."""

from datetime import timedelta

import pytest

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.begin_again import begin_again, may_begin_again
from passport.actions.home import home
from passport.actions.stop import stop
from passport.forms.shelf import shelf
from passport.law.findings import Outcome
from passport.record.sections import SIGNINGS
from passport.vault.vault import Vault
from tests.actions.giving import WORDS
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
LATER = NOW + timedelta(days=3)


def decision(vault: Vault) -> str:
    return vault.passport().of_form("advance_decision")[-1].id


def test_a_new_one_has_the_words_of_the_old_one_and_nothing_that_was_done_to_it(vault: Vault) -> None:
    """MCA 2005 s.25(5)-(6): what was signed before does not sign the new one."""
    old = decision(vault)
    treatments = [item.value("rfz_treatment") for item in vault.section(old).items("ad_refusals")]
    stop(vault, shelf(), old, NOW)
    new = begin_again(vault, shelf(), old, LATER)

    assert new.id != old
    assert new.made_on == LATER.date()
    assert [item.value("rfz_treatment") for item in new.items("ad_refusals")] == treatments
    assert new.value("ad_general") == vault.section(old).value("ad_general")
    assert new.stopped_on is None
    assert new.items(SIGNINGS) == ()
    for question in ("ad_reviews", "ad_copies", "ad_gp_copy", "ad_events", "doc_pressure"):
        assert new.value(question) is None, question
    assert vault.section(old).stopped_on == NOW.date().isoformat()
    assert Outcome.READY not in assess(vault, shelf(), new.id, LATER.date()).outcomes


def test_a_refusal_that_was_stopped_by_itself_is_not_taken_over(vault: Vault) -> None:
    old = decision(vault)
    first, *others = [item.id for item in vault.section(old).items("ad_refusals")]
    stop(vault, shelf(), old, NOW, first)
    stop(vault, shelf(), old, NOW)
    new = begin_again(vault, shelf(), old, LATER)
    assert [item.id for item in new.items("ad_refusals")] == others
    assert not any(place.startswith(f"ad_refusals.{first}.") for place in new.answers)


def test_it_is_offered_only_where_nothing_else_of_the_form_is_in_use(vault: Vault) -> None:
    old = decision(vault)
    assert not may_begin_again(vault, old)
    stop(vault, shelf(), old, NOW)
    assert may_begin_again(vault, old)
    new = begin_again(vault, shelf(), old, LATER)
    assert not may_begin_again(vault, old)
    assert not may_begin_again(vault, new.id)


def test_opening_a_stopped_paper_shows_it_and_begins_nothing(vault: Vault) -> None:
    old = decision(vault)
    stop(vault, shelf(), old, NOW)
    before = vault.counter
    opened = answer.to_open(vault, shelf(), "advance_decision", NOW.date())
    assert opened is not None
    assert opened.id == old
    assert vault.counter == before
    begin_again(vault, shelf(), old, LATER)
    assert answer.to_open(vault, shelf(), "advance_decision", NOW.date()) is None, "two to choose from"


def test_looking_at_a_form_makes_no_entry_and_what_was_half_typed_is_there_again(vault: Vault) -> None:
    def entries() -> tuple[str, ...]:
        rows = [row for group in home(vault, shelf(), NOW.date(), WORDS).groups for row in group.rows]
        return next(row.entries for row in rows if row.form == "training_record")

    before = entries()
    looked_at = answer.start(vault, shelf(), "training_record", NOW.date())
    vault.save_draft(looked_at.id, "tr_title", '"Half"')
    assert entries() == before

    again = answer.start(vault, shelf(), "training_record", LATER.date())
    assert again.id == looked_at.id
    assert again.made_on == LATER.date(), "it is made on the day it is begun"
    assert vault.draft(again.id, "tr_title") == '"Half"'
    answer.put(vault, shelf(), again.id, "tr_title", "First aid", LATER)
    assert entries() == (*before, again.id)
    assert answer.start(vault, shelf(), "training_record", LATER.date()).id != again.id
