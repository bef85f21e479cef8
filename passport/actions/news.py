"""What is new, by version, out of one file of words. Told once after an update, in one line, and never over anything else."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path

from passport.actions.settings import Settings, read_settings, write_settings
from passport.wording.words import ENGLISH


@dataclass(frozen=True, slots=True)
class Release:
    """One version."""

    version: str
    lines: tuple[str, ...]
    """What a person can now do, one thing a line."""


@cache
def releases(language: str = ENGLISH) -> tuple[Release, ...]:
    """Every version there is something to tell of, the newest first."""
    folder = resources.files("passport.wording")
    file = folder / f"news.{language}.toml"
    if not file.is_file():
        file = folder / f"news.{ENGLISH}.toml"
    told: Mapping[str, Mapping[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))["release"]
    return tuple(Release(version, tuple(lines.values())) for version, lines in told.items())


def told(settings: Settings) -> Settings:
    """The same settings, once this version was told of: as on a computer that is new itself."""
    return replace(settings, news=releases()[0].version)


def is_news(file: Path) -> tuple[bool, Settings]:
    """Whether this version was not told of on this computer yet, and the settings. From now on it was: it is told once.

    A computer that never had settings is new itself: there is nothing to compare with.
    """
    known = read_settings(file)
    now = told(known)
    if known == now:
        return False, known
    was_here = file.exists()
    write_settings(file, now)
    return was_here, now
