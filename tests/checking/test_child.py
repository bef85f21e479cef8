"""A child that reads a stranger's file may be begun ahead: the same child with the same limits, for one reading."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from passport.checking import child
from passport.checking.check import check_bytes
from passport.checking.child import PDF, PICTURE, read_apart, read_here, starting
from passport.errors import NotOurs
from passport.keys.trust import Met
from passport.qr.draw import png
from passport.record.passport import Passport
from tests.checking.papers import MADE_ON, WORDS, a_sealed_paper


def test_one_begun_ahead_is_the_one_that_reads() -> None:
    with starting(PDF, PICTURE):
        begun = [one for _, one in child._BEGUN]
        with pytest.raises(NotOurs) as error:
            read_apart(PDF, b"%PDF-1.7 not one of ours")
        assert error.value.fields["step"] != "neither"
        assert [one for _, one in child._BEGUN] == begun[1:]
        assert begun[0].returncode == 0
    assert not child._BEGUN


def test_it_reads_only_once() -> None:
    with starting(PDF):
        for _ in range(2):
            with pytest.raises(NotOurs):
                read_apart(PDF, b"nothing")


@pytest.mark.parametrize("stops", [None, ValueError])
def test_one_that_was_given_nothing_is_ended(stops: type[Exception] | None) -> None:
    def inside() -> subprocess.Popen[bytes]:
        with starting(PICTURE):
            begun = child._BEGUN[-1][1]
            assert begun.poll() is None
            seen.append(begun)
            if stops is not None:
                raise stops
        return begun

    seen: list[subprocess.Popen[bytes]] = []
    if stops is None:
        inside()
    else:
        with pytest.raises(stops):
            inside()
    assert seen[0].returncode is not None
    assert not child._BEGUN


def test_where_no_child_can_be_begun_the_reading_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_to_be_had(kind: str) -> subprocess.Popen[bytes]:
        raise OSError(kind)

    monkeypatch.setattr(child, "_start", none_to_be_had)
    with starting(PDF), pytest.raises(NotOurs):
        read_apart(PDF, b"nothing")


def test_a_child_that_waits_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_MOST_SECONDS", 0.001)
    with starting(PDF):
        begun = child._BEGUN[-1][1]
        with pytest.raises(NotOurs):
            read_apart(PDF, b"x" * 5_000_000)
        assert begun.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_one_begun_ahead_has_its_limits_before_it_is_given_anything() -> None:
    with starting(PDF):
        limits = Path(f"/proc/{child._BEGUN[-1][1].pid}/limits")
        until = time.monotonic() + 20
        while time.monotonic() < until and "Max file size             0 " not in limits.read_text():
            time.sleep(0.02)
        said = limits.read_text()
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
