"""The file ``seen``: the newest state of each record that was met on this computer. Vault ids are random; no names.

See docs/formats/seen.md. A file of before, with only a counter for each record, is read as well.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from passport.errors import VaultError
from passport.record.strict_json import read_json
from passport.vault.whole import write_whole

_LARGEST = 1_000_000
MOST_RECORDS = 50
"""The newest so many stay, so that the file can always be read."""


@dataclass(frozen=True, slots=True)
class LastSeen:
    """One record, as it was used here last."""

    counter: int
    """Its saves."""
    at: str = ""
    """When, such as ``2026-04-09T10:00:00+00:00``; empty in a file of before."""
    states: tuple[str, ...] = ()
    """What it said then, last, and before; empty in a file of before."""
    is_open: bool = False
    """It was opened, and the program has not said that it closed: more may have been saved since."""


def read_seen(path: Path) -> dict[str, LastSeen]:
    """Vault id to what was seen. An unreadable file counts as empty: it only ever adds a notice."""
    try:
        with path.open("rb") as file:
            found = read_json(file.read(_LARGEST + 1), _LARGEST)
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    read = ((str(vault), _one(plain)) for vault, plain in found.items())
    return {vault: one for vault, one in read if one is not None}


def _one(plain: object) -> LastSeen | None:
    if type(plain) is int:
        return LastSeen(plain)
    if not isinstance(plain, dict):
        return None
    counter, at, states = plain.get("counter"), plain.get("at"), plain.get("states")
    if type(counter) is not int or not isinstance(at, str) or not isinstance(states, list):
        return None
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return None
    return LastSeen(
        counter, at, tuple(one for one in states if isinstance(one, str)), plain.get("is_open") is True
    )


def write_seen(path: Path, seen: Mapping[str, LastSeen]) -> None:
    """Write it whole. A place that cannot be written to is left: opening a vault does not depend on this."""
    kept = list(seen.items())[-MOST_RECORDS:]
    plain = {vault: asdict(one) if one.at else one.counter for vault, one in kept}
    try:
        write_whole(path, json.dumps(plain).encode())
    except VaultError:
        return
