"""The file ``settings``: how the program looks and talks on this computer. No word of a person is in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from passport.actions.places import is_portable
from passport.errors import KeyTaken, NotAKey, NotALook, NotMinutes, VaultError
from passport.record.strict_json import read_json
from passport.vault.whole import write_whole
from passport.wording.words import Words

THEMES = ("clear-light", "clear-dark", "calm", "ansi")
"""Looks; the last one is the colours that the person's own terminal has."""
KEYS: Mapping[str, str] = {
    "help": "f1",
    "support": "f2",
    "card": "f6",
    "lock": "f10",
    "find": "ctrl+p",
    "quit": "ctrl+q",
}
"""What can have another key beside its own, and its own, which always stays: our words name that one."""
_KEY = re.compile(r"f([1-9]|1[0-2])|ctrl\+[bglnopqrt]")
"""Keys that nothing else needs: a letter with Ctrl that edits text, or that a terminal takes for Enter or Tab, is none."""
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
    keys: Mapping[str, str] = field(default_factory=dict)
    """Another key for one of ``KEYS``, beside its own, for a terminal or a hand that the own one does not suit."""
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
        keys=_keys(found.get("keys")),
        news=news if isinstance(news, str) else "",
    )


def _keys(found: object) -> dict[str, str]:
    """Those that can be used."""
    keys: dict[str, str] = {}
    for what, key in found.items() if isinstance(found, dict) else ():
        if what in KEYS and isinstance(key, str) and _KEY.fullmatch(key) and not _taken(keys, what, key):
            keys[what] = key
    return keys


def _taken(keys: Mapping[str, str], what: str, key: str) -> bool:
    others = {other: of for of, other in (*((of, own) for of, own in KEYS.items()), *keys.items())}
    return others.get(key, what) != what


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
    return _keep(file, replace(read_settings(file), idle_minutes=minutes))


def look(file: Path, theme: str) -> Settings:
    """Choose how the full screen looks. Returns the settings as they are now. Raises NotALook, NoRoom, NoPermission."""
    if theme not in THEMES:
        raise NotALook(looks=", ".join(THEMES))
    return _keep(file, replace(read_settings(file), theme=theme))


def start_plain(file: Path, *, plain: bool) -> Settings:
    """Choose if it starts in plain lines. Returns the settings as they are now. Raises NoRoom, NoPermission."""
    return _keep(file, replace(read_settings(file), plain=plain))


def another_key(file: Path, what: str, typed: str) -> Settings:
    """Choose another key for one of ``KEYS``, as ``F3`` or ``Ctrl+L``; nothing typed takes it away again.

    Returns the settings as they are now. Raises NotAKey, KeyTaken, NoRoom, NoPermission.
    """
    now = read_settings(file)
    others = {of: key for of, key in now.keys.items() if of != what}
    key = typed.strip().lower().replace(" ", "").replace("-", "+").replace("^", "ctrl+")
    if what not in KEYS or (key and not _KEY.fullmatch(key)):
        raise NotAKey
    if key and _taken(others, what, key):
        raise KeyTaken(key=key_name(key))
    more = {what: key} if key and key != KEYS[what] else {}
    return _keep(file, replace(now, keys={**others, **more}))


def key_name(key: str) -> str:
    """``F1``, ``Ctrl+P``: as they stand on the keys and in our words."""
    return "+".join(one.capitalize() for one in key.split("+")) if "+" in key else key.upper()


def keys_for(settings: Settings, what: str) -> tuple[str, ...]:
    """The keys that do it: the person's own choice first."""
    return (*([settings.keys[what]] if what in settings.keys else []), KEYS[what])


def keys_in_words(settings: Settings, what: str, words: Words) -> str:
    """``F3 or F2``, for a person."""
    first, *rest = (key_name(key) for key in keys_for(settings, what))
    return words("looks.or", one=first, other=rest[0]) if rest else first


def _keep(file: Path, chosen: Settings) -> Settings:
    write_whole(file, json.dumps(asdict(chosen)).encode())
    return chosen
