"""Copies of kept files that another program has to open: in a private folder, in memory where there is such a place.

They are taken away when the person goes back, locks or quits. What a killed program left is taken away at the next start.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from passport.vault.whole import plainly, write_whole

_OPENED = ".pp-view-"
"""How the name of a private folder begins; the number of the process follows."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A copy that another program can open, not locked."""

    path: Path
    in_memory: bool
    """Whether it lies in memory, so that no disk ever holds it."""


def lay_out(name: str, data: bytes) -> LaidOut:
    """A copy under this name, for its owner only. Raises NoRoom, NoPermission."""
    base, in_memory = _private_place()
    with plainly(base):
        folder = Path(tempfile.mkdtemp(prefix=f"{_OPENED}{os.getpid()}-", dir=base))
    write_whole(folder / name, data)
    return LaidOut(folder / name, in_memory)


def take_away() -> None:
    """Take away every copy that this program laid out."""
    for folder in _laid_out():
        if _process_of(folder) == os.getpid():
            shutil.rmtree(folder, ignore_errors=True)


def take_away_leftovers() -> int:
    """Take away what a program that was killed left behind. Returns how many copies there were."""
    count = 0
    for folder in _laid_out():
        if not _runs(_process_of(folder)) or _process_of(folder) == os.getpid():
            count += sum(1 for _ in folder.iterdir())
            shutil.rmtree(folder, ignore_errors=True)
    return count


def _bases() -> tuple[tuple[Path, bool], ...]:
    """Where a private folder may lie, the best first; whether it is in memory."""
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    in_memory = [Path(own)] if own.startswith("/") else []
    found = [(one, True) for one in (*in_memory, Path("/dev/shm")) if os.access(one, os.W_OK)]  # noqa: S108  # it is memory
    return (*found, (Path(tempfile.gettempdir()), False))


def _private_place() -> tuple[Path, bool]:
    return _bases()[0]


def _laid_out() -> Iterator[Path]:
    """Our own private folders that are there."""
    for base, _ in _bases():
        with contextlib.suppress(OSError):
            for one in base.glob(f"{_OPENED}*"):
                if one.is_dir() and not one.is_symlink() and _is_ours(one):
                    yield one


def _is_ours(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _process_of(folder: Path) -> int:
    number = folder.name.removeprefix(_OPENED).partition("-")[0]
    return int(number) if number.isdigit() else 0


def _runs(process: int) -> bool:
    if process <= 0 or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
