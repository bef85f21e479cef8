"""What was erased for good in one of two copies stays erased when they are put together, whichever way round, and no word is kept for it."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.goals.erasing import decrypted
from passport.actions import back_up
from passport.actions.erase import What, erase
from passport.actions.put_together import put_together, told
from passport.errors import VaultMixed
from passport.forms.shelf import shelf
from passport.record.answers import Answer, Value
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault import migrations
from passport.vault.backup import rolling
from passport.vault.erased import mark
from passport.vault.merge import Merged, merge
from passport.vault.vault import Vault
from passport.wording.words import Words

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
WORDS = Words()
ME = "about_me-1"
CANARY = "qzxwords"


def said(words: Value, minute: int = 0) -> Answer:
    return Answer(words, words, NOW + timedelta(minutes=minute))


def opens(folder: Path) -> Vault:
    return Vault.open_with_passphrase(folder, PASSPHRASE, NOW)


def fork(vault: Vault, folder: Path) -> tuple[Vault, Vault]:
    """The record, and a copy of it, both open."""
    place = vault.folder
    vault.close()
    shutil.copytree(place, folder / "b")
    return opens(place), opens(folder / "b")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault, _ = Vault.create(tmp_path / "a", PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    vault.put(ME, {"kept": said("stays"), "place": said(CANARY)})
    return vault


def on_a_page(vault: Vault, words: str = CANARY) -> bool:
    """Whether any page of it holds the words, once decrypted."""
    return words.encode() in decrypted(vault.folder, vault._data_key.key)


def whole(vault: Vault) -> Vault:
    """Closed and opened again: every check passes."""
    vault.close()
    return opens(vault.folder)


def close(*vaults: Vault) -> None:
    for one in vaults:
        one.close()


def test_an_answer_erased_here_stays_erased_and_it_is_told(vault: Vault, tmp_path: Path) -> None:
    one, other = fork(vault, tmp_path)
    one.erase_answer(ME, "place", NOW)
    other.put(ME, {"b": said("lighthouse", 5)})
    found = merge(one, other, {})
    assert (found.answers, found.stay_erased, found.erased) == (1, 1, 0)
    assert {*one.section(ME).answers} == {"kept", "b"}
    one = whole(one)
    assert not on_a_page(one)
    assert WORDS("together.stay_erased", count=1) in list(told(one, shelf(), found, WORDS))
    counter = one.counter
    assert merge(one, other, {}) == Merged(stay_erased=1)
    assert one.counter == counter
    close(whole(one), other)


def test_an_answer_erased_in_the_other_copy_goes_from_here_and_from_our_own_backups(
    vault: Vault, tmp_path: Path
) -> None:
    one, other = fork(vault, tmp_path)
    one.roll(NOW)
    before = {file.read_bytes() for file in rolling(one.folder)}
    other.erase_answer(ME, "place", NOW)
    other.close()
    found = put_together(one, tmp_path / "b", PASSPHRASE, {}, NOW)
    assert (found.erased, found.anew, found.backups_gone) == (1, True, True)
    assert {*one.section(ME).answers} == {"kept"}
    one = whole(one)
    assert not on_a_page(one)
    assert one.find(CANARY, 5) == ()
    (own,) = rolling(one.folder)
    assert own.read_bytes() not in before
    lines = list(told(one, shelf(), found, WORDS))
    assert WORDS("together.erased_too", count=1) in lines
    assert WORDS("together.nothing") not in lines
    close(whole(one))


def test_nothing_is_erased_while_a_choice_is_open(vault: Vault, tmp_path: Path) -> None:
    one, other = fork(vault, tmp_path)
    other.erase_answer(ME, "place", NOW)
    for copy, words in ((one, "mine"), (other, "theirs")):
        copy.put(ME, {"kept": said(words, 9)})
    assert merge(one, other, {}).clashes
    assert one.section(ME).value("place") == CANARY
    merge(one, other, {(ME, "kept"): True})
    assert {place: each.words for place, each in one.section(ME).answers.items()} == {"kept": "theirs"}
    close(one, other)


@pytest.mark.parametrize("way", ["here", "there"])
def test_words_written_at_the_same_place_since_come_along(vault: Vault, tmp_path: Path, way: str) -> None:
    one, other = fork(vault, tmp_path)
    one.erase_answer(ME, "place", NOW)
    other.put(ME, {"place": said("written later", 5)})
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    assert [line.answer.words for line in into.history(ME) if line.place == "place"] == ["written later"]
    close(one, other)


@pytest.mark.parametrize("way", ["here", "there"])
def test_an_erased_item_stays_out_of_a_list_that_both_changed(vault: Vault, tmp_path: Path, way: str) -> None:
    """Both items were saved in one go: what stays has the same time as what went."""
    both = {"l": said(("1", "2")), "l.1.what": said("tea"), "l.2.what": said(CANARY)}
    vault.put(ME, both)
    one, other = fork(vault, tmp_path)
    one.erase_item(ME, "l", "2", NOW + timedelta(minutes=3))
    other.put(ME, {"l": said(("1", "2", "3"), 4), "l.3.what": said("soup", 4)})
    into, out_of = (one, other) if way == "here" else (other, one)
    assert not merge(into, out_of, {}).clashes
    section = into.section(ME)
    assert section.value("l") == ("1", "3")
    assert [section.value(f"l.{n}.what") for n in (1, 3)] == ["tea", "soup"]
    into.erase_answer(ME, "place", NOW)
    into = whole(into)
    assert not on_a_page(into)
    close(whole(into), out_of)


@pytest.mark.parametrize("way", ["here", "there"])
def test_an_item_of_which_a_part_was_erased_is_still_one_item(vault: Vault, tmp_path: Path, way: str) -> None:
    vault.put(ME, {"l": said(("1",)), "l.1.what": said(CANARY)})
    one, other = fork(vault, tmp_path)
    one.put(ME, {"l.1.mine": said("m", 2)})
    one.erase_answer(ME, "l.1.what", NOW)
    other.put(ME, {"l.1.theirs": said("t", 3)})
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    section = into.section(ME)
    assert section.value("l") == ("1",)
    assert (section.value("l.1.mine"), section.value("l.1.theirs")) == ("m", "t")
    close(one, other)


@pytest.mark.parametrize("way", ["here", "there"])
def test_an_entry_goes_with_its_files_half_typed_words_and_chosen_words(
    vault: Vault, tmp_path: Path, way: str
) -> None:
    entry = vault.add_section("reflection", 1, NOW.date()).id
    vault.put(entry, {"x": said(CANARY), "y": said(f"{CANARY} too")})
    vault.save_draft(entry, "x", f"half {CANARY}")
    vault.keep("carry_on", f"{entry} {CANARY}")
    vault.keep_file([CANARY.encode() * 9000], f"{CANARY}.txt", "text/plain", NOW, entry)
    vault.erase_answer(ME, "place", NOW)
    one, other = fork(vault, tmp_path)
    other.keep("chosen letter", {"boxes": {"a": (CANARY,)}, "from": (f"{entry} x",)})
    one.erase_section(entry, NOW + timedelta(days=1))
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    assert into.passport().section(entry) is None
    assert into.taken_out() == ()
    assert (into.history(entry), into.drafts(entry), into.kept_files(removed=True)) == ((), (), ())
    assert into.kept("chosen letter") is None
    into = whole(into)
    assert not on_a_page(into)
    rows = into._rows.select("SELECT removed, made_on FROM sections WHERE id = ?", entry)
    assert rows == [(1, (NOW + timedelta(days=1)).date().isoformat())]
    close(whole(into), out_of)


@pytest.mark.parametrize("way", ["here", "there"])
def test_an_erased_entry_in_which_the_other_copy_wrote_since_has_those_words_alone(
    vault: Vault, tmp_path: Path, way: str
) -> None:
    entry = vault.add_section("reflection", 1, NOW.date()).id
    vault.put(entry, {"x": said(CANARY)})
    one, other = fork(vault, tmp_path)
    one.erase_section(entry, NOW)
    other.put(entry, {"y": said("written later", 5)})
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    assert {place: each.words for place, each in into.section(entry).answers.items()} == {
        "y": "written later"
    }
    close(one, other)


@pytest.mark.parametrize("way", ["here", "there"])
def test_a_name_erased_from_the_register_goes_and_the_line_stays(
    vault: Vault, tmp_path: Path, way: str
) -> None:
    copy = CopyGiven(
        "c1", f"Ward {CANARY}", Audience.CARE, "0" * 16, 3, (), (), "s", date(2026, 1, 1), "why", "d"
    )
    vault.give_copy(copy, "care:1")
    vault.erase_answer(ME, "place", NOW)
    one, other = fork(vault, tmp_path)
    one.erase_copy_words("c1", "Somebody")
    other.give_copy(replace(copy, id="c2", holder="Northside"), "care:1")
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    assert {(line.id, line.holder, line.reason) for line in into.passport().copies} == {
        ("c1", "Somebody", ""),
        ("c2", "Northside", "why"),
    }
    into = whole(into)
    assert not on_a_page(into)
    close(whole(into), out_of)


@pytest.mark.parametrize("way", ["here", "there"])
def test_half_typed_words_stay_erased_and_those_typed_since_come_along(
    vault: Vault, tmp_path: Path, way: str
) -> None:
    vault.save_draft(ME, "p", f"half {CANARY}")
    vault.save_draft(ME, "q", f"half {CANARY}")
    vault.erase_answer(ME, "place", NOW)
    one, other = fork(vault, tmp_path)
    for place in ("p", "q"):
        one.erase_answer(ME, place, NOW)
    other.save_draft(ME, "q", "half of something else")
    into, out_of = (one, other) if way == "here" else (other, one)
    merge(into, out_of, {})
    assert (into.draft(ME, "p"), into.draft(ME, "q")) == (None, "half of something else")
    into = whole(into)
    assert not on_a_page(into)
    close(whole(into), out_of)


def test_half_typed_words_that_came_along_and_are_then_erased_stay_away(vault: Vault, tmp_path: Path) -> None:
    one, other = fork(vault, tmp_path)
    other.save_draft(ME, "p", "half")
    merge(one, other, {})
    one.erase_answer(ME, "p", NOW)
    merge(one, other, {})
    assert one.draft(ME, "p") is None
    merge(other, one, {})
    assert other.draft(ME, "p") is None
    close(one, other)


def test_a_backup_from_before_does_not_bring_it_back(vault: Vault, tmp_path: Path) -> None:
    back_up.back_up(vault, tmp_path, NOW)
    (backup,) = tmp_path.glob("*.passport")
    vault.erase_answer(ME, "place", NOW)
    found = put_together(vault, backup, PASSPHRASE, {}, NOW)
    assert {*vault.section(ME).answers} == {"kept"}
    assert WORDS("together.stay_erased", count=1) in list(told(vault, shelf(), found, WORDS))
    vault.close()


@pytest.mark.parametrize("way", ["here", "there"])
def test_an_entry_that_got_a_new_id_and_was_then_erased_stays_erased(
    vault: Vault, tmp_path: Path, way: str
) -> None:
    """Two copies each began a first contact; here the other's is the second. It is erased in either, and they meet again."""
    one, other = fork(vault, tmp_path)
    for minute, (copy, words) in enumerate(((one, "mine"), (other, "theirs")), 1):
        contact = copy.add_section("contacts", 1, NOW.date()).id
        copy.put(contact, {"x": said(words, minute)})
        copy.put(contact, {"y": said(f"{words} too", minute + 7)})
    merge(one, other, {})
    assert one.section("contacts-2").value("x") == "theirs"
    if way == "here":
        one.erase_section("contacts-2", NOW)
    else:
        other.erase_section("contacts-1", NOW)
    merge(one, other, {})
    assert [section.id for section in one.passport().sections] == [ME, "contacts-1"]
    assert one.section("contacts-1").value("x") == "mine"
    close(one, other)


