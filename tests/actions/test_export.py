"""Everything as open files: what another program reads, whole or not at all, over nothing, for its owner only."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.goals import export as goal
from passport.actions import answer
from passport.actions.export import FILES, READ_ME, RECORD, TEXTS, export
from passport.actions.unlock import make
from passport.errors import Exit, FileThere, NoRoom
from passport.forms.shelf import shelf
from passport.vault import whole
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put
from tests.tui.on_screen import PASSPHRASE

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    typed = {"am_name": "Alex\x1b[2J", "am_important": "Tea"}
    answer.put_all(vault, shelf(), "about_me", typed, NOW)
    yield vault
    vault.close()


def test_another_program_reads_the_same_and_a_changed_letter_is_seen() -> None:
    outcome = goal.g19(full=False)
    assert outcome.cases >= 80
    assert outcome.failures == 0, outcome.note


def test_it_opens_without_us_and_only_for_its_owner(vault: Vault, tmp_path: Path) -> None:
    out = tmp_path / "open"
    vault.keep_file([b"%PDF-1.7\nsigned"], "scan.pdf", "application/pdf", NOW)
    vault.keep_file([b"%PDF-1.7\nother"], "Scan.pdf", "application/pdf", NOW)
    done = export(vault, shelf(), out, NOW, WORDS)
    assert (done.entries, done.answers, done.files, done.not_read) == (1, 2, 2, ())
    there = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert there == {
        READ_ME,
        RECORD,
        f"{TEXTS}/about_me-1.txt",
        f"{FILES}/Scan.pdf",
        f"{FILES}/scan-2.pdf",
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.rglob("*") if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (out, *out.iterdir()) if path.is_dir()} == {0o700}
    text = (out / TEXTS / "about_me-1.txt").read_text()
    asked = shelf().pack("about_me").question("am_important")
    assert asked is not None
    assert f"{asked.label}\n  Tea\n" in text
    assert "\x1b" not in text
    assert WORDS("export.warning") in (out / READ_ME).read_text()
    said = json.loads((out / RECORD).read_text())
    assert said["entries"][0]["answers"][0]["words"] == "Alex\x1b[2J"


def test_nothing_that_is_there_is_written_over(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear Sam")
    (tmp_path / "a file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for taken in ("mine", "a file", "link", "record"):
        with pytest.raises(FileThere):
            export(vault, shelf(), tmp_path / taken, NOW, WORDS)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    (tmp_path / "empty").mkdir()
    assert export(vault, shelf(), tmp_path / "empty", NOW, WORDS).answers == 2


def test_cut_short_it_leaves_no_word(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = whole._write_synced, [0]

    def full_disk(path: Path, data: bytes) -> None:
        count[0] += 1
        if count[0] == 3:
            raise NoRoom
        real(path, data)

    monkeypatch.setattr(whole, "_write_synced", full_disk)
    with pytest.raises(NoRoom):
        export(vault, shelf(), tmp_path / "open", NOW, WORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["record"]


def test_a_damaged_file_is_left_out_and_named(vault: Vault, tmp_path: Path) -> None:
    kept = vault.keep_file([b"%PDF-1.7\nsigned"], "scan.pdf", "application/pdf", NOW)
    vault._rows.beside_the_seal("UPDATE attached_bytes SET bytes = ? WHERE id = ?", b"other", kept.id)
    done = export(vault, shelf(), tmp_path / "open", NOW, WORDS)
    assert (done.files, done.not_read) == (0, ("scan.pdf",))
    assert json.loads((tmp_path / "open" / RECORD).read_text())["files"][0]["file"] is None


def test_a_script_has_to_say_yes(person: Person) -> None:
    put(person, 'am_name = "Alex"')
    out = person.tmp_path / "open"
    assert person("export", str(out)) == Exit.REFUSED
    assert WORDS("export.warning") in person.out
    assert "--yes" in person.out
    assert not out.exists()
    assert person("export", str(out), "--yes") == Exit.DONE
    assert (out / RECORD).exists()
    assert person("export", str(out), "--yes") == Exit.USAGE
    assert "Nothing has been written" in person.err
