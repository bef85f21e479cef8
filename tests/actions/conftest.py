"""Records made once: Alex's, of which each test opens a copy, and one with a mark in every field, for the wall."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from passport.actions import demo
from passport.actions.unlock import make, unlock
from passport.forms.shelf import shelf
from passport.keys import passphrase
from passport.vault.vault import Vault
from tests.actions.marked import Marked, mark_every_field
from tests.builders import NOW

PHRASE = "kettle harbour violin meadow lantern"


@contextmanager
def cheaply() -> Iterator[None]:
    """Key stretching that takes no time, for what is made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "BOUNDS", passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON))
        patch.setattr(passphrase, "settings_here", lambda: passphrase.CHEAPEST)
        yield


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the record, closed."""
    folder = tmp_path_factory.mktemp("filled") / "record"
    with cheaply():
        made, _rows = make(folder, PHRASE, NOW)
    demo._fill(made, shelf(), NOW)
    made.close()
    return folder


@pytest.fixture
def vault(filled: Path, tmp_path: Path, cheap_keys: None) -> Iterator[Vault]:
    """A copy of it, open, in ``tmp_path / "record"``."""
    shutil.copytree(filled, tmp_path / "record")
    opened = unlock(tmp_path / "record", PHRASE, NOW).vault
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    """Open for as long as the tests run."""
    folder = tmp_path_factory.mktemp("wall")
    with cheaply():
        made, _rows = make(folder / "record", PHRASE, NOW)
    yield mark_every_field(made, folder)
    made.close()
