"""Write files so that each is whole or absent: temporary in the same folder, synced, checked, then renamed."""

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from passport.errors import DiskGone, NoPermission, NoRoom


@contextlib.contextmanager
def whole_files(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Every file is on disk under a hidden name when the block begins, and under its own name when it has ended well.

    If the block raises, nothing is left and what was there before is untouched. Raises NoRoom, NoPermission.
    """
    waiting: dict[Path, Path] = {}
    before: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        with plainly(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                assert Path(name).name == name
                waiting[folder / f".{name}.part"] = folder / name
                _write_synced(folder / f".{name}.part", data)
        yield
        with plainly(folder):
            if (
                len(waiting) > 1
            ):  # one file is renamed or not; of several, those before the one that stopped go back
                for whole in waiting.values():
                    if whole.is_file():
                        before[whole] = whole.with_name(f".{whole.name}.before")
                        _keep(whole, before[whole])
            for part, whole in waiting.items():
                part.replace(whole)
                done.append(whole)
            sync_folder(folder)
    except BaseException:
        for whole in done if len(waiting) > 1 else ():
            with contextlib.suppress(OSError):
                before[whole].replace(whole) if whole in before else whole.unlink()
        raise
    finally:
        for part in (*waiting, *before.values()):
            with contextlib.suppress(OSError):
                part.unlink()


def write_whole(path: Path, data: bytes) -> None:
    """One file, whole or absent. Raises NoRoom, NoPermission."""
    with whole_files(path.parent, {path.name: data}):
        pass


def _keep(whole: Path, other: Path) -> None:
    """Give a file another name too, so that it can be put back. On disks without links, a copy."""
    with contextlib.suppress(FileNotFoundError):
        other.unlink()
    try:
        os.link(whole, other)
    except OSError:
        _write_synced(other, whole.read_bytes())


def _write_synced(path: Path, data: bytes) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """A rename is on disk only when its folder is. Windows has no such call and needs none."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO}
"""As when a stick is pulled out."""


_MORE = 1 << 20
"""Bytes: further than one save makes a file longer."""


def must_have_room(folder: Path, size: int, much: int = 4096) -> None:
    """So many bytes, a page, would still fit well after the end of a file of this size. Raises NoRoom where the disk or a share of it is full.

    SQLite tells the last of these, and a file that may grow no further, as it tells a stick that was pulled out.
    """
    trial = folder / ".room.part"
    try:
        with os.fdopen(os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.seek(size + _MORE)
            file.write(bytes(much))
            file.flush()
            os.fsync(file.fileno())
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise NoRoom from None
    finally:
        with contextlib.suppress(OSError):
            trial.unlink()


@contextlib.contextmanager
def plainly(place: Path) -> Iterator[None]:
    """What the system says about a place, as one of our errors."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise NoRoom from None
        if trouble.errno in _GONE:
            raise DiskGone from None
        raise NoPermission(place=str(place)) from None
