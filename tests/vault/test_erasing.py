"""Erase for good: gone from every page, and nothing else with it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bench.goals import erasing as goal
from passport.actions import answer, history
from passport.actions.erase import What, erase, going
from passport.actions.unlock import make
from passport.errors import FilledByDoing, NoPermission, NothingThere, UnknownEntry
from passport.forms.shelf import shelf
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.backup import rolling
from passport.vault.erasing import names
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW
from tests.tui.on_screen import PASSPHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    yield vault
    vault.close()


def again(vault: Vault) -> Vault:
    """Opened anew: the content seal is recomputed."""
    vault.close()
    return Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)


def test_no_page_holds_it_and_with_the_guards_off_one_does() -> None:
    outcome = goal.erasing(full=False)
    assert outcome.cases == 36
    assert outcome.failures == 0, outcome.note


def test_an_answer_goes_with_its_past_and_the_rest_stays(vault: Vault) -> None:
    for name in ("Alex", "Robin"):
        typed = {"am_name": name, "am_important": "Tea"}
        section = answer.put_all(vault, shelf(), "about_me", typed, NOW).section
    vault.keep("carry_on", f"{section.id} am_name")
    would = going(vault, shelf(), What(section.id, "am_name"), WORDS)
    assert "Answers: 2." in would.what
    erase(vault, shelf(), What(section.id, "am_name"), NOW, WORDS)
    opened = again(vault)
    assert [one.place for one in opened.history(section.id)] == ["am_important", "am_important"]
    assert opened.kept("carry_on") is None
    assert opened.find("robin", 5) == ()
    assert [hit.place for hit in opened.find("tea", 5)] == ["am_important"]
    opened.close()


def test_the_number_of_an_erased_item_is_not_used_again(vault: Vault) -> None:
    typed = {"ad_refusals": [{"rfz_treatment": "ECT"}, {"rfz_treatment": "Lithium"}]}
    section = answer.put_all(vault, shelf(), "advance_decision", typed, NOW).section
    erase(vault, shelf(), What(section.id, "ad_refusals", "2"), NOW, WORDS)
    opened = again(vault)
    assert [one.id for one in opened.section(section.id).items("ad_refusals")] == ["1"]
    assert opened.section(section.id).next_id("ad_refusals") == 3
    assert history.items_taken_out(opened, shelf(), section.id, WORDS) == ()
    opened.close()


def test_an_entry_goes_and_its_id_is_not_used_again(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    erase(vault, shelf(), What(section.id), NOW, WORDS)
    opened = again(vault)
    assert opened.passport().section(section.id) is None
    assert opened.taken_out() == ()
    assert opened.add_section("about_me", 1, NOW.date()).id == "about_me-2"
    opened.close()


def test_a_name_in_the_register_goes_and_the_line_stays(vault: Vault) -> None:
    copy = CopyGiven(
        "c1", "Northside", Audience.CARE, "0" * 16, 3, (), (), "s", date(2026, 1, 1), "a review", "d"
    )
    vault.give_copy(copy, "care:1")
    erase(vault, shelf(), What(copy="c1"), NOW, WORDS)
    opened = again(vault)
    (line,) = opened.passport().copies
    assert (line.version, line.reason) == (3, "")
    assert "Northside" not in json.dumps(opened._rows.select("SELECT body FROM copies"))
    assert opened.find("northside", 5) == ()
    opened.close()


def test_what_cannot_be_reached_is_named_before(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    copy = CopyGiven(
        "c1", "Northside", Audience.CARE, "0" * 16, 1, (section.id,), (), "s", date(2026, 1, 1), "", "d"
    )
    vault.give_copy(copy, "care:1")
    cannot = going(vault, shelf(), What(section.id), WORDS).cannot
    assert "These people hold a copy: Northside." in cannot
    assert WORDS("erase.elsewhere") in cannot
    assert WORDS("erase.disk") in cannot


def test_our_own_backups_from_before_are_taken_away_and_one_without_it_takes_their_place(
    vault: Vault,
) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    vault.roll(NOW)
    vault.roll(NOW)
    before = {one.read_bytes() for one in rolling(vault.folder)}
    assert erase(vault, shelf(), What(section.id, "am_name"), NOW, WORDS).left == ()
    (after,) = rolling(vault.folder)
    assert after.read_bytes() not in before


def test_our_own_backups_that_cannot_be_taken_away_are_named(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def may_not(_folder: Path, **_: object) -> int:
        raise NoPermission(place="here")

    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    monkeypatch.setattr("passport.vault.own_backups.forget_rolling", may_not)
    left = erase(vault, shelf(), What(section.id, "am_name"), NOW, WORDS).left
    assert str(vault.folder / "backups") in left[0]


def test_what_comes_from_doing_and_what_is_not_there_are_refused(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "advance_decision", {"ad_able": "yes"}, NOW).section
    for what, error in (
        (What(section.id, "doc_status"), FilledByDoing),
        (What(section.id, "signings", "1"), FilledByDoing),
        (What(section.id, "ad_refusals"), FilledByDoing),
        (What(section.id, "ad_refusals", "7"), NothingThere),
        (What(section.id, "ad_lpa_health"), NothingThere),
        (What("about_me-9"), UnknownEntry),
        (What(copy="x"), NothingThere),
        (What(file="x"), NothingThere),
    ):
        with pytest.raises(error):
            erase(vault, shelf(), what, NOW, WORDS)
    assert vault.section(section.id).value("ad_able") == "yes"


@pytest.mark.parametrize(
    ("said", "goes"),
    [
        ('{"from": ["crisis_plan-1 cp_you_do"]}', True),
        ('{"at": "cp_you_do", "section": "crisis_plan-1"}', True),
        ('["crisis_plan-1", "cp_you_do.2.name"]', True),
        ('{"from": ["crisis_plan-1 cp_you_dont"]}', False),
        ('{"from": ["crisis_plan-1 not_cp_you_do"]}', False),
        ('["crisis_plan-1", "list.1.cp_you_do"]', False),
        ('{"from": ["crisis_plan-10 cp_you_do"]}', False),
    ],
)
def test_what_names_another_question_that_begins_alike_stays(
    said: str, goes: bool
) -> None:  # a parameter of the case
    assert names("chosen alert", said, "crisis_plan-1", ["cp_you_do"]) is goes
