"""The index of words is written after a save, not with it: nothing that was saved is ever missing from what is found."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passport.errors import DiskGone, NoRoom
from passport.record.answers import Answer, Value
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.found import Index, stands_in, wanted_words
from passport.vault.vault import Vault
from tests.vault.test_refused_at_the_end import RefusesTheEnd

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
SECTION = "about_me-1"
MOST = 200


def an_answer(words: Value) -> Answer:
    return Answer(words, words, NOW)


def a_copy(number: int, holder: str) -> CopyGiven:
    day = date(2026, 1, 1)
    return CopyGiven(f"copy-{number}", holder, Audience.CARE, "0" * 16, 1, (SECTION,), (), "s", day, "", "d")


def a_vault(folder: Path) -> Vault:
    vault, _ = Vault.create(folder / "record", PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    return vault


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    vault = a_vault(tmp_path)
    vault.look_at_words()
    vault.put(SECTION, {"am_name": an_answer("Alex")})
    vault.catch_up_words()
    yield vault
    vault.close()


def places(vault: Vault, typed: str) -> list[str]:
    return [hit.place for hit in vault.find(typed, MOST)]


def in_the_index(vault: Vault) -> list[str]:
    return sorted(str(words) for (words,) in vault._rows.select("SELECT words FROM found"))


def killed(vault: Vault) -> Vault:
    """Opened anew after the program went without closing it."""
    vault._connection.close()
    vault.snapshot.let_go()
    return Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)


@pytest.fixture
def never_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Index, "make_again", no)


@pytest.mark.usefixtures("never_made_again")
def test_words_saved_a_moment_ago_are_found_without_making_all_of_it_again(vault: Vault) -> None:
    vault.put(SECTION, {"am_name": an_answer("Robin"), "am_known_as": an_answer("Rob")})
    assert in_the_index(vault) == ["Alex"]
    assert places(vault, "rob") == ["am_known_as", "am_name"] or places(vault, "rob") == [
        "am_name",
        "am_known_as",
    ]
    assert places(vault, "alex") == []
    assert in_the_index(vault) == ["Rob", "Robin"]


@pytest.mark.usefixtures("never_made_again")
def test_it_is_in_step_when_the_vault_has_closed(vault: Vault) -> None:
    vault.put(SECTION, {"am_name": an_answer("Robin")})
    vault.give_copy(a_copy(1, "Northside"), "care:1")
    vault.close()
    opened = Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)
    assert in_the_index(opened) == ["Northside", "Robin"]
    assert places(opened, "robin") == ["am_name"]
    opened.close()


def test_words_of_a_program_that_was_killed_are_found(vault: Vault) -> None:
    vault.put(SECTION, {"am_name": an_answer("Robin")})
    opened = killed(vault)
    assert in_the_index(opened) == ["Alex"]
    assert places(opened, "robin") == ["am_name"]
    assert places(opened, "alex") == []
    opened.close()


def test_where_there_is_no_room_they_are_looked_through_and_come_in_later(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise NoRoom

    vault.put(SECTION, {"am_name": an_answer("Robin")})
    with monkeypatch.context() as full:
        full.setattr("passport.vault.content_seal.ContentSeal.write", no_room)
        assert places(vault, "robin") == ["am_name"]
        assert places(vault, "alex") == []
    assert in_the_index(vault) == ["Alex"]
    assert places(vault, "robin") == ["am_name"]
    assert in_the_index(vault) == ["Robin"]


def test_very_many_at_once_are_found_too(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it is made again then, which is quicker."""
    monkeypatch.setattr("passport.vault.found._MANY", 1)
    vault.put(SECTION, {"am_name": an_answer("Robin"), "am_known_as": an_answer("Rob")})
    vault.catch_up_words()
    assert in_the_index(vault) == ["Rob", "Robin"]
    assert not vault._index.is_behind


@pytest.mark.parametrize("kept", [True, False])
def test_a_save_that_was_refused_at_its_end_is_found_if_it_stands(vault: Vault, kept: bool) -> None:
    vault._rows._connection = RefusesTheEnd(vault._rows._connection, kept=kept)
    with pytest.raises(DiskGone):
        vault.put(SECTION, {"am_name": an_answer("Robin")})
    assert places(vault, "robin") == (["am_name"] if kept else [])
    assert places(vault, "alex") == ([] if kept else ["am_name"])


def test_what_is_erased_before_it_was_in_the_index_never_comes_into_it(vault: Vault) -> None:
    vault.put(SECTION, {"am_known_as": an_answer("Robin")})
    vault.erase_answer(SECTION, "am_known_as", NOW)
    assert in_the_index(vault) == ["Alex"]
    assert places(vault, "robin") == []
    opened = killed(vault)
    assert in_the_index(opened) == ["Alex"]
    opened.close()


