"""A backup comes back whole or is not used: nothing swapped, cut off or altered is taken for good."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport import errors
from passport.actions import back_up
from passport.actions.places import is_portable
from passport.actions.unlock import unlock
from passport.record.answers import Answer
from passport.vault import backup as keeping
from passport.vault.backup import KEEP, forget_rolling, head_of, rolling
from passport.vault.backup_file import MAGIC, Manifest, Part, head_bytes
from passport.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


def a_record(folder: Path, name: str = "Alex") -> Vault:
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault.put(section.id, {"am_name": Answer(name, name, NOW)})
    return vault


@pytest.fixture
def backed_up(tmp_path: Path) -> Path:
    vault = a_record(tmp_path / "record")
    file = back_up.back_up(vault, tmp_path / "one.passport", NOW).file
    vault.close()
    return file


def test_a_backup_comes_back_as_it_was_and_opens_with_the_passphrase(backed_up: Path, tmp_path: Path) -> None:
    done = back_up.restore(backed_up, tmp_path / "new", PASSPHRASE, NOW)
    assert (done.answers, done.set_aside, done.made_on) == (1, None, NOW)
    vault = unlock(tmp_path / "new", PASSPHRASE, NOW).vault
    assert vault.section("about_me-1").value("am_name") == "Alex"
    vault.close()
    assert stat.S_IMODE(backed_up.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".*")), "nothing half made stays"


def test_the_record_stays_locked_while_and_after_it_is_read_through(tmp_path: Path) -> None:
    """POSIX lets go of every lock of a process when it closes any handle: a second window would be let in."""
    vault = a_record(tmp_path / "record")
    back_up.back_up(vault, tmp_path / "one.passport", NOW)
    program = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from passport.keys import passphrase
passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
from passport.errors import VaultInUse
from passport.vault.vault import Vault
try:
    Vault.open_with_passphrase(Path({str(tmp_path / "record")!r}), {PASSPHRASE!r}, datetime.now(UTC))
except VaultInUse:
    sys.exit(7)
"""
    import subprocess
    import sys

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 7
    vault.close()


def test_a_record_that_is_there_is_never_written_over_and_only_set_aside_when_asked(
    backed_up: Path, tmp_path: Path
) -> None:
    other = a_record(tmp_path / "other", "Robin")
    other.close()
    with pytest.raises(errors.VaultExists):
        back_up.restore(backed_up, tmp_path / "other", PASSPHRASE, NOW)
    done = back_up.restore(backed_up, tmp_path / "other", PASSPHRASE, NOW, set_aside=True)
    assert done.set_aside == tmp_path / "replaced-2026-11-23"
    kept = Vault.open_with_passphrase(done.set_aside, PASSPHRASE, NOW)
    assert kept.section("about_me-1").value("am_name") == "Robin"
    kept.close()


def test_a_portable_record_stays_portable_with_what_lies_beside_it(backed_up: Path, tmp_path: Path) -> None:
    """Without its mark the next start would write on the computer that the stick is in."""
    record = tmp_path / "other"
    Vault.create(record, PASSPHRASE, NOW)[0].close()
    (record / "portable").touch()
    (record / "settings").write_text("a choice")
    done = back_up.restore(backed_up, record, PASSPHRASE, NOW, set_aside=True)
    assert is_portable(record)
    assert (record / "settings").read_text() == "a choice"
    assert not (record / "seen").exists()
    assert done.set_aside is not None
    assert (done.set_aside / "portable").exists()
    with pytest.raises(errors.VaultExists):
        back_up.restore(backed_up, record, PASSPHRASE, NOW)
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".part")]


def test_a_record_that_is_not_portable_gets_no_mark(backed_up: Path, tmp_path: Path) -> None:
    record = tmp_path / "other"
    record.mkdir()
    (record / "settings").write_text("somebody's")
    back_up.restore(backed_up, record, PASSPHRASE, NOW, set_aside=True)
    assert not is_portable(record)
    assert not (record / "settings").exists()


def test_the_wrong_passphrase_leaves_nothing_behind(backed_up: Path, tmp_path: Path) -> None:
    with pytest.raises(errors.WrongPassphrase):
        back_up.restore(backed_up, tmp_path / "new", "another", NOW)
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*"))


