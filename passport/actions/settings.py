"""The file ``settings``: how the program looks and talks on this computer. No word of a person is in it."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from passport.errors import VaultError
from passport.vault.whole import write_whole

THEMES = ("clear-light", "clear-dark", "calm")
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose."""

    plain: bool = False
    """Start in plain lines."""
    theme: str = THEMES[0]
    idle_minutes: int = 10
    """Lock after so long without a key: 2 minutes to 20 hours."""


def read_settings(file: Path) -> Settings:
    """The settings, or the usual ones where there is no file or it cannot be used."""
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    usual = Settings()
    theme, minutes = found.get("theme"), found.get("idle_minutes")
    return replace(
        usual,
        plain=found.get("plain") is True,
        theme=theme if theme in THEMES else usual.theme,
        idle_minutes=min(1200, max(2, minutes)) if type(minutes) is int else usual.idle_minutes,
    )


def write_settings(file: Path, settings: Settings) -> None:
    """Write them whole. A place that cannot be written to is left: the program works without."""
    try:
        write_whole(file, json.dumps(asdict(settings)).encode())
    except VaultError:
        return