def test_a_part_of_an_entry_that_got_a_new_id_stays_erased(vault: Vault, tmp_path: Path) -> None:
    one, other = fork(vault, tmp_path)
    for minute, (copy, words) in enumerate(((one, "mine"), (other, "theirs")), 1):
        contact = copy.add_section("contacts", 1, NOW.date()).id
        copy.put(contact, {"l": said(("1",), minute), "l.1.x": said(words, minute)})
        copy.put(contact, {"y": said(f"{words} too", minute + 7)})
    merge(one, other, {})
    one.erase_answer("contacts-2", "l.1.x", NOW)
    counter = one.counter
    merge(one, other, {})
    assert sorted(section.id for section in one.passport().sections) == [ME, "contacts-1", "contacts-2"]
    assert "theirs" not in {str(line.answer.words) for line in one.history("contacts-2")}
    assert one.counter == counter
    close(one, other)


def test_an_item_that_got_a_new_id_stays_erased(vault: Vault, tmp_path: Path) -> None:
    one, other = fork(vault, tmp_path)
    for minute, (copy, words) in enumerate(((one, "mine"), (other, "theirs")), 1):
        copy.put(ME, {"l": said(("1",), minute), "l.1.x": said(words, minute), "l.1.y": said("y", minute)})
    merge(one, other, {})
    assert one.section(ME).value("l.2.x") == "theirs"
    one.erase_item(ME, "l", "2", NOW + timedelta(minutes=9))
    merge(one, other, {})
    assert one.section(ME).value("l") == ("1",)
    assert "theirs" not in {str(line.answer.words) for line in one.history(ME)}
    close(one, other)


