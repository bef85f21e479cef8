"""G7: passphrase, key and words are nowhere but where they belong: not on the disk, not on the terminal, not in memory after a lock.

The real program in a window of its own, full screen and plain. Its memory is read as a core would hold it, and the pages that
a core leaves out. Controls: before the lock the memory must hold them, and a file that does hold them must be found. What a core
itself would hold, and that there is none, is in ``cores``.
"""

import os
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from bench.goals.cores import LOCKS, cores, held
from bench.goals.full_disk import mounted
from bench.goals.made_up import NOW, PASSPHRASE, cheap_keys, forked
from bench.goals.needs import NotHere, root, tool
from bench.goals.outcome import Outcome
from passport.actions import answer, back_up
from passport.actions.leaving import BLANK
from passport.actions.no_traces import leave_no_traces
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from tests.cli.at_a_terminal import Window

_WORDS = "Wrenbirdcanary"
_ALTERNATE_OFF = "\x1b[?1049l"
_NOBODY = 65534


def g7(full: bool) -> Outcome:
    """Both fronts; in full, three times each."""
    seen: Counter[str] = Counter()
    notes = []
    with tempfile.TemporaryDirectory() as place, cheap_keys(), ExitStack() as stack:
        folder = Path(place)
        image = folder / "image"
        try:
            there = stack.enter_context(mounted(folder, ["-o", "loop", str(_an_image(image))]))
        except (NotHere, subprocess.CalledProcessError) as missing:
            there = folder / "disk"
            there.mkdir(exist_ok=True)
            notes.append(f"no raw disk ({missing}), the files alone")
        canaries = _a_record(there)
        for name in LOCKS:
            for _ in range(3 if full else 1):
                try:
                    seen.update(_one_lock(there, name, canaries))
                except NotHere as missing:
                    notes.append(f"no memory of the {name} front ({missing})")
            try:
                seen.update(cores(there, folder, name, _WORDS, canaries))
            except NotHere as missing:
                notes.append(f"no core of the {name} front ({missing})")
        seen.update(_on_disk(there, image, canaries))
        seen.update(_peeking(notes))
    bad = {what: count for what, count in seen.items() if what.startswith(("LEAK", "NO "))}
    said = ", ".join(f"{count} {what}" for what, count in sorted(seen.items()) if what != "cases")
    return Outcome(seen["cases"], sum(bad.values()), "; ".join([said, *notes]))


def _an_image(image: Path) -> Path:
    root()
    with image.open("wb") as file:
        file.truncate(48 << 20)
    subprocess.run([tool("mkfs.ext4"), "-qF", str(image)], check=True, capture_output=True)
    return image


def _a_record(there: Path) -> dict[str, tuple[bytes, ...]]:
    """A record with the words in it, saved over, backed up. Returns what must not be found: each in all its spellings."""
    vault, recovery = Vault.create(there / "record", PASSPHRASE, NOW)
    for words in (f"{_WORDS} one", _WORDS):
        answer.put_all(vault, shelf(), "about_me", {"am_known_as": words}, NOW)
    back_up.back_up(vault, there / "backup.passport", NOW)
    key = vault._data_key.key  # looked for, never shown
    vault.close()
    written = " ".join(recovery[0])
    return {
        "passphrase": _spelled(PASSPHRASE),
        "recovery words": _spelled(written),
        "key": (key, *_spelled(key.hex())),
        "words": _spelled(_WORDS),
    }


def _spelled(text: str) -> tuple[bytes, ...]:
    return tuple(text.encode(how) for how in ("utf-8", "utf-16-le", "utf-32-le"))


def _opened(window: Window, waits: str) -> None:
    """The passphrase, until the words stand on the screen."""
    window.until(waits, 60)
    window.types("", 1.5)
    window.types(f"{PASSPHRASE}\r", 1)
    window.until(_WORDS, 60)


