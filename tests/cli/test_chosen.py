"""``words-code``, ``alert`` and ``cover``, and the same in plain lines: without words they show what may be chosen."""

from pathlib import Path

import pytest

from passport.errors import Exit
from passport.qr import scan
from tests.cli.at_the_pipe import WORDS, comes_back
from tests.cli.test_agree import a_record
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def alex(person: Person) -> Person:
    assert put(person, 'am_name = "Alex Morgan"\nam_phone = "07700 900142"') == Exit.DONE
    return person


def test_without_a_line_it_shows_what_may_be_chosen_and_makes_nothing(alex: Person) -> None:
    offered = alex.json("words-code", "--for", "involvement")["offered"]["lines"]
    assert [one["text"] for one in offered] == ["Alex Morgan", "07700 900142"]
    assert alex("alert") == Exit.DONE
    assert "Alex Morgan" in alex.out
    assert alex.json("copies")["copies"] == []


def test_a_words_code_is_shown_then_made_and_stands_in_the_register(alex: Person) -> None:
    asked = ("words-code", "--for", "care", "--line", "Ring Jo", "--to", "Me", "--today", "23 11 2026")
    assert alex.json(*asked)["shows"] == "Ring Jo\nNot sealed. 23 November 2026"
    assert alex.json("copies")["copies"] == []
    made = alex.json(*asked, "--out", str(alex.tmp_path / "out"))
    picture = Path(made["files"]["code_png"]).read_bytes()
    assert scan.read_picture(picture) == "Ring Jo\nNot sealed. 23 November 2026"
    (copy,) = alex.json("copies")["copies"]
    assert (copy["kind"], copy["holder"], copy["id"]) == ("words", "Me", made["copy"])
    assert alex("check", made["files"]["code_png"]) == Exit.FOUND
    assert "It has no seal" in alex.out


def test_an_alert_and_what_stops_it(alex: Person) -> None:
    made = alex.json("alert", "--line", "Ring Jo first.", "--to", "GP", "--out", str(alex.tmp_path / "out"))
    assert Path(made["files"]["text"]).read_text() == "Ring Jo first.\n"
    assert made["letters"] == 14
    assert alex("alert", "--line", "w" * 201, "--to", "GP") == Exit.REFUSED
    assert "Take out 1 or more" in alex.err
    assert alex("alert", "--line", "x") == Exit.USAGE
    assert alex("alert", "--line", " ", "--to", "GP") == Exit.REFUSED


def test_a_code_too_full_says_what_to_leave_out(alex: Person) -> None:
    asked = ("words-code", "--for", "care", "--to", "Me", "--line", "Ring me", "--line", "w" * 600)
    assert alex("words-code", "--for", "private", "--line", "x") == Exit.USAGE
    assert alex(*asked) == Exit.REFUSED
    assert "Leave out: line 2 and all after it" in alex.err
    assert "www" not in alex.err


def test_a_cover_letter_needs_a_copy_and_says_only_what_was_chosen(alex: Person) -> None:
    assert alex("cover") == Exit.REFUSED
    out = str(alex.tmp_path / "out")
    assert alex("share", "--for", "care", "--to", "Riverbank Surgery", "--out", out) == Exit.DONE
    assert WORDS("cover.next_command") in alex.out
    shown = alex.json("cover")
    assert "Riverbank Surgery" in shown["text"]
    assert "Alex" not in shown["text"]
    made = alex.json("cover", "--from", "Alex Morgan", "--alert", "Ring Jo", "--large-print", "--out", out)
    assert "Alex Morgan" in Path(made["files"]["text"]).read_text()
    assert alex("cover", "--copy", "copy-9", "--out", out) == Exit.REFUSED


def test_in_plain_lines_it_is_picked_or_typed_and_kept_until_it_goes(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex Morgan"}})
    out = tmp_path / "out"
    with comes_back(tmp_path) as pipe:
        pipe.types(pipe.row(WORDS("screens.home.more_row")))
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.alert_row") in line)
        number = row.split()[0]
        assert "Alex Morgan" in pipe.types(number)
        said = pipe.types("1", "rings Jo", "oops", "-")
        assert said.rstrip("> \n").endswith("rings Jo")
        pipe.types("b")
        assert "rings Jo" in pipe.types(number)  # it is there again
        said = pipe.types("", "GP", "")
        assert "Alex Morgan rings Jo" in said
        assert WORDS("alert.done") in pipe.types(str(out), "yes")
        assert "rings Jo" not in pipe.types(number)
        pipe.types("x")
    (file,) = out.iterdir()
    assert file.read_text() == "Alex Morgan rings Jo\n"
