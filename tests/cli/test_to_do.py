"""``todo``, and the same in plain lines: what there is, where it is done, and peace for who wants it."""

import json
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import make
from passport.cli.main import run
from passport.errors import Exit
from passport.forms.shelf import shelf
from tests.builders import NOW
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, comes_back

pytestmark = pytest.mark.usefixtures("cheap_keys")
LONG_AGO = NOW.replace(year=2020)
NEVER = WORDS("to_do.never_backed_up")


def a_record(folder: Path) -> tuple[str, ...]:
    """A record with an old number. Returns the options that open it."""
    vault, _rows = make(folder / "record", PASSPHRASE, LONG_AGO)
    jamie = {"ct_name": "Jamie Morgan", "ct_phone": "07700 900118", "ct_roles": ["carer"]}
    answer.put_all(vault, shelf(), "contacts", jamie, LONG_AGO)
    vault.close()
    (folder / "passphrase").write_text(PASSPHRASE)
    return "--vault", str(folder / "record"), "--passphrase-file", str(folder / "passphrase")


def test_the_document_says_each_thing_and_where_it_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opens = a_record(tmp_path)
    assert run(["todo", "--json", *opens]) == Exit.DONE
    said = json.loads(capsys.readouterr().out)
    assert said["peace"] == ""
    assert {"sentence": NEVER, "page": "backups", "section": "", "place": ""} in said["things"]
    assert [one["place"] for one in said["things"] if one["section"] == "contacts-1"] == ["ct_phone"]


def test_peace_is_asked_for_and_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opens = a_record(tmp_path)
    assert run(["todo", "--peace", "asked", *opens]) == Exit.DONE
    said = capsys.readouterr().out
    assert WORDS("to_do.peace_asked") in said
    assert NEVER in said
    assert run(["todo", "--peace", "none", *opens]) == Exit.DONE
    assert WORDS("to_do.peace_asked") not in capsys.readouterr().out
    assert run(["todo", "--peace", "for ever", *opens]) == Exit.USAGE


def test_in_plain_lines_a_number_leads_there_and_peace_is_kept(tmp_path: Path) -> None:
    a_record(tmp_path)
    with comes_back(tmp_path) as pipe:
        assert f"{WORDS('screens.home.to_do_row')}: {WORDS('to_do.count', count=2)}" in pipe.hears
        said = pipe.types(pipe.row(WORDS("screens.home.to_do_row")))
        assert "Jamie Morgan: “Phone” is from" in said
        assert WORDS("page_help.to_do") in pipe.types("?")
        assert WORDS("plain.number_wanted", most=6) in pipe.types("7")
        assert "Now: 07700 900118" in pipe.types("1")
        said = pipe.types("")
        assert "Jamie Morgan: “Phone”" in said
        said = pipe.types(pipe.row(WORDS("to_do.still_right", paper="Jamie Morgan")))
        assert "Jamie Morgan" not in said
        said = pipe.types(pipe.row(WORDS("to_do.week")))
        assert WORDS("to_do.show") in said
        said = pipe.types("")
        assert WORDS("screens.home.to_do_row") + ":" not in said
        assert pipe.close() == 0


def test_crisis_lines_are_said_by_a_command_with_no_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["support", "--nation", "wales", "--json"]) == Exit.DONE
    wales = json.loads(capsys.readouterr().out)["lines"]
    assert run(["support", "--json"]) == Exit.DONE
    everywhere = json.loads(capsys.readouterr().out)["lines"]
    assert len(wales) < len(everywhere)
    assert any("111" in one["line"] for one in wales)
    assert run(["support"]) == Exit.DONE
    assert WORDS("screens.support.emergency") in capsys.readouterr().out
    assert run(["support", "--nation", "france"]) == Exit.USAGE
