"""G2: whichever call to the disk is cut off or refused, the record opens as it was or as it was told to be.

For every call that an operation makes on the record's files: the program is killed in it, the disk is full (ENOSPC), or the
stick is pulled out (EIO). The child is a copy of this process that strace takes hold of before it begins.
"""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.goals.doing import OPERATIONS
from bench.goals.made_up import NOW, PASSPHRASE, SECTION, a_record, cheap_keys, forked, opened
from bench.goals.needs import fast_folder, strace
from bench.goals.outcome import Outcome
from bench.goals.power import words_at
from passport.actions import answer, back_up, put_together
from passport.errors import PassportError
from passport.forms.shelf import shelf
from passport.vault.backup import head_of
from passport.wording.words import Words

_CALLS = (
    "openat,open,write,pwrite64,ftruncate,fsync,fdatasync,mkdir,rmdir,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat"
)
_FAULTS = ("signal=SIGKILL", "error=ENOSPC", "error=EIO")
_LINE = re.compile(r"^(\w+)\((.*)\) += ")
_QUICK = 50
"""So many calls of each fault in a quick run, spread over all operations."""
LATER = NOW + timedelta(hours=1)
_STUCK = 20.0
"""Seconds: one that takes longer hangs."""


@dataclass(frozen=True)
class Operation:
    """What is done in a place, and what is found there afterwards: None where it does not open."""

    name: str
    does: Callable[[Path], None]
    finds: Callable[[Path], object]


