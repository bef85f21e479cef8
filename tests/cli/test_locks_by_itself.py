"""Plain lines on a real terminal lock when nobody types, and at Ctrl+Z; the half-typed line is there afterwards."""

import json
import os
import signal
from pathlib import Path

import pytest

from bench.goals.leaks import memory_of
from bench.goals.needs import NotHere
from passport.actions.settings import Settings, lock_after, read_settings
from passport.cli.main import run
from passport.errors import NotMinutes
from tests.cli import at_a_terminal
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE, START
from tests.cli.test_closed_window import at_question, begun, half_typed

pytestmark = pytest.mark.usefixtures("cheap_keys")
_QUICK = """
import time
from passport.actions import idle
from passport.cli.plain import watch
watch.TICK = 0.2
idle.Idle.wait = lambda self, minutes: setattr(self, "_limit", 3)
idle.WARN_BEFORE = 2
"""
_SLEEPS = """
import os, time
from passport.actions import idle
from passport.cli.plain import watch
watch.TICK = 0.2
idle.Idle.__init__.__defaults__ = (
    lambda: time.monotonic() + (30 if os.path.exists({file!r}) else 0),
    time.monotonic,
)
"""
"""Half a minute on the wall that the program did not live through: too short for the time that nobody types."""
_TYPED = b"Robin Ha"


def test_it_locks_when_nobody_types_and_says_so_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = begun(tmp_path, "Your full name")
    monkeypatch.setattr(at_a_terminal, "START", _QUICK + START)
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        window.types("Robin Ha")
        window.until("locks in one minute", 10)
        window.until("Passphrase:", 20)
        assert window.process.poll() is None
    assert half_typed(tmp_path, "am_name") == "Robin Ha"


def test_it_locks_at_ctrl_z_and_nothing_of_it_stays_in_memory(tmp_path: Path) -> None:
    numbers = begun(tmp_path, "Your full name")
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        window.types("Robin Ha")
        before = _memory(window)
        window.types("\x1a")
        window.until("Passphrase:", 20)
        environment = Path(f"/proc/{window.process.pid}/stat")
        if environment.exists():
            assert environment.read_text().rpartition(")")[2].split()[0] != "T"
        after = _memory(window)
        window.types(f"{PASSPHRASE}\n")
        window.process.send_signal(signal.SIGTERM)
    assert half_typed(tmp_path, "am_name") == "Robin Ha"
    if before is None or after is None:
        pytest.skip("it locks; its memory may not be read here")
    assert _TYPED in before, "the control"
    assert _TYPED not in after
    assert PASSPHRASE.encode() not in after


def _memory(window: Window) -> bytes | None:
    """All of it, where root or the system allows."""
    try:
        return memory_of(window.process.pid)
    except NotHere:
        return None


def test_it_locks_after_the_computer_slept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock that also counts in sleep is half a minute ahead from one look to the next; nobody was away for long."""
    numbers = begun(tmp_path, "Your full name")
    asleep = tmp_path / "asleep"
    monkeypatch.setattr(at_a_terminal, "START", _SLEEPS.format(file=str(asleep)) + START)
    with Window(tmp_path, "--plain") as window:
        at_question(window, *numbers)
        window.types("Robin Ha", 1)
        assert "Passphrase:" not in window.seen[window.seen.rindex("Robin Ha") :]
        asleep.touch()
        window.until("Passphrase:", 20)
        assert window.process.poll() is None
        assert "locks in one minute" not in window.seen
    assert half_typed(tmp_path, "am_name") == "Robin Ha"


def test_the_minutes_are_chosen_within_bounds(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    assert lock_after(file, " 2 ").idle_minutes == 2
    assert lock_after(file, "1200").idle_minutes == 1200
    for typed in ("1", "1201", "ten", "", "-5", "\u0663", "9" * 5000):
        with pytest.raises(NotMinutes):
            lock_after(file, typed)
    assert read_settings(file) == Settings(idle_minutes=1200)


def test_the_command_shows_and_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert run(["settings", "--lock-after", "5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lock_after_minutes"] == 5
    assert run(["settings", "--look", "calm", "--start", "plain", "--key", "support=f3", "--json"]) == 0
    now = json.loads(capsys.readouterr().out)
    assert (now["lock_after_minutes"], now["look"], now["start"]) == (5, "calm", "plain")
    assert (now["keys"]["support"], now["keys"]["lock"]) == (["F3", "F2"], ["F10"])
    assert run(["settings", "--key", "support=", "--start", "full", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["keys"]["support"] == ["F2"]
    assert run(["settings", "--look", "pink"]) == 2
    assert "clear-light" in capsys.readouterr().err
    assert run(["settings", "--key", "F3"]) == 2
    assert "F1 to F12" in capsys.readouterr().err
    assert run(["settings", "--lock-after", "0"]) == 2
    assert "2 to 1200" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/proc/self/limits"), reason="no /proc here")  # noqa: PTH110
def test_no_core_is_written_of_the_program(tmp_path: Path) -> None:
    """That its memory is closed to the person's other programs is looked at in tests/cli/test_no_traces.py."""
    with Window(tmp_path, "--plain") as window:
        window.until("> ")
        said = Path(f"/proc/{window.process.pid}/limits").read_text()
        core = next(line for line in said.splitlines() if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"]
