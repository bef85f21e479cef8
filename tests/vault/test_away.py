"""The folder goes away while the record is open: a stick is pulled out, or somebody moves or deletes the folder.

The system lets a program write on to a file that nobody can find any more. Those words would be told as saved, and lost.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import make
from passport.errors import Exit, RecordAway, VaultInUse
from passport.forms.shelf import shelf
from passport.vault.folder import DATABASE
from passport.vault.vault import Vault
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
PHRASE = "kettle harbour violin meadow lantern"
Folder = Callable[[Path], None]


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def deleted(folder: Path) -> None:
    """As a stick that is pulled out: what comes back are other files, as far as the system knows."""
    shutil.copytree(folder, folder.with_name("elsewhere"))
    shutil.rmtree(folder)


def pulled_out(folder: Path) -> None:
    """Where it was mounted an empty folder stays."""
    deleted(folder)
    folder.mkdir()


def comes_back(folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    folder.with_name("elsewhere").rename(folder)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made, _rows = make(tmp_path / "record", PHRASE, NOW)
    answer.put_all(made, shelf(), "about_me", {"am_name": "Robin"}, NOW)
    return made


def says(vault: Vault, name: str) -> None:
    answer.put(vault, shelf(), "about_me-1", "am_name", name, NOW)


def name_in(folder: Path) -> object:
    found = Vault.open_with_passphrase(folder, PHRASE, NOW)
    try:
        return found.section("about_me-1").answers["am_name"].words
    finally:
        found.close()


@pytest.mark.parametrize("goes", [moved, deleted, pulled_out])
def test_nothing_is_told_as_saved_while_the_folder_is_away_and_all_is_once_it_is_back(
    goes: Folder, vault: Vault, tmp_path: Path
) -> None:
    folder = tmp_path / "record"
    goes(folder)
    for _ in range(2):
        with pytest.raises(RecordAway) as told:
            says(vault, "Robin Hale")
    assert told.value.fields == {"folder": str(folder)}
    assert told.value.exit_code == Exit.NO_ROOM
    assert vault.passport().sections[0].answers["am_name"].words == "Robin"  # still to be read
    assert not (folder / DATABASE).exists()
    comes_back(folder)
    says(vault, "Robin Hale")
    vault.roll(NOW)
    assert vault.backup_trouble is None
    vault.close()
    assert name_in(folder) == "Robin Hale"


def test_reading_goes_on_with_what_came_back(vault: Vault, tmp_path: Path) -> None:
    deleted(tmp_path / "record")
    comes_back(tmp_path / "record")
    assert [one.answer.words for one in vault.history("about_me-1")] == ["Robin"]
    says(vault, "Robin Hale")
    vault.close()
    assert name_in(tmp_path / "record") == "Robin Hale"


def test_another_copy_in_its_place_is_not_written_to(vault: Vault, tmp_path: Path) -> None:
    """Such as an older one, or one that was changed elsewhere: going on would spoil it."""
    folder = tmp_path / "record"
    shutil.copytree(folder, tmp_path / "older")
    says(vault, "Robin Hale")
    moved(folder)
    (tmp_path / "older").rename(folder)
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(RecordAway):
        says(vault, "Robin Hale-Ward")
    assert (folder / DATABASE).read_bytes() == before
    shutil.rmtree(folder)
    comes_back(folder)
    says(vault, "Robin Hale-Ward")
    vault.close()
    assert name_in(folder) == "Robin Hale-Ward"


def test_a_record_that_came_back_and_is_open_elsewhere_says_so(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "record"
    deleted(folder)
    comes_back(folder)
    other = Vault.open_with_passphrase(folder, PHRASE, NOW)
    with pytest.raises((VaultInUse, RecordAway)):
        says(vault, "Robin Hale")
    other.close()
    vault.close()


def test_a_folder_that_goes_in_the_middle_of_a_save_undoes_it(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "record"

    def saves() -> None:
        with vault._rows.saving():
            vault.keep("theme", "calm")
            moved(folder)

    with pytest.raises(RecordAway):
        saves()
    comes_back(folder)
    assert vault.kept("theme") is None
    says(vault, "Robin Hale")
    vault.close()
    assert name_in(folder) == "Robin Hale"