def g2(full: bool) -> Outcome:
    """Every call of every operation, three faults each; in quick, some of them, evenly spread."""
    watches = strace()
    seen: Counter[str] = Counter()
    parts = []
    with tempfile.TemporaryDirectory(dir=fast_folder()) as place, cheap_keys():
        folder = Path(place)
        sample = folder / "sample"
        _a_place(sample)
        shelf()
        every = [(one, *_calls(watches, one, sample, folder)) for one in _operations()]
        points = [(one, call, states) for one, calls, states in every for call in calls]
        step = 1 if full else -(-len(points) // _QUICK)
        for one, calls, _ in every:
            parts.append(f"{one.name} {len(calls)}")
        for number, fault in enumerate(_FAULTS):
            for one, call, states in points[number % step :: step]:
                seen["cases"] += 1
                seen.update(_judged(watches, one, call, fault, states, sample, folder))
    bad = ("lost", "unreadable", "surprises", "hangs", "no sentence")
    said = ", ".join(f"{seen[what]} {what}" for what in bad)
    note = f"calls to the disk: {', '.join(parts)}; {seen['told']} told as done, {seen['stopped']} stopped with a sentence; {said}"
    return Outcome(seen["cases"], sum(seen[what] for what in bad), note)


def _a_place(sample: Path) -> None:
    """A record, a copy of it that was changed elsewhere, and an older backup of it."""
    sample.mkdir()
    a_record(sample / "record")
    (sample / "away").mkdir()
    vault = opened(sample / "record")
    back_up.back_up(vault, sample / "away" / "old.passport", NOW)
    vault.close()
    shutil.copytree(sample / "record", sample / "other")
    vault = opened(sample / "other")
    answer.put(vault, shelf(), SECTION, "am_important", "Quiet, and time.", NOW)
    vault.close()


def _operations() -> Iterator[Operation]:
    for name in OPERATIONS:
        yield Operation(name, lambda place, name=name: _to_the_record(place, name), _record)  # type: ignore[misc]
    yield Operation("backup", _backs_up, _backup)
    yield Operation("restore", _restores, _restored)
    yield Operation("put_together", _puts_together, _record)


def _to_the_record(place: Path, name: str) -> None:
    """Once. Where it is stopped, the person reads so and goes on: the save after it must not spoil the record."""
    vault = opened(place / "record")
    try:
        OPERATIONS[name](vault)
    except PassportError:
        with suppress(PassportError):
            vault.keep("after", "all")
        raise
    finally:
        vault.close()


def _record(place: Path) -> object:
    return words_at(place / "record", place / "looked_at")


def _backs_up(place: Path) -> None:
    vault = opened(place / "record")
    back_up.back_up(vault, place / "away" / "old.passport", LATER)
    vault.close()


def _backup(place: Path) -> object:
    """The record as it is, and the backup by when it was made: the older one or the newer one, both whole."""
    try:
        return _record(place), head_of(place / "away" / "old.passport").manifest.made_on
    except PassportError:
        return None


def _restores(place: Path) -> None:
    back_up.restore(place / "away" / "old.passport", place / "new", PASSPHRASE, NOW)


def _restored(place: Path) -> object:
    """Nothing, or the whole record. A place where only half of one stands does not open."""
    return words_at(place / "new", place / "looked_at") if (place / "new").exists() else "not there"


def _puts_together(place: Path) -> None:
    vault = opened(place / "record")
    put_together.put_together(vault, place / "other", PASSPHRASE, {}, NOW)
    vault.close()


def _calls(
    watches: str, one: Operation, sample: Path, folder: Path
) -> tuple[list[tuple[str, int]], tuple[object, object]]:
    """Each call on a file of ours, with its number among the calls of its kind; and what is found before and after."""
    place = _fresh(sample, folder)
    old = one.finds(place)
    log = folder / "log"
    end, said = _run(watches, one, place, ["-y", "-o", str(log)])
    assert b"DONE" in said, (one.name, end, said)
    counted: Counter[str] = Counter()
    found = []
    for line in log.read_text(errors="replace").splitlines():
        call = _LINE.match(line)
        if call:
            counted[call[1]] += 1
            if str(place) in call[2]:
                found.append((call[1], counted[call[1]]))
    new = one.finds(place)
    assert old is not None
    assert new is not None
    assert old != new, one.name
    return found, (old, new)


def _fresh(sample: Path, folder: Path) -> Path:
    place = folder / "place"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(sample, place)
    return place


def _judged(
    watches: str,
    one: Operation,
    call: tuple[str, int],
    fault: str,
    states: tuple[object, object],
    sample: Path,
    folder: Path,
) -> Iterator[str]:
    """What is to be counted of one try."""
    place = _fresh(sample, folder)
    inject = f"inject={call[0]}:{fault}:when={call[1]}"
    end, said = _run(watches, one, place, ["-o", os.devnull, "-e", inject])
    found, told = one.finds(place), b"DONE" in said
    wrong = []
    if found is None:
        wrong.append("unreadable")
    elif found not in states or (told and found != states[1]):
        wrong.append("lost")
    if end is None:
        wrong.append("hangs")
    elif (os.WIFSIGNALED(end) and (os.WTERMSIG(end) != signal.SIGKILL or "SIGKILL" not in fault)) or (
        os.WIFEXITED(end) and os.WEXITSTATUS(end) != 0
    ):
        wrong.append("surprises")
    elif not told and "SIGKILL" not in fault and not _one_sentence(said):
        wrong.append("no sentence")
    for what in wrong:
        print(f"{what}: {one.name}, {fault} at {call[0]} number {call[1]}: {said!r}", file=sys.stderr)
        yield what
    yield "told" if told else "killed" if "SIGKILL" in fault else "stopped"


def _one_sentence(said: bytes) -> bool:
    """One line of plain words, and nothing of a program's insides."""
    text = said.removeprefix(b"STOPPED ").decode(errors="replace").strip()
    return (
        said.startswith(b"STOPPED ") and "\n" not in text and text.endswith(".") and "Traceback" not in text
    )


def _run(watches: str, one: Operation, place: Path, options: list[str]) -> tuple[int | None, bytes]:
    """Do it in a child that strace holds. Returns how the child ended (None: never) and what it said."""
    waits, goes = os.pipe()
    hears, says = os.pipe()

    def does() -> None:
        os.read(waits, 1)
        os.dup2(says, 2)  # a traceback would be heard
        try:
            one.does(place)
        except PassportError as stopped:
            os.write(says, f"STOPPED {Words().error(stopped)}\n".encode())
        else:
            os.write(says, b"DONE\n")

    child = forked(does)
    os.close(says)
    os.close(waits)
    command = [watches, "-p", str(child), "-e", f"trace={_CALLS}", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as watcher:
        assert watcher.stderr is not None
        while b"attached" not in watcher.stderr.readline():
            assert watcher.poll() is None, "strace could not take hold"
        os.write(goes, b"1")
        os.close(goes)
        end = _end_of(child)
        watcher.wait()
    said = b""
    while select.select([hears], [], [], 0)[0] and (more := os.read(hears, 65536)):
        said += more
    os.close(hears)
    return end, said


def _end_of(child: int) -> int | None:
    limit = time.monotonic() + _STUCK
    while time.monotonic() < limit:
        done, end = os.waitpid(child, os.WNOHANG)
        if done:
            return end
        time.sleep(0.002)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
