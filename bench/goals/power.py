"""G3: a power cut at any moment leaves the record as it was or as it was told to be, and readable."""

import random
import shutil
import tempfile
from pathlib import Path

from bench.goals.disk import Disk, Step, record_steps
from bench.goals.doing import NEW_PASSPHRASE, OPERATIONS
from bench.goals.made_up import PASSPHRASE, a_record, cheap_keys, opened, words_in
from bench.goals.needs import fast_folder
from bench.goals.outcome import Outcome
from passport.errors import PassportError

Words = dict[str, dict[str, object]]
_CONTROL = 0.05
"""Of the states without waiting for the disk, more than this many must be bad; else nothing was tried here."""


def g3(full: bool) -> Outcome:
    """Rebuilt states over five operations, and the same with no waiting for the disk, which must show what is lost."""
    count = 10_000 if full else 500
    controls = count // 10
    rng = random.Random(3)
    lost = unreadable = 0
    with tempfile.TemporaryDirectory(dir=fast_folder()) as place, cheap_keys():
        folder = Path(place)
        sample = folder / "sample"
        a_record(sample)
        for number, name in enumerate(OPERATIONS):
            much = count // len(OPERATIONS) + (number < count % len(OPERATIONS))
            found = _states(folder, sample, name, much, rng)
            lost, unreadable = lost + found[0], unreadable + found[1]
        bad = sum(_states(folder, sample, "save_much", controls, rng, "without_sync"))
    seen = bad > _CONTROL * controls
    control = f"control without waiting for the disk: {bad} of {controls} bad{'' if seen else ', TOO FEW'}"
    return Outcome(
        count,
        lost + unreadable + (not seen),
        f"{len(OPERATIONS)} operations; {lost} lost, {unreadable} unreadable; {control}",
    )


def _states(
    folder: Path, sample: Path, name: str, count: int, rng: random.Random, how: str = ""
) -> tuple[int, int]:
    """How many lost what was told, or hold neither the old nor the new; and how many could not be opened."""
    record = folder / "record"
    shutil.rmtree(record, ignore_errors=True)
    shutil.copytree(sample, record)
    before = {one.name: one.read_bytes() for one in record.iterdir()}
    old = words_at(sample, folder)
    steps = record_steps(name, record, folder / "log", how)
    new = words_at(record, folder)
    assert old is not None
    assert new is not None
    begun = next(n for n, one in enumerate(steps) if one.what == "said" and one.data == b"BEGIN\n")
    lost = unreadable = 0
    for _ in range(count):
        disk = _cut_at(steps, rng.randint(begun, len(steps)), before)
        there = folder / "state"
        there.mkdir()
        for file, data in disk.after_power_cut(rng).items():
            (there / file).parent.mkdir(exist_ok=True)
            (there / file).write_bytes(data)
        found = words_at(there, folder)
        if found is None:
            unreadable += 1
        elif b"DONE" in disk.said:
            lost += found != new
        else:
            lost += found[0] not in (old[0], new[0])
        shutil.rmtree(there)
    return lost, unreadable


def _cut_at(steps: list[Step], end: int, before: dict[str, bytes]) -> Disk:
    disk = Disk(before)
    for one in steps[:end]:
        disk.takes(one)
    return disk


def words_at(record: Path, folder: Path) -> tuple[Words, str] | None:
    """Every word in it, and the passphrase that opens it; None where neither does. In a copy, because opening writes."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(record, copy)
    for typed in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            vault = opened(copy, typed)
        except PassportError:
            continue
        found = words_in(vault)
        vault.close()
        return found, typed
    return None
