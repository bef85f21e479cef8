"""The ends of a command: nowhere to say it, nobody to ask, and Ctrl+C at any time. In processes of their own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from passport.errors import Exit
from passport.wording.words import Words
from tests.cli.at_the_pipe import PASSPHRASE, START

WORDS = Words()
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no place that is always full")


def as_whom(folder: Path) -> dict[str, str]:
    """Somebody with a home and a passphrase of their own."""
    return {**os.environ, "HOME": str(folder), "PASSPORT_PASSPHRASE_FILE": str(folder / "passphrase")}


def passport(
    folder: Path, *arguments: str, ends: str = "", before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """One command. ``ends`` is what a shell does with its ends, such as ``>&-``; ``before`` is what starts it."""
    (folder / "passphrase").write_text(PASSPHRASE)
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {ends}', "sh", *before, sys.executable, "-c", START, *arguments],
        env=as_whom(folder),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done


def begun(folder: Path) -> str:
    vault = str(folder / "record")
    assert passport(folder, "new", "--vault", vault).returncode == Exit.DONE
    return vault


NOWHERE = [pytest.param(f">{FULL}", marks=needs_full), ">&-"]


@pytest.mark.parametrize("ends", NOWHERE)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_record_whose_recovery_words_nobody_could_read_is_not_made(
    tmp_path: Path, ends: str, more: tuple[str, ...]
) -> None:
    done = passport(tmp_path, "new", "--vault", str(tmp_path / "record"), *more, ends=ends)
    assert done.returncode == Exit.NO_ROOM
    assert done.stderr.splitlines() == [WORDS("errors.NoRoomToSay")]
    assert not (tmp_path / "record").exists()


@pytest.mark.parametrize("ends", NOWHERE)
@pytest.mark.parametrize(
    "command", [("show",), ("show", "--json"), ("forms", "list"), ("--help",), ("put", "--help")]
)
def test_what_cannot_be_said_is_one_sentence(tmp_path: Path, ends: str, command: tuple[str, ...]) -> None:
    vault = begun(tmp_path)
    done = passport(tmp_path, "--vault", vault, *command, ends=ends)
    assert done.returncode == Exit.NO_ROOM
    assert done.stderr.splitlines() == [WORDS("errors.NoRoomToSay")]


def test_a_record_opened_with_every_end_closed_is_not_written_over(tmp_path: Path) -> None:
    """The first file to be opened takes the number of a closed end, and what is said there would land in it."""
    vault = begun(tmp_path)
    closed = "<&- >&- 2>&-"
    assert (
        passport(tmp_path, "put", "tea", "--vault", vault, "--from", "-", ends=closed).returncode
        == Exit.USAGE
    )
    assert passport(tmp_path, "show", "--vault", vault, ends=closed).returncode == Exit.NO_ROOM
    assert passport(tmp_path, "show", "--vault", vault).returncode == Exit.DONE


def test_a_secret_that_nobody_can_be_asked_for_is_one_sentence(tmp_path: Path) -> None:
    vault = begun(tmp_path)
    for command in (("passphrase", "--vault", vault), ("recover", "--vault", vault)):
        done = passport(tmp_path, *command)
        assert done.returncode == Exit.USAGE
        assert len(done.stderr.splitlines()) == 1
        assert "no terminal" in done.stderr
        assert "-file" in done.stderr


PRESSES = """
import os, runpy, signal, sys
where, sys.argv = sys.argv[1], ["passport", "forms", "list"]
class Presses:
    def find_spec(self, name, path, target=None):
        if name == where:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Presses())
runpy.run_module("passport", run_name="__main__", alter_sys=True)
"""
"""Ctrl+C at the very moment when a part of the program is being read."""


@pytest.mark.parametrize(
    "reading", ["passport.actions.no_traces", "click", "passport.cli.main", "passport.cli.forms"]
)
def test_ctrl_c_while_the_program_is_being_read_shows_no_traceback(reading: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRESSES, reading], capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in {-signal.SIGINT, 128 + signal.SIGINT}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("forms", "list"), Exit.DONE),
        (("--help",), Exit.DONE),
        (("check", "PIP1:NOT OURS"), Exit.FOUND),
        (("check", "--json", "PIP1:NOT OURS"), Exit.FOUND),
    ],
)
def test_somebody_who_stops_reading_is_no_fault(tmp_path: Path, command: tuple[str, ...], code: Exit) -> None:
    """``passport check ... | head -1``: what was found is told by the exit code, and nothing else is."""
    done = started(tmp_path, *command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.stdout is not None
    done.stdout.close()
    assert done.stderr is not None
    with done.stderr:
        assert done.stderr.read() == b""
    assert done.wait(60) == code


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
@pytest.mark.parametrize("how", ["SIGHUP", "SIGTERM"])
def test_a_window_closed_while_sharing_leaves_no_words_behind(tmp_path: Path, how: str) -> None:
    """The files are whole on the disk, under hidden names, while our own check reads them."""
    vault, out = begun(tmp_path), tmp_path / "out"
    (tmp_path / "answers.toml").write_text('am_name = "Robin Hale"')
    passport(tmp_path, "put", "about_me", "--from", str(tmp_path / "answers.toml"), "--vault", vault)
    sharing = started(tmp_path, "share", "--for", "care", "--to", "x", "--out", str(out), "--vault", vault)
    limit = time.monotonic() + 30
    while not list(out.glob(".*.html.part")) and time.monotonic() < limit and sharing.poll() is None:
        time.sleep(0.005)
    there = list(out.glob(".*.part"))
    sharing.send_signal(getattr(signal, how))
    assert sharing.wait(60) == 128 + getattr(signal, how)
    assert there
    assert list(out.iterdir()) == []


_GIVE_IT_UP = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
MAY_NOT = _GIVE_IT_UP if os.geteuid() == 0 else ()
"""To the system's owner nothing is forbidden, until they give that up."""


@pytest.mark.skipif(
    bool(MAY_NOT) and shutil.which(_GIVE_IT_UP[0]) is None, reason="the owner cannot give it up here"
)
def test_what_may_not_be_read_is_told_with_the_code_of_the_contract(tmp_path: Path) -> None:
    vault, locked = begun(tmp_path), tmp_path / "locked.toml"
    locked.write_text('am_name = "Alex"')
    locked.chmod(0)
    done = passport(tmp_path, "put", "about_me", "--from", str(locked), "--vault", vault, before=MAY_NOT)
    assert (done.returncode, len(done.stderr.splitlines())) == (Exit.CANNOT_OPEN, 1)
    Path(vault).chmod(0)
    done = passport(tmp_path, "show", "--vault", vault, before=MAY_NOT)
    Path(vault).chmod(0o700)
    assert (done.returncode, len(done.stderr.splitlines())) == (Exit.NO_ROOM, 1)


def started(
    folder: Path, *arguments: str, stdout: int | None = None, stderr: int | None = None
) -> subprocess.Popen[bytes]:
    """A command that goes on while the test does."""
    return subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        env=as_whom(folder),
        stdout=stdout,
        stderr=stderr,
    )
