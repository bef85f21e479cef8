"""The whole project agrees with itself: wording, layers, the lock, and no network."""

import inspect
import socket
import string
from pathlib import Path

import pytest

from bench.lock_agrees import ROOT, asked_for, disagreements
from passport import errors
from passport.wording.words import Words

ERRORS = [
    one
    for _, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, errors.PassportError) and not one.__subclasses__()
]


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_its_sentence(error: type[errors.PassportError]) -> None:
    sentence = Words()(f"errors.{error.__name__}")
    gaps = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    doc = inspect.getdoc(error) or ""
    assert all(gap in doc for gap in gaps), f"{error.__name__} should say which fields fill its sentence"


def test_no_sentence_is_left_of_an_error_that_has_gone() -> None:
    names = {one.__name__ for one in ERRORS}
    words = Words()
    assert {key.removeprefix("errors.") for key in words.every_key() if key.startswith("errors.")} == names


def test_a_test_cannot_reach_the_network() -> None:
    with pytest.raises(AssertionError):
        socket.create_connection(("127.0.0.1", 9))


def test_the_lock_check_sees_what_it_should_see() -> None:
    wanted = asked_for(
        {
            "project": {"dependencies": ["click>=8"]},
            "dependency-groups": {"dev": []},
            "build-system": {"requires": []},
        }
    )
    assert disagreements("click==8.1 \\\n    --hash=sha256:00\n", wanted) == []
    assert disagreements("click==7.1 \\\n    --hash=sha256:00\n", wanted)
    assert disagreements("click==8.1\n", wanted)
    assert disagreements("--index-url https://host.example\nclick==8.1 \\\n    --hash=sha256:00\n", wanted)


def test_every_file_of_the_program_says_what_it_is_for() -> None:
    silent = [
        path
        for path in Path(ROOT / "passport").rglob("*.py")
        if not path.read_text(encoding="utf-8").startswith(('"""', "#!"))
    ]
    assert silent == []
