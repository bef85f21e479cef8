"""Things to do: each comes from a date, a copy or a rule, leads to its place, and goes when it is done."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.back_up import back_up
from passport.actions.stop import stop
from passport.actions.to_do import Peace, leave_in_peace, on_first_page, say_still_right, show_again, to_do
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW, TODAY

pytestmark = pytest.mark.usefixtures("cheap_keys")
PASSPHRASE = "crumpet lantern orbit willow"
A_YEAR = timedelta(days=365)
WORDS = Words()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    yield made
    made.close()


def put(vault: Vault, form: str, now: datetime = NOW, **typed: object) -> str:
    return answer.put_all(vault, shelf(), form, typed, now).section.id


def said(vault: Vault, today: date = TODAY) -> list[str]:
    return [one.sentence for one in to_do(vault, shelf(), today, WORDS).things]


def test_a_new_record_asks_for_a_backup_and_no_more_once_there_is_one(vault: Vault, tmp_path: Path) -> None:
    assert WORDS("to_do.never_backed_up") in said(vault)
    back_up(vault, tmp_path / "mine.passport", NOW)
    assert said(vault) == []
    assert said(vault, TODAY + timedelta(days=89)) == []
    assert said(vault, TODAY + timedelta(days=90)) == [WORDS("to_do.backed_up", date="23 November 2026")]


@pytest.mark.parametrize(
    ("days", "key"), [(91, None), (90, "to_do.runs_out"), (0, "to_do.runs_out"), (-1, "to_do.ran_out")]
)
def test_training_that_runs_out_is_said_ninety_days_before(vault: Vault, days: int, key: str | None) -> None:
    ends = TODAY + timedelta(days=days)
    put(vault, "training_record", tr_title="First aid", tr_expires=ends.isoformat())
    about = [one for one in said(vault) if "First aid" in one]
    shown = f"{ends.day} {ends:%B %Y}"
    assert about == ([] if key is None else [WORDS(key, paper="First aid", date=shown)])


def test_the_day_to_look_again_comes_and_what_was_read_long_ago_is_said(vault: Vault) -> None:
    decision = put(vault, "advance_decision", ad_review_on="1 12 2026")
    plan = put(vault, "crisis_plan", cp_checked="23 11 2026")
    early = {one.place for one in to_do(vault, shelf(), TODAY, WORDS).things}
    assert not early & {"ad_review_on", "cp_checked"}
    late = {(one.section, one.place) for one in to_do(vault, shelf(), TODAY + A_YEAR, WORDS).things}
    assert {(decision, "ad_review_on"), (plan, "cp_checked")} <= late


def test_a_number_is_asked_after_once_a_year_and_the_person_may_say_it_is_right(vault: Vault) -> None:
    put(vault, "contacts", ct_name="Jamie Morgan", ct_phone="07700 900118")
    later = NOW + A_YEAR
    assert not [one for one in said(vault, TODAY + A_YEAR - timedelta(days=1)) if "Jamie" in one]
    found = [one for one in to_do(vault, shelf(), later.date(), WORDS).things if one.still_right]
    assert [one.place for one in found] == ["ct_phone"]
    say_still_right(vault, shelf(), found[0], later)
    assert not [one for one in said(vault, later.date()) if "Jamie" in one]
    assert vault.section(found[0].section).answers["ct_phone"].words == "07700 900118"


def test_a_paper_that_is_not_ready_says_its_next_step_and_a_stopped_one_nothing(vault: Vault) -> None:
    decision = put(vault, "advance_decision", ad_refusals=[{"rfz_treatment": "ECT"}])
    steps = [one for one in to_do(vault, shelf(), TODAY, WORDS).things if one.section == decision]
    assert len(steps) == 1
    stop(vault, shelf(), decision, NOW)
    assert [one for one in to_do(vault, shelf(), TODAY, WORDS).things if one.section == decision] == []


def test_peace_is_kept_and_ends_and_the_list_itself_stays(vault: Vault) -> None:
    assert on_first_page(vault, shelf(), TODAY, WORDS) == (WORDS("to_do.one"), WORDS("to_do.never_backed_up"))
    leave_in_peace(vault, Peace.WEEK, TODAY)
    for days, quiet in ((0, True), (7, True), (8, False)):
        day = TODAY + timedelta(days=days)
        assert (on_first_page(vault, shelf(), day, WORDS) == ("", "")) is quiet
        assert said(vault, day)
    leave_in_peace(vault, Peace.ASKED, TODAY)
    assert on_first_page(vault, shelf(), TODAY + A_YEAR, WORDS) == ("", "")
    show_again(vault)
    assert on_first_page(vault, shelf(), TODAY, WORDS)[0]
