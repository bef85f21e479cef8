"""Foreign PDFs and pictures are read in a child process that can do little and does not live long.

Parsers of files from strangers loop, grow and break in unplanned ways. Here that ends as one plain answer:
``unreadable``. The child gets the bytes, gives back plain data as JSON, and writes nothing else anywhere. What we made ourselves this
minute is no stranger's, and is read back here, by the same readers.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TypeAlias

from passport.errors import NotOurs, PassportError

MOST_BYTES = 50 * 1024 * 1024
_MOST_MEMORY = 1_500_000_000
_MOST_CPU_SECONDS = 10
_MOST_SECONDS = 30
_MOST_ANSWER = 64 * 1024 * 1024
PICTURE, PDF = "picture", "pdf"
Reads: TypeAlias = Callable[[str, bytes], Mapping[str, object]]
"""From a kind of file and its bytes to what was found in it."""


def read_apart(kind: str, foreign: bytes) -> Mapping[str, object]:
    """What the child found in a PDF or a picture. Raises NotOurs with the step that stopped it."""
    if len(foreign) > MOST_BYTES:
        raise NotOurs(step="too_large")
    try:
        with _start(kind) as child:
            try:
                said, _ = child.communicate(foreign, timeout=_MOST_SECONDS)
            except BaseException:
                child.kill()
                raise
        answer = json.loads(said) if child.returncode == 0 and len(said) <= _MOST_ANSWER else {}
    except (subprocess.TimeoutExpired, ValueError, RecursionError, OSError) as wrong:
        raise NotOurs(step="unreadable") from wrong
    if not isinstance(answer, dict) or not isinstance(answer.get("read"), dict):
        step = answer.get("stopped") if isinstance(answer, dict) else None
        raise NotOurs(step=step if isinstance(step, str) else "unreadable")
    read: dict[str, object] = answer["read"]
    return read


def read_here(kind: str, own: bytes) -> Mapping[str, object]:
    """As ``read_apart``, in this process: only for what we have just made. Raises NotOurs as that does."""
    try:
        return _reader(kind)(own)
    except PassportError:
        raise
    except Exception as wrong:
        raise NotOurs(step="unreadable") from wrong


def _start(kind: str) -> subprocess.Popen[bytes]:
    needed = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-I", "-m", "passport.checking.child", kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=needed,
    )


def main() -> None:
    """The child's side: bytes in, one line of JSON out, whatever happens."""
    answer: dict[str, object]
    try:
        _limit()
        reads = _reader(sys.argv[1])
        answer = {"read": reads(sys.stdin.buffer.read(MOST_BYTES + 1))}
    except PassportError as stopped:
        answer = {"stopped": str(stopped.fields.get("step", "unreadable"))}
    except BaseException:  # noqa: BLE001  # parsers raise anything at all, MemoryError and RecursionError included
        answer = {"stopped": "unreadable"}
    with contextlib.suppress(Exception):
        sys.stdout.write(json.dumps(answer))
        sys.stdout.flush()
    os._exit(0)  # no clean-up of a broken parser may change the answer


def _limit() -> None:
    """No more memory, time, files or crash dumps than reading one file needs. Windows has only the clock outside."""
    with contextlib.suppress(ImportError):
        import resource

        for limit, most in (
            (resource.RLIMIT_AS, _MOST_MEMORY),
            (resource.RLIMIT_CPU, _MOST_CPU_SECONDS),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
        ):
            resource.setrlimit(limit, (most, most))


def _reader(kind: str) -> Callable[[bytes], dict[str, object]]:
    """What reads such a file, with all it needs: there before the bytes are."""
    if kind == PICTURE:
        from passport.qr.scan import read_picture

        return lambda foreign: {"text": read_picture(foreign)}
    if kind == PDF:
        from passport.paper.unwrap import get_ready, unwrap

        get_ready()
        return lambda foreign: unwrap(foreign).to_plain()
    raise NotOurs(step="neither")


if __name__ == "__main__":
    main()
