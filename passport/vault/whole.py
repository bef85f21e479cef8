"""Write files so that each is whole or absent: temporary in the same folder, synced, checked, then renamed."""

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from passport.errors import DiskGone, FileThere, NoPermission, NoRoom, NoRoomThere
from passport.record.leaving_off import unless_stopped


@contextlib.contextmanager
def whole_files(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Every file is on disk under a hidden name when the block begins, and under its own name when it has ended well.

    If the block raises, nothing is left and what was there before is untouched. Raises NoRoomThere, NoPermission.
    """
    waiting: dict[Path, Path] = {}
    before: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        with plainly(folder, new=True):
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                assert Path(name).name == name
                unless_stopped()
                waiting[folder / f".{name}.part"] = folder / name
                _write_synced(folder / f".{name}.part", data)
        yield
        with plainly(folder, new=True):
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
    """One file, whole or absent. Raises NoRoomThere, NoPermission."""
    with whole_files(path.parent, {path.name: data}):
        pass


def write_whole_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """A folder of files, for its owner only: whole or absent, and over nothing that is there. Each file is made in its turn.

    A name may stand in one folder more. Raises FileThere, NoRoomThere, NoPermission, and what making a file raises.
    """
    import secrets  # reads a library of hashes: the first page need not wait for it

    with plainly(folder, new=True):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _must_be_free(folder)
        part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
        part.mkdir(mode=0o700)
    try:
        for name, data in files:
            unless_stopped()
            path = part / name
            assert part in {path.parent, path.parent.parent}
            assert ".." not in path.parts
            with plainly(folder, new=True):
                path.parent.mkdir(mode=0o700, exist_ok=True)
                _write_synced(path, data)
        with plainly(folder, new=True):
            for one in (*(inside for inside in part.iterdir() if inside.is_dir()), part):
                sync_folder(one)
            _must_be_free(folder)
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
            sync_folder(folder.parent)
    finally:
        _take_away(part)


def _must_be_free(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise FileThere(file=str(folder))


def _take_away(part: Path) -> None:
    """A folder of our own that was not given its name."""
    for path in sorted(part.rglob("*"), reverse=True) if part.exists() else ():
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
    with contextlib.suppress(OSError):
        part.rmdir()


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


def wipe(path: Path) -> None:
    """Write zeros over a file, then take it away. What a disk keeps of it afterwards is out of reach. Raises OSError."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(b"\0" * min(_MORE, left))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


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
def plainly(place: Path, *, new: bool = False) -> Iterator[None]:
    """What the system says about a place, as one of our errors. ``new``: no words of the record wait to be written there."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise NoRoomThere(place=str(place)) if new else NoRoom from None
        if trouble.errno in _GONE:
            raise DiskGone from None
        raise NoPermission(place=str(place)) from None
