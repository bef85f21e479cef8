"""A write of the whole database that was cut off is undone, whichever salt stands in the file by then."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from passport.vault import change_keys
from passport.vault.vault import Vault
from passport.vault.whole import write_whole

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


def _journal_of(before: bytes, nonce: int = 12345) -> bytes:
    """A rollback journal that holds every page as it was, as SQLite leaves it when a write is cut off."""
    pages = [before[at : at + 4096] for at in range(0, len(before), 4096)]
    numbers = (len(pages), nonce, len(pages), 512, 4096)
    header = bytes.fromhex("d9d505f920a163d7") + b"".join(one.to_bytes(4, "big") for one in numbers)
    records = b"".join(
        number.to_bytes(4, "big") + page + ((nonce + sum(page[3896:0:-200])) % 2**32).to_bytes(4, "big")
        for number, page in enumerate(pages, 1)
    )
    return header.ljust(512, b"\0") + records


def test_a_change_of_passphrase_cut_off_while_the_database_is_written_anew_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page 1 has the new salt already, and only the old key can undo it: found by trying power cuts."""
    folder = tmp_path / "record"
    vault, _words = Vault.create(folder, PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    vault.close()
    before = (folder / "vault.db").read_bytes()
    vault = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
    written: list[bytes] = []

    def only_the_first(path: Path, data: bytes) -> None:
        written.append(data)
        if len(written) == 1:
            write_whole(path, data)

    monkeypatch.setattr(change_keys, "write_whole", only_the_first)
    vault.change_passphrase("marble otter lantern quiver meadow")
    vault.close()
    salt = (folder / "vault.db").read_bytes()[:16]
    assert salt != before[:16]
    (folder / "vault.db-journal").write_bytes(_journal_of(salt + before[16:]))

    again = Vault.open_with_passphrase(folder, "marble otter lantern quiver meadow", NOW)
    assert [one.form for one in again.passport().sections] == ["about_me"]
    again.close()


def test_a_write_cut_off_inside_a_new_page_is_undone(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    vault, _words = Vault.create(folder, PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    vault.close()
    before = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(before + b"half a page")
    (folder / "vault.db-journal").write_bytes(_journal_of(before))

    again = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
    assert [one.form for one in again.passport().sections] == ["about_me"]
    again.close()
