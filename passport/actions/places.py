"""Where things are on this computer. Outside the vault there are three small neutral files, and ``passport where`` lists them."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from platformdirs import user_config_path, user_data_path

from passport.errors import FileMissing
from passport.vault.folder import PORTABLE

_URL = "file://"
_HELPING = "helping"
_LONGEST_SHOWN = 100
"""Letters of a name in a sentence about it."""
_STICK = "PASSPORT_PORTABLE"
"""The variable with the folder of a record on a stick: it also holds for the program that starts after a lock."""

OF_A_STICK = (PORTABLE, "settings", "seen", "met")
"""What lies beside a portable record: its mark, and the three small files."""


@dataclass(frozen=True, slots=True)
class Places:
    """Every path the program uses by itself."""

    vault: Path
    """The folder of the record."""
    settings: Path
    """Plain mode, theme, text size."""
    seen: Path
    """The highest save counter met for each record, to name an older copy as older."""
    met: Path
    """Keys and versions of papers checked here."""
    helping: Path = Path()
    """A folder with what others asked help with, each locked with a passphrase of its own."""
    bundle: Path | None = None
    """A bundle that the program was opened for, if it was."""


def places(vault: Path | None = None) -> Places:
    """The usual places; ``vault`` is where the person keeps the record, if somewhere else. Nothing is made here."""
    stick = os.environ.get(_STICK)
    own = vault or (Path(stick) if stick else None)
    if own is not None and is_portable(own):
        return Places(own, own / "settings", own / "seen", own / "met", own / _HELPING)
    name = "passport"
    settings = user_config_path(name, appauthor=False)
    data = user_data_path(name, appauthor=False)
    return Places(
        vault or data / "record",
        settings / "settings",
        settings / "seen",
        settings / "met",
        data / _HELPING,
    )


def is_portable(folder: Path) -> bool:
    """Whether nothing about the record in this folder is to be written anywhere but there."""
    if os.environ.get(_STICK) == str(folder.absolute()):
        return True
    try:
        return (folder / PORTABLE).exists()
    except OSError:  # such as a name too long for any disk
        return False


def stay_on_the_stick(folder: Path) -> None:
    """From now on, and after a lock, this program writes nothing outside the folder that the record's folder is in.

    Only a copy of a kept file that another program must open lies in memory, where there is such a place.
    """
    os.environ[_STICK] = str(folder.absolute())
    tempfile.tempdir = str(folder.absolute().parent)


def place_typed(typed: str) -> Path:
    """A path that a person typed or dropped: some put quotes or ``file://`` round it, and ``~`` is their own folder."""
    plain = typed.replace("\0", "").strip().strip("'\"")
    path = Path(unquote(plain.removeprefix(_URL)) if plain.startswith(_URL) else plain)
    try:
        return path.expanduser()
    except RuntimeError:  # ``~`` of somebody who is not here
        return path


def must_be_there(path: Path, as_what: Callable[[Path], bool] = Path.exists) -> None:
    """Raises FileMissing where nothing of that kind is at a path, or its name is none that any disk knows."""
    try:
        there = as_what(path)
    except OSError:
        there = False
    if not there:
        raise FileMissing(file=path.name[:_LONGEST_SHOWN])
