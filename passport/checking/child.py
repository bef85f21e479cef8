"""Foreign PDFs and pictures are read in a child process that can do little and does not live long.

Parsers of files from strangers loop, grow and break in unplanned ways. Here that ends as one plain answer:
``unreadable``. The child gets the bytes, gives back plain data as JSON, and writes nothing else anywhere.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping

from passport.errors import NotOurs, PassportError

MOST_BYTES = 50 * 1024 * 1024
_MOST_MEMORY = 1_500_000_000
_MOST_CPU_SECONDS = 10
_MOST_SECONDS = 30
_MOST_ANSWER = 64 * 1024 * 1024
PICTURE, PDF = "picture", "pdf"


def read_apart(kind: str, foreign: bytes) -> Mapping[str, object]:
    """What the child found in a PDF or a picture. Raises NotOurs with the step that stopped it."""
    if len(foreign) > MOST_BYTES:
        raise NotOurs(step="too_large")
    needed = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-m", "passport.checking.child", kind],
            input=foreign,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_MOST_SECONDS,
            env=needed,
            check=False,
        )
        answer = (
            json.loads(child.stdout) if child.returncode == 0 and len(child.stdout) <= _MOST_ANSWER else {}
        )
    except (subprocess.TimeoutExpired, ValueError, RecursionError, OSError) as wrong:
        raise NotOurs(step="unreadable") from wrong
    if not isinstance(answer, dict) or not isinstance(answer.get("read"), dict):
        step = answer.get("stopped") if isinstance(answer, dict) else None
        raise NotOurs(step=step if isinstance(step, str) else "unreadable")
    read: dict[str, object] = answer["read"]
    return read


def main() -> None:
    """The child's side: bytes in, one line of JSON out, whatever happens."""
    answer: dict[str, object]
    try:
        _limit()
        answer = {"read": _read(sys.argv[1], sys.stdin.buffer.read(MOST_BYTES + 1))}
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


def _read(kind: str, foreign: bytes) -> dict[str, object]:
    if kind == PICTURE:
        from passport.qr.scan import read_picture

        return {"text": read_picture(foreign)}
    if kind == PDF:
        from passport.paper.unwrap import unwrap

        return unwrap(foreign).to_plain()
    raise NotOurs(step="neither")


if __name__ == "__main__":
    main()
