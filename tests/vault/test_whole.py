"""Files are whole or absent, also when the disk is full or something goes wrong half way."""

import errno
import resource
import signal
import stat
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from passport.errors import DiskGone, NoPermission, NoRoom, NoRoomThere
from passport.vault.connection import plain_trouble
from passport.vault.whole import plainly, whole_files, write_whole


def test_files_have_their_names_only_after_the_block(tmp_path: Path) -> None:
    with whole_files(tmp_path / "new", {"a.pdf": b"one", "b.txt": b"two"}):
        assert sorted(file.name for file in (tmp_path / "new").iterdir()) == [".a.pdf.part", ".b.txt.part"]
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == ["a.pdf", "b.txt"]
    assert stat.S_IMODE((tmp_path / "new" / "a.pdf").stat().st_mode) == 0o600


def test_what_was_there_stays_when_the_block_raises(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(ValueError, match="half way"), whole_files(tmp_path, {"a.pdf": b"new"}):
        raise ValueError("half way")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        with pytest.raises(NoRoomThere):
            write_whole(tmp_path / "big", b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NoPermission):
        write_whole(tmp_path / "file" / "inside", b"x")


def test_a_link_waiting_under_the_hidden_name_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"safe")
    (tmp_path / ".a.part").symlink_to(tmp_path / "victim")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "victim").read_bytes() == b"safe"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV, errno.ENXIO])
def test_a_stick_that_was_pulled_out_is_not_told_as_a_full_one(number: int, tmp_path: Path) -> None:
    with pytest.raises(DiskGone), plainly(tmp_path):
        raise OSError(number, "")


def test_a_record_on_a_stick_that_was_pulled_out_says_so(tmp_path: Path) -> None:
    with pytest.raises(DiskGone), plain_trouble(tmp_path):
        raise dbapi2.OperationalError("disk I/O error")
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_may_grow_no_further_says_that_there_is_no_room(tmp_path: Path) -> None:
    """SQLite tells it with the words that it has for a stick that was pulled out."""
    (tmp_path / "vault.db").write_bytes(bytes(8192))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
        with pytest.raises(NoRoom), plain_trouble(tmp_path):
            raise dbapi2.OperationalError("disk I/O error")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [file.name for file in tmp_path.iterdir()] == ["vault.db"]
