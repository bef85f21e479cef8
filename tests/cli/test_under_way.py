"""A command that takes a while: what it is doing is said to somebody at a terminal, and Ctrl+C leaves nothing half made."""

import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from passport.cli import under_way
from passport.cli.under_way import doing, takes_a_while
from passport.errors import Exit
from passport.wording.words import Words
from tests.cli.test_ends import begun, passport, started

WORDS = Words()
PAGES = WORDS("under_way.line.pages")


@pytest.mark.parametrize("watched", [True, False])
def test_who_waits_at_a_terminal_is_told_what_for_and_a_pipe_is_not(
    *, watched: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(under_way, "SOON", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    timers: list[threading.Timer] = []
    begins = threading.Timer

    def timer(*given: Any) -> threading.Timer:
        timers.append(begins(*given))
        return timers[-1]

    monkeypatch.setattr(threading, "Timer", timer)

    @takes_a_while("pages")
    def work(name: str) -> str:
        if watched:
            timers[0].join(5)
        return name

    assert work(name="done") == "done"
    assert (" ".join(capsys.readouterr().err.split()) == PAGES) is watched


def test_what_is_quick_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with doing("pages"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Ctrl+C reaches a process in another way there")
def test_ctrl_c_while_pages_are_made_is_one_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    vault, out = begun(tmp_path), tmp_path / "out"
    (tmp_path / "answers.toml").write_text('am_name = "Robin Hale"')
    passport(tmp_path, "put", "about_me", "--from", str(tmp_path / "answers.toml"), "--vault", vault)
    asked = ("share", "--for", "care", "--to", "A ward", "--out", str(out), "--vault", vault)
    process = started(tmp_path, *asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(out.glob(".*.part")) and process.poll() is None:
        pass
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    if process.returncode == Exit.DONE:
        pytest.skip("it was done before it could be stopped")
    assert process.returncode in {128 + signal.SIGINT, -signal.SIGINT}
    assert said.decode().splitlines() == [WORDS("commands.stopped_here")]
    assert list(out.glob("*")) == []
    assert '"copies": []' in passport(tmp_path, "copies", "--json", "--vault", vault).stdout
