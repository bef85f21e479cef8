"""Where things are on this computer. Outside the vault there are three small neutral files, and ``passport where`` lists them."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from platformdirs import user_config_path, user_data_path

_URL = "file://"


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


def places(vault: Path | None = None) -> Places:
    """The usual places; ``vault`` is where the person keeps the record, if somewhere else. Nothing is made here."""
    name = "passport"
    settings = user_config_path(name, appauthor=False)
    return Places(
        vault or user_data_path(name, appauthor=False) / "record",
        settings / "settings",
        settings / "seen",
        settings / "met",
    )


def place_typed(typed: str) -> Path:
    """A path that a person typed or dropped: some put quotes or ``file://`` round it, and ``~`` is their own folder."""
    plain = typed.strip().strip("'\"")
    path = Path(unquote(plain.removeprefix(_URL)) if plain.startswith(_URL) else plain)
    try:
        return path.expanduser()
    except RuntimeError:  # ``~`` of somebody who is not here
        return path
