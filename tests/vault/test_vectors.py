"""A record that was made once opens for ever, with its passphrase and with its recovery words; spoilt ones are named."""

import json
import shutil
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from passport.actions.back_up import restore
from passport.errors import (
    KeysDamaged,
    KeySettingsRefused,
    KeysMissing,
    KeysOfAnother,
    NewerFormat,
    NoRoom,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    WrongPassphrase,
)
from passport.keys.shares import Share, add_share
from passport.record.audience import OWN_SIDES, Audience
from passport.vault.folder import DATABASE, KEYS
from passport.vault.migrations import FORMAT, format_of
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in
from tests.vault.vault_vectors import KEYS_2, NOW, PASSPHRASE, VERSIONS, expected, of_version


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    """Each format there ever was."""
    return int(request.param)


@pytest.fixture
def record(version: int, tmp_path: Path) -> Path:
    """A copy: opening writes that it was opened."""
    return Path(shutil.copytree(of_version(version) / "record", tmp_path / "record"))


def answers(vault: Vault) -> dict[str, object]:
    about = vault.passport().about_me()
    assert about is not None
    found: dict[str, object] = {place: one.value for place, one in about.answers.items()}
    vault.close()
    return found


def test_it_opens_with_its_passphrase_and_says_what_it_said(record: Path, version: int) -> None:
    assert expected(version)["passphrase"] == PASSPHRASE
    assert answers(Vault.open_with_passphrase(record, PASSPHRASE, NOW)) == expected(version)["answers"]


def test_it_opens_with_its_recovery_words(record: Path, version: int) -> None:
    rows = expected(version)["recovery"]
    assert isinstance(rows, list)
    assert (
        answers(Vault.open_with_recovery_words(record, " ".join(rows).split(), NOW))
        == expected(version)["answers"]
    )


def test_it_takes_the_keys_of_a_carer_when_they_are_first_wanted(record: Path) -> None:
    """It was made when nobody had any: two keys are in it, and a third comes and stays."""
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    assert set(vault.identities()) == set(OWN_SIDES)
    made = vault.identity(Audience.CARER_CARE)
    vault.close()

    again = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    assert again.identity(Audience.CARER_CARE) == made
    assert set(again.identities()) == {*OWN_SIDES, Audience.CARER_CARE}
    again.close()


def test_opening_brings_it_to_the_format_of_today(record: Path, version: int) -> None:
    for _ in range(2):
        vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
        assert format_of(vault._connection) == FORMAT
        assert vault._rows.select("SELECT * FROM attachments") == []
        vault.close()


def test_on_a_full_disk_it_is_read_in_the_format_it_has(
    record: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise NoRoom

    monkeypatch.setattr("passport.vault.content_seal.ContentSeal.write", no_room)
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    assert format_of(vault._connection) == version
    assert vault.kept_files() == ()
    name = str(vault.section("about_me-1").value("am_name"))
    assert [hit.place for hit in vault.find(name, 5)] == ["am_name"]
    assert vault.find("zebra", 5) == ()
    assert answers(vault) == expected(version)["answers"]


def _settings(plain: Any, **changes: int) -> None:
    next(one for one in plain["slots"] if one["settings"])["settings"].update(changes)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda plain: plain.update(format=3), NewerFormat),
        (lambda plain: plain.update(more=1), KeysDamaged),
        (lambda plain: plain.update(vault="00" * 16), WrongPassphrase),
        (lambda plain: _settings(plain, memory_kib=1024), KeySettingsRefused),
        (lambda plain: _settings(plain, passes=2), KeySettingsRefused),
        (lambda plain: _settings(plain, memory_kib=2 * 1024 * 1024), KeySettingsRefused),
        (lambda plain: _settings(plain, passes=4), WrongPassphrase),
        (lambda plain: plain["slots"].clear(), KeysDamaged),
    ],
)
def test_an_edited_key_file_is_named(
    record: Path, change: Callable[[Any], object], error: type[VaultError]
) -> None:
    plain = json.loads((record / KEYS).read_bytes())
    change(plain)
    (record / KEYS).write_text(json.dumps(plain))
    with pytest.raises(error):
        Vault.open_with_passphrase(record, PASSPHRASE, NOW)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda folder: (folder / DATABASE).write_bytes(b""), VaultEmpty),
        (lambda folder: (folder / DATABASE).write_bytes((folder / DATABASE).read_bytes()[:-1]), VaultDamaged),
        (lambda folder: (folder / DATABASE).write_bytes(bytes(8192)), KeysOfAnother),
        (lambda folder: (folder / KEYS).unlink(), KeysMissing),
        (lambda folder: (folder / KEYS).write_bytes(b"{"), KeysDamaged),
    ],
)
def test_a_spoilt_file_is_named(
    record: Path, spoil: Callable[[Path], object], error: type[VaultError]
) -> None:
    spoil(record)
    with pytest.raises(error):
        Vault.open_with_passphrase(record, PASSPHRASE, NOW)


def test_every_way_into_a_record_with_keys_of_format_2_opens_it_for_ever(tmp_path: Path) -> None:
    told = tomllib.loads((KEYS_2 / "expected.toml").read_text(encoding="utf-8"))
    folder = Path(shutil.copytree(KEYS_2 / "record", tmp_path / "record"))
    assert keys_in(folder).format == 2
    shares: tuple[Share, ...] = ()
    for line in told["shares"][1:]:
        shares = add_share(shares, line, keys_in(folder).share_sets())
    vaults: tuple[Callable[[], Vault], ...] = (
        lambda: Vault.open_with_passphrase(folder, told["passphrase"], NOW),
        lambda: Vault.open_with_recovery_words(folder, told["recovery"], NOW),
        lambda: Vault.open_with_passphrase(folder, told["second"], NOW),
        lambda: Vault.open_with_shares(folder, shares, NOW),
    )
    for opens in vaults:
        assert answers(opens()) == told["answers"]


def test_the_backup_that_was_made_once_still_opens(tmp_path: Path) -> None:
    """With the real key settings."""
    folder = Path(__file__).parent.parent / "vectors" / "backup"
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    restore(folder / "version_1.passport", tmp_path / "new", expected["passphrase"], now)
    vault = Vault.open_with_passphrase(tmp_path / "new", expected["passphrase"], now)
    assert vault.id == expected["vault"]
    assert vault.section("about_me-1").value("am_name") == expected["answers"]["am_name"]
    vault.close()
