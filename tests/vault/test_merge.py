"""Two copies of one record, both changed: every word of both is there afterwards, and the person chose where they differ."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passport import errors
from passport.actions import back_up
from passport.actions.put_together import put_together
from passport.actions.unlock import Standing, unlock
from passport.record.answers import Answer
from passport.vault.backup import rolling
from passport.vault.merge import At, Merged, merge
from passport.vault.vault import Vault
from passport.wording.words import Words

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
WORDS = Words()
Edits = list[tuple[str, str]]
edits = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.text("xyz", min_size=1, max_size=3)), max_size=4
)


def put(vault: Vault, section: str, changes: Edits, minute: int) -> None:
    for number, (place, words) in enumerate(changes):
        at = NOW + timedelta(minutes=minute, seconds=number)
        vault.put(section, {place: Answer(words, words, at)})


def two(folder: Path, before: Edits, mine: Edits, theirs: Edits) -> tuple[Vault, Vault]:
    """One record, copied, and each copy changed."""
    vault, _ = Vault.create(folder / "a", PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date()).id
    put(vault, section, [("a", "begun"), *before], 0)
    vault.close()
    shutil.copytree(folder / "a", folder / "b")
    one, other = (Vault.open_with_passphrase(folder / name, PASSPHRASE, NOW) for name in "ab")
    put(one, section, mine, 10)
    put(other, section, theirs, 20)
    return one, other


def lines(vault: Vault, section: str = "about_me-1") -> set[tuple[str, str, datetime]]:
    return {(one.place, str(one.answer.words), one.answer.when) for one in vault.history(section)}


def stands(vault: Vault) -> dict[str, object]:
    return {place: one.words for place, one in vault.section("about_me-1").answers.items()}


def chosen(vault: Vault, other: Vault, pick: str) -> dict[At, bool]:
    """The smaller or the greater words: the same choice from either side."""
    choose = min if pick == "min" else max
    return {
        (one.section, one.place): choose(one.mine, one.theirs, key=lambda answer: str(answer.words))
        is one.theirs
        for one in merge(vault, other, {}).clashes
    }


@settings(max_examples=25)
@given(before=edits, mine=edits, theirs=edits, pick=st.sampled_from(["min", "max"]))
def test_a_merge_loses_no_word_is_the_same_either_way_and_twice_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, before: Edits, mine: Edits, theirs: Edits, pick: str
) -> None:
    folder = tmp_path_factory.mktemp("m")
    one, other = two(folder, before, mine, theirs)
    every = lines(one) | lines(other)
    for vault in (one, other):
        vault.close()
    shutil.copytree(folder / "a", folder / "c")
    shutil.copytree(folder / "b", folder / "d")
    a, b, c, d = (Vault.open_with_passphrase(folder / name, PASSPHRASE, NOW) for name in "abcd")
    merge(a, b, chosen(a, b, pick))
    merge(d, c, chosen(d, c, pick))
    assert lines(a) == lines(d) == every
    assert stands(a) == stands(d)
    after, counter = stands(a), a.counter
    assert merge(a, b, {}) == Merged(keys_differ=False)
    assert (stands(a), a.counter) == (after, counter)
    assert not merge(b, a, {}).clashes, "whoever has less takes what came out"
    assert stands(b) == after
    for vault in (a, b, c, d):
        vault.close()


def test_nothing_is_written_until_the_person_has_chosen(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [("a", "mine"), ("b", "only here")], [("a", "theirs")])
    before = lines(one)
    found = merge(one, other, {})
    assert [(clash.mine.words, clash.theirs.words) for clash in found.clashes] == [("mine", "theirs")]
    assert lines(one) == before
    merge(one, other, {("about_me-1", "a"): True})
    assert stands(one) == {"a": "theirs", "b": "only here"}
    for vault in (one, other):
        vault.close()


def test_a_stop_on_either_side_stands_whatever_was_written_later(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [], [])
    stopped = Answer({"status": "stopped", "on": "2026-11-23"}, "stop", NOW + timedelta(minutes=1))
    made = Answer({"status": "draft"}, "draft", NOW + timedelta(minutes=9))
    one.put("about_me-1", {"doc_status": made})
    other.put("about_me-1", {"doc_status": stopped})
    assert merge(one, other, {}).stops == (("about_me-1", "doc_status"),)
    assert one.section("about_me-1").stopped_on == "2026-11-23"
    for vault in (one, other):
        vault.close()


def test_new_entries_with_one_id_and_different_beginnings_are_both_kept(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [], [])
    for vault, words in ((one, "mine"), (other, "theirs")):
        put(vault, vault.add_section("contacts", 1, NOW.date()).id, [("x", words)], 30)
    merge(one, other, {})
    assert sorted(section.id for section in one.passport().sections) == [
        "about_me-1",
        "contacts-1",
        "contacts-2",
    ]
    assert one.section("contacts-2").answers["x"].words == "theirs"
    counter = one.counter
    merge(one, other, {})
    assert one.counter == counter
    for vault in (one, other):
        vault.close()


def test_a_link_to_an_entry_that_got_a_new_id_follows_it_and_its_title_stays(tmp_path: Path) -> None:
    """Also a link in an entry that comes before, in one that got a new id itself, and when it is done again."""
    one, other = two(tmp_path, [], [], [])
    at = NOW + timedelta(hours=1)
    for vault, name in ((one, "mine"), (other, "theirs")):
        contact = vault.add_section("contacts", 1, NOW.date()).id
        put(vault, contact, [("x", name)], 30)
        link = {"section": contact, "title": name}
        vault.put("about_me-1", {f"link_{name}": Answer(link, link, at)})
        reflection = vault.add_section("reflection", 1, NOW.date()).id
        vault.put(reflection, {"y": Answer(name, name, at), "link": Answer(link, link, at)})
    other.save_draft("contacts-1", "z", "half a word of theirs")
    merge(one, other, {})
    assert one.section("about_me-1").value("link_mine") == {"section": "contacts-1", "title": "mine"}
    assert one.section("about_me-1").value("link_theirs") == {"section": "contacts-2", "title": "theirs"}
    assert one.section("reflection-2").answers["link"].words == {"section": "contacts-2", "title": "theirs"}
    assert one.section("contacts-2").answers["x"].words == "theirs"
    assert (one.draft("contacts-1", "z"), one.draft("contacts-2", "z")) == (None, "half a word of theirs")
    counter = one.counter
    assert merge(one, other, {}) == Merged()
    assert one.counter == counter
    for vault in (one, other):
        vault.close()


def test_the_copy_that_was_merged_is_named_as_older_afterwards(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [("b", "1")], [("c", str(n)) for n in range(6)])
    merge(one, other, {})
    for vault in (one, other):
        vault.close()
    newest, older = (unlock(tmp_path / name, PASSPHRASE, NOW, tmp_path / "seen") for name in "ab")
    assert newest.copy.standing is Standing.NEWEST
    assert older.copy.standing is Standing.OLDER
    newest.vault.close()
    older.vault.close()


def test_items_with_one_id_that_began_apart_are_never_mixed(tmp_path: Path) -> None:
    """Two refusals, each the second of its copy: neither may get a word of the other."""
    one, other = two(tmp_path, [], [], [])
    for vault, name in ((one, "mine"), (other, "theirs")):
        at = NOW + timedelta(hours=1)
        ids = Answer(("1",), ("1",), at)
        vault.put(
            "about_me-1", {"l": ids, "l.1.what": Answer(name, name, at), f"l.1.{name}": Answer("x", "x", at)}
        )
    merge(one, other, {})
    section = one.section("about_me-1")
    assert section.value("l") == ("1", "2")
    assert section.answers["l.1.what"].words == "mine"
    assert section.answers["l.2.what"].words == "theirs"
    assert "l.1.theirs" not in section.answers
    counter = one.counter
    merge(one, other, {})
    assert one.counter == counter
    for vault in (one, other):
        vault.close()


def test_another_record_is_not_merged(tmp_path: Path) -> None:
    one, _ = Vault.create(tmp_path / "one", PASSPHRASE, NOW)
    other, _ = Vault.create(tmp_path / "other", PASSPHRASE, NOW)
    with pytest.raises(errors.BackupOfAnother):
        merge(one, other, {})
    for vault in (one, other):
        vault.close()


def test_kept_files_and_the_words_to_find_come_along(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [], [("b", "lighthouse")])
    kept = other.keep_file([b"a scan", b" of a page"], "scan.txt", "text/plain", NOW)
    gone = other.keep_file([b"another"], "other.txt", "text/plain", NOW)
    other.take_file_out(gone.id)
    merge(one, other, {})
    assert one.read_file(kept.id) == b"a scan of a page"
    assert [file.name for file in one.kept_files()] == ["scan.txt"]
    assert [hit.place for hit in one.find("lighthouse", 10)] == ["b"]
    assert merge(one, other, {}) == Merged()
    for vault in (one, other):
        vault.close()
    Vault.open_with_passphrase(tmp_path / "a", PASSPHRASE, NOW).close()


def test_one_of_our_own_backups_is_taken_before_they_are_put_together(tmp_path: Path) -> None:
    one, other = two(tmp_path, [], [("a", "mine")], [("b", "theirs")])
    other.close()
    put_together(one, tmp_path / "b", PASSPHRASE, {}, NOW)
    assert one.section("about_me-1").answers["b"].words == "theirs"
    one.close()
    (own,) = rolling(tmp_path / "a")
    back_up.restore(own, tmp_path / "before", PASSPHRASE, NOW)
    before = Vault.open_with_passphrase(tmp_path / "before", PASSPHRASE, NOW)
    assert [*before.section("about_me-1").answers] == ["a"]
    before.close()
