"""The folder of a vault: which files, who may write, and what each trouble is called."""

import contextlib
from pathlib import Path

from passport.errors import KeysMissing, NotAVault, NoVaultHere, VaultDamaged, VaultEmpty, VaultExists
from passport.vault.whole import plainly

DATABASE = "vault.db"
KEYS = "vault.keys"
KEYS_BEFORE = "vault.keys.bak"
"""The keys as they were before the last change of passphrase."""
JOURNAL = f"{DATABASE}-journal"
BACKUPS = "backups"
"""A folder of our own backups, taken before risky steps and once a day."""
PORTABLE = "portable"
"""An empty file. Where it is, settings and what was seen and met lie in the folder, too, and nothing on the computer."""
OPEN = "open"
"""The open card: the one file that is not locked. It is there only while the person wants it."""
OWN_FILES = (DATABASE, JOURNAL, KEYS, KEYS_BEFORE, OPEN)
"""Every file that a vault makes in its folder; our own backups are in ``BACKUPS``."""
PAGE = 4096


def make_folder(folder: Path) -> None:
    """A folder for a new vault, for its owner only. Raises VaultExists, NotAVault, NoRoom, NoPermission."""
    with plainly(folder):
        if (folder / DATABASE).exists() or (folder / KEYS).exists():
            raise VaultExists(folder=str(folder))
        if folder.exists() and not folder.is_dir():
            raise NotAVault(folder=str(folder))
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def unmake(folder: Path) -> None:
    """Take a vault away again that could not be made whole. Only for one that this very run began to make."""
    for name in (DATABASE, JOURNAL, KEYS, PORTABLE):
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()


def look_at_folder(folder: Path) -> None:
    """Raises what is wrong with a folder that should hold a vault, before anything is opened."""
    try:
        there = folder.exists()
    except OSError:  # such as a name too long for any disk
        there = False
    if not there:
        raise NoVaultHere(folder=str(folder)[:200])
    if not folder.is_dir():
        raise NotAVault(folder=str(folder))
    database, keys = folder / DATABASE, folder / KEYS
    with plainly(folder):
        inside = {path.name for path in folder.iterdir()}
        if DATABASE not in inside and KEYS not in inside:
            raise NotAVault(folder=str(folder)) if inside else NoVaultHere(folder=str(folder))
        if any(path.is_symlink() for path in (database, keys)) or not database.is_file():
            raise NotAVault(folder=str(folder))
        if not keys.is_file():
            raise KeysMissing
        size = database.stat().st_size
    if size == 0:
        raise VaultEmpty
    if size % PAGE and not was_cut_off(folder):
        raise VaultDamaged


def was_cut_off(folder: Path) -> bool:
    """Whether a write was cut off, perhaps inside a page: opening undoes it, and the checks that follow see all the rest.

    The journal of such a write begins with this mark: sqlite.org/fileformat2.html, section 3.
    """
    mark = bytes.fromhex("d9d505f920a163d7")
    return read_small(folder / JOURNAL, len(mark)).startswith(mark) if (folder / JOURNAL).exists() else False


def read_small(path: Path, most: int) -> bytes:
    """A small file, or its first bytes. Raises NoPermission."""
    with plainly(path), path.open("rb") as file:
        return file.read(most + 1)
