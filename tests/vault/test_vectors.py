"""A record that was made once opens for ever, with its passphrase and with its recovery words; spoilt ones are named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from passport.errors import (
    KeysDamaged,
    KeySettingsRefused,
    KeysMissing,
    KeysOfAnother,
    NewerFormat,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    WrongPassphrase,
)
from passport.record.audience import OWN_SIDES, Audience
from passport.vault.folder import DATABASE, KEYS
from passport.vault.vault import Vault
from tests.vault.vault_vectors import FOLDER, NOW, PASSPHRASE, expected


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy: opening writes that it was opened."""
    return Path(shutil.copytree(FOLDER / "version_1" / "record", tmp_path / "record"))


def answers(vault: Vault) -> dict[str, object]:
    about = vault.passport().about_me()
    assert about is not None
    found: dict[str, object] = {place: one.value for place, one in about.answers.items()}
    vault.close()
    return found


def test_it_opens_with_its_passphrase_and_says_what_it_said(record: Path) -> None:
    assert expected()["passphrase"] == PASSPHRASE
    assert answers(Vault.open_with_passphrase(record, PASSPHRASE, NOW)) == expected()["answers"]


def test_it_opens_with_its_recovery_words(record: Path) -> None:
    rows = expected()["recovery"]
    assert isinstance(rows, list)
    assert (
        answers(Vault.open_with_recovery_words(record, " ".join(rows).split(), NOW)) == expected()["answers"]
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


def _settings(plain: Any, **changes: int) -> None:
    next(one for one in plain["slots"] if one["settings"])["settings"].update(changes)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda plain: plain.update(format=2), NewerFormat),
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
