"""G1: a kill at any moment loses no word that was told as saved, and leaves no half of one."""

import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, PLACE, SECTION, a_record, cheap_keys, forked, opened
from bench.goals.outcome import Outcome
from passport.actions import answer
from passport.actions.places import Places
from passport.errors import PassportError
from passport.forms.shelf import shelf
from passport.wording.words import Words

_SAVED = Words()("plain.saved", answer="").strip()


def g1(full: bool) -> Outcome:
    """Kills of the saving function, and of the plain lines in a pipe."""
    if not hasattr(os, "fork"):
        from bench.goals.needs import NotHere

        raise NotHere("no fork")
    of_function, of_lines = (800, 200) if full else (40, 10)
    rng = random.Random(1)
    lost = {"lost": 0, "partial": 0, "checks": 0}
    hot = told = 0
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        sample = Path(place) / "sample"
        a_record(sample)
        shelf()
        ways: list[Callable[[Path, random.Random], int]] = [_save_and_kill] * of_function
        ways += [_talk_and_kill] * of_lines
        for number, way in enumerate(ways):
            record = Path(place) / f"record{number}"
            shutil.copytree(sample, record)
            acked = way(record, rng)
            told += acked
            hot += _cut_off(record / "vault.db-journal")
            _judge(record, acked, lost)
            shutil.rmtree(record)
    said = ", ".join(f"{count} {what}" for what, count in lost.items())
    return Outcome(
        len(ways),
        sum(lost.values()),
        f"{of_function} of the function, {of_lines} of the plain lines; {told} saves told, {hot} cut off inside one; {said}",
    )


def _cut_off(journal: Path) -> bool:
    """Whether a save was under way: the journal begins with SQLite's mark. After a save its first page is emptied."""
    return journal.exists() and journal.read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")


def _judge(record: Path, acked: int, lost: dict[str, int]) -> None:
    """What was told is there; at most the save that was under way is there besides; every check passes."""
    try:
        vault = opened(record)
    except PassportError:
        lost["checks"] += 1
        return
    now = str(vault.section(SECTION).value(PLACE))
    kept = [str(one.answer.words) for one in vault.history(SECTION) if one.place == PLACE]
    vault.close()
    number = int(now.removeprefix("save "))
    lost["lost"] += number < acked or any(f"save {one}" not in kept for one in range(acked + 1))
    lost["partial"] += number > acked + 1


def _save_and_kill(record: Path, rng: random.Random) -> int:
    """Save as fast as can be; killed somewhere. Returns the last save that was told as done."""
    here, there = os.pipe()

    def saves() -> None:
        vault = opened(record)
        number = 0
        while True:
            number += 1
            answer.put(vault, shelf(), SECTION, PLACE, f"save {number}", NOW)
            os.write(there, f"{number}\n".encode())

    child = forked(saves)
    os.close(there)
    said = os.read(here, 65536)
    time.sleep(rng.uniform(0.0, 0.17))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(here, "rb") as rest:
        said += rest.read()
    return max((int(one) for one in said.split(b"\n")[:-1]), default=0)


def _talk_and_kill(record: Path, rng: random.Random) -> int:
    """Type an answer in the plain lines through a pipe; killed around the save. Returns 1 if it said that it is saved."""
    typed, types = os.pipe()
    said, says = os.pipe()

    def talks() -> None:
        from passport.cli.plain.run import run

        for ours, end in ((typed, 0), (says, 1), (says, 2)):
            os.dup2(ours, end)
        for one in (typed, types, said, says):
            os.close(one)
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, how, closefd=False)  # noqa: SIM115  # the ends of this child
            for number, how in ((0, "r"), (1, "w"), (2, "w"))
        )
        nowhere = record.parent / "nowhere"
        run(Places(record, nowhere / "settings", nowhere / "seen", nowhere / "met"), lambda: NOW)

    child = forked(talks)
    os.close(typed)
    os.close(says)
    heard = ""
    with os.fdopen(said, "rb", buffering=0) as ear, os.fdopen(types, "wb", buffering=0) as mouth:

        def until(text: str) -> None:
            nonlocal heard
            at = len(heard)
            while text not in heard[at:]:
                more = ear.read(65536)
                if not more:
                    raise AssertionError(heard)
                heard += more.decode()

        for line in _way_to(shelf().pack("about_me").title, until, lambda: heard):
            mouth.write(line.encode() + b"\n")
        time.sleep(rng.uniform(0.0, 0.02))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = ear.read()
        while rest:
            heard += rest.decode()
            rest = ear.read()
    return int(f"{_SAVED} save 1" in heard)


def _way_to(form: str, until: Callable[[str], None], heard: Callable[[], str]) -> Iterator[str]:
    """What a person types, from the passphrase to the answer; each line once what it answers has been said."""
    until("Passphrase:")
    yield PASSPHRASE
    until("\n> ")
    yield _row(heard(), form)
    until("\n> ")
    yield _row(heard(), "What should people call you?")
    until("\n> ")
    yield "save 1"


def _row(heard: str, title: str) -> str:
    rows = [line for line in heard.splitlines() if line[:1].isdigit() and f" {title}" in line]
    return rows[-1].split()[0]
