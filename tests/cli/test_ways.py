"""The ways into a record at the command line and in plain lines: listed, added, taken out, and used."""

import json
from itertools import chain
from pathlib import Path

import pypdf
import pytest

from passport.errors import Exit
from passport.vault.folder import KEYS
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins, comes_back
from tests.cli.test_answers import Person

pytestmark = pytest.mark.usefixtures("cheap_keys")
THEIRS, NEW = "copper lantern wagon thistle moss", "orchard basin thimble glacier pepper"


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Person:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    person = Person(tmp_path, capsys)
    assert person("new") == 0
    return person


def as_second(person: Person, *arguments: str) -> int:
    """Sam types their own passphrase."""
    file = person.file(THEIRS, "theirs")
    return person(*arguments, "--vault", str(person.vault), "--passphrase-file", file, vault=False)


def sam(person: Person) -> None:
    theirs = person.file(THEIRS, "theirs")
    assert person.json("second", "--name", "Sam", "--second-passphrase-file", theirs) == {"added": True}


def shares(person: Person) -> list[str]:
    made = person.json("shares", "--need", "2", "--names", "Sam, Jo,Ali")
    assert (made["need"], [one["name"] for one in made["shares"]]) == (2, ["Sam", "Jo", "Ali"])
    return [one["words"] for one in made["shares"]]


def test_every_way_in_is_listed(person: Person) -> None:
    sam(person)
    shares(person)
    found = person.json("ways")
    assert [way["kind"] for way in found["ways"]] == ["passphrase", "recovery", "second", "shares"]
    assert [way["names"] for way in found["ways"]] == [[], [], ["Sam"], ["Sam", "Jo", "Ali"]]
    assert found["ways"][3]["need"] == 2
    assert person("ways") == Exit.DONE
    assert "A passphrase of Sam." in person.out


def test_a_second_person_opens_it_and_the_owner_sees_that_and_can_end_it(person: Person) -> None:
    sam(person)
    assert as_second(person, "show") == Exit.DONE
    assert person.json("ways")["last_opened"]["name"] == "Sam"
    old_keys = (person.vault / KEYS).read_bytes()
    assert person.json("second", "--remove") == {"removed": True}
    assert as_second(person, "show") == Exit.CANNOT_OPEN
    assert person("second", "--remove") == Exit.USAGE
    (person.vault / KEYS).write_bytes(old_keys)
    assert as_second(person, "show") == Exit.CANNOT_OPEN


@pytest.mark.parametrize(
    "asked",
    [
        ("shares", "--need", "2", "--names", "A,B"),
        ("shares", "--remove"),
        ("second", "--remove"),
        ("words",),
        ("passphrase", "--new-passphrase-file", "NEW"),
    ],
)
def test_a_second_person_changes_none_of_it(person: Person, asked: tuple[str, ...]) -> None:
    sam(person)
    shares(person)
    new = person.file(NEW, "new")
    before = (person.vault / KEYS).read_bytes()
    assert as_second(person, *(new if one == "NEW" else one for one in asked)) == Exit.CANNOT_OPEN
    assert (person.vault / KEYS).read_bytes() == before