def test_an_erasing_that_had_no_room_leaves_all_words_to_be_found(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise NoRoom

    vault.put(SECTION, {"am_known_as": an_answer("Robin")})
    with monkeypatch.context() as full:
        full.setattr("passport.vault.content_seal.ContentSeal.write", no_room)
        with pytest.raises(NoRoom):
            vault.erase_answer(SECTION, "am_known_as", NOW)
    vault._forget_passport()
    assert places(vault, "robin") == ["am_known_as"]
    assert places(vault, "alex") == ["am_name"]


QUESTIONS = st.sampled_from(["am_name", "am_known_as", "list.1.what", "list.2.what"])
WORDS = st.sampled_from(["Alex", "Robin", "alex robin", "Zoë", "tea", ""])
NUMBER = st.integers(0, 2)
STEPS = st.one_of(
    st.tuples(st.just("put"), QUESTIONS, WORDS),
    st.tuples(st.just("items"), st.sampled_from([(), ("1",), ("1", "2"), ("2",)])),
    st.tuples(st.just("earlier"), QUESTIONS),
    st.tuples(
        st.sampled_from(["take_out", "bring_back", "look", "find", "find", "again", "killed", "backup"])
    ),
    st.tuples(st.just("give"), NUMBER, WORDS),
    st.tuples(st.sampled_from(["take_back", "file_out", "file_back", "erase_file"]), NUMBER),
    st.tuples(st.just("keep"), WORDS),
    st.tuples(st.just("erase"), QUESTIONS),
)


class Person:
    """Does one thing after another with a record."""

    def __init__(self, folder: Path) -> None:
        self.vault, self._folder = a_vault(folder), folder
        self._given: dict[int, Callable[[], None]] = {}
        self._ids = count()

    @property
    def _stands(self) -> bool:
        return self.vault.passport().section(SECTION) is not None

    def does(self, step: str, *given: Any) -> None:
        vault = self.vault
        if step in {"put", "items", "earlier", "erase"} and self._stands:
            self._answers(step, *given)
        elif step == "take_out" and self._stands:
            vault.remove_section(SECTION)
        elif step == "bring_back" and vault.taken_out():
            vault.bring_section_back(SECTION)
        elif step == "look":
            vault.look_at_words()
        elif step == "find":
            self.same_as_anew(anew=False)
        elif step in {"give", "take_back"}:
            self._copies(step, *given)
        elif step in {"keep", "file_out", "file_back", "erase_file"}:
            self._files(step, *given)
        elif step in {"again", "killed", "backup"}:
            self._opens(step)

    def _answers(self, step: str, *given: Any) -> None:
        vault = self.vault
        if step == "put":
            vault.put(SECTION, {given[0]: an_answer(given[1])})
        elif step == "items":
            vault.put(SECTION, {"list": an_answer(given[0])})
        elif step == "earlier":
            for one in vault.history(SECTION)[:3]:
                if one.place == given[0]:
                    vault.put(SECTION, {one.place: one.answer})
        else:
            vault.erase_answer(SECTION, given[0], NOW)

    def _copies(self, step: str, number: int, holder: str = "") -> None:
        if step == "take_back":
            self._given.pop(number, lambda: None)()
        elif number not in self._given:
            self._given[number] = self.vault.give_copy(a_copy(next(self._ids), holder), f"care:{number}")

    def _files(self, step: str, given: Any) -> None:
        if step == "keep":
            self.vault.keep_file([b"%PDF"], given, "application/pdf", NOW)
            return
        for one in self.vault.kept_files(removed=True)[given : given + 1]:
            if step == "erase_file":
                self.vault.erase_file(one.id)
            else:
                self.vault.take_file_out(one.id, back=step == "file_back")

    def _opens(self, step: str) -> None:
        self._given.clear()
        if step == "killed":
            self.vault = killed(self.vault)
            return
        if step == "backup":  # the files as they stand now, brought back to their place after more was done
            shutil.copytree(self.vault.folder, self._folder / "copy")
            self.does("put", "am_name", "after the backup")
        self.vault.close()
        if step == "backup":
            shutil.rmtree(self.vault.folder)
            shutil.move(self._folder / "copy", self.vault.folder)
        self.vault = Vault.open_with_passphrase(self.vault.folder, PASSPHRASE, NOW)

    def same_as_anew(self, *, anew: bool) -> None:
        """What is found is what looking through everything finds; and, asked so, what an index built anew finds."""
        vault = self.vault
        all_ = vault._index._all(vault.passport(), vault._other_words())
        hits = [hit for _number, hit in sorted(all_, key=lambda one: -one[0])]
        for typed in ("alex", "ro", "zoe", "tea", "after"):
            assert list(vault.find(typed, MOST)) == [
                one for one in hits if stands_in(wanted_words(typed), one.words)
            ]
        assert in_the_index(vault) == sorted(one.words for one in hits)
        if anew:
            before = vault._rows.select("SELECT rowid, section, place, words FROM found ORDER BY rowid")
            assert vault._index._agrees(vault.passport(), vault._other_words())
            vault._index.make_again(vault.passport(), vault._other_words())
            assert (
                vault._rows.select("SELECT rowid, section, place, words FROM found ORDER BY rowid") == before
            )


@given(steps=st.lists(STEPS, max_size=14))
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_the_same_is_found_as_by_an_index_built_anew(steps: list[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        person = Person(Path(folder))
        for step in steps:
            person.does(*step)
        person.same_as_anew(anew=True)
        person.vault.close()