def test_a_third_copy_is_told_by_either(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "c")
    one, other = fork(opens(vault.folder), tmp_path)
    third = opens(tmp_path / "c")
    one.erase_answer(ME, "place", NOW)
    merge(other, one, {})
    merge(third, other, {})
    assert {*third.section(ME).answers} == {"kept"}
    close(one, other, third)


def test_a_mark_is_made_of_no_word(tmp_path: Path) -> None:
    """Two records with one key say other words at one place and time, and erase them: not a byte of the marks differs."""
    kept = []
    for name, words in (("a", "yes"), ("b", "something else altogether")):
        vault, _ = Vault.create(tmp_path / name, PASSPHRASE, NOW)
        vault._seal._key = bytes(32)
        vault.add_section("about_me", 1, NOW.date())
        vault.put(ME, {"place": said(words)})
        vault.erase_answer(ME, "place", NOW)
        kept.append(vault._rows.select("SELECT mark FROM erased ORDER BY mark"))
        vault.close()
    assert kept[0] == kept[1] != []


def test_the_mark_is_as_the_page_says() -> None:
    """docs/formats/vault-folder.md."""
    assert mark(bytes(range(32)), "file", "00112233").hex() == "d47eb53fe063234855f028e8a522c2e0"


def test_a_record_of_format_2_keeps_its_half_typed_words_and_takes_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as old:
        old.setattr(migrations, "STEPS", migrations.STEPS[:2])
        old.setattr(migrations, "FORMAT", 2)
        vault, _ = Vault.create(tmp_path / "a", PASSPHRASE, NOW)
        vault.add_section("about_me", 1, NOW.date())
        vault.put(ME, {"place": said(CANARY)})
        vault.save_draft(ME, "p", "half")
        assert not vault._rows.has("erased")
        vault.close()
    opened = whole(whole(opens(tmp_path / "a")))
    assert migrations.format_of(opened._connection) == migrations.FORMAT == 3
    assert opened.draft(ME, "p") == "half"
    one, other = fork(opened, tmp_path)
    one.erase_answer(ME, "place", NOW)
    merge(one, other, {})
    assert {*one.section(ME).answers} == set()
    close(whole(one), other)