@pytest.mark.parametrize(
    "asked",
    [
        ("second",),
        ("second", "--remove", "--name", "Sam"),
        ("shares",),
        ("shares", "--need", "2"),
        ("shares", "--names", "A,B"),
        ("shares", "--remove", "--names", "A,B", "--need", "2"),
        ("shares", "--need", "1", "--names", "A,B"),
        ("shares", "--need", "3", "--names", "A,B"),
        ("shares", "--need", "2", "--names", "A,A"),
        ("shares", "--need", "2", "--names", ","),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(person: Person, asked: tuple[str, ...]) -> None:
    before = (person.vault / KEYS).read_bytes()
    assert person(*asked) == Exit.USAGE
    assert person.err.strip()
    assert (person.vault / KEYS).read_bytes() == before


def test_a_passphrase_of_somebody_else_is_not_taken(person: Person) -> None:
    mine = str(person.tmp_path / "passphrase")
    assert person("second", "--name", "Sam", "--second-passphrase-file", mine) == Exit.USAGE
    assert person.err.strip() == WORDS("errors.PassphraseTaken")


def recovers(person: Person, lines: list[str]) -> int:
    file, new = person.file("\n".join(lines), "lines"), person.file(NEW, "new")
    asked = ["recover", "--shares-file", file, "--new-passphrase-file", new, "--vault", str(person.vault)]
    return person(*asked, vault=False)


def test_enough_shares_open_it_and_each_trouble_has_its_sentence(person: Person) -> None:
    assert recovers(person, ["kettle"]) == Exit.CANNOT_OPEN
    assert person.err.strip() == WORDS("errors.NoShares")
    older = shares(person)
    lines = shares(person)
    slip = lines[1].rsplit(" ", 1)[0] + " academic"
    for given, error in (
        ([lines[0], slip], "ShareHasSlip"),
        ([lines[0], lines[0]], "ShareTwice"),
        ([lines[0], older[1]], "ShareOfAnother"),
        (older, "ShareOfAnother"),
    ):
        assert recovers(person, given) == Exit.CANNOT_OPEN
        assert person.err.strip() == WORDS(f"errors.{error}")
    assert recovers(person, lines[:1]) == Exit.CANNOT_OPEN
    assert person.err.strip() == WORDS("errors.NotEnoughShares", count=1)
    assert recovers(person, ["", lines[2], "", lines[0], lines[1]]) == Exit.DONE
    assert person("show") == Exit.CANNOT_OPEN
    person.file(NEW, "passphrase")
    assert person.json("ways")["last_opened"]["by"] == "shares"
    assert person("shares", "--remove") == Exit.DONE
    assert recovers(person, lines) == Exit.CANNOT_OPEN


def test_a_sheet_is_a_page_with_every_word_and_lands_on_nothing(person: Person) -> None:
    sheet = person.tmp_path / "out" / "sheet.pdf"
    assert person("words", "--sheet", str(sheet)) == Exit.DONE
    rows = [line.split()[1:] for line in person.out.splitlines() if line[:3] in {"  1", "  2", "  3", "  4"}]
    read = " ".join(pypdf.PdfReader(sheet).pages[0].extract_text().split())
    assert all(" ".join(row) in read for row in rows)
    assert WORDS("sheets.recovery_warning") in read
    assert person.out.count(str(sheet)) == 1
    assert [file.name for file in sheet.parent.iterdir()] == ["sheet.pdf"]
    assert sheet.stat().st_mode & 0o777 == 0o600

    before = (person.vault / KEYS).read_bytes()
    assert person("words", "--sheet", str(sheet)) == Exit.USAGE
    assert (person.vault / KEYS).read_bytes() == before
    made = [str(person.tmp_path / "r2"), str(sheet), str(person.tmp_path / "passphrase")]
    asked = ["new", "--vault", made[0], "--sheet", made[1], "--passphrase-file", made[2]]
    assert person(*asked, vault=False) == Exit.USAGE
    assert not Path(made[0]).exists()


def test_a_share_sheet_holds_one_share_and_no_name(person: Person) -> None:
    folder = person.tmp_path / "sheets"
    assert person("shares", "--need", "2", "--names", "Samwise,Jo", "--sheets", str(folder)) == Exit.DONE
    lines = [line.strip() for line in person.out.splitlines() if line.startswith("  ")]
    texts = [pypdf.PdfReader(file).pages[0].extract_text() for file in sorted(folder.iterdir())]
    assert len(texts) == 2
    for line, text, other in zip(lines, texts, reversed(texts), strict=True):
        words = [word for row in text.splitlines() if row[:1].isdigit() for word in row.split()[1:]]
        assert " ".join(words) == line
        assert "Samwise" not in text
        assert " ".join(line.split()[:5]) not in " ".join(other.split())


def test_an_easy_passphrase_is_told_in_our_words(person: Person) -> None:
    easy = person.file("password", "easy")
    assert person("passphrase", "--new-passphrase-file", easy) == Exit.USAGE
    assert "This is one of the first ten that anybody would try." in person.err


def test_in_plain_lines_a_person_makes_and_uses_them(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row("Look after my record"))
        ways = pipe.row("Ways to open my record")
        pipe.types(ways)
        said = pipe.types("1", "Sam", THEIRS, "not mine at all")
        assert WORDS("errors.WrongPassphrase") in said
        pipe.types(ways)
        assert WORDS("ways.second_added", name="Sam") in pipe.types("1", "Sam", THEIRS, PASSPHRASE)
        said = pipe.types("3", "Sam, Jo, Ali", "2", PASSPHRASE)
        assert WORDS("plain.ways_sheet") in said
        rows = [line.split()[1:] for line in said.splitlines() if line[:1].isdigit()]
        one, two, three = (" ".join(chain(*rows[at : at + 9])) for at in (0, 9, 18))
        folder = tmp_path / "sheets"
        assert str(folder / "sheet-3.pdf") in pipe.types(str(folder))
        assert pipe.close() == 0

    with Pipe(tmp_path) as again:
        again.prompt()
        slip = one.rsplit(" ", 1)[0] + " academic"
        assert WORDS("errors.ShareHasSlip") in again.types("shares", slip)
        assert WORDS("ways.shares_needed", count=1) in again.types(three)
        assert WORDS("errors.ShareTwice") in again.types(three)
        again.types(two, "short")
        assert "Robin's passport" in again.types(NEW)
        assert again.close() == 0

    with Pipe(tmp_path) as second:
        second.prompt()
        assert "with recovery shares" in second.types(THEIRS)
        assert second.close() == 0
    with Pipe(tmp_path) as owner:
        owner.prompt()
        assert "by Sam, with their own passphrase" in owner.types(NEW)
        owner.types(owner.row("Look after my record"))
        owner.types(owner.row("Ways to open my record"))
        assert WORDS("ways.second_removed") in owner.types("2", NEW)
        assert owner.close() == 0
    with Pipe(tmp_path) as gone:
        gone.prompt()
        assert WORDS("errors.WrongPassphrase") in gone.types(THEIRS)


def test_a_page_of_new_recovery_words_is_made_where_they_are_shown(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.close()
    with comes_back(tmp_path) as pipe:
        pipe.prompt(1)
        pipe.types(pipe.row("Look after my record"))
        pipe.types(pipe.row("Make new recovery words"))
        pipe.types(PASSPHRASE)
        sheet = tmp_path / "mine.pdf"
        said = pipe.types("print", str(sheet))
        assert WORDS("ways.sheet_written", file=sheet) in said
        assert sheet.read_bytes().startswith(b"%PDF")
        assert WORDS("errors.FileThere", file=sheet) in pipe.types("print", str(sheet))


def test_json_of_the_ways_is_one_document(person: Person) -> None:
    assert person("ways", "--json") == Exit.DONE
    assert json.loads(person.out)["ways"][0] == {
        "kind": "passphrase",
        "made_on": json.loads(person.out)["ways"][0]["made_on"],
        "names": [],
        "need": None,
    }
