"""Every way into a record: it stands through every change, and one that was taken out opens nothing written after."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from passport import errors
from passport.keys import passphrase
from passport.keys.shares import Share, add_share
from passport.keys.ways import PASSPHRASE, RECOVERY, SECOND, SHARES, Way
from passport.keys.wrapping import public_of
from passport.vault.folder import DATABASE, KEYS
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in
from tests.vault.vault_vectors import NOW, expected, of_version
from tests.vault.vault_vectors import PASSPHRASE as MINE

pytestmark = pytest.mark.usefixtures("cheap_keys")
NEW, THEIRS, OTHER = (
    "orchard basin thimble glacier pepper",
    "copper lantern wagon thistle moss",
    "saddle pillow radish cobalt fern",
)
NAMES = ("Sam", "Jo", "Ali")
Opens = Callable[[Path], Vault]


def by_passphrase(typed: str) -> Opens:
    return lambda folder: Vault.open_with_passphrase(folder, typed, NOW)


def by_words(rows: tuple[tuple[str, ...], ...]) -> Opens:
    return lambda folder: Vault.open_with_recovery_words(folder, [" ".join(row) for row in rows], NOW)


def by_shares(lines: tuple[str, ...]) -> Opens:
    def opens(folder: Path) -> Vault:
        found: tuple[Share, ...] = ()
        for line in lines[1:3]:
            found = add_share(found, line, keys_in(folder).share_sets())
        return Vault.open_with_shares(folder, found, NOW)

    return opens


class Record:
    """One vault with every way in, open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault, rows = Vault.create(folder, MINE, NOW)
        self.vault.add_section("about_me", 1, NOW.date())
        self.vault.set_second(MINE, "Sam", THEIRS, NOW.date())
        lines = self.vault.make_shares(MINE, 2, NAMES, NOW.date())
        self.opens: dict[str, Opens] = {
            PASSPHRASE: by_passphrase(MINE),
            RECOVERY: by_words(rows),
            SECOND: by_passphrase(THEIRS),
            SHARES: by_shares(lines),
        }

    def change(self, kind: str) -> None:
        """Another one of a kind; ``self.opens`` follows."""
        on = NOW.date()
        if kind == PASSPHRASE:
            self.vault.change_passphrase(NEW, on)
            self.opens[kind] = by_passphrase(NEW)
        elif kind == RECOVERY:
            self.opens[kind] = by_words(self.vault.renew_recovery_words(MINE, on))
        elif kind == SECOND:
            self.vault.set_second(MINE, "Jo", OTHER, on)
            self.opens[kind] = by_passphrase(OTHER)
        else:
            self.opens[kind] = by_shares(self.vault.make_shares(MINE, 2, NAMES, on))


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "record")


def opened_by(folder: Path, opens: Opens) -> bool:
    try:
        opens(folder).close()
    except errors.VaultError:
        return False
    return True


@pytest.mark.parametrize("kind", [PASSPHRASE, RECOVERY, SECOND, SHARES])
def test_changing_one_way_in_leaves_every_other(record: Record, kind: str) -> None:
    before = dict(record.opens)
    old_keys = (record.folder / KEYS).read_bytes()
    record.change(kind)
    record.vault.close()
    assert all(opened_by(record.folder, one) for one in record.opens.values())
    assert not opened_by(record.folder, before[kind])
    (record.folder / KEYS).write_bytes(old_keys)  # an old keys file opens nothing that is written after
    assert not any(opened_by(record.folder, one) for one in before.values())


@pytest.mark.parametrize("kind", [SECOND, SHARES])
def test_what_was_taken_out_opens_nothing_written_after(record: Record, kind: str) -> None:
    old_keys = (record.folder / KEYS).read_bytes()
    record.vault.remove_way(MINE, kind)
    assert kind not in {way.kind for way in record.vault.ways_in()}
    with pytest.raises(errors.WayNotThere):
        record.vault.remove_way(MINE, kind)
    record.vault.close()
    gone = record.opens.pop(kind)
    assert not opened_by(record.folder, gone)
    assert all(opened_by(record.folder, one) for one in record.opens.values())
    (record.folder / KEYS).write_bytes(old_keys)
    assert not opened_by(record.folder, gone)