def _one_lock(there: Path, name: str, canaries: dict[str, tuple[bytes, ...]]) -> Iterator[str]:
    """Open, look, lock, look again, leave, and look at what the terminal was sent."""
    options, keys, waits = LOCKS[name]
    with Window(there, *options) as window:
        _opened(window, waits)
        pid = window.process.pid
        before = held(memory_of(pid), canaries)
        window.types(keys)
        until_fresh(pid)
        window.until(waits, 60)
        window.types("", 1)
        after = held(memory_of(pid), canaries)
        drawn = window.seen.rpartition(BLANK)[2]
        window.types("\x11" if not options else "\x04", 1)
        with suppress(subprocess.TimeoutExpired):
            window.process.wait(5)
        window.types("", 0.2)
        left = window.seen.rpartition(_ALTERNATE_OFF)[2] if not options else drawn
    yield "cases"
    for what in ("words", "key"):
        yield (
            f"{what} in memory before" if what in before else f"NO {what} in memory before the lock ({name})"
        )
    for what in after:
        yield f"LEAK of {what} in memory after the lock ({name})"
    for what in held((drawn + left).encode(), canaries):
        yield f"LEAK of {what} on the terminal after the lock ({name})"


def memory_of(pid: int) -> bytes:
    """All of a program's memory that can be read. Raises NotHere."""
    found = []
    try:
        with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123  # the system's own
            for line in maps:
                span, rights = line.split()[:2]
                if rights[0] == "r" and "[v" not in line:
                    begin, _, end = span.partition("-")
                    with suppress(OSError, ValueError, OverflowError):
                        memory.seek(int(begin, 16))
                        found.append(memory.read(int(end, 16) - int(begin, 16)))
    except OSError as closed:
        raise NotHere(f"its memory may not be read: {closed.strerror}") from None
    return b"\0".join(found)


def until_fresh(pid: int) -> None:
    """Until the program has started itself again in its own place."""
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        if b"-m\0passport" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return
        time.sleep(0.05)
    raise AssertionError("it did not start again after the lock")


def _on_disk(there: Path, image: Path, canaries: dict[str, tuple[bytes, ...]]) -> Iterator[str]:
    """Every file of the record, of HOME and for a while; and the raw disk, with what was deleted on it."""
    for file in there.rglob("*"):
        if file.is_file():
            yield "cases"
            for what in held(file.read_bytes(), canaries):
                yield f"LEAK of {what} in {file.relative_to(there)}"
    if not image.exists():
        return
    os.sync()
    yield "cases"
    for what in held(image.read_bytes(), canaries):
        yield f"LEAK of {what} on the raw disk"
    control = there / "control"
    control.write_text(_WORDS)
    with control.open("rb") as opened:
        os.fsync(opened.fileno())
    control.unlink()
    os.sync()
    yield (
        "control on the raw disk"
        if "words" in held(image.read_bytes(), canaries)
        else "NO control on the raw disk"
    )


def _peeking(notes: list[str]) -> Iterator[str]:
    """Another program of the same person may not look in. As somebody other than root, who may always."""
    try:
        open_before, open_after = peeked()
    except NotHere as missing:
        notes.append(f"nobody else's look ({missing})")
        return
    yield "cases"
    yield "memory open to the person's other programs without us" if open_before else "NO look without us"
    if open_after:
        yield "LEAK of memory to another program of the person"


def peeked() -> tuple[bool, bool]:
    """Whether another program of the same person may look into one, before and after it leaves no traces. Raises NotHere."""
    if not Path("/proc/self/environ").exists():
        raise NotHere("no /proc")
    answers, asks = os.pipe()
    goes, go = os.pipe()

    def looked_at() -> None:
        _be_nobody()
        os.write(asks, b"1")
        os.read(goes, 1)
        leave_no_traces()
        os.write(asks, b"2")
        os.read(goes, 1)

    child = forked(looked_at)
    os.read(answers, 1)
    before = _may_look(child)
    os.write(go, b"1")
    os.read(answers, 1)
    after = _may_look(child)
    os.write(go, b"1")
    os.waitpid(child, 0)
    for end in (answers, asks, goes, go):
        os.close(end)
    return before, after


def _be_nobody() -> None:
    """An ordinary person's program, which may be looked into: prctl(2), PR_SET_DUMPABLE 1."""
    import ctypes

    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)


def _may_look(pid: int) -> bool:
    def looks() -> None:
        _be_nobody()
        with open(f"/proc/{pid}/environ", "rb") as inside:  # noqa: PTH123  # the system's own
            inside.read(1)

    _, end = os.waitpid(forked(looks), 0)
    return os.waitstatus_to_exitcode(end) == 0
