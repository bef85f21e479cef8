"""A disk that refuses the very last step of a save may have kept it all the same: the record goes on whole from what stands."""

import resource
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from passport.errors import DiskGone, NoRoom, VaultInUse
from passport.record.answers import Answer
from passport.vault.folder import JOURNAL
from passport.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


class RefusesTheEnd:
    """The next COMMIT is told as refused. ``kept``: it stands all the same."""

    def __init__(self, real: Any, *, kept: bool) -> None:
        self._real, self._kept, self._still = real, kept, True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str, *given: object) -> Any:
        if statement == "COMMIT" and self._still:
            self._still = False
            if self._kept:
                self._real.execute(statement)
            raise dbapi2.OperationalError("disk I/O error")
        return self._real.execute(statement, *given)


@pytest.mark.parametrize("kept", [True, False])
def test_the_next_save_leaves_a_record_that_opens(kept: bool, tmp_path: Path) -> None:
    vault, _ = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault._rows._connection = RefusesTheEnd(vault._rows._connection, kept=kept)
    with pytest.raises(DiskGone):
        vault.put(section.id, {"am_name": Answer("Robin", "Robin", NOW)})
    assert ("am_name" in vault.section(section.id).answers) is kept
    vault.put(section.id, {"am_known_as": Answer("Rob", "Rob", NOW)})
    vault.close()
    again = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    assert again.section(section.id).answers["am_known_as"].words == "Rob"
    assert ("am_name" in again.section(section.id).answers) is kept
    again.close()


def test_a_change_of_keys_that_had_no_room_leaves_a_record_that_can_be_saved_to(tmp_path: Path) -> None:
    """After a refusal SQLCipher would write with the new key into pages of the old one."""
    vault, _ = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault.roll(NOW)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(
            resource.RLIMIT_FSIZE, ((tmp_path / "record" / "vault.db").stat().st_size - 9000, hard)
        )
        with pytest.raises(NoRoom):
            vault.change_passphrase("marble otter lantern quiver meadow")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    vault.put(section.id, {"am_known_as": Answer("Rob", "Rob", NOW)})
    with pytest.raises(VaultInUse):
        Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    vault.change_passphrase("marble otter lantern quiver meadow")
    vault.close()
    again = Vault.open_with_passphrase(tmp_path / "record", "marble otter lantern quiver meadow", NOW)
    assert again.section(section.id).answers["am_known_as"].words == "Rob"
    again.close()


class SaysItIsWritten:
    """A change of keys whose last step the disk refused: SQLCipher says nothing, and the next opening undoes it."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str, *given: object) -> Any:
        if "rekey" not in statement:
            return self._real.execute(statement, *given)
        with (self._real.folder / JOURNAL).open("r+b") as journal:
            journal.write(bytes.fromhex("d9d505f920a163d7"))  # it would undo what was written
        return None


def test_a_change_of_keys_that_is_undone_by_the_next_opening_is_not_told_as_done(tmp_path: Path) -> None:
    vault, _ = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    real = vault._connection
    vault._connection = SaysItIsWritten(real)
    with pytest.raises(DiskGone):
        vault.change_passphrase("marble otter lantern quiver meadow")
    vault.close()
    Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW).close()