@pytest.mark.parametrize("kind", [PASSPHRASE, RECOVERY, SECOND, SHARES])
def test_a_change_cut_off_at_any_point_still_opens(
    record: Record, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, opens = (record.folder / DATABASE).read_bytes(), dict(record.opens)
    keys_before = (record.folder / KEYS).read_bytes()
    writes: list[bytes] = []
    monkeypatch.setattr("passport.vault.change_keys.write_whole", lambda _path, data: writes.append(data))
    record.change(kind)
    record.vault.close()
    monkeypatch.undo()
    after = (record.folder / DATABASE).read_bytes()
    states = [(keys_before, before, opens), *((writes[0], one, record.opens) for one in (before, after))]
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(passphrase, "BOUNDS", passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON))
        for keys, database, which in (*states, (writes[1], after, record.opens)):
            for one in which.values():
                (record.folder / KEYS).write_bytes(keys)
                (record.folder / DATABASE).write_bytes(database)
                assert opened_by(record.folder, one)


class NoRoomToRewrite:
    """The vault's connection, on a disk too full to write the database anew."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str) -> object:
        if "rekey" in statement:
            raise errors.NoRoom
        return self._real.execute(statement)


@pytest.mark.parametrize("kind", [PASSPHRASE, RECOVERY, SECOND, SHARES])
def test_a_change_that_was_refused_leaves_what_opened_it_before(record: Record, kind: str) -> None:
    opens = dict(record.opens)
    real = record.vault._connection
    record.vault._connection = NoRoomToRewrite(real)
    with pytest.raises(errors.NoRoom):
        record.change(kind)
    record.vault._connection = real
    assert len(record.vault.ways_in()) == 4
    record.vault.close()
    assert all(opened_by(record.folder, one) for one in opens.values())
    record.vault = opens[PASSPHRASE](record.folder)
    record.opens = opens
    record.change(kind)
    record.vault.close()
    assert all(opened_by(record.folder, one) for one in record.opens.values())


def test_a_change_whose_last_step_had_no_room_is_done_and_so_is_the_next(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    from passport.vault import change_keys, whole

    real, calls = whole.write_whole, []

    def second_time_full(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise errors.NoRoom
        real(path, data)

    monkeypatch.setattr(change_keys, "write_whole", second_time_full)
    record.change(PASSPHRASE)
    assert len(keys_in(record.folder).slots) == 8
    record.vault.change_passphrase(MINE)
    record.vault.close()
    record.opens[PASSPHRASE] = by_passphrase(MINE)
    assert len(keys_in(record.folder).slots) == 4
    assert all(opened_by(record.folder, one) for one in record.opens.values())


def test_two_epochs_of_every_kind_are_what_a_file_may_hold_at_most(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes: list[bytes] = []
    monkeypatch.setattr("passport.vault.change_keys.write_whole", lambda _path, data: writes.append(data))
    record.change(SHARES)
    record.vault.close()
    assert len(json.loads(writes[0])["slots"]) == 8


def test_names_rest_only_inside_the_record(record: Record) -> None:
    record.vault.close()
    for file in (one for one in record.folder.rglob("*") if one.is_file()):
        assert not any(name.encode() in file.read_bytes() for name in ("Sam", "Ali"))


def test_every_way_in_is_told_with_its_day_and_whose_it_is(record: Record) -> None:
    told = {way.kind: way for way in record.vault.ways_in()}
    assert list(told) == [PASSPHRASE, RECOVERY, SECOND, SHARES]
    assert {way.made_on for way in told.values()} == {NOW.date()}
    assert told[SECOND].names == ("Sam",)
    assert (told[SHARES].names, told[SHARES].need) == (NAMES, 2)


@pytest.mark.parametrize("kind", [RECOVERY, SECOND, SHARES])
def test_a_second_person_changes_no_way_in(record: Record, kind: str) -> None:
    vault = record.vault
    does: dict[str, Callable[[], object]] = {
        RECOVERY: lambda: vault.renew_recovery_words(THEIRS),
        SECOND: lambda: vault.set_second(THEIRS, "Jo", OTHER),
        SHARES: lambda: vault.make_shares(THEIRS, 2, NAMES),
    }
    with pytest.raises(errors.WrongPassphrase):
        does[kind]()
    if kind != RECOVERY:
        with pytest.raises(errors.WrongPassphrase):
            vault.remove_way(THEIRS, kind)


def test_two_people_never_have_the_same_passphrase(record: Record) -> None:
    with pytest.raises(errors.PassphraseTaken):
        record.vault.set_second(MINE, "Sam", MINE)
    with pytest.raises(errors.PassphraseTaken):
        record.vault.change_passphrase(THEIRS)


def test_it_is_noted_by_which_way_in_it_was_opened(record: Record) -> None:
    record.vault.close()
    told = []
    for kind in (SECOND, SHARES, RECOVERY, PASSPHRASE, PASSPHRASE):
        vault = record.opens[kind](record.folder)
        told.append(vault.last_way)
        vault.close()
    assert told == [(PASSPHRASE, ""), (SECOND, "Sam"), (SHARES, ""), (RECOVERY, ""), (PASSPHRASE, "")]


def test_the_person_themselves_stretches_once(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.vault.close()
    stretched: list[str] = []
    real = passphrase.stretch

    def counted(typed: str, salt: bytes, settings: passphrase.Settings) -> bytes:
        stretched.append(typed)
        return real(typed, salt, settings)

    monkeypatch.setattr(passphrase, "stretch", counted)
    record.opens[PASSPHRASE](record.folder).close()
    assert len(stretched) == 1


def test_a_way_in_that_somebody_put_there_is_never_carried_on(record: Record) -> None:
    """Somebody who may write the folder, and cannot open it, puts a slot of theirs there."""
    vault = record.vault
    planted = Way(SECOND, keys_in(record.folder).of_kind(SECOND)[0].settings, bytes(16), public_of(b"7" * 32))
    slot = planted.slot(vault.id, 9, type(vault._data_key)(b"8" * 32, bytes(16)))
    vault._keys = type(vault._keys)(vault.id, (*vault._keys.slots, slot))
    assert vault._keys.ways(vault._data_key) == keys_in(record.folder).ways(vault._data_key)
    spoilt = type(slot)(
        slot.kind, vault._keys.slots[0].epoch, slot.settings, slot.salt, slot.wrapped, slot.own
    )
    vault._keys = type(vault._keys)(vault.id, (*keys_in(record.folder).slots, spoilt))
    with pytest.raises(errors.KeysDamaged):
        vault.change_passphrase(NEW)
    vault.close()
    assert all(opened_by(record.folder, one) for one in record.opens.values())


def test_an_old_copy_of_the_whole_folder_gives_no_key_to_a_newer_one(record: Record) -> None:
    """All that an old copy holds of the other ways in is public keys: no words, no secret."""
    vault = record.vault
    ways = vault._keys.ways(vault._data_key)
    dump = "\n".join(map(str, vault._connection.execute("SELECT * FROM kept").fetchall()))
    record.change(PASSPHRASE)
    for slot in vault._keys.slots:
        assert all(slot.opened(vault.id, way.public) is None for way in ways)
        assert slot.way(vault.id, vault._data_key) is not None
    assert "recovery_words" not in dump
    vault.close()


@pytest.mark.parametrize("kind", [PASSPHRASE, RECOVERY, SECOND, SHARES])
def test_a_record_with_keys_of_format_1_takes_every_kind(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(passphrase, "settings_here", lambda: passphrase.BOUNDS.least)
    folder = Path(shutil.copytree(of_version(1) / "record", tmp_path / "old"))
    rows = tuple(tuple(row.split()) for row in expected(1)["recovery"])  # type: ignore[attr-defined]
    record = Record.__new__(Record)
    record.folder, record.opens = folder, {PASSPHRASE: by_passphrase(MINE), RECOVERY: by_words(rows)}
    record.vault = record.opens[PASSPHRASE](folder)
    assert [way.kind for way in record.vault.ways_in()] == [PASSPHRASE, RECOVERY]
    record.change(kind)
    assert record.vault.kept("recovery_words") is None
    record.vault.close()
    assert keys_in(folder).format == 2
    assert all(opened_by(folder, one) for one in record.opens.values())
