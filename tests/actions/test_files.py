"""Files I keep: judged by their first bytes, whole when they come out, and on no disk that nobody asked for."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions import answer, files, laid_out
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.errors import FileDamaged, FileKindUnknown, FileMissing, FilesFull, FileTooBig, NothingThere
from passport.forms.shelf import shelf
from passport.record.visible import visible
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.tui.on_screen import PASSPHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")
PDF, PNG = (
    b"%PDF-1.7\nscan of a signed paper " * 9000,
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x05\0\0\0\x07rest",
)


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    yield vault
    vault.close()


def a_file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def again(vault: Vault) -> Vault:
    vault.close()
    return Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)


def test_a_file_comes_out_as_it_went_in_and_the_first_is_left(vault: Vault, tmp_path: Path) -> None:
    path = a_file(tmp_path, "scan.pdf", PDF)
    kept = files.keep(vault, shelf(), path, NOW)
    assert (kept.name, kept.media, kept.size) == ("scan.pdf", "application/pdf", len(PDF))
    assert path.read_bytes() == PDF
    opened = again(vault)
    assert files.kept(opened) == (kept,)
    assert [hit.words for hit in opened.find("scan", 5)] == ["scan.pdf"]
    out = files.save_out(opened, kept.id, tmp_path / "out")
    assert out.read_bytes() == PDF
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert files.save_out(opened, kept.id, tmp_path / "out").name == "scan-2.pdf"
    opened.close()


def test_the_kind_is_told_by_the_first_bytes_and_not_by_the_name(vault: Vault, tmp_path: Path) -> None:
    assert files.keep(vault, shelf(), a_file(tmp_path, "a.pdf", PNG), NOW).name == "a.pdf.png"
    assert files.keep(vault, shelf(), a_file(tmp_path, "b.exe", b"just words"), NOW).media == "text/plain"
    for data in (b"MZ\x90\0", b"", b"words\0words", b"\xff\xfeU", b"words " * 20_000 + b"\0"):
        with pytest.raises(FileKindUnknown):
            files.keep(vault, shelf(), a_file(tmp_path, "c.pdf", data), NOW)
    for path in (tmp_path, tmp_path / "none.pdf"):
        with pytest.raises(FileMissing):
            files.keep(vault, shelf(), path, NOW)
    assert len(files.kept(vault)) == 2


def test_one_file_and_all_together_have_a_limit(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_ONE", 300_000)
    monkeypatch.setattr(files, "MOST_ALL", 500_000)
    with pytest.raises(FileTooBig):
        files.keep(vault, shelf(), a_file(tmp_path, "c.pdf", PDF * 2), NOW)
    files.keep(vault, shelf(), a_file(tmp_path, "a.pdf", PDF), NOW)
    with pytest.raises(FilesFull):
        files.keep(vault, shelf(), a_file(tmp_path, "b.pdf", PDF), NOW)
    assert len(again(vault).kept_files(removed=True)) == 1


def test_a_damaged_file_is_named_and_the_rest_can_be_read(vault: Vault, tmp_path: Path) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    one = files.keep(vault, shelf(), a_file(tmp_path, "a.pdf", PDF), NOW)
    two = files.keep(vault, shelf(), a_file(tmp_path, "b.png", PNG), NOW)
    vault._rows.beside_the_seal("UPDATE attached_bytes SET bytes = x'00' WHERE id = ? AND n = 1", one.id)
    opened = again(vault)
    with pytest.raises(FileDamaged) as damaged:
        opened.read_file(one.id)
    assert damaged.value.fields == {"name": "a.pdf"}
    assert opened.read_file(two.id) == PNG
    assert opened.section(section.id).value("am_name") == "Alex"
    opened.close()


def test_what_is_taken_out_can_come_back(vault: Vault, tmp_path: Path) -> None:
    kept = files.keep(vault, shelf(), a_file(tmp_path, "a.pdf", PDF), NOW)
    files.take_out(vault, kept.id)
    assert files.kept(vault) == ()
    assert vault.find("a", 5) == ()
    assert [one.id for one in files.taken_out(vault)] == [kept.id]
    files.bring_file_back(vault, kept.id)
    assert files.kept(vault) == (kept,)
    with pytest.raises(NothingThere):
        files.take_out(vault, "nobody")


def test_it_answers_the_question_that_asks_for_it(vault: Vault, tmp_path: Path) -> None:
    section = answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex"}, NOW).section
    asks = next(one.id for one in shelf().pack("about_me").questions() if one.kind == "file")
    kept = files.keep(vault, shelf(), a_file(tmp_path, "me.png", PNG), NOW, section.id, asks)
    assert (kept.section, kept.place) == (section.id, asks)
    assert "me.png" in str(vault.section(section.id).answers[asks].words)


def test_a_scan_that_a_signing_names_can_be_kept_beside_it(vault: Vault, tmp_path: Path) -> None:
    """The answer stays as it was typed."""
    typed = {"ad_refusals": [{"rfz_treatment": "ECT"}]}
    section = answer.put_all(vault, shelf(), "advance_decision", typed, NOW).section
    scan = a_file(tmp_path, "signed.pdf", PDF)
    sign(vault, shelf(), section.id, {"sg_how": "pen", "sg_scan": str(scan)}, NOW)
    (offer,) = files.named_in_answers(vault, shelf())
    assert (offer.place, offer.path) == ("signings.1.sg_scan", scan)
    kept = files.keep_named(vault, offer, NOW)
    assert (kept.section, kept.place, kept.name) == (section.id, "signings.1.sg_scan", "signed.pdf")
    assert vault.section(section.id).answers["signings.1.sg_scan"].words == str(scan)
    assert files.named_in_answers(vault, shelf()) == ()


def test_a_copy_for_another_program_is_private_and_is_taken_away(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    kept = files.keep(vault, shelf(), a_file(tmp_path, "a.pdf", PDF), NOW)
    laid = files.lay_out(vault, kept.id)
    assert laid.path.read_bytes() == PDF
    assert laid.in_memory
    assert stat.S_IMODE(laid.path.parent.stat().st_mode) == 0o700
    laid_out.take_away()
    assert not laid.path.parent.exists()


def test_what_a_killed_program_left_is_found_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    dead = Path(tempfile.mkdtemp(prefix=f"{laid_out._OPENED}999999999-", dir=tmp_path))
    alive = Path(tempfile.mkdtemp(prefix=f"{laid_out._OPENED}{os.getppid()}-", dir=tmp_path))
    (dead / "a.pdf").write_bytes(PDF)
    assert laid_out.take_away_leftovers() == 1
    assert not dead.exists()
    assert alive.exists()


def test_what_can_be_shown_inside_needs_no_copy(vault: Vault, tmp_path: Path) -> None:
    text = files.keep(vault, shelf(), a_file(tmp_path, "a.txt", "één\nzwei".encode()), NOW)
    assert files.look(vault, text.id).lines == ("één", "zwei")
    picture = files.keep(vault, shelf(), a_file(tmp_path, "a.png", PNG), NOW)
    assert files.look(vault, picture.id).pixels == (5, 7)


@given(
    name=st.text(max_size=200)
    | st.sampled_from(["../../x", "C:\\x\\y.pdf", "a\u202efdp.exe", "\ud800", "..."])
)
def test_a_name_holds_no_folder_and_no_letter_that_acts(name: str) -> None:
    clean = files.with_ending(files.clean_name(name), "application/pdf")
    assert clean == Path(clean).name
    assert not set("/\\\0\n\u202e") & set(clean)
    assert visible(clean) == clean
    assert 0 < len(clean) <= 110
    assert not clean.startswith(".")
