"""Part of G7: a fault of the machine (SIGSEGV) while a core may be written, as on a computer that is told to keep them.

With the program as it is, open or locked, there is no core. In a copy of the tree in which it no longer forbids cores, there must
be one: while it is open it must hold the key and the words, and after a lock nothing of them, for a fresh program stands there.
In a copy that does not start itself again either, the core after a lock must hold them. So what finds nothing above can find.
"""

import os
import resource
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from bench.goals.made_up import PASSPHRASE
from bench.goals.needs import NotHere
from bench.proof import copy_of_the_tree
from tests.cli.at_a_terminal import Window

Canaries = Mapping[str, tuple[bytes, ...]]
_TRACES, _LEAVING = "passport/actions/no_traces.py", "passport/actions/leaving.py"
CORES_ALLOWED = (
    (_TRACES, "        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n", "        resource\n"),
    (_TRACES, "    _let_no_one_read_the_memory()\n    sys", "    sys"),
)
"""File, text, and what takes its place: the program forbids no core any more."""
_WAITS = "HERE-IT-STAYS"
NOT_STARTED_AGAIN = (
    (
        _LEAVING,
        "    os.execv(sys.executable, again)",
        f'    print("{_WAITS}", flush=True)\n    __import__("time").sleep(90)',
    ),
)
"""After a lock it stays where it was."""
LOCKS = {"full screen": ((), "\x1b[21~", "╭"), "plain": (("--plain",), "\x1a", "Passphrase:")}
"""Options of the front, the keys that lock it (F10, Ctrl+Z), and what shows that it waits for a passphrase."""


def cores(there: Path, folder: Path, front: str, words: str, canaries: Canaries) -> Iterator[str]:
    """What was seen, a text each, as ``g7`` counts them. ``there`` holds the record. Raises NotHere where no core can be had."""
    _cores_are_here()
    allowed = _edited(folder / "allowed", CORES_ALLOWED)
    stays = _edited(folder / "stays", (*CORES_ALLOWED, *NOT_STARTED_AGAIN))
    for locked in (False, True):
        how = f"{'locked' if locked else 'open'}, {front}"
        yield "cases"
        core = one_fault(there, folder, front, words, locked=locked)
        if core is not None:
            yield f"LEAK of a core ({how})"
    yield "cases"
    core = one_fault(there, folder, front, words, tree=allowed)
    for what in ("key", "words"):
        found = core is not None and what in held(core, canaries)
        yield f"{what} in a core where one is allowed" if found else f"NO {what} in a core ({front})"
    yield "cases"
    core = one_fault(there, folder, front, words, tree=allowed, locked=True)
    if core is None:
        yield f"NO core after the lock where one is allowed ({front})"
    for what in held(core or b"", canaries):
        yield f"LEAK of {what} in a core after the lock ({front})"
    yield "cases"
    core = one_fault(there, folder, front, words, tree=stays, locked=True)
    found_there = held(core or b"", canaries)
    if not found_there:
        yield f"NO control after a lock that starts nothing again ({front})"
    for what in sorted(found_there):
        yield f"{what} in a core after a lock that starts nothing again"


def one_fault(
    there: Path, folder: Path, front: str, words: str, *, locked: bool = False, tree: Path | None = None
) -> bytes | None:
    """Open it, lock it if asked, and let it meet a fault. Returns the core, or None where none was written.

    It runs in a folder of its own: beside the record where no core is allowed, elsewhere where one must come.
    """
    options, keys, waits = LOCKS[front]
    within = (there if tree is None else folder) / "runs_here"
    shutil.rmtree(within, ignore_errors=True)
    within.mkdir()
    with Window(there, *options, within=within, tree=tree, cores=True) as window:
        window.until(waits, 60)
        window.types("", 1.5)
        window.types(f"{PASSPHRASE}\r", 1)
        window.until(words, 60)
        if locked:
            window.types(keys)
            window.until(_WAITS if _stays(tree) else waits, 60)
            window.types("", 1)
        os.kill(window.process.pid, signal.SIGSEGV)
        _, end = os.waitpid(window.process.pid, 0)
        window.process.returncode = 0  # it has been waited for
    core = _the_core(within) if os.WIFSIGNALED(end) and os.WCOREDUMP(end) else None
    if core is None and any(within.iterdir()):
        core = b""
    shutil.rmtree(within)
    return core


def held(data: bytes, canaries: Canaries) -> set[str]:
    """Which of them stand in it."""
    return {name for name, spelled in canaries.items() if any(one in data for one in spelled)}


def _cores_are_here() -> None:
    """Raises NotHere where the system keeps no core in the folder that a program runs in."""
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        raise NotHere("cores are forbidden to every program here")
    pattern = Path("/proc/sys/kernel/core_pattern")
    if not pattern.exists():
        raise NotHere("it is not told where a core would go")
    if pattern.read_text().strip().startswith(("|", "/")) or "/" in pattern.read_text():
        raise NotHere("a core would go to another program or folder, which is not ours to look into")


def _the_core(within: Path) -> bytes:
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        with suppress(StopIteration):
            return next(one for one in within.iterdir() if one.name.startswith("core")).read_bytes()
        time.sleep(0.1)
    return b""


def _edited(folder: Path, edits: tuple[tuple[str, str, str], ...]) -> Path:
    """A copy of the tree with these edits; made once."""
    if folder.exists():
        return folder / "tree"
    folder.mkdir()
    tree = copy_of_the_tree(folder)
    for file, text, other in edits:
        source = (tree / file).read_text(encoding="utf-8")
        assert source.count(text) == 1, f"{text!r} does not stand once in {file}"
        (tree / file).write_text(source.replace(text, other), encoding="utf-8")
    return tree


def _stays(tree: Path | None) -> bool:
    return tree is not None and _WAITS in (tree / _LEAVING).read_text(encoding="utf-8")
