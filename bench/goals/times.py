"""G9: how long people wait, on this computer: to open a large record with all of it checked, for a lock, and for a save.

The keys are stretched as people's are. Each figure is a median: of 20, in a quick run of 5. A lock is timed from the moment at
which the program finds that nobody has typed for long enough, until a fresh program stands in its place; its memory is read then,
and must hold neither key nor words. The control waits on purpose, and must take too long. Where other programs keep the computer busy, times that are too long are
told and not judged: that is a skip, by name.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from bench.goals.cores import LOCKS, held
from bench.goals.leaks import memory_of
from bench.goals.made_up import NOW, PASSPHRASE, cheap_keys
from bench.goals.needs import NotHere, fast_folder
from bench.goals.outcome import Outcome
from bench.measure import seconds
from passport.actions import answer
from passport.forms.shelf import shelf
from passport.record.answers import Answer
from passport.vault.codec import columns
from passport.vault.vault import Vault
from tests.cli import at_a_terminal
from tests.cli.at_the_pipe import START

ENTRIES = 10_000
OPEN, LOCK, SAVE = 1.0, 0.5, 0.020
"""Seconds that each may take."""
MOST_BUSY = 0.2
"""Of the processors. With more than that taken by others, a time that is too long proves nothing."""
_WORDS = "Wrenbirdcanary"
_IDLE = """
import time
from passport.actions import idle
idle.WARN_BEFORE = 0
idle.Idle.wait = lambda self, minutes: setattr(self, "_limit", 4)
_says = idle.Idle.says
def says(self):
    said = _says(self)
    if said == "lock":
        with open({file!r}, "a") as told:
            told.write(str(time.monotonic()) + chr(10))
    return said
