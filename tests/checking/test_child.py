"""A child with limits reads a stranger's file. What we made ourselves is read here, with the same answer."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from passport.checking import child
from passport.checking.check import check_bytes
from passport.checking.child import PDF, PICTURE, read_apart, read_here
from passport.errors import NotOurs
from passport.keys.trust import Met
from passport.qr.draw import png
from passport.record.passport import Passport
from tests.checking.papers import MADE_ON, WORDS, a_sealed_paper


def test_where_no_child_can_be_begun_the_reading_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_to_be_had(kind: str) -> subprocess.Popen[bytes]:
        raise OSError(kind)

    monkeypatch.setattr(child, "_start", none_to_be_had)
    with pytest.raises(NotOurs):
        read_apart(PDF, b"nothing")


def test_a_child_that_waits_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_MOST_SECONDS", 0.001)
    begun: list[subprocess.Popen[bytes]] = []
    start = child._start

    def started(kind: str) -> subprocess.Popen[bytes]:
        begun.append(start(kind))
        return begun[-1]

    monkeypatch.setattr(child, "_start", started)
    with pytest.raises(NotOurs):
        read_apart(PDF, b"x" * 5_000_000)
    assert [one.returncode is not None for one in begun] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_child_has_its_limits_before_it_is_given_anything() -> None:
    with child._start(PDF) as waits:
        limits = Path(f"/proc/{waits.pid}/limits")
        until = time.monotonic() + 20
        while time.monotonic() < until and "Max file size             0 " not in limits.read_text():
            time.sleep(0.02)
        said = limits.read_text()
        waits.kill()
    assert "Max file size             0 " in said
    assert f"Max cpu time              {child._MOST_CPU_SECONDS} " in said
    assert f"Max address space         {child._MOST_MEMORY} " in said


def test_the_limits_come_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def reader(kind: str) -> None:
        order.append(kind)
        raise NotOurs(step="neither")

    monkeypatch.setattr(child, "_limit", lambda: order.append("limits"))
    monkeypatch.setattr(child, "_reader", reader)
    monkeypatch.setattr("os._exit", lambda code: order.append(f"out {code}"))
    monkeypatch.setattr(sys, "argv", ["child", PDF])
    child.main()
    assert order == ["limits", PDF, "out 0"]


def test_what_we_made_is_read_here_with_the_same_answer_and_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    made = a_sealed_paper(Passport(()))
    for kind, own in ((PDF, made.pdf), (PICTURE, png(made.code))):
        assert read_here(kind, own) == read_apart(kind, own)

    def none_to_be_had(kind: str) -> subprocess.Popen[bytes]:
        raise AssertionError(kind)

    monkeypatch.setattr(child, "_start", none_to_be_had)
    for own in (made.pdf, png(made.code)):
        assert check_bytes(own, MADE_ON, Met(), WORDS, own=True).exit_code == 0


def test_what_cannot_be_read_here_says_so_as_the_child_does() -> None:
    for kind, own in ((PDF, b"%PDF-1.7 not one of ours"), (PICTURE, b"no picture"), ("other", b"")):
        with pytest.raises(NotOurs) as here:
            read_here(kind, own)
        with pytest.raises(NotOurs) as apart:
            read_apart(kind, own)
        assert here.value.fields == apart.value.fields


@pytest.mark.parametrize("kind", [PDF, PICTURE])
def test_a_strangers_file_is_never_read_here(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no child can be had it is not read at all, however much it looks like one of ours."""
    made = a_sealed_paper(Passport(()))

    def none_to_be_had(kind: str) -> subprocess.Popen[bytes]:
        raise OSError(kind)

    monkeypatch.setattr(child, "_start", none_to_be_had)
    report = check_bytes(made.pdf if kind == PDF else png(made.code), MADE_ON, Met(), WORDS)
    assert [one.id for one in report.found] == ["ours"]
