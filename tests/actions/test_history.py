"""What I wrote before: nothing that was is ever changed, and anything a person typed can be today's answer again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions import answer, drafts, history
from passport.actions.unlock import make
from passport.errors import FilledByDoing, NothingBefore, UnknownItem
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW
from tests.tui.on_screen import PASSPHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
LATER = NOW + timedelta(days=1)


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    yield vault
    vault.close()


def lines_of(vault: Vault, section: str, place: str) -> list[tuple[str, ...]]:
    return [one.lines for one in history.history(vault, shelf(), section, WORDS, place)]


def test_an_earlier_answer_comes_back_as_a_new_one(vault: Vault) -> None:
    for name in ("Alex", "Robin"):
        section = answer.put_all(vault, shelf(), "about_me", {"am_name": name}, NOW).section
    first = history.history(vault, shelf(), section.id, WORDS, "am_name")[-1]
    assert (first.lines, first.by, first.stands) == (("Alex",), "me", False)
    history.bring_back(vault, shelf(), section.id, first.number, LATER)
    assert vault.section(section.id).value("am_name") == "Alex"
    assert lines_of(vault, section.id, "am_name") == [("Alex",), ("Robin",), ("Alex",)]
    assert [hit.words for hit in vault.find("alex", 5)] == ["Alex"]


def test_words_that_are_half_typed_are_kept_first(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    answer.put(vault, shelf(), section.id, "am_name", "Robin", NOW)
    drafts.save_draft(vault, section.id, "am_name", "Robin Mor")
    first = history.history(vault, shelf(), section.id, WORDS, "am_name")[-1]
    history.bring_back(vault, shelf(), section.id, first.number, LATER)
    assert lines_of(vault, section.id, "am_name")[:2] == [("Alex",), ("Robin Mor",)]


def test_an_item_comes_back_with_what_was_said_in_it(vault: Vault) -> None:
    typed = {"ad_refusals": [{"rfz_treatment": "ECT", "rfz_why": "Memory"}, {"rfz_treatment": "Lithium"}]}
    section = answer.put_all(vault, shelf(), "advance_decision", typed, NOW).section
    answer.remove_item(vault, shelf(), section.id, "ad_refusals", "1", NOW)
    (gone,) = history.items_taken_out(vault, shelf(), section.id, WORDS)
    assert (gone.item, gone.title) == ("1", "ECT")
    history.bring_item_back(vault, shelf(), section.id, "ad_refusals", "1", LATER)
    back = vault.section(section.id)
    assert [one.id for one in back.items("ad_refusals")] == ["2", "1"]
    assert back.value("ad_refusals.1.rfz_why") == "Memory"
    assert back.next_id("ad_refusals") == 3
    assert history.items_taken_out(vault, shelf(), section.id, WORDS) == ()
    with pytest.raises(UnknownItem):
        history.bring_item_back(vault, shelf(), section.id, "ad_refusals", "1", LATER)


def test_a_whole_entry_comes_back_as_it_stood(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "reflection", {"rf_changed_work": "A meeting"}, NOW).section
    answer.remove_section(vault, section.id)
    assert [one.section for one in history.entries_taken_out(vault, shelf(), WORDS)] == [section.id]
    assert history.bring_entry_back(vault, section.id).answers == section.answers
    assert history.entries_taken_out(vault, shelf(), WORDS) == ()


def test_what_comes_from_doing_is_shown_and_not_brought_back(vault: Vault) -> None:
    """A stop, or a signing, is done again if it is meant again."""
    from passport.actions.stop import stop

    typed = {"ad_refusals": [{"rfz_treatment": "ECT"}]}
    section = answer.put_all(vault, shelf(), "advance_decision", typed, NOW).section
    stop(vault, shelf(), section.id, NOW, None)
    stopped = history.history(vault, shelf(), section.id, WORDS, "doc_status")[0]
    assert not stopped.may_come_back
    with pytest.raises(FilledByDoing):
        history.bring_back(vault, shelf(), section.id, stopped.number, LATER)
    with pytest.raises(NothingBefore):
        history.bring_back(vault, shelf(), section.id, 999, LATER)


def test_whether_somebody_pushed_is_in_no_list(vault: Vault) -> None:
    section = answer.put_all(vault, shelf(), "advance_decision", {"doc_pressure": "yes"}, NOW).section
    assert history.history(vault, shelf(), section.id, WORDS) == ()


@given(names=st.lists(st.text(max_size=20), min_size=1, max_size=5), data=st.data())
def test_bringing_back_only_ever_adds(
    names: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    vault, _rows = make(tmp_path_factory.mktemp("before") / "record", PASSPHRASE, NOW)
    section = answer.start(vault, shelf(), "about_me", NOW.date())
    for name in names:
        answer.put(vault, shelf(), section.id, "am_name", name, NOW)
    before = vault.history(section.id)
    one = data.draw(st.sampled_from(before))
    history.bring_back(vault, shelf(), section.id, one.number, LATER)
    after = vault.history(section.id)
    assert after[: len(before)] == before
    assert after[-1].answer.words == one.answer.words
    vault.close()
