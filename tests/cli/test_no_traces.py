"""What is left behind: on the terminal, on the clipboard, in another program's reach, and where everything else goes wrong."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.goals.leaks import peeked
from bench.goals.needs import NotHere
from passport.actions.leaving import BLANK, FORGET_COPY
from tests.cli import at_a_terminal
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE, START, begins

pytestmark = pytest.mark.usefixtures("cheap_keys")
_NAME = "Wrenbird"
_CRASHES = """
from passport.tui.app import PassportApp
def _breaks(self):
    secret = "Wrenbird"
    raise RuntimeError(secret)
PassportApp.action_help = _breaks
"""
_COPIES = """
from passport.tui.app import PassportApp
PassportApp.action_help = lambda self: self.copy_to_clipboard("Wrenbird")
"""
_LEFT = "\x1b[?1049l"


def at_home(window: Window) -> None:
    window.until("╭")
    window.types("", 1.5)
    window.types(f"{PASSPHRASE}\r")
    window.until(_NAME)
    window.stands_on_a_row()


def begun(folder: Path) -> None:
    with begins(folder, _NAME) as pipe:
        assert pipe.close() == 0


def test_leaving_blanks_the_screen_before_it_lets_go_of_it(tmp_path: Path) -> None:
    begun(tmp_path)
    with Window(tmp_path) as window:
        at_home(window)
        window.types("\x11", 2)
        window.until(_LEFT, 20)
        assert window.ends(20) == 0
    before, _, after = window.seen.rpartition(_LEFT)
    assert BLANK in before
    assert _NAME not in before.rpartition(BLANK)[2] + after
    assert FORGET_COPY not in window.seen


def test_a_crash_blanks_the_screen_and_tells_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path)
    monkeypatch.setattr(at_a_terminal, "START", _CRASHES + START)
    with Window(tmp_path) as window:
        at_home(window)
        window.types("\x1bOP", 2)
        window.until(_LEFT, 20)
        window.types("", 1)
    before, _, after = window.seen.rpartition(_LEFT)
    assert BLANK in before
    assert _NAME not in before.rpartition(BLANK)[2] + after
    assert "Traceback" not in after
    assert "RuntimeError" in after


def test_what_was_copied_is_taken_off_the_clipboard_on_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path)
    monkeypatch.setattr(at_a_terminal, "START", _COPIES + START)
    with Window(tmp_path) as window:
        at_home(window)
        window.types("\x1bOP", 1)
        window.until("\x1b]52;c;")
        window.types("\x11", 2)
        window.until(FORGET_COPY, 20)


def test_the_full_screen_locks_when_it_is_told_to_stand_still(tmp_path: Path) -> None:
    """``kill -TSTP``: a program that stood still would keep everything in its memory."""
    begun(tmp_path)
    with Window(tmp_path) as window:
        at_home(window)
        window.process.send_signal(signal.SIGTSTP)
        window.until(BLANK, 20)
        window.until("╭", 30)
        pid = window.process.pid
        if Path("/proc/self/stat").exists():
            assert Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T"
            assert b"-m\0passport" in Path(f"/proc/{pid}/cmdline").read_bytes()


@pytest.mark.parametrize(
    ("goes_wrong", "told"),
    [
        ("raise RuntimeError('Wrenbird')", True),
        (
            "import threading; t = threading.Thread(target=lambda: 1 / int('Wrenbird')); t.start(); t.join()",
            False,
        ),
        ("class A:\n    def __del__(self): raise RuntimeError('Wrenbird')\nA()", False),
    ],
    ids=["anywhere", "in_a_thread", "at_the_end_of_a_thing"],
)
def test_the_last_net_tells_no_word_and_no_traceback(goes_wrong: str, told: bool) -> None:
    program = f"from passport.actions.no_traces import leave_no_traces\nleave_no_traces()\n{goes_wrong}\n"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert _NAME not in said
    assert "Traceback" not in said
    assert ("RuntimeError" in said) is told
    assert len(said.splitlines()) == int(told)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_another_program_of_the_same_person_may_not_look_in() -> None:
    """prctl(2), PR_SET_DUMPABLE: what may not be dumped belongs to root. Root itself may look anywhere, so nobody looks."""
    try:
        before, after = peeked()
    except NotHere as missing:
        pytest.skip(str(missing))
    if not before:
        pytest.skip("this computer lets nobody look in anyway")
    assert not after
