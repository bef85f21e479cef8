"""The vault: what is saved is on disk, encrypted, whole, and only for who has the key."""

import json
import os
import resource
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport import errors
from passport.keys import passphrase as stretching
from passport.record.answers import Answer, Value
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault import content_seal
from passport.vault.folder import DATABASE, KEYS
from passport.vault.migrations import FORMAT
from passport.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
CANARY = "canary-7f3a"


def an_answer(words: Value) -> Answer:
    return Answer(words, words, NOW)


def a_copy(number: int = 1) -> CopyGiven:
    return CopyGiven(
        f"copy-{number}",
        "Northside",
        Audience.CARE,
        "0" * 16,
        1,
        ("about_me-1",),
        (("about_me-1", "am_dob"),),
        "s",
        date(2026, 1, 1),
        "why",
        "d",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed vault with some answers in it."""
    folder = tmp_path / "record"
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault.put(section.id, {"am_name": an_answer("Alex"), "am_important": an_answer(f"{CANARY} " * 400)})
    vault.put(section.id, {"am_name": an_answer("Alex Morgan")})
    vault.close()
    return folder


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    return Vault.open_with_passphrase(folder, passphrase, NOW)


def test_what_is_saved_is_there_after_closing(folder: Path) -> None:
    vault = opened(folder)
    section = vault.section("about_me-1")
    assert section.value("am_name") == "Alex Morgan"
    assert [
        revision.answer.value for revision in vault.history("about_me-1") if revision.place == "am_name"
    ] == [
        "Alex",
        "Alex Morgan",
    ]
    assert vault.last_opened is not None
    vault.close()


def test_a_save_is_on_disk_before_it_returns(tmp_path: Path) -> None:
    """A second program, killed without a word after the save, leaves the answer there."""
    program = f"""
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from passport.keys import passphrase
passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
passphrase.settings_here = lambda: passphrase.CHEAPEST
from passport.record.answers import Answer
from passport.vault.vault import Vault
now = datetime.now(UTC)
vault, _ = Vault.create(Path({str(tmp_path / "record")!r}), {PASSPHRASE!r}, now)
section = vault.add_section("about_me", 1, now.date())
vault.put(section.id, {{"am_name": Answer("Alex", "Alex", now)}})
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == -9
    vault = opened(tmp_path / "record")
    assert vault.section("about_me-1").value("am_name") == "Alex"
    vault.close()


@given(
    answers=st.dictionaries(
        st.sampled_from(["a", "b", "c.1.d"]),
        st.text(max_size=60) | st.lists(st.text(max_size=8)).map(tuple),
        max_size=3,
    )
)
def test_whatever_is_put_in_comes_out_word_for_word(
    tmp_path_factory: pytest.TempPathFactory, answers: dict[str, Value]
) -> None:
    folder = tmp_path_factory.mktemp("v") / "record"
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault.put(section.id, {place: an_answer(words) for place, words in answers.items()})
    before = vault.passport()
    vault.close()
    vault = opened(folder)
    assert vault.passport() == before
    vault.close()


def test_two_answers_are_saved_together_or_not_at_all(folder: Path) -> None:
    vault = opened(folder)
    with pytest.raises(TypeError):
        vault.put("about_me-1", {"am_known_as": an_answer("Al"), "am_dob": Answer(object(), "", NOW)})  # type: ignore[arg-type]  # a mistake of ours
    vault.close()
    vault = opened(folder)
    assert vault.section("about_me-1").value("am_known_as") is None
    vault.close()


def test_taking_out_a_section_keeps_its_history_and_its_id_is_not_used_again(folder: Path) -> None:
    vault = opened(folder)
    vault.remove_section("about_me-1")
    assert vault.passport().sections == ()
    assert vault.history("about_me-1")
    assert vault.add_section("about_me", 1, NOW.date()).id == "about_me-2"
    vault.close()
    opened(folder).close()


def test_drafts_and_small_things_are_kept_and_an_answer_ends_its_draft(folder: Path) -> None:
    vault = opened(folder)
    vault.save_draft("about_me-1", "am_known_as", "A")
    vault.keep("carry_on", "about_me-1 am_known_as")
    vault.close()
    vault = opened(folder)
    assert vault.draft("about_me-1", "am_known_as") == "A"
    assert vault.kept("carry_on") == "about_me-1 am_known_as"
    vault.put("about_me-1", {"am_known_as": an_answer("Al")})
    assert vault.draft("about_me-1", "am_known_as") is None
    vault.close()


def test_a_copy_is_in_the_register_and_can_be_taken_back(folder: Path) -> None:
    vault = opened(folder)
    assert vault.next_document("care", "s1")[1] == 1
    vault.give_copy(a_copy(), "care")
    assert vault.next_document("care", "s") == ("0" * 16, 1)
    assert vault.next_document("care", "other") == ("0" * 16, 2)
    take_back = vault.give_copy(a_copy(2), "care")
    take_back()
    assert [copy.id for copy in vault.passport().copies] == ["copy-1"]
    vault.close()
    vault = opened(folder)
    assert vault.passport().copies == (a_copy(),)
    vault.close()


def test_what_is_kept_with_a_copy_is_kept_or_not_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One transaction: a copy in the register without what belongs to it is not to be had, nor the other way round."""
    vault = opened(folder)
    assert vault.passport().copies == ()
    vault.give_copy(a_copy(), "care", keeps={"pages about_me-1": (5,)})
    assert vault.kept("pages about_me-1") == (5,)
    assert vault.passport().copies == (a_copy(),)

    def full_disk(name: str, value: Value) -> None:
        raise errors.NoRoom

    with monkeypatch.context() as patched:
        patched.setattr(vault, "keep", full_disk)
        with pytest.raises(errors.NoRoom):
            vault.give_copy(a_copy(2), "care", keeps={"pages about_me-1": (6,)})
    assert vault.passport().copies == (a_copy(),)
    vault.close()
    vault = opened(folder)
    assert vault.passport().copies == (a_copy(),)
    assert vault.kept("pages about_me-1") == (5,)
    vault.close()


def test_each_side_of_the_wall_has_its_own_key(folder: Path) -> None:
    vault = opened(folder)
    keys = {vault.identity(side).public.compressed for side in (Audience.CARE, Audience.INVOLVEMENT)}
    assert len(keys) == 2
    vault.close()


# Opening


def test_the_wrong_passphrase_opens_nothing(folder: Path) -> None:
    with pytest.raises(errors.WrongPassphrase):
        opened(folder, PASSPHRASE + " ")


def test_recovery_words_open_it_and_a_slip_is_found_in_its_row(tmp_path: Path) -> None:
    vault, rows = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    vault.close()
    typed = [" ".join(row).upper() for row in rows]
    vault = Vault.open_with_recovery_words(tmp_path / "record", typed, NOW)
    vault.close()
    slipped = [*typed[:2], typed[2].replace(typed[2].split()[1], "zoom"), typed[3]]
    with pytest.raises(errors.WrongRecoveryWords) as error:
        Vault.open_with_recovery_words(tmp_path / "record", slipped, NOW)
    assert error.value.fields["row"] == 3


def test_a_new_passphrase_means_a_new_data_key_and_the_old_one_is_gone(folder: Path) -> None:
    old_keys = (folder / KEYS).read_bytes()
    vault = opened(folder)
    vault.change_passphrase("another long passphrase altogether")
    vault.put("about_me-1", {"am_name": an_answer("A. Morgan")})
    vault.close()
    with pytest.raises(errors.WrongPassphrase):
        opened(folder)
    vault = opened(folder, "another long passphrase altogether")
    assert vault.section("about_me-1").value("am_name") == "A. Morgan"
    vault.close()
    (folder / KEYS).write_bytes(old_keys)
    with pytest.raises(errors.KeysOfAnother):
        opened(folder)


def test_a_change_of_passphrase_cut_off_before_the_rewrite_still_opens(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = opened(folder)
    before = (folder / DATABASE).read_bytes()
    writes: list[bytes] = []
    monkeypatch.setattr("passport.vault.change_keys.write_whole", lambda _path, data: writes.append(data))
    vault.change_passphrase("another long passphrase altogether")
    vault.close()
    after = (folder / DATABASE).read_bytes()
    for keys, database in ((writes[0], before), (writes[0], after), (writes[1], after)):
        (folder / KEYS).write_bytes(keys)
        (folder / DATABASE).write_bytes(database)
        opened(folder, "another long passphrase altogether").close()


def test_a_second_window_is_told_at_once(folder: Path) -> None:
    vault = opened(folder)
    with pytest.raises(errors.VaultInUse):
        opened(folder)
    vault.close()


OPENS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from passport import errors
from passport.keys import passphrase
from passport.vault.vault import Vault
passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
try:
    vault = Vault.open_with_passphrase(Path(sys.argv[1]), sys.argv[2], datetime.now(UTC))
    print("open", flush=True)
    sys.stdin.readline()
except errors.VaultError as error:
    print(type(error).__name__, flush=True)
"""


@pytest.mark.parametrize("made", ["opened", "created"])
def test_a_second_window_in_another_process_is_told_and_harms_nothing(tmp_path: Path, made: str) -> None:
    """POSIX: a process that closes any handle on a file gives up all its locks on it (fcntl(2))."""
    folder = tmp_path / "two"
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date()).id
    if made == "opened":
        vault.close()
        vault = opened(folder)
    for number in range(3):
        second = subprocess.run(
            [sys.executable, "-c", OPENS, str(folder), PASSPHRASE], capture_output=True, text=True, check=True
        )
        assert second.stdout.strip() == "VaultInUse"
        vault.put(section, {"am_name": an_answer(f"Alex {number}")})
    vault.close()
    again = opened(folder)
    assert again.section(section).value("am_name") == "Alex 2"
    again.close()


