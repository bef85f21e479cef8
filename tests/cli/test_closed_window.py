"""A window that is closed, a program that is ended, a very long line: on a real terminal, nothing is lost and nothing left."""

import signal
import time
from pathlib import Path

import pytest

from passport.actions.drafts import read_draft
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE, begins

pytestmark = pytest.mark.usefixtures("cheap_keys")


def test_the_full_screen_keeps_the_words_and_lets_go_of_the_record(tmp_path: Path) -> None:
    """Half a name is typed, and the window is closed."""
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    with Window(tmp_path) as window:
        window.until("\x1b[?")
        window.types("", 2)
        window.types(f"{PASSPHRASE}\r")
        window.until("Robin")
        window.stands_on_a_row()
        window.types("\x10")
        window.types("About me", 1)
        window.types("\r")
        window.until("What should people")
        window.close()
        assert window.ends() == 0

    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    assert vault.passport().about_me() is not None
    vault.close()


def begun(tmp_path: Path, label: str) -> tuple[str, str]:
    """A record with a name; the numbers of About me at home, and of a question in it."""
    with begins(tmp_path) as pipe:
        form = pipe.row(shelf().pack("about_me").title)
        pipe.types(form)
        question = pipe.row(label)
        assert pipe.close() == 0
    return form, question


def at_question(window: Window, *numbers: str) -> None:
    window.until("Passphrase:")
    window.types(f"{PASSPHRASE}\n")
    for number in numbers:
        window.until("> ")
        window.types(f"{number}\n")
    window.until("> ")


def half_typed(tmp_path: Path, question: str) -> str:
    """What is kept of an answer that was not finished."""
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    kept = read_draft(vault, "about_me-1", question)
    vault.close()
    return str(kept)


@pytest.mark.parametrize("end", ["closed", "ended"])
def test_plain_lines_keep_the_lines_of_a_long_text(tmp_path: Path, end: str) -> None:
    numbers = begun(tmp_path, "What matters most to you?")
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        window.types("A whole first line\n")
        window.types("and half a seco")
        if end == "closed":
            window.close()
        else:
            window.process.send_signal(signal.SIGTERM)
        assert window.ends() == 0
    assert "A whole first line" in half_typed(tmp_path, "am_important")


@pytest.mark.parametrize("end", ["ctrl_c", "ended"])
def test_plain_lines_keep_the_line_that_was_being_typed(tmp_path: Path, end: str) -> None:
    """The line editor has it still. Where the window itself is gone, so is the line that was not finished."""
    numbers = begun(tmp_path, "Your full name")
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        window.types("Robin Ha")
        if end == "ctrl_c":
            window.types("\x03")
        else:
            window.process.send_signal(signal.SIGTERM)
        assert window.ends() == 0
    assert half_typed(tmp_path, "am_name") == "Robin Ha"


def test_a_line_longer_than_a_terminal_takes_is_kept_whole(tmp_path: Path) -> None:
    """A terminal by itself cuts a line at 4,095 bytes (termios(3), MAX_CANON)."""
    numbers = begun(tmp_path, "Your full name")
    words = "word " * 1500 + "the end"
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        for piece in (words[at : at + 500] for at in range(0, len(words), 500)):
            window.types(piece, 0.1)
        window.types("\n")
        window.until("> ")
        window.close()
        assert window.ends() == 0
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    assert vault.section("about_me-1").value("am_name") == words
    vault.close()


def looks_around(window: Window, options: tuple[str, ...]) -> None:
    """The made-up person's home is being drawn."""
    if options:
        window.until("> ")
        window.types("4\n", 1)
        return
    window.until("Press Enter to carry on.")
    window.types("\r", 2)
    window.until("Look around")
    window.stands_on_a_row()
    for key in ("\x1b[B", "\x1b[B", "\x1b[B", "\r", "\r"):
        window.types(key)


@pytest.mark.parametrize("options", [("--plain",), ()])
@pytest.mark.parametrize("end", ["closed", "ended"])
def test_a_made_up_person_goes_with_the_window(tmp_path: Path, options: tuple[str, ...], end: str) -> None:
    with Window(tmp_path, *options) as window:
        looks_around(window, options)
        window.until("Step 1 of 6", 30)  # of the tour
        assert list((tmp_path / "tmp").iterdir())
        if end == "closed":
            window.close()
        else:
            window.process.send_signal(signal.SIGTERM)
        window.ends()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_window_that_takes_no_more_does_not_hold_the_end(tmp_path: Path) -> None:
    """One far away that stands still: what is drawn goes nowhere, and fills the way there."""
    with Window(tmp_path) as window:
        looks_around(window, ())
        window.until("If I become unwell", 30)
        for _ in range(20):  # each moves the pointer, and draws
            window.types("\x1b[B\x1b[A" * 3, 0)
            time.sleep(0.1)
        window.process.send_signal(signal.SIGTERM)
        assert window.process.wait(60) == 0
    assert list((tmp_path / "tmp").iterdir()) == []
