"""What a goal needs of this computer. What is not here is skipped by name, never silently."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class NotHere(Exception):
    """This computer does not allow it. The text says what is missing."""


def tool(name: str) -> str:
    """The path of a program. Raises NotHere."""
    found = shutil.which(name)
    if found is None:
        raise NotHere(f"no {name}")
    return found


def strace() -> str:
    """strace, where it may watch a child. Raises NotHere."""
    found = tool("strace")
    done = subprocess.run([found, "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    if done.returncode:
        raise NotHere("strace may not watch here")
    return found


def root() -> None:
    """Raises NotHere."""
    if not hasattr(os, "geteuid") or os.geteuid():
        raise NotHere("not root")


def mounts(kind: str, options: str, source: str) -> None:
    """Whether such a disk can be mounted here. Raises NotHere."""
    root()
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", kind, "-o", options, source, folder]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise NotHere(f"no mount of {kind} ({options})")
        subprocess.run(["umount", folder], capture_output=True, check=False)


def fast_folder() -> Path | None:
    """Where many small records are made and thrown away: in memory, where there is such a place."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None