idle.Idle.says = says
"""
"""Four seconds without a key are enough, and the moment is told. Nothing else is changed."""


def g9(full: bool) -> Outcome:
    """The three of them, each with its median. Raises NotHere where one took too long and others kept the computer busy."""
    times = 20 if full else 5
    found, busy = _Times(times), _Busy()
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / "record"
        a_large_record(record, ENTRIES)
        took = [seconds(lambda: _opens(record)) for _ in range(times)]
        found.judge(f"unlock and check {ENTRIES:,} entries", took, OPEN)
        if statistics.median(seconds(lambda: _opens(record, wait=OPEN)) for _ in range(3)) <= OPEN:
            found.misses("the control, which waits on purpose, did not take too long")
        found.judge("save", list(_saves(record, times)), SAVE)
    for front in LOCKS if full else ("full screen",):
        try:
            locked = [_locks(front) for _ in range(times)]
        except NotHere as missing:
            found.said.append(f"no lock of the {front} front ({missing})")
            continue
        found.judge(f"lock of the {front} front", [took for took, _held in locked], LOCK)
        for what in sorted(set().union(*(held_then for _took, held_then in locked))):
            found.misses(f"LEAK of {what} in memory after it")
    note, share = "; ".join(found.said), busy.share()
    if found.slow and not found.missed and share > MOST_BUSY:
        raise NotHere(f"others had {share:.0%} of the processors, so these times say little: {note}")
    return Outcome(found.cases, found.missed + found.slow, note)


class _Times:
    """What was timed so far, and what of it was too long or not as it must be."""

    def __init__(self, times: int) -> None:
        self.times, self.cases, self.slow, self.missed = times, 0, 0, 0
        self.said: list[str] = []

    def judge(self, what: str, took: list[float], most: float) -> None:
        """The median of some times, next to what it may be."""
        middle = statistics.median(took)
        self.cases += len(took)
        self.slow += middle > most
        self.said.append(
            f"{what} {middle * 1000:.0f} ms of {most * 1000:.0f}, at most {max(took) * 1000:.0f}"
        )

    def misses(self, what: str) -> None:
        """Something that no busy computer excuses."""
        self.missed += 1
        self.said.append(what)


class _Busy:
    """How much of the processors other programs had since this was made: proc(5), /proc/stat. Nothing where it is not told."""

    def __init__(self) -> None:
        self._began = self._now()

    def share(self) -> float:
        """From 0 to 1."""
        (others, wall), (others_before, before) = self._now(), self._began
        return max(0.0, others - others_before) / ((wall - before) * (os.cpu_count() or 1))

    @staticmethod
    def _now() -> tuple[float, float]:
        """Seconds that everybody but us and our children worked; and the time."""
        try:
            ticks = [int(one) for one in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
        except OSError:
            return 0.0, time.monotonic()
        user, nice, system, _idle, _waits, irq, soft, steal = ticks[:8]
        own = os.times()
        ours = own.user + own.system + own.children_user + own.children_system
        every = (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")
        return every - ours, time.monotonic()


def a_large_record(folder: Path, entries: int = ENTRIES) -> None:
    """Looking-back entries with a sentence each, closed; their rows as a save writes them, in one transaction."""
    vault, _words = Vault.create(folder, PASSPHRASE, NOW)
    pack = shelf().pack("reflection")
    question = next(one.id for one in pack.questions() if not one.choices)
    rows = vault._rows
    with rows.saving():
        for number in range(1, entries + 1):
            text = f"meeting {number}: we spoke about bread and the ward"
            entry = {"form": pack.id, "pack": pack.version, "made_on": NOW.date().isoformat(), "removed": 0}
            rows.insert("sections", {"id": f"{pack.id}-{number}", **entry})
            said = columns(Answer(text, text, NOW))
            rows.insert("answers", {"section": f"{pack.id}-{number}", "place": question, **said})
    vault._passport = None
    vault.look_at_words()
    vault.close()


def _opens(record: Path, wait: float = 0.0) -> None:
    """From the passphrase until everything is read and can be shown."""
    time.sleep(wait)
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    assert len(vault.passport().sections) == ENTRIES
    vault.close()


def _saves(record: Path, times: int) -> Iterator[float]:
    """One answer each, on disk."""
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    section = answer.start(vault, shelf(), "about_me", NOW.date()).id
    for number in range(times + 1):
        save: Callable[[], object] = lambda said=f"Alex {number}": answer.put(  # type: ignore[misc]  # noqa: E731  # it is timed
            vault, shelf(), section, "am_known_as", said, NOW
        )
        took = seconds(save)
        if number:  # the first reads what the others find read
            yield took
    vault.close()


def _locks(front: str) -> tuple[float, set[str]]:
    """Seconds from the moment that it is time to lock until a fresh program is there, and what its memory holds. Raises NotHere."""
    if not Path("/proc/self/cmdline").exists():
        raise NotHere("no /proc")
    options, _keys, waits = LOCKS[front]
    with tempfile.TemporaryDirectory(dir=fast_folder()) as place, cheap_keys():
        there = Path(place)
        vault, _words = Vault.create(there / "record", PASSPHRASE, NOW)
        answer.put_all(vault, shelf(), "about_me", {"am_known_as": _WORDS}, NOW)
        key = vault._data_key.key  # looked for, never shown
        vault.close()
        told = there / "told"
        with (
            patch.object(at_a_terminal, "START", _IDLE.format(file=str(told)) + START),
            at_a_terminal.Window(there, *options) as window,
        ):
            window.until(waits, 60)
            window.types("", 1)
            window.types(f"{PASSPHRASE}\r", 0.1)
            window.until(_WORDS, 60)
            fresh = _when_fresh(window)
            held_then: set[str] = set()
            with suppress(NotHere):  # it is timed all the same; g7 says whether memory can be read
                held_then = held(
                    memory_of(window.process.pid),
                    {"words": (_WORDS.encode(),), "key": (key, key.hex().encode())},
                )
            return fresh - float(told.read_text().split()[0]), held_then


def _when_fresh(window: at_a_terminal.Window) -> float:
    """The moment at which another program stands in its place."""
    limit = time.monotonic() + 60
    place = f"/proc/{window.process.pid}/cmdline"
    while time.monotonic() < limit:
        with open(place, "rb") as running:  # noqa: PTH123  # the system's own
            if b"-m\0passport" in running.read():
                return time.monotonic()
        window.drains()
        time.sleep(0.001)
    raise AssertionError("it did not lock")
