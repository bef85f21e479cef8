"""What is asked before anything is drawn can be read on any terminal."""

import io
import sys

import pytest

from passport.cli.opens import _wants_plain
from passport.cli.say import words


def test_the_first_question_breaks_between_words_at_40_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdin", io.StringIO("p\n"))
    assert _wants_plain()
    said = capsys.readouterr().out
    assert said.split() == words("commands.first_line").split()
    assert max(len(line) for line in said.splitlines()) < 40
