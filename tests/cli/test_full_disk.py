"""A disk that is full half way: one sentence, nothing half made, what stood there as it was, and no line in the register.

A small disk of our own where one can be made here, else a limit on the size of files. The command that everybody starts.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from passport.errors import Exit, NoRoom, NoRoomThere
from passport.wording.words import Words
from tests.cli.at_the_pipe import START
from tests.cli.test_ends import as_whom, passport

WORDS = Words()
SIZE = 2 << 20


class Disk:
    """A small one at ``there``, with a record of somebody beside it."""

    def __init__(self, lives: Path, *, small: bool) -> None:
        self.lives, self.there, self.small = lives, lives / "there", small
        self.record = str(lives / "record")

    def __call__(self, *command: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
        kept = command if command[0] == "forms" else (command[0], "--vault", self.record, *command[1:])
        if limit is None:
            return passport(self.lives, *kept)
        ends = ["sh", "-c", f'ulimit -f {limit // 512}; exec "$@"', "sh"]
        return subprocess.run(
            [*ends, sys.executable, "-c", START, *kept],
            env=as_whom(self.lives),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )

    @contextlib.contextmanager
    def with_room_for(self, size: int) -> Iterator[int | None]:
        """Only so many bytes are left. Gives the limit on a file that does it, where there is no small disk."""
        if not self.small:
            yield size
            return
        stat = os.statvfs(self.there)
        filler = self.there.parent / "there" / ".filler"
        filler.write_bytes(bytes(max(0, stat.f_bavail * stat.f_frsize - size)))
        try:
            yield None
        finally:
            filler.unlink()

    def files(self) -> dict[str, bytes]:
        found = (one for one in self.there.rglob("*") if one.is_file() and one.name != ".filler")
        return {str(one.relative_to(self.there)): one.read_bytes() for one in found}

    def lines(self) -> list[str]:
        return [one["id"] for one in json.loads(self("copies", "--json").stdout)["copies"]]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    lives = tmp_path_factory.mktemp("full")
    there = lives / "there"
    there.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(there)]
    with contextlib.suppress(OSError):
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                yield begun(Disk(lives, small=True))
            finally:
                subprocess.run(["umount", str(there)], check=True)
            return
    yield begun(Disk(lives, small=False))


def begun(disk: Disk) -> Disk:
    """Somebody with a card, a kept file, and a copy that is out of date."""
    assert disk("new").returncode == Exit.DONE
    for form, answers in {
        "about_me": {"am_name": "Alex Morgan"},
        "crisis_plan": {"cp_card": ["My sister knows"]},
    }.items():
        (disk.lives / "answers.json").write_text(json.dumps(answers))
        assert disk("put", form, "--from", str(disk.lives / "answers.json")).returncode == Exit.DONE
    assert (
        disk("share", "--for", "care", "--to", "A ward", "--out", str(disk.lives / "old")).returncode
        == Exit.DONE
    )
    (disk.lives / "answers.json").write_text(json.dumps({"am_name": "Alex Hale"}))
    assert disk("put", "about_me", "--from", str(disk.lives / "answers.json")).returncode == Exit.DONE
    (disk.lives / "scan.txt").write_text("words " * 20_000)
    assert disk("keep", str(disk.lives / "scan.txt")).returncode == Exit.DONE
    return disk


def command(disk: Disk, what: str) -> tuple[str, ...]:
    there = str(disk.there)
    kept = json.loads(disk("kept", "--json").stdout)["files"][0]["id"] if what == "kept-out" else ""
    return {
        "share": ("share", "--for", "care", "--to", "The team", "--out", there),
        "card": ("card", "--out", there),
        "words-code": ("words-code", "--for", "care", "--line", "Hello", "--to", "My sister", "--out", there),
        "alert": ("alert", "--line", "Hello", "--to", "The team", "--out", there),
        "cover": ("cover", "--line", "One page", "--out", there),
        "tell": ("tell", there),
        "blank": ("forms", "blank", "about_me", "--out", there),
        "backup": ("backup", f"{there}/mine.passport"),
        "export": ("export", f"{there}/all", "--yes"),
        "kept-out": ("kept-out", kept, there),
    }[what]


@pytest.mark.parametrize(
    "what",
    ["share", "card", "words-code", "cover", "tell", "blank", "backup", "export", "kept-out"],
)
def test_a_disk_that_is_full_half_way_leaves_what_was_there_and_no_line(disk: Disk, what: str) -> None:
    """With room it works. Then the same again, and the disk fills while it writes."""
    asked = command(disk, what)
    before = disk.files()
    done = disk(*asked)
    assert done.returncode == Exit.DONE, done.stderr
    made = {name: content for name, content in disk.files().items() if name not in before}
    assert made
    if what == "export":  # over nothing that is there
        asked = ("export", str(disk.there / "again"), "--yes")
    there, lines = disk.files(), disk.lines()
    largest, all_of_it = max(map(len, made.values())), sum(map(len, made.values()))
    room = largest + 4096 if largest + 8192 < all_of_it else largest // 2
    with disk.with_room_for(room) as limit:
        done = disk(*asked, limit=limit)
    assert done.returncode == Exit.NO_ROOM, done.stderr
    said = done.stderr.splitlines()
    if disk.small:
        folder = str(disk.there / "again") if what == "export" else str(disk.there)
        assert said == [WORDS.error(NoRoomThere(place=folder))]
    else:
        assert said[-1] in {WORDS.error(NoRoomThere(place=str(disk.there))), WORDS.error(NoRoom())}
    assert disk.files() == there
    assert disk.lines() == lines


def test_new_recovery_words_with_no_room_for_their_page_are_still_told(disk: Disk) -> None:
    """They are in force already: it must not say that the last change is not saved."""
    if not disk.small:
        pytest.skip("no small disk can be made here")
    with disk.with_room_for(4096):
        done = disk("words", "--sheet", str(disk.there))
    assert done.returncode == Exit.NO_ROOM
    assert len([line for line in done.stdout.splitlines() if line.startswith("  ")]) == 4
    assert done.stderr.splitlines() == [WORDS.error(NoRoomThere(place=str(disk.there)))]
    assert "not saved" not in done.stderr
