"""The file ``seen``: the highest save counter met for each vault on this computer. Vault ids are random; no names."""

import json
from collections.abc import Mapping
from pathlib import Path

from passport.errors import VaultError
from passport.vault.whole import write_whole

_LARGEST = 1_000_000


def read_seen(path: Path) -> dict[str, int]:
    """Vault id to counter. An unreadable file counts as empty: it only ever adds a notice."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(vault): count for vault, count in found.items() if isinstance(count, int)}


def write_seen(path: Path, seen: Mapping[str, int]) -> None:
    """Write it whole. A place that cannot be written to is left: opening a vault does not depend on this."""
    try:
        write_whole(path, json.dumps(dict(seen)).encode())
    except VaultError:
        return
