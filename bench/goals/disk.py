"""A disk on paper: what a program did to its files, and what a power cut at any moment could have left of it.

What is counted on: a file's bytes are safe once the file was synced, and names once the folder was. Until then each write
may have reached the disk, or not, or only some sectors of it; names reach it in the order in which they changed.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.goals.needs import strace

_CALLS = "openat,open,creat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"^\d+<((?:[^>\\]|\\.)*)>")


@dataclass(frozen=True)
class Step:
    """One call. ``what``: create, write, cut, sync, unlink, rename, or said (something told on standard output)."""

    what: str
    name: str = ""
    data: bytes = b""
    at: int = 0
    other: str = ""


@dataclass
class Inode:
    """One file's bytes: those that are safe, and the writes and cuts that may be lost."""

    safe: bytes = b""
    pending: list[Step] = field(default_factory=list)


def record_steps(operation: str, folder: Path, log: Path, how: str = "") -> list[Step]:
    """Do it to the record in this folder while strace writes down every call. Raises NotHere."""
    command = [strace(), "-f", "-qq", "-y", "-xx", "-s", "2000000", "-o", str(log), "-e", f"trace={_CALLS}"]
    child = [sys.executable, "-m", "bench.goals.doing", operation, str(folder), how]
    done = subprocess.run([*command, *child], capture_output=True, check=False)
    if b"DONE" not in done.stdout:
        raise AssertionError(done.stdout + done.stderr)
    return list(_steps(log.read_text(), str(folder)))


def _steps(log: str, folder: str) -> Iterator[Step]:
    for line in log.splitlines():
        found = _LINE.match(line)
        if not found or int(found[3]) < 0:
            continue
        call, given, result = found[1], found[2], int(found[3])
        texts = [bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(given)]
        of_file = _FILE.match(given)
        path = _plain(of_file[1]) if of_file else ""
        named = [one.decode(errors="replace") for one in texts]
        inside = path.startswith(folder)
        name = path.removeprefix(folder).lstrip("/")
        if call == "write" and given.startswith("1<") and texts:
            yield Step("said", data=texts[0])
        elif call in {"write", "pwrite64"} and inside:
            at = int(given.rsplit(", ", 1)[1]) if call == "pwrite64" else -1
            yield Step("write", name, texts[0][:result], at)
        elif call == "ftruncate" and inside:
            yield Step("cut", name, at=int(given.rsplit(", ", 1)[1]))
        elif call in {"fsync", "fdatasync"} and inside:
            yield Step("sync", name)
        elif call in {"openat", "open", "creat"} and "O_CREAT" in given and named[-1].startswith(folder):
            yield Step("create", named[-1].removeprefix(folder).lstrip("/"))
        elif call in {"unlink", "unlinkat"} and named[-1].startswith(folder):
            yield Step("unlink", named[-1].removeprefix(folder).lstrip("/"))
        elif call.startswith(("rename", "link")) and named[-1].startswith(folder):
            old, new = (one.removeprefix(folder).lstrip("/") for one in named[-2:])
            yield Step("rename" if call.startswith("rename") else "link", old, other=new)


def _plain(path: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda one: chr(int(one[1], 16)), path)


class Disk:
    """The folder as the disk has it, step by step."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.names = {name: Inode(data) for name, data in files.items()}
        self.safe_names = dict(self.names)
        self.unsafe_names: list[dict[str, Inode]] = []
        self._ends: dict[int, int] = {}
        self.said = b""

    def takes(self, step: Step) -> None:
        """One more step."""
        if step.what == "said":
            self.said += step.data
        elif step.what == "sync":
            self._sync(step.name)
        elif step.what in {"write", "cut"}:
            inode = self.names[step.name]
            at = step.at if step.at >= 0 else self._ends.get(id(inode), 0)
            inode.pending.append(Step(step.what, data=step.data, at=at))
            self._ends[id(inode)] = at + len(step.data)
        elif step.what == "create":
            if step.name not in self.names:
                self._renamed({**self.names, step.name: Inode()})
        elif step.what == "unlink":
            self._renamed({name: one for name, one in self.names.items() if name != step.name})
        elif step.what == "link":
            self._renamed({**self.names, step.other: self.names[step.name]})
        else:
            rest = {name: one for name, one in self.names.items() if name != step.name}
            self._renamed({**rest, step.other: self.names[step.name]})

    def _renamed(self, names: dict[str, Inode]) -> None:
        self.names = names
        self.unsafe_names.append(names)

    def _sync(self, name: str) -> None:
        if not name:  # the folder itself
            self.safe_names, self.unsafe_names = self.names, []
            return
        if name not in self.names:  # a folder in it: the names there, and no others
            self.safe_names = self._with_names_of(name, self.safe_names)
            self.unsafe_names = [self._with_names_of(name, one) for one in self.unsafe_names]
            return
        inode = self.names[name]
        inode.safe, inode.pending = _after(inode.safe, inode.pending), []

    def _with_names_of(self, folder: str, names: dict[str, Inode]) -> dict[str, Inode]:
        others = {name: one for name, one in names.items() if not name.startswith(f"{folder}/")}
        return others | {name: one for name, one in self.names.items() if name.startswith(f"{folder}/")}

    def after_power_cut(self, rng: random.Random) -> dict[str, bytes]:
        """One of the things that could be found afterwards."""
        names = rng.choice([self.safe_names, *self.unsafe_names])
        lost, torn = rng.choice((0.0, 0.1, 0.5, 0.9, 1.0)), rng.choice((0.0, 0.3))
        left: dict[int, bytes] = {}
        for inode in names.values():
            kept = [_torn(one, rng, torn) for one in inode.pending if rng.random() >= lost]
            left[id(inode)] = _after(inode.safe, kept)
        return {name: left[id(inode)] for name, inode in names.items()}


def _torn(step: Step, rng: random.Random, chance: float) -> Step:
    """Perhaps only the first sectors of a write, of 512 or of 4,096 bytes."""
    if step.what == "cut" or rng.random() >= chance:
        return step
    size = rng.choice((512, 4096))
    whole = -(-len(step.data) // size)
    return Step("write", data=step.data[: size * rng.randrange(whole + 1)], at=step.at)


def _after(data: bytes, steps: list[Step]) -> bytes:
    found = bytearray(data)
    for one in steps:
        if one.what == "cut":
            found = found[: one.at] + bytes(max(0, one.at - len(found)))
        elif one.data:
            found += bytes(max(0, one.at - len(found)))
            found[one.at : one.at + len(one.data)] = one.data
    return bytes(found)
