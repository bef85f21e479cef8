"""``passport stop`` and ``passport sign``: at once where the law asks for nothing, by a signed notice in Scotland."""

from pathlib import Path

import pytest

from tests.cli.test_answers import DECISION, Person

pytestmark = pytest.mark.usefixtures("cheap_keys")
STATEMENT = 'sa_want = ["Quetiapine by mouth"]\n'
SIGNED = """
sa_signed = true
sa_wit_name = "Eilidh Sneddon"
sa_wit_class = "social_worker"
sa_wit_signed = true
sa_cert = true
"""
WITNESSED = """
wd_scot_signed = true
wd_scot_wit_name = "Nuala Byrne"
wd_scot_wit_class = "nurse"
wd_scot_wit_signed = true
wd_scot_cert = true
"""


@pytest.fixture
def isla(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    """Her record, with a statement and a decision."""
    person = Person(tmp_path, capsys)
    assert person("new") == 0
    for form, text in (
        ("about_me", 'am_name = "Isla Reid"\nam_nation = "scotland"\n'),
        ("advance_statement_scotland", STATEMENT),
        ("advance_decision", DECISION),
    ):
        put(person, form, text)
    return person


def put(person: Person, form: str, text: str, *more: str, command: str = "put") -> None:
    file = person.tmp_path / "answers.toml"
    file.write_text(text)
    assert person(command, form, "--from", str(file), *more) == 0, person.err


def test_a_scottish_statement_is_signed_by_command_and_stopped_by_a_notice(isla: Person) -> None:
    """2003 Act s.275(2)-(3); rulings 2 and 27."""
    form = "advance_statement_scotland"
    assert isla.json("assess", form)["outcome"] == "not_ready"
    put(isla, form, SIGNED, command="sign")
    assert isla.json("assess", form)["outcome"] == "ready"

    stopping = isla.json("stop", form)
    assert stopping["stopped"] is None
    assert [one["id"] for one in stopping["findings"]] == ["SC-15"]
    assert isla("stop", form) == 0
    assert "Not finished until signed and witnessed." in isla.out
    assert "Your old statement still counts." in isla.out
    assert isla.json("assess", form)["outcome"] == "ready"

    put(isla, "withdrawal_notice", WITNESSED, "--entry", stopping["notice"])
    assert isla.json("assess", form)["outcome"] == "stopped"
    assert isla.json("stop", form)["stopped"] == "all"
    assert isla("stop", form) == 0
    assert "You do not need to sign anything" not in isla.out


def test_any_other_paper_stops_at_once_and_a_notice_is_made_only_when_asked_for(isla: Person) -> None:
    """WD-01; MCA 2005 s.24(3)-(4)."""
    assert isla.json("stop", "advance_decision") == {"section": "advance_decision-1", "stopped": "all"}
    assert isla("stop", "advance_decision") == 0
    assert "You do not need to sign anything." in isla.out
    assert {"WD-01", "WD-05"} <= {one["id"] for one in isla.json("assess", "advance_decision")["findings"]}
    noted = isla.json("stop", "advance_decision", "--notice")
    assert noted["notice"] == "withdrawal_notice-1"
    assert isla.json("assess", "withdrawal_notice")["outcome"] == "ready"
    assert isla.json("stop", "advance_decision", "--notice") == noted


@pytest.mark.parametrize("form", ["advance_decision", "crisis_plan", "withdrawal_notice"])
def test_every_care_form_can_be_stopped(isla: Person, form: str) -> None:
    if form == "crisis_plan":
        put(isla, form, 'cp_well = "I draw"\n')
    if form == "withdrawal_notice":
        assert isla("stop", "advance_decision", "--notice") == 0
    assert isla.json("stop", form)["stopped"] == "all"


def test_what_was_signed_cannot_be_typed(isla: Person) -> None:
    file = isla.tmp_path / "answers.toml"
    file.write_text('sa_doc_hash = "x"\n')
    for command in ("put", "sign"):
        assert isla(command, "advance_statement_scotland", "--from", str(file)) != 0
