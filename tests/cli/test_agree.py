"""``agree``, and the same in plain lines: what does not go together, with both its places, and nothing kept of it."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.agree import agree
from passport.actions.unlock import make, unlock
from passport.cli.main import run
from passport.errors import Exit
from passport.forms.shelf import shelf
from tests.builders import NOW
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, comes_back

pytestmark = pytest.mark.usefixtures("cheap_keys")
TWO_NUMBERS: Mapping[str, Mapping[str, object]] = {
    "crisis_plan": {"cp_people": [{"who": "Jamie Morgan, my sister", "phone": "07700 900118"}]},
    "contacts": {
        "ct_name": "Jamie Morgan",
        "ct_roles": ["carer"],
        "ct_phone": "07700 900119",
        "ct_agreed": "yes",
    },
}
ONE_NUMBER = {**TWO_NUMBERS, "contacts": {**TWO_NUMBERS["contacts"], "ct_phone": "07700 900118"}}
AN_ATTORNEY = {"advance_decision": {"ad_lpa_health": "yes"}}


@pytest.fixture(autouse=True)
def somewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def a_record(folder: Path, answers: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """A record with these answers. Returns the options that open it."""
    vault, _rows = make(folder / "record", PASSPHRASE, NOW)
    for form, typed in answers.items():
        answer.put_all(vault, shelf(), form, typed, NOW)
    vault.close()
    (folder / "passphrase").write_text(PASSPHRASE)
    return "--vault", str(folder / "record"), "--passphrase-file", str(folder / "passphrase")


def test_the_document_holds_each_finding_with_its_two_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opens = a_record(tmp_path, TWO_NUMBERS)
    assert run(["agree", "--json", *opens]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == {
        "findings": [
            {
                "id": "CF-10",
                "severity": "informs",
                "sentence": "Jamie Morgan has one number in “My crisis plan” and another in “My people”. Check which one works.",
                "source": "our own design",
                "places": [
                    {
                        "form": "crisis_plan",
                        "section": "crisis_plan-1",
                        "question": "cp_people",
                        "label": "Who to call, in order",
                    },
                    {
                        "form": "contacts",
                        "section": "contacts-1",
                        "question": "ct_phone",
                        "label": "Phone",
                    },
                ],
            }
        ]
    }


def test_for_people_it_says_the_same_and_which_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["agree", *a_record(tmp_path, TWO_NUMBERS)]) == Exit.DONE
    said = capsys.readouterr().out
    assert "CF-10  Jamie Morgan has one number" in said
    assert "  My crisis plan: Who to call, in order\n  My people, Jamie Morgan: Phone\n" in said
    assert WORDS("agree.limits") in said


def test_papers_that_agree_are_no_finding_and_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opens = a_record(tmp_path, ONE_NUMBER)
    assert run(["agree", *opens]) == Exit.DONE
    assert WORDS("agree.none") in capsys.readouterr().out
    assert run(["agree", "--json", *opens]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == {"findings": []}


def test_asking_keeps_nothing(tmp_path: Path) -> None:
    a_record(tmp_path, TWO_NUMBERS)
    vault = unlock(tmp_path / "record", PASSPHRASE, NOW).vault
    before = vault._rows._seal.state()
    assert len(agree(vault, shelf(), WORDS)) == 1
    assert vault._rows._seal.state() == before
    vault.close()


def test_in_plain_lines_a_number_leads_to_the_place_and_back(tmp_path: Path) -> None:
    a_record(tmp_path, TWO_NUMBERS)
    with comes_back(tmp_path) as pipe:
        pipe.types(pipe.row(WORDS("screens.home.more_row")))
        said = pipe.types(pipe.row(WORDS("screens.home.agree_row")))
        assert "1 My crisis plan: Who to call, in order" in said
        assert "2 My people, Jamie Morgan: Phone" in said
        assert WORDS("page_help.agree") in pipe.types("?")
        assert WORDS("plain.number_wanted", most=2) in pipe.types("3")
        assert "Now: 07700 900119" in pipe.types("2")
        assert WORDS("agree.none") in pipe.types("07700 900118")


def test_in_plain_lines_a_place_where_nothing_was_begun_opens_the_form(tmp_path: Path) -> None:
    a_record(tmp_path, AN_ATTORNEY)
    with comes_back(tmp_path) as pipe:
        pipe.types(pipe.row(WORDS("screens.home.more_row")))
        said = pipe.types(pipe.row(WORDS("screens.home.agree_row")))
        assert "1 My advance decision: Do you have a health and welfare power of attorney?" in said
        assert "2 My people: What is their part?" in said
        assert WORDS("plain.entries") in pipe.types("2")
        assert "2 My people: What is their part?" in pipe.types("")
