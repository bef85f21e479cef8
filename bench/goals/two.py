"""G6: whoever opens a record that is open already is told at once, and two copies that were both changed lose no word.

The second opener is a second program; the time is from the passphrase to the sentence, with keys that are stretched in no time:
how long that takes is the computer's own speed (G9). One more has the key settings that people get: its time is told, and it
counts only whether it is told the right thing.
The forks are made at random from a fixed seed: both copies change some of the same answers and add entries of their own.
The control chooses nothing, and nothing may be written; a second one opens the record once the first has closed it.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, SECTION, a_record, cheap_keys, cheaply, opened
from bench.goals.outcome import Outcome
from passport.actions import answer
from passport.errors import PassportError, VaultInUse
from passport.forms.pack import Kind
from passport.forms.shelf import shelf
from passport.record.answers import Place
from passport.vault.merge import At, merge
from passport.vault.vault import Vault
from passport.wording.words import Words

AT_ONCE = 1.0
_OPENED = "OPENED"
_PLACES = 8
_TEXTS = {Kind.SHORT_TEXT, Kind.LONG_TEXT}


def g6(full: bool) -> Outcome:
    """Second openers, and forked copies put together."""
    openers, forks = (20, 200) if full else (3, 20)
    with cheap_keys():
        slowest, late = _second_openers(openers, AT_ONCE, "cheaply")
    as_people, wrong = _second_openers(1, float("inf"), "")
    overwritten = lost = unasked = asked = 0
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        sample = Path(place) / "sample"
        a_record(sample, 2)
        for number in range(forks):
            fork = _forked(sample, Path(place) / f"fork{number}", random.Random(number))
            found = _put_together(fork, random.Random(number))
            asked += found.asked
            overwritten, lost, unasked = (
                overwritten + found.overwritten,
                lost + found.lost,
                unasked + found.unasked,
            )
            shutil.rmtree(fork.folder)
    return Outcome(
        openers + 1 + 2 + forks,
        late + wrong + overwritten + lost + unasked,
        f"{openers} second openers told, the slowest in {slowest:.2f} s, with people's keys {as_people:.2f} s; {forks} forks: {asked} places chosen,"
        f" {overwritten} overwritten in silence, {lost} words lost, {unasked} not asked",
    )


def _second_openers(openers: int, limit: float, how: str) -> tuple[float, int]:
    """The slowest time, and how many were not told at once, or not of this. The last one comes after it was closed."""
    slowest, wrong = 0.0, 0
    told = Words().error(VaultInUse())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        vault, _words = Vault.create(folder, PASSPHRASE, NOW)
        try:
            for _ in range(openers):
                said, seconds = _opens(folder, how)
                slowest = max(slowest, seconds)
                wrong += said != told or seconds > limit
        finally:
            vault.close()
        wrong += _opens(folder, how)[0] != _OPENED
    return slowest, wrong


def _opens(folder: Path, how: str) -> tuple[str, float]:
    """A second program tries to open it: what it says, and how long after it was told to."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.goals.two", str(folder), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()  # it is ready
        began = time.monotonic()
        child.stdin.write("\n")
        child.stdin.flush()
        return child.stdout.readline().rstrip("\n"), time.monotonic() - began


@dataclass(frozen=True, slots=True)
class _Fork:
    folder: Path
    changed: tuple[dict[Place, str], dict[Place, str]]
    """What each copy says last at each place that it changed since they parted."""
    words: frozenset[str]
    """Everything that was typed in either."""


@dataclass(frozen=True, slots=True)
class _Found:
    asked: int
    overwritten: int
    lost: int
    unasked: int


def _forked(sample: Path, folder: Path, rng: random.Random) -> _Fork:
    """Two copies, ``0`` and ``1``, each changed some times, in one use or in several."""
    texts = [one.id for one in shelf().pack("about_me").questions() if one.kind in _TEXTS][:_PLACES]
    changed: tuple[dict[Place, str], dict[Place, str]] = {}, {}
    words: set[str] = set()
    for side in (0, 1):
        copy = Path(shutil.copytree(sample, folder / str(side)))
        vault = opened(copy)
        for number in range(rng.randrange(1, 8)):
            now = NOW + timedelta(minutes=rng.randrange(1, 1000))
            said = f"word {side} {number} {rng.random()}"
            words.add(said)
            if rng.random() < 0.2:
                answer.put_all(vault, shelf(), "contacts", {"ct_name": said}, now)
            else:
                place = rng.choice(texts)
                answer.put_all(vault, shelf(), "about_me", {place: said}, now, SECTION)
                changed[side][place] = said
            if rng.random() < 0.2:
                vault.close()
                vault = opened(copy)
        vault.close()
    return _Fork(folder, changed, frozenset(words))


def _put_together(fork: _Fork, rng: random.Random) -> _Found:
    """Put ``1`` into ``0``, choosing at random, and look for every word."""
    mine, theirs = (opened(fork.folder / side) for side in "01")
    both = set(fork.changed[0]) & set(fork.changed[1])
    before = set(_every_word(mine)), mine.counter
    clashes = merge(mine, theirs, {}).clashes
    wrote = bool(clashes) and (set(_every_word(mine)), mine.counter) != before
    asked = {one.place for one in clashes}
    choices: dict[At, bool] = {(one.section, one.place): rng.random() < 0.5 for one in clashes}
    if clashes:
        merge(mine, theirs, choices)
    stands = {place: one.words for place, one in mine.section(SECTION).answers.items()}
    wrong = 0
    for place in {*fork.changed[0], *fork.changed[1]}:
        side = choices.get((SECTION, place), place in fork.changed[1])
        wrong += stands.get(place) != fork.changed[side].get(place)
    lost = len(fork.words - set(_every_word(mine)))
    for vault in (mine, theirs):
        vault.close()
    return _Found(len(asked), wrong + wrote, lost, len(both - asked))


def _every_word(vault: Vault) -> Iterator[str]:
    """All that stands, and all that stood."""
    for section in vault.passport().sections:
        for one in vault.history(section.id):
            yield str(one.answer.words)


def main(folder: str, how: str) -> None:
    """The second program: ready, then opens when it is told to."""
    if how:
        cheaply()
    print("READY", flush=True)
    sys.stdin.readline()
    try:
        Vault.open_with_passphrase(Path(folder), PASSPHRASE, NOW).close()
        print(_OPENED, flush=True)
    except PassportError as error:
        print(Words().error(error), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
