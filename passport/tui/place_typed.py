"""A file or folder that a person typed or dropped on the terminal."""

from pathlib import Path


def place_typed(typed: str) -> Path:
    """The path: terminals put quotes round a dropped file, and ``~`` is the person's own folder."""
    return Path(typed.strip().strip("'\"")).expanduser()
