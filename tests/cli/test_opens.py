"""What is said can be read on any terminal: no word is broken, and a pipe gets every line whole."""

from pathlib import Path

import pytest

from passport.cli.say import words
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import begins


@pytest.mark.parametrize(
    ("options", "key", "until"),
    [((), "commands.first_line", "on."), (("--plain",), "screens.welcome.what", "> ")],
)
def test_lines_break_between_words_at_40_columns(
    options: tuple[str, ...], key: str, until: str, tmp_path: Path
) -> None:
    with Window(tmp_path, *options, columns=40) as window:
        window.until(until)
        said = window.seen
    assert " ".join(words(key).split()) in " ".join(said.split())
    assert max(len(line) for line in said.splitlines()) < 40


@pytest.mark.usefixtures("cheap_keys")
def test_a_pipe_gets_every_line_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with begins(tmp_path) as pipe:
        assert words("screens.share.what_care") in pipe.types(pipe.row(words("screens.home.share_row")), "1")
        pipe.close()


def test_what_a_check_found_stays_in_view_on_a_terminal(tmp_path: Path) -> None:
    """The next list comes when the person has read it and presses Enter; on a pipe nobody has to."""
    other = tmp_path / "letter.pdf"
    other.write_text("Dear all")
    with Window(tmp_path, "--plain") as window:
        window.until(words("screens.welcome.look"))
        window.types("3\r")
        window.types(f"{other}\r")
        window.until(words("plain.carry_on"))
        window.types("", 1)
        assert window.seen.count(words("screens.welcome.look")) == 1
        window.types("\r")
        window.until(words("screens.welcome.look"))


def test_a_window_that_can_only_print_gets_plain_lines_and_is_told_why(tmp_path: Path) -> None:
    with Window(tmp_path, kind="dumb") as window:
        window.until(words("screens.welcome.look"))
        assert words("commands.only_prints") in " ".join(window.seen.split())
        assert "\x1b" not in window.seen
