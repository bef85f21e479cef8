"""The file ``settings``: how the program looks and talks on this computer. No word of a person is in it."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from passport.actions.places import is_portable
from passport.errors import NotMinutes, VaultError
from passport.record.strict_json import read_json
from passport.vault.whole import write_whole

THEMES = ("clear-light", "clear-dark", "calm")
_LARGEST = 100_000
PORTABLE_MINUTES = 3
"""By itself, on a computer that is not the person's own."""
FEWEST_MINUTES, MOST_MINUTES = 2, 1200
"""Bounds of locking by itself: 2 minutes to 20 hours."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose."""

    plain: bool = False
    """Start in plain lines."""
    theme: str = THEMES[0]
    idle_minutes: int = 10
    """Lock after so long without a key: 2 minutes to 20 hours."""
    news: str = ""
    """The newest version that the person was told of here."""


def read_settings(file: Path) -> Settings:
    """The settings, or the usual ones where there is no file or it cannot be used."""
    usual = Settings(idle_minutes=PORTABLE_MINUTES) if is_portable(file.parent) else Settings()
    try:
        with file.open("rb") as opened:
            found = read_json(opened.read(_LARGEST + 1), _LARGEST)
    except (OSError, ValueError):
        return usual
    if not isinstance(found, dict):
        return usual
    theme, minutes, news = found.get("theme"), found.get("idle_minutes"), found.get("news")
    return replace(
        usual,
        plain=found.get("plain") is True,
        theme=theme if theme in THEMES else usual.theme,
        idle_minutes=min(MOST_MINUTES, max(FEWEST_MINUTES, minutes))
        if type(minutes) is int
        else usual.idle_minutes,
        news=news if isinstance(news, str) else "",
    )


def write_settings(file: Path, settings: Settings) -> None:
    """Write them whole. A place that cannot be written to is left: the program works without."""
    if is_portable(file.parent) and not file.parent.exists():
        return  # the folder is the record's, and there is none yet
    try:
        write_whole(file, json.dumps(asdict(settings)).encode())
    except VaultError:
        return


def lock_after(file: Path, typed: str) -> Settings:
    """Choose how many minutes without a key it waits before it locks by itself.

    Returns the settings as they are now on disk. Raises NotMinutes for anything but 2 to 1200, NoRoom, NoPermission.
    """
    plain = typed.strip()
    minutes = (
        int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= len(str(MOST_MINUTES)) else 0
    )
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise NotMinutes(fewest=FEWEST_MINUTES, most=MOST_MINUTES)
    chosen = replace(read_settings(file), idle_minutes=minutes)
    write_whole(file, json.dumps(asdict(chosen)).encode())
    return chosen
