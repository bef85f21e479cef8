"""What can be read of a damaged record comes into a new one; the damaged one is never written to, nothing is called whole."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from passport import errors
from passport.actions import repair
from passport.actions.back_up import last_good
from passport.actions.unlock import unlock
from passport.forms.shelf import shelf
from passport.record.answers import Answer
from passport.vault.folder import DATABASE, KEYS, PAGE
from passport.vault.vault import Vault
from passport.wording.words import Words

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
WORDS = Words()
MANY = 120
Damages = Callable[[bytearray, bytes, int], bytearray]


def answered(number: int, again: str = "") -> dict[str, Answer]:
    text = f"answer {number} {again}" + "word " * 60
    return {f"place_{number}": Answer(text, text, NOW + timedelta(seconds=number))}


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, bytes, dict[str, str]]:
    """A closed record over many pages, its file before the last saves, and its answers."""
    folder = tmp_path / "record"
    vault, _ = Vault.create(folder, PASSPHRASE, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    for number in range(MANY):
        vault.put(section.id, answered(number))
    vault.keep_file([b"%PDF-1.7\n" + bytes(9000)], "scan.pdf", "application/pdf", NOW, section.id)
    vault.close()
    older = (folder / DATABASE).read_bytes()
    vault = unlock(folder, PASSPHRASE, NOW).vault
    for number in range(0, MANY, 7):
        vault.put(section.id, answered(number, "anew"))
    vault.close()
    return folder, older, standing(folder)


def standing(folder: Path) -> dict[str, str]:
    vault = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
    found = {
        f"{one.id} {place}": str(answer.words)
        for one in vault.passport().sections
        for place, answer in one.answers.items()
    }
    vault.close()
    return found


def flipped(data: bytearray, _older: bytes, page: int) -> bytearray:
    data[page * PAGE + 100] ^= 4
    return data


def zeroed(data: bytearray, _older: bytes, page: int) -> bytearray:
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return data


def swapped(data: bytearray, _older: bytes, page: int) -> bytearray:
    a, b = slice(page * PAGE, (page + 1) * PAGE), slice((page + 1) * PAGE, (page + 2) * PAGE)
    data[a], data[b] = data[b], data[a]
    return data


def rolled_back(data: bytearray, older: bytes, page: int) -> bytearray:
    data[page * PAGE : (page + 1) * PAGE] = older[page * PAGE : (page + 1) * PAGE]
    return data


def cut(data: bytearray, _older: bytes, page: int) -> bytearray:
    return data[: (page + 1) * PAGE]


def cut_inside(data: bytearray, _older: bytes, page: int) -> bytearray:
    return data[: (page + 1) * PAGE + 1000]


def salted(data: bytearray, _older: bytes, _page: int) -> bytearray:
    data[3] ^= 1
    return data


def sums(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("damages", [flipped, zeroed, swapped, rolled_back, cut, cut_inside, salted])
def test_what_can_be_read_is_saved_and_the_damaged_files_stay_as_they_were(
    record: tuple[Path, bytes, dict[str, str]], tmp_path: Path, damages: Damages
) -> None:
    folder, older, before = record
    healthy = (folder / DATABASE).read_bytes()
    pages = len(healthy) // PAGE
    tried = 0
    for page in range(5 if damages in {cut, cut_inside} else 1, pages - 2, max(1, pages // 5)):
        spoilt = bytes(damages(bytearray(healthy), older, page))
        (folder / DATABASE).write_bytes(spoilt)
        there = sums(folder)
        to = tmp_path / f"{damages.__name__}{page}"
        try:
            done = repair.salvage(folder, PASSPHRASE, to, NOW)
        except errors.NothingToRepair:  # a page that holds no row of ours, or that did not change
            continue
        except errors.NothingReadable:
            assert damages in {cut, cut_inside}  # no answer stands on what is left
            continue
        finally:
            assert sums(folder) == there
        tried += 1
        saved, after = done.saved, standing(to)
        assert 0 <= saved.answers <= saved.answers_before
        assert set(after) <= set(before)
        if damages is not rolled_back:
            assert len(after) >= len(before) - 2 * (saved.answers_before - saved.answers)
        told = repair.said(done, shelf(), WORDS)
        assert WORDS("repair.not_whole") in told
        assert WORDS("repair.done", folder=to, count=saved.answers, most=saved.answers_before) in told
    assert tried or damages is rolled_back
    assert not list(tmp_path.glob(".*"))


def test_a_bad_page_costs_what_stood_on_it_and_no_more(
    record: tuple[Path, bytes, dict[str, str]], tmp_path: Path
) -> None:
    """Also one where a table begins, and leads to all other pages of it: one of the answers, and the file's first."""
    folder, _older, _before = record
    healthy = (folder / DATABASE).read_bytes()
    pages = len(healthy) // PAGE
    losses = []
    for page in {*range(12), *range(12, pages, 3), pages * 3 // 4}:
        (folder / DATABASE).write_bytes(bytes(flipped(bytearray(healthy), b"", page)))
        saved = repair.salvage(folder, PASSPHRASE, tmp_path / f"{page}", NOW).saved
        losses.append(saved.answers_before - saved.answers)
    assert max(losses) <= 12, losses
    assert sum(0 < one <= 12 for one in losses) >= 3, losses


def test_the_backup_is_offered_with_its_date(record: tuple[Path, bytes, dict[str, str]]) -> None:
    folder, _older, _before = record
    good = last_good(folder)
    assert good is not None
    found = repair.what_helps(folder, errors.VaultDamaged(), WORDS)
    assert found.backup == good[0]
    assert WORDS("repair.backup_own", date="23 November 2026") in found.lines
    assert found.can_save
    only = repair.what_helps(folder, errors.KeysMissing(), WORDS)
    assert not only.can_save
    assert WORDS("repair.only_backups") in only.lines


def test_in_its_own_place_the_damaged_one_is_set_aside_unchanged(
    record: tuple[Path, bytes, dict[str, str]],
) -> None:
    folder, _older, _before = record
    data = bytearray((folder / DATABASE).read_bytes())
    (folder / DATABASE).write_bytes(zeroed(data, b"", len(data) // PAGE // 2))
    there = sums(folder)
    done = repair.salvage(folder, PASSPHRASE, folder, NOW)
    assert done.set_aside is not None
    assert sums(done.set_aside) == there
    vault = Vault.open_with_recovery_words(folder, [word for row in done.recovery_words for word in row], NOW)
    vault.close()


def test_a_healthy_record_is_left_alone_and_without_keys_only_backups_help(
    record: tuple[Path, bytes, dict[str, str]], tmp_path: Path
) -> None:
    folder, _older, _before = record
    there = sums(folder)
    with pytest.raises(errors.NothingToRepair):
        repair.salvage(folder, PASSPHRASE, tmp_path / "new", NOW)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "letter").write_text("Dear Sam")
    with pytest.raises(errors.VaultExists):
        repair.salvage(folder, PASSPHRASE, tmp_path / "new", NOW)
    assert sums(folder) == there
    (folder / KEYS).unlink()
    with pytest.raises(errors.KeysMissing):
        repair.salvage(folder, PASSPHRASE, tmp_path / "other", NOW)
    (folder / DATABASE).write_bytes(b"")
    (folder / KEYS).write_text("{}")
    with pytest.raises(errors.VaultEmpty):
        repair.salvage(folder, PASSPHRASE, tmp_path / "other", NOW)
    assert not (tmp_path / "other").exists()
