"""G5: on a disk that fills up, nothing that was saved is lost, everything can be read, and the person is told what the cause is.

On a disk of 512 KiB in memory and on one of 3 MB in a file where this computer lets us make them; else with a limit on the
size of files, which is said.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, SECTION, a_record, cheap_keys, forked, opened
from bench.goals.needs import NotHere, mounts, root, tool
from bench.goals.outcome import Outcome
from passport.actions import answer, recovery
from passport.errors import NoRoom, NoRoomThere, PassportError
from passport.forms.shelf import shelf

_PLACE = "am_important"
_OTHER = "marble otter lantern quiver meadow"
_FULL = {NoRoom.__name__, NoRoomThere.__name__}
"""Both say that it is full: of the record, and of the backup that is made before a new passphrase."""
_BAD = ("signals", "surprises", "other causes", "lost", "unreadable")
_SAVES = 300
"""More of them than any of the disks has room for."""


def g5(full: bool) -> Outcome:
    """Fifty levels: so much is free when it begins, then it saves until there is no room; every second one changes the passphrase too."""
    levels = 50 if full else 20
    seen: Counter[str] = Counter()
    where = []
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        folder = Path(place)
        a_record(folder / "sample")
        shelf()
        disks = [*_disks(folder)]
        for number in range(levels):
            name, disk = disks[number % len(disks)]
            where.append(name)
            with disk() as there:
                seen.update(_one(folder / "sample", there, number, levels))
    tried = ", ".join(f"{count} on {name}" for name, count in Counter(where).items())
    told = (
        f"{seen['told']} saves told, {seen['stopped']} stopped for no room, {seen['enough']} had room for all"
    )
    said = ", ".join(f"{seen[what]} {what}" for what in _BAD)
    return Outcome(levels, sum(seen[what] for what in _BAD), f"{tried}; {told}; {said}")


def _disks(folder: Path) -> Iterator[tuple[str, Callable[[], AbstractContextManager[Path]]]]:
    """Those that can be made here, or the limit. What is not here is in the name of what takes its place."""
    missing = []
    try:
        mounts("tmpfs", "size=512k", "tmpfs")
        yield "a disk of 512 KiB", lambda: mounted(folder, ["-t", "tmpfs", "-o", "size=512k", "tmpfs"])
    except NotHere as not_here:
        missing.append(str(not_here))
    try:
        root()
        image = folder / "image"
        with image.open("wb") as file:
            file.truncate(3 << 20)
        subprocess.run([tool("mkfs.ext4"), "-qF", "-m", "0", str(image)], check=True, capture_output=True)
        with mounted(folder, ["-o", "loop", str(image)]):
            pass
        yield "an ext4 disk of 3 MB", lambda: mounted(folder, ["-o", "loop", str(image)])
    except (NotHere, subprocess.CalledProcessError) as not_here:
        missing.append(f"no ext4 disk of 3 MB ({not_here})")
    if missing:
        yield f"a limit on the size of files, because {' and '.join(missing)}", lambda: _limited(folder)


@contextmanager
def mounted(folder: Path, options: list[str]) -> Iterator[Path]:
    there = folder / "disk"
    there.mkdir(exist_ok=True)
    subprocess.run(["mount", *options, str(there)], check=True, capture_output=True)
    try:
        yield there
    finally:
        for left in there.iterdir():
            if left.name != "lost+found":
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        subprocess.run(["umount", str(there)], check=True, capture_output=True)


@contextmanager
def _limited(folder: Path) -> Iterator[Path]:
    there = folder / "limited"
    there.mkdir()
    try:
        yield there
    finally:
        shutil.rmtree(there)


def _one(sample: Path, there: Path, number: int, levels: int) -> Iterator[str]:
    """One level. The free space goes from nearly none to nearly half of the disk."""
    record = there / "record"
    shutil.copytree(sample, record)
    mounted = there.name == "disk"
    disk = os.statvfs(there)
    free = disk.f_bavail * disk.f_frsize
    leave = number * min(free, 1 << 20) // levels
    if mounted:
        _fill(there / "filler", leave)
    hears, says = os.pipe()
    limit = 0 if mounted else (record / "vault.db").stat().st_size + leave
    child = forked(lambda: _saves(record, says, limit, change=bool(number % 2)))
    os.close(says)
    with os.fdopen(hears, "rb") as ear:
        said = ear.read().decode().split("\n")[:-1]
    _, end = os.waitpid(child, 0)
    if os.WIFSIGNALED(end):
        yield "signals"
    elif os.WEXITSTATUS(end):
        yield "surprises"
    told = [int(one) for one in said if one.isdigit()]
    causes = [one for one in said if one and not one.isdigit() and one != "changed"]
    yield from ["told"] * len(told)
    yield from ("stopped" if one in _FULL else "other causes" for one in causes)
    if not causes:
        yield "enough"
    yield from _found(record, max(told, default=0), changed="changed" in said)


def _fill(file: Path, leave: int) -> None:
    """Leave about so many bytes of the disk free."""
    disk = os.statvfs(file.parent)
    size = max(0, disk.f_bavail * disk.f_frsize - leave)
    with file.open("wb") as filler:
        try:
            for _ in range(size // 4096):
                filler.write(bytes(4096))
                filler.flush()
        except OSError:
            return


def _saves(record: Path, says: int, limit: int, *, change: bool) -> None:
    """Save more and more until there is no room, telling each; then, perhaps, change the passphrase."""
    if limit:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    vault = opened(record)
    try:
        for number in range(1, _SAVES):
            answer.put(vault, shelf(), SECTION, _PLACE, f"{number} " + "Long words. " * 1500, NOW)
            os.write(says, f"{number}\n".encode())
    except PassportError as stopped:
        os.write(says, f"{type(stopped).__name__}\n".encode())
    if change:
        try:
            recovery.new_passphrase(vault, PASSPHRASE, _OTHER)
            os.write(says, b"changed\n")
        except PassportError as stopped:
            os.write(says, f"{type(stopped).__name__}\n".encode())
    vault.close()


def _found(record: Path, told: int, *, changed: bool) -> Iterator[str]:
    """Still on the full disk: it opens, with what was told as saved and everything from before."""
    try:
        vault = opened(record, _OTHER if changed else PASSPHRASE)
    except PassportError:
        yield "unreadable"
        return
    try:
        now = str(vault.section(SECTION).value(_PLACE) or "0 ").partition(" ")[0]
        before = [one.id for one in vault.passport().sections if one.form == "contacts"]
        kept = {
            str(one.answer.words).partition(" ")[0] for one in vault.history(SECTION) if one.place == _PLACE
        }
        if int(now) < told or len(before) != 8 or any(str(one) not in kept for one in range(1, told + 1)):
            yield "lost"
    except PassportError:
        yield "unreadable"
    finally:
        vault.close()
