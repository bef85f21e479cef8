"""Undo and the room on paper, by command and in plain lines."""

import json
from pathlib import Path

import pytest

from passport.errors import Exit
from tests.cli.at_the_pipe import WORDS, begins
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]


@pytest.mark.usefixtures("cheap_keys")
def test_the_command_brings_back_the_words_from_before(person: Person) -> None:
    assert put(person, 'am_known_as = "Robin"') == Exit.DONE
    assert person("undo", "about_me") == Exit.USAGE
    assert put(person, 'am_known_as = "Rob"') == Exit.DONE
    assert person("undo", "about_me") == Exit.DONE
    assert person("show", "about_me", "--json") == Exit.DONE
    assert json.loads(person.out)["sections"][0]["answers"]["am_known_as"]["words"] == "Robin"
    assert person("undo", "about_me", "--field", "am_known_as") == Exit.DONE
    assert person("undo", "about_me", "--field", "am_name") == Exit.USAGE


@pytest.mark.usefixtures("cheap_keys")
def test_putting_more_than_fits_says_so_and_saves_it(person: Person) -> None:
    long = " ".join(["word"] * 52)
    file = person.file(f'cp_hard = "{long}"')
    assert person("put", "crisis_plan", "--from", file, "--json") == Exit.DONE
    assert "You have 52" in json.loads(person.out)["room"]["cp_hard"]


def test_plain_lines_measure_and_undo(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row("About me"))
        said = pipe.types("1", "Robin Hale")
        assert "undo" not in said
        said = pipe.types("1", "Robin Hill")
        assert "words from before your last change: Your full name" in said
        said = pipe.types("undo")
        assert WORDS("undo.done", label="Your full name") in said
        assert "Robin Hale" in said