@given(at=st.integers(0, 10**9), bit=st.integers(0, 7))
def test_no_changed_bit_goes_unseen(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    folder = tmp_path_factory.mktemp("b")
    vault = a_record(folder / "record")
    file = back_up.back_up(vault, folder / "one.passport", NOW).file
    vault.close()
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 1 << bit
    file.write_bytes(data)
    with pytest.raises((errors.BackupDamaged, errors.NewerFormat)):
        back_up.restore(file, folder / "new", PASSPHRASE, NOW)
    assert not (folder / "new").exists()


@pytest.mark.parametrize("keep", [0, 1, len(MAGIC), 40, 300, -1])
def test_a_backup_cut_off_or_with_more_behind_it_is_refused(backed_up: Path, keep: int) -> None:
    data = backed_up.read_bytes()
    for wrong in (data[:keep], data + b"\0", data * 2):
        backed_up.write_bytes(wrong)
        with pytest.raises(errors.BackupDamaged):
            head_of(backed_up)


def test_a_part_of_an_older_backup_is_noticed_even_where_its_sums_were_made_to_fit(tmp_path: Path) -> None:
    """Whoever lacks the key can work out sizes and digests; the manifest's own MAC needs the record's seal key."""
    vault = a_record(tmp_path / "record")
    old = back_up.back_up(vault, tmp_path / "old.passport", NOW).file
    vault.put("about_me-1", {"am_name": Answer("New", "New", NOW)})
    new = back_up.back_up(vault, tmp_path / "new.passport", NOW + timedelta(days=1)).file
    vault.close()
    older, newer = head_of(old), head_of(new)
    mixed = Manifest(
        **{
            **{name: getattr(newer.manifest, name) for name in ("vault", "counter", "total", "made_on")},
            "parts": older.manifest.parts,
        }
    )
    data = head_bytes(mixed, b"not the key")[:-32] + newer.mac + old.read_bytes()[older.begins :]
    new.write_bytes(data)
    with pytest.raises(errors.BackupDamaged):
        back_up.restore(new, tmp_path / "back", PASSPHRASE, NOW)
    dated = Manifest(
        older.manifest.vault,
        older.manifest.counter,
        older.manifest.total,
        NOW + timedelta(days=9),
        older.manifest.parts,
    )
    old.write_bytes(head_bytes(dated, b"not the key")[:-32] + older.mac + old.read_bytes()[older.begins :])
    with pytest.raises(errors.BackupDamaged):  # an older one made to look newer
        back_up.restore(old, tmp_path / "back", PASSPHRASE, NOW)


def test_a_size_that_no_backup_has_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    huge = Manifest("0" * 32, 1, 1, NOW, (Part(10**9, "0" * 64), Part(4096, "0" * 64)))
    (tmp_path / "huge.passport").write_bytes(head_bytes(huge, b"k"))
    with pytest.raises(errors.BackupDamaged):
        head_of(tmp_path / "huge.passport")


def test_trying_a_backup_says_what_came_out_and_leaves_nothing(tmp_path: Path) -> None:
    vault = a_record(tmp_path / "record")
    file = back_up.back_up(vault, tmp_path / "one.passport", NOW).file
    vault.put("about_me-1", {"am_name": Answer("Later", "Later", NOW)})
    before = sorted(tmp_path.rglob("*"))
    done = back_up.drill(vault, file, PASSPHRASE, NOW)
    assert (done.answers, done.made_on, done.behind) == (1, NOW, 1)
    assert sorted(tmp_path.rglob("*")) == before
    state = back_up.backups(vault)
    assert (state.tried, state.tried_answers) == (NOW.isoformat(), 1)
    vault.close()


def test_a_backup_of_another_record_is_not_tried_against_this_one(backed_up: Path, tmp_path: Path) -> None:
    other = a_record(tmp_path / "other")
    with pytest.raises(errors.BackupOfAnother):
        back_up.drill(other, backed_up, PASSPHRASE, NOW)
    other.close()


def test_our_own_backups_are_few_private_and_made_once_a_day_after_a_change(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    a_record(folder).close()
    for day in range(8):
        vault = unlock(folder, PASSPHRASE, NOW + timedelta(days=day)).vault
        vault.put("about_me-1", {"am_name": Answer(str(day), str(day), NOW)})
        vault.close()
        unlock(folder, PASSPHRASE, NOW + timedelta(days=day, hours=1)).vault.close()
    own = rolling(folder)
    assert [path.name for path in own] == [f"{number:08d}.passport" for number in range(4, 9)]
    assert len(own) == KEEP
    assert {stat.S_IMODE(path.stat().st_mode) for path in own} == {0o600}
    unlock(folder, PASSPHRASE, NOW + timedelta(days=20)).vault.close()
    there = rolling(folder)
    unlock(folder, PASSPHRASE, NOW + timedelta(days=30)).vault.close()
    assert rolling(folder) == there, "nothing was changed since"
    assert forget_rolling(folder) == KEEP
    assert not rolling(folder)
    assert not (folder / "backups").exists()


def test_a_change_of_keys_that_goes_wrong_has_a_backup_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(*_: object) -> None:
        raise errors.NoRoom

    vault = a_record(tmp_path / "record")
    monkeypatch.setattr("passport.vault.ways_in.change_ways", stops)
    with pytest.raises(errors.NoRoom):
        vault.change_passphrase("orchard basin thimble glacier pepper")
    vault.close()
    back_up.restore(rolling(tmp_path / "record")[-1], tmp_path / "before", PASSPHRASE, NOW)


def test_after_a_change_of_keys_none_of_our_own_backups_opens_with_the_old_ones(tmp_path: Path) -> None:
    """Somebody may have read the old passphrase."""
    vault, new = a_record(tmp_path / "record"), "orchard basin thimble glacier pepper"
    vault.roll(NOW)
    vault.change_passphrase(new)
    vault.close()
    (left,) = rolling(tmp_path / "record")
    with pytest.raises(errors.WrongPassphrase):
        back_up.restore(left, tmp_path / "old", PASSPHRASE, NOW)
    back_up.restore(left, tmp_path / "new", new, NOW)


def test_no_room_for_our_own_backup_stops_nothing_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = a_record(tmp_path / "record")

    def full(*_: object) -> None:
        raise errors.NoRoom

    monkeypatch.setattr(keeping, "write_backup", full)
    vault.change_passphrase("orchard basin thimble glacier pepper")
    assert isinstance(vault.backup_trouble, errors.NoRoom)
    vault.close()
    monkeypatch.undo()
