"""Typing on faster than the pages come: every letter stands in the answer it was meant for. On a real terminal."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.record.answers import Value
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")
FIND, QUIT = "\x10", "\x11"


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """The bare box of a record with nothing in it."""
    vault, _words = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    vault.close()
    return Window(tmp_path)


def words_of(tmp_path: Path, form: str) -> Mapping[str, Value]:
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    found = {place: one.words for place, one in vault.passport().of_form(form)[-1].answers.items()}
    vault.close()
    return found


def test_answers_typed_in_one_go_stand_where_they_belong(tmp_path: Path, window: Window) -> None:
    """From the passphrase on, nothing is waited for but the box to type it in."""
    with window:
        window.until("\x1b[?")
        window.types("", 2)
        window.types(f"{PASSPHRASE}\r{FIND}About me", 3)
        window.types("\r", 2)
        window.types("Robin Hill\rRob\rthey and them\rsurvivor\rA quiet room\r\rand tea\t\r", 3)
        window.types(QUIT, 1)
        assert window.ends() == 0
    said = words_of(tmp_path, "about_me")
    assert [said.get(f"am_{one}") for one in ("name", "known_as", "pronouns", "words", "important")] == [
        "Robin Hill",
        "Rob",
        "they and them",
        "survivor",
        "A quiet room\n\nand tea",
    ]


def test_a_key_that_bounces_leaves_no_question_unseen(tmp_path: Path, window: Window) -> None:
    with window:
        window.until("\x1b[?")
        window.types("", 2)
        window.types(f"{PASSPHRASE}\r", 3)
        window.types(FIND, 1)
        window.types("About me\r", 2)
        window.types("Robin Hill\r\r\rRob\r", 3)
        window.types(QUIT, 1)
        assert window.ends() == 0
    said = words_of(tmp_path, "about_me")
    assert (said["am_name"], said["am_known_as"]) == ("Robin Hill", "Rob")