@pytest.mark.parametrize("room", [0, 4096, 20_000])
def test_a_record_that_could_not_be_made_whole_leaves_nothing(tmp_path: Path, room: int) -> None:
    folder = tmp_path / "new"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(errors.VaultError):
            Vault.create(folder, PASSPHRASE, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not folder.exists()
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    vault.close()


def test_an_older_copy_has_a_lower_counter(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("older"))
    vault = opened(folder)
    for _ in range(3):
        vault.put("about_me-1", {"am_name": an_answer("Alex")})
    newest = vault.counter
    vault.close()
    older = opened(folder.with_name("older"))
    assert older.id == vault.id
    assert older.counter < newest
    older.close()


# What stops us, each with its own name


def spoil_keys(folder: Path, **changes: object) -> None:
    plain = json.loads((folder / KEYS).read_text())
    plain["slots"][0]["settings"].update(changes)
    (folder / KEYS).write_text(json.dumps(plain))


def test_a_folder_that_holds_no_record_is_named(tmp_path: Path) -> None:
    for path, error in (
        (tmp_path / "nowhere", errors.NoVaultHere),
        (tmp_path / "empty", errors.NoVaultHere),
        (tmp_path / "file", errors.NotAVault),
        (tmp_path / "other", errors.NotAVault),
    ):
        if path.name in {"empty", "other"}:
            path.mkdir()
        if path.name == "other":
            (path / "holiday.jpg").write_bytes(b"x")
        if path.name == "file":
            path.write_bytes(b"x")
        with pytest.raises(error):
            opened(path)


def test_a_new_record_never_lands_on_one_that_is_there(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(errors.VaultExists):
        Vault.create(folder, PASSPHRASE, NOW)
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(errors.NotAVault):
        Vault.create(tmp_path / "file", PASSPHRASE, NOW)
    with pytest.raises(errors.WeakPassphrase):
        Vault.create(tmp_path / "weak", "password1", NOW)
    assert not (tmp_path / "weak").exists()


def test_an_empty_file_is_not_an_empty_record(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")
    with pytest.raises(errors.VaultEmpty):
        opened(folder)


def test_a_missing_or_spoilt_key_file_is_named(folder: Path) -> None:
    whole = (folder / KEYS).read_bytes()
    for spoilt in (
        b"",
        b"{}",
        b"\xff",
        whole[:-9],
        whole.replace(b'"kind"', b'"kind": 1, "kind"', 1),
        b"[" * 70_000,
        b"[" * 9000,
    ):
        (folder / KEYS).write_bytes(spoilt)
        with pytest.raises(errors.KeysDamaged):
            opened(folder)
    (folder / KEYS).unlink()
    with pytest.raises(errors.KeysMissing):
        opened(folder)


def test_a_link_in_place_of_a_file_is_not_followed(folder: Path) -> None:
    (folder / DATABASE).rename(folder / "elsewhere")
    (folder / DATABASE).symlink_to(folder / "elsewhere")
    with pytest.raises(errors.NotAVault):
        opened(folder)


@pytest.mark.parametrize(
    "changes",
    [{"memory_kib": 19_456}, {"passes": 1}, {"memory_kib": 4 * 1024 * 1024}, {"passes": 1000}, {"lanes": 0}],
)
def test_edited_key_settings_are_refused_whether_weaker_or_ruinous(
    folder: Path, changes: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_keys(folder, **{"memory_kib": 65_536, "passes": 3, "lanes": 4, **changes})
    monkeypatch.undo()
    with pytest.raises(errors.KeySettingsRefused):
        opened(folder)


def test_key_settings_edited_within_the_bounds_do_not_open_it_either(folder: Path) -> None:
    spoil_keys(folder, passes=2)
    with pytest.raises(errors.WrongPassphrase):
        opened(folder)


def test_outside_tests_the_cheapest_settings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with pytest.raises(errors.KeySettingsRefused):
        stretching.stretch("x", b"0" * 16, stretching.CHEAPEST)


@pytest.mark.parametrize("settings", [stretching.PERSON, stretching.SMALL])
def test_what_we_make_for_people_is_within_our_own_bounds(settings: stretching.Settings) -> None:
    assert stretching.Bounds(
        stretching.Settings(65_536, 3, 1), stretching.Settings(1024 * 1024, 20, 16)
    ).allow(settings)


def test_little_memory_means_less_memory_and_more_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert stretching.settings_here(lambda: 500 * 1024) == stretching.SMALL
    assert stretching.settings_here(lambda: 4096 * 1024) == stretching.PERSON


def test_a_newer_format_is_named(folder: Path) -> None:
    plain = json.loads((folder / KEYS).read_text())
    (folder / KEYS).write_text(json.dumps({**plain, "format": 3}))
    with pytest.raises(errors.NewerFormat):
        opened(folder)
    (folder / KEYS).write_text(json.dumps(plain))
    vault = opened(folder)
    vault._connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    vault.close()
    with pytest.raises(errors.NewerFormat):
        opened(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_we_may_not_write_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(errors.NoPermission):
        Vault.create(tmp_path / "closed" / "record", PASSPHRASE, NOW)


def test_a_full_disk_loses_nothing_that_was_saved(folder: Path) -> None:
    """A child with a limit on file size, for a test may not fill the disk."""
    program = f"""
import resource, signal
from datetime import UTC, datetime
from pathlib import Path
from passport.keys import passphrase
passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
from passport.errors import NoRoom
from passport.record.answers import Answer
from passport.vault.vault import Vault
now = datetime.now(UTC)
vault = Vault.open_with_passphrase(Path({str(folder)!r}), {PASSPHRASE!r}, now)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = (Path({str(folder)!r}) / "vault.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, size + 4096))
try:
    vault.put("about_me-1", {{"am_name": Answer("x" * 200_000, "x" * 200_000, now)}})
except NoRoom:
    print("told", vault.section("about_me-1").value("am_name"))
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "told Alex Morgan"
    assert done.stderr == ""
    vault = opened(folder)
    assert vault.section("about_me-1").value("am_name") == "Alex Morgan"
    vault.close()


# Damage is always named, never opened as healthy


def flip(data: bytearray, at: int) -> None:
    data[at] ^= 1


def test_a_flipped_bit_anywhere_is_found(folder: Path) -> None:
    whole = (folder / DATABASE).read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        spoilt = bytearray(whole)
        flip(spoilt, at)
        (folder / DATABASE).write_bytes(spoilt)
        with pytest.raises(errors.VaultError):
            opened(folder)
    (folder / DATABASE).write_bytes(whole)
    opened(folder).close()


@pytest.mark.parametrize("cut", [1, 100, 4096, 8192])
def test_a_file_cut_short_or_made_longer_is_found(folder: Path, cut: int) -> None:
    whole = (folder / DATABASE).read_bytes()
    for spoilt in (whole[:-cut], whole + bytes(cut)):
        (folder / DATABASE).write_bytes(spoilt)
        with pytest.raises(errors.VaultError):
            opened(folder)


def mixtures(folder: Path) -> list[bytes]:
    """The newer file with one page at a time put back as it was before the last saves."""
    older = (folder / DATABASE).read_bytes()
    vault = opened(folder)
    vault.put(
        "about_me-1", {"am_name": an_answer("Somebody Else"), "am_important": an_answer("changed " * 400)}
    )
    vault.close()
    newer = (folder / DATABASE).read_bytes()
    pages = [
        at
        for at in range(0, min(len(older), len(newer)), 4096)
        if older[at : at + 4096] != newer[at : at + 4096]
    ]
    return [newer[:at] + older[at : at + 4096] + newer[at + 4096 :] for at in pages]


def test_old_pages_put_back_into_a_newer_file_are_found(folder: Path) -> None:
    """Or change nothing at all: a page on the free list holds no row."""
    mixed = mixtures(folder)
    newer = opened(folder)
    wanted = newer.passport()
    newer.close()
    found: list[type[errors.VaultError]] = []
    for one in mixed:
        (folder / DATABASE).write_bytes(one)
        try:
            vault = opened(folder)
        except (errors.VaultMixed, errors.VaultDamaged) as stopped:
            found.append(type(stopped))
            continue
        assert vault.passport() == wanted
        vault.close()
    assert len(found) >= 2
    assert errors.VaultMixed in found  # the content seal saw what SQLCipher lets through


def test_without_the_content_seal_a_mixture_would_open_as_healthy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control: with the guard off, SQLCipher's own checks let at least one mixture through."""
    mixed = mixtures(folder)
    monkeypatch.setattr(content_seal.ContentSeal, "check", lambda _self: None)
    monkeypatch.setattr(Vault, "_note_opening", lambda _self, _now, _by: None)
    opened_as_healthy = 0
    for one in mixed:
        (folder / DATABASE).write_bytes(one)
        try:
            opened(folder).close()
            opened_as_healthy += 1
        except errors.VaultError:
            continue
    assert opened_as_healthy >= 1


# Leaks


def test_no_word_of_a_person_is_readable_in_any_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "control.txt").write_text(CANARY)
    found = [
        path.name for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]
    assert found == ["control.txt"]
    assert {path.name for path in folder.iterdir()} == {DATABASE, KEYS}


def test_files_are_for_their_owner_only(folder: Path) -> None:
    assert (folder / KEYS).stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_another_program_reads_it_with_the_raw_key(folder: Path) -> None:
    """An independent reader: SQLite3MultipleCiphers, which shares no code with SQLCipher."""
    apsw = pytest.importorskip("apsw")
    vault = opened(folder)
    key = vault._data_key
    vault.close()
    connection = apsw.Connection(str(folder / DATABASE))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"raw:{key.key.hex()}{key.salt.hex()}")
    words = connection.execute(
        "SELECT words FROM answers WHERE place = 'am_name' ORDER BY n DESC LIMIT 1"
    ).fetchone()
    assert words == ('"Alex Morgan"',)
    connection.close()
