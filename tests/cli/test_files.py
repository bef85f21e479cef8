"""``keep``, ``kept``, ``kept-out`` and ``kept-away``, and the same in plain lines."""

from pathlib import Path

import pytest

from passport.cli.plain.home import LOOKING_AFTER
from passport.errors import Exit
from tests.cli.at_the_pipe import WORDS, comes_back
from tests.cli.test_agree import a_record
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
PDF = "%PDF-1.7\nsigned"


def test_a_file_goes_in_and_a_copy_comes_out(person: Person) -> None:
    one = person.json("keep", person.file(PDF, "scan.pdf"))
    assert (one["name"], one["media"]) == ("scan.pdf", "application/pdf")
    assert person("kept") == Exit.DONE
    assert "scan.pdf, PDF, 1 kB" in person.out
    assert person("kept-out", one["id"], str(person.tmp_path / "out")) == Exit.DONE
    assert "It is not locked" in person.out
    assert (person.tmp_path / "out" / "scan.pdf").read_text() == PDF
    (found,) = person.json("search", "scan")["found"]
    assert (found["kind"], found["id"]) == ("file", one["id"])
    assert person("kept-away", one["id"]) == Exit.DONE
    assert person.json("kept")["files"][0]["taken_out"] is True
    assert person("kept-away", one["id"], "--back") == Exit.DONE
    assert person("erase", "--file", one["id"], "--yes") == Exit.DONE
    assert person.json("kept")["files"] == []


def test_what_we_do_not_keep_is_said_in_a_sentence(person: Person) -> None:
    assert person("keep", person.file("MZ\0", "program.pdf")) == Exit.USAGE
    assert "We cannot keep program.pdf." in person.err
    assert person("keep", str(person.tmp_path / "none")) == Exit.CANNOT_OPEN
    assert person("kept-out", "nobody", str(person.tmp_path)) == Exit.USAGE


def test_in_plain_lines_a_file_is_kept_looked_at_and_taken_out(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex"}})
    (tmp_path / "note.txt").write_text("Bread and tea")
    with comes_back(tmp_path) as pipe:
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.look_after_row") in line)
        said = pipe.types(row.split()[0], str(list(LOOKING_AFTER).index("kept") + 1))
        assert WORDS("kept.none") in said
        said = pipe.types("+", str(tmp_path / "note.txt"))
        assert "It is kept here now, as note.txt." in said
        assert "1 note.txt, text, 1 kB" in said
        assert "Bread and tea" in pipe.types("1", "look")
        assert WORDS("kept.taken") in pipe.types("1", "out")
        assert WORDS("kept.is_back") in pipe.types("1", "back")
        pipe.types("x")
