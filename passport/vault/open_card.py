"""The open card: a few lines in a file that is not locked, because the person said so. See docs/formats/open-card.md."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from passport.record.strict_json import read_json
from passport.record.visible import visible
from passport.vault.folder import OPEN
from passport.vault.whole import plainly, sync_folder, wipe, write_whole

FORMAT = 1
MOST_LINES, MOST_LETTERS = 5, 90
_LARGEST = 4096


def read_open(folder: Path) -> tuple[str, ...]:
    """The lines of the open card of a record, without opening it. None where there is no such card, or it is not as we write it."""
    path = folder / OPEN
    try:
        if path.is_symlink() or not path.is_file():
            return ()
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        found = read_json(data, _LARGEST)
    except (OSError, ValueError):
        return ()
    lines = found.get("lines") if isinstance(found, dict) else None
    if not isinstance(lines, list) or not all(isinstance(one, str) and _is_line(one) for one in lines):
        return ()
    whole = 1 <= len(lines) <= MOST_LINES and data == _written(lines)
    return tuple(lines) if whole else ()


def has_open(folder: Path) -> bool:
    """Whether anything stands where the open card would, readable or not."""
    path = folder / OPEN
    with suppress(OSError):
        return path.is_symlink() or path.exists()
    return False


def write_open(folder: Path, lines: Sequence[str]) -> None:
    """Put these lines out for anyone to read, and nothing else. Raises NoRoom, NoPermission."""
    assert 1 <= len(lines) <= MOST_LINES
    assert all(_is_line(one) for one in lines)
    write_whole(folder / OPEN, _written(lines))


def take_open_away(folder: Path) -> None:
    """No line stands there afterwards. Raises NoPermission."""
    path = folder / OPEN
    with plainly(folder):
        if path.is_symlink():
            path.unlink()
        elif path.is_file():
            wipe(path)
        sync_folder(folder)


def _is_line(line: str) -> bool:
    """One line of words to read: nothing in it acts on a terminal."""
    return (
        0 < len(line) <= MOST_LETTERS and "\n" not in line and line == visible(line) and line == line.strip()
    )


def _written(lines: Sequence[str]) -> bytes:
    """The one way to write it."""
    whole = {"format": FORMAT, "lines": list(lines)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
