"""Write files so that each is whole or absent: temporary in the same folder, synced, checked, then renamed."""

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from passport.errors import NoPermission, NoRoom


@contextlib.contextmanager
def whole_files(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Every file is on disk under a hidden name when the block begins, and under its own name when it has ended well.

    If the block raises, nothing is left and what was there before is untouched. Raises NoRoom, NoPermission.
    """
    waiting: dict[Path, Path] = {}
    try:
        with plainly(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                assert Path(name).name == name
                waiting[folder / f".{name}.part"] = folder / name
                _write_synced(folder / f".{name}.part", data)
        yield
        with plainly(folder):
            for part, whole in waiting.items():
                part.replace(whole)
            sync_folder(folder)
    finally:
        for part in waiting:
            with contextlib.suppress(OSError):
                part.unlink()


def write_whole(path: Path, data: bytes) -> None:
    """One file, whole or absent. Raises NoRoom, NoPermission."""
    with whole_files(path.parent, {path.name: data}):
        pass


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


@contextlib.contextmanager
def plainly(place: Path) -> Iterator[None]:
    """What the system says about a place, as one of our errors."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise NoRoom from None
        raise NoPermission(place=str(place)) from None