def test_an_erased_name_is_erased_by_hand_as_before_and_the_marks_count_in_the_seal(
    vault: Vault, tmp_path: Path
) -> None:
    erase(vault, shelf(), What(ME, "place"), NOW, WORDS)
    opened = whole(vault)
    opened._connection.execute("DELETE FROM erased")
    opened.close()
    with pytest.raises(VaultMixed):
        opens(tmp_path / "a")


PLACES = ("a", "b", "l.1.x", "l.2.x")
saves = st.lists(st.tuples(st.sampled_from(PLACES), st.text("xyz", min_size=1, max_size=3)), max_size=4)
erasures = st.lists(st.sampled_from(PLACES), max_size=2, unique=True)


@settings(max_examples=8)
@given(before=st.lists(saves, max_size=3), mine=saves, theirs=saves, gone_mine=erasures, gone_theirs=erasures)
def test_what_was_erased_is_in_neither_and_all_else_is_in_both(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[list[tuple[str, str]]],
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    gone_mine: list[str],
    gone_theirs: list[str],
) -> None:
    """Some of them saved in one go; either way round; and again."""
    folder = tmp_path_factory.mktemp("m")
    vault, _ = Vault.create(folder / "a", PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    vault.put(ME, {"l": said(("1", "2")), "l.1.kept": said("one"), "l.2.kept": said("two")})
    for minute, together in enumerate(before, 1):
        vault.put(ME, {place: said(f"{place} {words} {minute}.", minute) for place, words in together})
    one, other = fork(vault, folder)
    erased: set[tuple[str, object, datetime]] = set()
    for copy, saved, gone, minute in ((one, mine, gone_mine, 10), (other, theirs, gone_theirs, 20)):
        for number, place in enumerate(gone):
            erased |= {line for line in lines(copy) if line[0] == place and line[1] is not None}
            copy.erase_answer(ME, place, NOW + timedelta(minutes=minute + number))
        for number, (place, words) in enumerate(saved, 5):
            copy.put(ME, {place: said(f"{place} {words} {minute}{number}.", minute + number)})
    every = (lines(one) | lines(other)) - erased
    close(one, other)
    for name, new in (("a", "c"), ("b", "d")):
        shutil.copytree(folder / name, folder / new)
    a, b, c, d = (opens(folder / name) for name in "abcd")
    for into, out_of in ((a, b), (d, c)):
        merge(into, out_of, chosen(into, out_of))
        assert lines(into) == every
    a, d = whole(a), whole(d)
    assert not [words for _p, words, _w in erased if on_a_page(a, str(words)) or on_a_page(d, str(words))]
    assert a.section(ME).answers == d.section(ME).answers
    counter = a.counter
    assert not merge(a, b, {}).answers
    assert a.counter == counter
    close(a, b, c, d)


def lines(vault: Vault) -> set[tuple[str, object, datetime]]:
    return {(one.place, one.answer.words, one.answer.when) for one in vault.history(ME)}


def chosen(vault: Vault, other: Vault) -> dict[tuple[str, str], bool]:
    """The greater words, the same choice from either side."""
    return {
        (one.section, one.place): str(one.theirs.words) > str(one.mine.words)
        for one in merge(vault, other, {}).clashes
    }
