"""Saving what can be read: the damaged files stay as they were, and nothing is called whole."""

from pathlib import Path

import pytest

from passport.actions import repair
from passport.forms.shelf import shelf
from passport.vault.folder import DATABASE
from passport.wording.words import Words
from tests.vault.test_salvage import NOW, PASSPHRASE, record, sums, zeroed

__all__ = ["record"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


def test_its_files_stay_as_they_were_and_what_came_out_is_not_called_whole(
    record: tuple[Path, bytes, dict[str, str]], tmp_path: Path
) -> None:
    folder, _older, _before = record
    data = bytearray((folder / DATABASE).read_bytes())
    (folder / DATABASE).write_bytes(zeroed(data, b"", len(data) // 4096 // 2))
    there = sums(folder)
    done = repair.salvage(folder, PASSPHRASE, tmp_path / "new", NOW)
    assert sums(folder) == there
    assert WORDS("repair.not_whole") in repair.said(done, shelf(), WORDS)
