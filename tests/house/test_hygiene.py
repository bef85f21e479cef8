"""What each command loads, and what it says to bad input: each in a fresh program, or at the one way in."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from passport.actions.demo import PASSPHRASE
from passport.cli.main import run
from passport.errors import Exit
from passport.keys import passphrase
from passport.qr.draw import png
from passport.wording.words import Words

HEAVY = frozenset(
    {
        "textual",
        "sqlcipher3",
        "typst",
        "pyhanko",
        "pypdf",
        "qrcode",
        "PIL",
        "zxingcpp",
        "argon2",
        "asn1crypto",
    }
)
ONE_RUN = """
import sys
sys.argv = ["passport", *sys.argv[1:]]
from passport.__main__ import main
try:
    main()
finally:
    loaded = sorted({name.split(".")[0] for name in sys.modules})
    print("LOADED", *loaded, file=sys.stderr)
"""
"""The program itself, and then what it had loaded when it ended."""
SURPRISE = Words()("commands.surprise", kind="").split("(")[0]
"""How the last net begins: bad input must be caught before it."""


@dataclass(frozen=True)
class Place:
    """A folder with the demo in it, and files that are something else than their names say."""

    folder: Path

    @property
    def record(self) -> Path:
        return self.folder / "demo" / "record"

    @property
    def paper(self) -> Path:
        return min((self.folder / "demo" / "papers").glob("*.pdf"))

    @property
    def code(self) -> str:
        return min((self.folder / "demo" / "papers").glob("*-code.txt")).read_text()

    def bad(self, name: str) -> str:
        return str(self.folder / "bad" / name)

    def opens(self) -> tuple[str, ...]:
        return ("--vault", str(self.record), "--passphrase-file", str(self.folder / "passphrase"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Made once. No settings of the computer are read or written."""
    found = Place(tmp_path_factory.mktemp("hygiene"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "BOUNDS", passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON))
        patch.setattr(passphrase, "settings_here", lambda: passphrase.CHEAPEST)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(found.folder / "home"))
        assert run(["demo", str(found.folder / "demo"), "--today", "2026-11-23"]) == Exit.DONE
        (found.folder / "passphrase").write_text(PASSPHRASE)
        bad = found.folder / "bad"
        (bad / "folder").mkdir(parents=True)
        (bad / "text.pdf").write_text("Dear doctor")
        (bad / "empty").write_bytes(b"")
        (bad / "not_utf8").write_bytes(b'am_name = "caf\xe9 \xff\xfe"')
        (bad / "other_qr.png").write_bytes(png("HTTPS://EXAMPLE.ORG/MENU"))
        yield found


def fresh(*arguments: str, given: bytes = b"") -> tuple[int, str, frozenset[str]]:
    """A fresh program: its exit code, what it said, and the top names of all that it had loaded at its end."""
    ran = subprocess.run(
        [sys.executable, "-c", ONE_RUN, *arguments], input=given, capture_output=True, check=False
    )
    said, _, loaded = ran.stderr.decode(errors="replace").rpartition("LOADED ")
    return ran.returncode, ran.stdout.decode(errors="replace") + said, frozenset(loaded.split())


# What is loaded


def test_checking_a_code_loads_nothing_heavy(place: Place) -> None:
    code, said, loaded = fresh("check", "--no-remember", "--today", "2026-11-24", place.code)
    assert code == Exit.DONE, said
    assert "passport" in loaded
    assert loaded & HEAVY == set()


def test_checking_a_paper_loads_its_readers_in_the_child_and_not_here(place: Place) -> None:
    """The control: the same way of looking does find what reads a PDF, in the child that reads it."""
    code, said, here = fresh("check", "--no-remember", "--today", "2026-11-24", str(place.paper))
    assert code == Exit.DONE, said
    assert here & {"textual", "sqlcipher3", "typst", "pyhanko", "pypdf"} == set()

    child = subprocess.run(
        [sys.executable, "-X", "importtime", "-I", "-m", "passport.checking.child", "pdf"],
        input=place.paper.read_bytes(),
        capture_output=True,
        check=True,
    )
    there = {line.rpartition("|")[2].strip().split(".")[0] for line in child.stderr.decode().splitlines()}
    assert {"pypdf", "asn1crypto"} <= there
    assert there & {"textual", "sqlcipher3", "typst", "pyhanko"} == set()


