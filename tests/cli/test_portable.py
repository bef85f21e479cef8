"""With ``--portable`` nothing is written outside the stick: watched by strace, in a home and a temp folder that are empty."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.goals.needs import NotHere, strace
from passport.actions.places import is_portable, places
from passport.actions.settings import read_settings
from tests.cli.at_the_pipe import PASSPHRASE, START, WORDS

_CREATES = "creat,open,openat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknodat"
_MADE = re.compile(r"(?:O_CREAT|\bmkdir|\brename|\blink|\bsymlink|\bmknod|\bcreat)")


class Computer:
    """Somebody else's: an empty home, an empty temp folder, and a stick."""

    def __init__(self, folder: Path) -> None:
        self.home, self.temp, self.stick = (folder / name for name in ("home", "temp", "stick"))
        for one in (self.home, self.temp, self.stick):
            one.mkdir()
        self.log = folder / "log"
        (self.stick / "typed").write_text(PASSPHRASE)
        (self.stick / "answers.toml").write_text('am_known_as = "Robin"\nam_name = "Robin Hale"\n')

    def runs(self, *given: str, typed: str = "") -> str:
        """The program itself, watched. What it said."""
        watch = [strace(), "-f", "-qq", "-A", "-o", str(self.log), "-e", f"trace={_CREATES}"]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        done = subprocess.run(
            [*watch, sys.executable, "-c", START, *given],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.stick,
            env={**kept, "HOME": str(self.home), "TMPDIR": str(self.temp)},
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def whole_use(self, *options: str) -> None:
        """Made in plain lines, answered, shared to the stick, looked after."""
        self.runs(*options, "--plain", typed=f"1\nRobin\n{PASSPHRASE}\n")
        key = ["--passphrase-file", str(self.stick / "typed")]
        self.runs(*options, "put", "about_me", "--from", str(self.stick / "answers.toml"), *key)
        share = ["share", "--for", "involvement", "--form", "about_me", "--to", "Sam", "--reason", "a role"]
        self.runs(*options, *share, "--out", str(self.stick / "papers"), *key)
        self.runs(*options, "backup", str(self.stick / "b.passport"), *key)
        self.runs(*options, "settings", "--lock-after", "5")
        self.runs(*options, "--plain", typed=f"{PASSPHRASE}\nx\n")

    def made_here(self) -> list[str]:
        """Everything that was made on the computer, by what strace saw and by what is there now."""
        seen = [
            line
            for line in self.log.read_text().splitlines()
            if _MADE.search(line)
            and not re.search(r"= -1 ", line)
            and (str(self.home) in line or str(self.temp) in line)
        ]
        there = [str(path) for folder in (self.home, self.temp) for path in folder.rglob("*")]
        return seen + there


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    try:
        strace()
    except NotHere as missing:
        pytest.skip(str(missing))
    return Computer(tmp_path)


def test_nothing_is_written_on_the_computer(computer: Computer) -> None:
    record = computer.stick / "record"
    computer.whole_use("--portable", "--vault", str(record))
    assert computer.made_here() == []
    assert {"settings", "seen", "portable", "vault.db"} <= {path.name for path in record.iterdir()}
    assert list((computer.stick / "papers").iterdir())


def test_a_made_up_person_is_looked_at_on_the_stick_too(computer: Computer) -> None:
    """What lies in the temp folder otherwise."""
    said = computer.runs("--portable", "--vault", str(computer.stick / "none"), "--plain", typed="4\nx\n")
    assert "Alex" in said
    assert computer.made_here() == []
    assert {one.name for one in computer.stick.iterdir()} == {"typed", "answers.toml"}


def test_without_it_something_is_seen(computer: Computer) -> None:
    """The control: the same use, in the same folder, is caught by the same look."""
    computer.whole_use("--vault", str(computer.stick / "record"))
    made = computer.made_here()
    assert any("seen" in one and "O_CREAT" in one for one in made), "strace saw it"
    assert any(one.endswith("seen") for one in made), "it is there"


def test_a_record_made_so_stays_so_and_locks_sooner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "record"
    record.mkdir()
    assert not is_portable(record)
    assert read_settings(places(record).settings).idle_minutes == 10
    (record / "portable").touch()
    moved = Path(shutil.move(record, tmp_path / "elsewhere"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert places(moved).settings == moved / "settings"
    assert read_settings(places(moved).settings).idle_minutes == 3


def test_where_says_it_and_portable_wants_a_folder(computer: Computer) -> None:
    said = computer.runs("--portable", "--vault", str(computer.stick / "record"), "where")
    assert WORDS("portable.on", minutes=3) in said
    assert str(computer.home) not in said
    assert not (computer.stick / "record").exists()
    with pytest.raises(AssertionError, match="--portable --vault"):
        computer.runs("--portable", "where")