def test_sealing_a_paper_does_load_what_seals() -> None:
    """The control for the names themselves: they are what the program really loads when it needs them."""
    program = (
        "import sys\n"
        "from tests.builders import a_refusal, an_advance_decision\n"
        "from tests.checking.papers import a_sealed_paper\n"
        "a_sealed_paper(an_advance_decision([a_refusal()]).passport)\n"
        "import passport.vault.vault, passport.tui.app\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"textual", "sqlcipher3", "typst", "pyhanko", "qrcode"} <= set(ran.stdout.split())


def test_reading_the_forms_loads_no_record_and_no_paper() -> None:
    code, _said, loaded = fresh("forms", "list")
    assert code == Exit.DONE
    assert loaded & HEAVY == set()


# What bad input gets: the exit codes of the contract, one sentence, and never the last net

BAD = ("text.pdf", "empty", "folder", "none.pdf", "not_utf8", "other_qr.png")
DONE, FOUND, USAGE, CANNOT_OPEN, NO_ROOM = (
    Exit.DONE,
    Exit.FOUND,
    Exit.USAGE,
    Exit.CANNOT_OPEN,
    Exit.NO_ROOM,
)
EXPECTED: dict[str, tuple[Exit | None, ...]] = {
    # bytes that could be read never give 3
    "check": (FOUND, FOUND, CANNOT_OPEN, CANNOT_OPEN, FOUND, FOUND),
    "put": (USAGE, USAGE, CANNOT_OPEN, CANNOT_OPEN, USAGE, USAGE),
    # an empty signing has a test of its own below
    "sign": (USAGE, None, CANNOT_OPEN, CANNOT_OPEN, USAGE, USAGE),
    "passphrase_file": (CANNOT_OPEN, CANNOT_OPEN, CANNOT_OPEN, CANNOT_OPEN, USAGE, USAGE),
    "words_file": (CANNOT_OPEN, CANNOT_OPEN, CANNOT_OPEN, CANNOT_OPEN, USAGE, USAGE),
    "vault": (CANNOT_OPEN,) * 6,
    "forms_show": (USAGE,) * 6,
    "assess": (USAGE,) * 6,
    "show": (USAGE,) * 6,
    "entry": (USAGE,) * 6,
    "field": (USAGE,) * 6,
    "form": (USAGE,) * 6,
    "stop": (USAGE,) * 6,
    "today": (USAGE,) * 6,
}


def commands(place: Place, bad: str) -> dict[str, tuple[str, ...]]:
    opens = place.opens()
    return {
        "check": ("check", "--no-remember", bad),
        "put": ("put", "about_me", "--from", bad, *opens),
        "sign": ("sign", "advance_decision", "--from", bad, *opens),
        "passphrase_file": ("show", "--vault", str(place.record), "--passphrase-file", bad),
        "words_file": (
            *("recover", "--vault", str(place.record), "--words-file", bad),
            *("--new-passphrase-file", str(place.folder / "passphrase")),
        ),
        "vault": ("show", "--vault", bad, *opens[2:]),
        "forms_show": ("forms", "show", bad),
        "assess": ("assess", bad, *opens),
        "show": ("show", bad, *opens),
        "entry": ("show", "--entry", bad, *opens),
        "field": ("share", "--for", "care", "--to", "A ward", "--field", bad, *opens),
        "form": ("share", "--for", "care", "--to", "A ward", "--form", bad, *opens),
        "stop": ("stop", "advance_decision", "--refusal", bad, *opens),
        "today": ("show", "--today", bad, *opens),
    }


def one_run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(list(arguments))
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert SURPRISE not in said
    assert code == Exit.DONE or said.strip()
    return code, said


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch, cheap_keys: None, place: Place) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(place.folder / "home"))


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("command", list(EXPECTED))
def test_bad_input_gets_the_exit_code_of_the_contract_and_a_sentence(
    command: str, place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = {bad: code for bad, code in zip(BAD, EXPECTED[command], strict=True) if code is not None}
    came = {bad: one_run(capsys, *commands(place, place.bad(bad))[command])[0] for bad in expected}
    assert came == expected


@pytest.mark.usefixtures("cheap")
def test_the_same_commands_with_good_input_are_done(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """The control: it is the bad input that was refused, not the way we asked."""
    (place.folder / "answers.toml").write_text('am_known_as = "Alex"')
    for arguments in (
        ("check", "--no-remember", "--today", "2026-11-24", str(place.paper)),
        ("put", "about_me", "--from", str(place.folder / "answers.toml"), *place.opens()),
        ("show", "about_me", *place.opens()),
        ("share", "--for", "care", "--to", "A ward", "--form", "crisis_plan", "--rehearse", *place.opens()),
        ("assess", "advance_decision", *place.opens()),
        ("forms", "show", "about_me"),
    ):
        assert one_run(capsys, *arguments)[0] == Exit.DONE, arguments


@pytest.mark.usefixtures("cheap")
def test_a_folder_to_write_to_that_is_a_file_gives_5_and_stays(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("share", "--for", "care", "--to", "A ward", "--form", "crisis_plan", "--out")
    assert one_run(capsys, *out, place.bad("text.pdf"), *place.opens())[0] == Exit.NO_ROOM
    assert Path(place.bad("text.pdf")).read_text() == "Dear doctor"
    assert one_run(capsys, "copies", *place.opens())[1].count("A ward") == 0


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    "given", [b"", b"\xff\xfe\x00", b"%PDF-1.7\n", b"PIP1:", b"\x89PNG\r\n\x1a\n", b"PIP1:\xe9"]
)
def test_bytes_at_standard_input_are_never_a_traceback(given: bytes) -> None:
    """``-`` in a fresh program: not one line of it is Python's own."""
    code, said, _loaded = fresh("check", "--no-remember", "-", given=given)
    assert code == Exit.FOUND
    assert "Traceback" not in said
    assert SURPRISE not in said


def test_a_name_that_is_not_utf8_is_never_a_traceback() -> None:
    ran = subprocess.run(
        [sys.executable.encode(), b"-c", ONE_RUN.encode(), b"check", b"--no-remember", b"\xff\xfe.pdf"],
        capture_output=True,
        check=False,
    )
    assert ran.returncode == Exit.CANNOT_OPEN
    assert b"Traceback" not in ran.stderr


@pytest.mark.usefixtures("cheap")
def test_a_demo_over_a_file_says_what_is_in_the_way(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert one_run(capsys, "demo", place.bad("text.pdf"))[0] in {Exit.USAGE, Exit.NO_ROOM}


@pytest.mark.usefixtures("cheap")
def test_a_name_that_is_too_long_for_a_disk_gets_a_sentence(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert one_run(capsys, "show", "--vault", "x" * 300, *place.opens()[2:])[0] == Exit.CANNOT_OPEN


@pytest.mark.usefixtures("cheap")
def test_a_file_of_trusted_keys_that_is_not_there_is_said(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever names a file of keys believes that it was used."""
    missing = ("check", "--no-remember", "--trust", place.bad("none.pdf"), place.code)
    assert one_run(capsys, *missing)[0] == Exit.CANNOT_OPEN


@pytest.mark.usefixtures("cheap")
def test_an_empty_file_is_no_signing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """What was signed with a witness stays as it was."""
    asked = ("assess", "advance_decision", "--json", *place.opens())
    before = one_run(capsys, *asked)[1]
    one_run(capsys, *commands(place, place.bad("empty"))["sign"])
    assert one_run(capsys, *asked)[1] == before
