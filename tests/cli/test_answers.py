"""The command line is a contract: exit codes, JSON on standard output, one sentence for whatever goes wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from passport.cli.main import run

pytestmark = pytest.mark.usefixtures("cheap_keys")
DECISION = """
ad_intro_ok = true
ad_able = true
ad_lpa_health = "no"
[[ad_refusals]]
rfz_treatment = "ECT"
rfz_kind = "ect"
rfz_when = "any"
rfz_ls = "not_sure"
rfz_ls_statement = true
[[ad_refusals]]
rfz_treatment = "Haloperidol"
rfz_kind = "mental_health_medicine"
rfz_when = "any"
rfz_ls = "no"
"""
SIGNED = """
sg_how = "pen"
sg_who = "me"
sg_date = 2026-11-20
sg_wit_saw = "saw"
sg_wit_name = "Sam Okafor"
sg_wit_adult = "yes"
sg_wit_signed = "signed"
sg_wit_place = "same_room"
"""


class Person:
    """Someone at the command line, with their own folder."""

    def __init__(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.tmp_path, self._capsys = tmp_path, capsys
        self.vault = tmp_path / "record"
        (tmp_path / "passphrase").write_text("kettle harbour violin meadow lantern\n")

    def __call__(self, *arguments: str, vault: bool = True) -> int:
        given = (
            ["--vault", str(self.vault), "--passphrase-file", str(self.tmp_path / "passphrase")]
            if vault
            else []
        )
        code = run([*arguments, *given])
        said = self._capsys.readouterr()
        self.out, self.err = said.out, said.err
        assert "Traceback" not in self.err
        return code

    def json(self, *arguments: str, vault: bool = True) -> dict[str, Any]:
        assert self(*arguments, "--json", vault=vault) == 0, self.err
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    def file(self, text: str, name: str = "answers.toml") -> str:
        (self.tmp_path / name).write_text(text, encoding="utf-8")
        return str(self.tmp_path / name)


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Person:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    person = Person(tmp_path, capsys)
    assert person("new") == 0
    return person


def test_words_from_right_to_left_come_out_in_the_order_that_they_were_typed(person: Person) -> None:
    name = "سليم 07700 900123 (Sam) شكرا"
    assert person("put", "about_me", "--from", person.file(f'am_name = "{name}"\n')) == 0
    assert person("show", "about_me") == 0
    assert name in person.out


def test_answers_go_in_and_come_out_word_for_word(person: Person) -> None:
    about = 'am_name = "Alex <b>Morgan</b> [red]"\nam_dob = "27 3 1988"\nam_nation = "England"\n'
    saved = person.json("put", "about_me", "--from", person.file(about))
    assert saved["section"] == "about_me-1"
    shown = person.json("show", "about_me")
    answers = shown["sections"][0]["answers"]
    assert answers["am_name"]["words"] == "Alex <b>Morgan</b> [red]"
    assert answers["am_dob"] | {"when": ""} == {
        "value": "1988-03-27",
        "words": "27 3 1988",
        "when": "",
        "by": "me",
    }
    assert answers["am_nation"]["value"] == "england"
    assert person("show") == 0
    assert "27 March 1988" in person.out


def test_a_decision_goes_from_not_ready_to_ready_as_it_is_signed(person: Person) -> None:
    person(
        "put",
        "about_me",
        "--from",
        person.file('am_name = "Alex"\nam_dob = "27 3 1988"\nam_nation = "england"\n'),
    )
    person("put", "advance_decision", "--from", person.file(DECISION))
    before = person.json("assess", "advance_decision", "--today", "2026-11-23")
    assert set(before) >= {"form", "law", "outcome", "refusals", "findings"}
    assert [one["outcome"] for one in before["refusals"]] == ["ready_not_ls", "ready_not_ls"]
    assert person("sign", "advance_decision", "--from", person.file(SIGNED)) == 0
    after = person.json("assess", "advance_decision", "--today", "2026-11-23")
    assert [one["outcome"] for one in after["refusals"]] == ["ready", "ready_not_ls"]
    assert person("stop", "advance_decision", "--refusal", "2") == 0
    assert person("stop", "advance_decision", "--refusal", "2") == 0
    stopped = person.json("assess", "advance_decision", "--today", "2026-11-23")
    assert [one["outcome"] for one in stopped["refusals"]] == ["ready", "stopped"]
    assert stopped["outcome"] == "ready"


def test_a_repeating_form_gets_a_new_entry_and_another_form_its_latest(person: Person) -> None:
    for number in (1, 2):
        saved = person.json("put", "contacts", "--from", person.file(f'ct_name = "Sam {number}"\n'))
        assert saved["section"] == f"contacts-{number}"
    changed = person.json(
        "put", "contacts", "--entry", "contacts-1", "--from", person.file('ct_name = "Jo"\n')
    )
    assert changed["section"] == "contacts-1"
    for _ in range(2):
        assert (
            person.json("put", "about_me", "--from", person.file('am_name = "A"\n'))["section"]
            == "about_me-1"
        )


def test_a_list_given_again_keeps_the_ids_of_lines_that_begin_the_same(person: Person) -> None:
    person("put", "advance_decision", "--from", person.file(DECISION))
    turned = (
        DECISION.replace('"ECT"', '"X"').replace('"Haloperidol"', '"ECT"').replace('"X"', '"Haloperidol"')
    )
    person("put", "advance_decision", "--from", person.file(turned))
    refusals = person.json("assess", "advance_decision")["refusals"]
    assert [(one["id"], one["treatment"]) for one in refusals] == [("2", "Haloperidol"), ("1", "ECT")]


def test_what_could_not_be_read_is_kept_with_a_problem(person: Person) -> None:
    saved = person.json("put", "about_me", "--from", person.file('am_name = "A"\nam_dob = "31 2 1988"\n'))
    assert {"at": "am_dob"}.items() <= {
        k: v for one in saved["problems"] for k, v in one.items() if v == "am_dob"
    }.items()
    answers = person.json("show", "about_me")["sections"][0]["answers"]
    assert answers["am_dob"]["words"] == "31 2 1988"
    assert answers["am_dob"]["value"] is None


@pytest.mark.parametrize(
    ("arguments", "answers", "code", "says"),
    [
        (("put", "tea"), "", 2, "no form called tea"),
        (("assess", "tea"), None, 2, "no form called tea"),
        (("forms", "show", "tea"), None, 2, "no form called tea"),
        (("put", "about_me"), 'am_shoe = "9"', 2, "no question called am_shoe"),
        (("put", "about_me"), 'am_nation = "france"', 2, "no choice called france"),
        (("put", "advance_decision"), 'rfz_why = "x"', 2, "no question called rfz_why"),
        (
            ("put", "advance_decision"),
            '[[ad_refusals]]\nrfz_treatment = "x"\nrfz_kind = "magic"',
            2,
            "no choice",
        ),
        (("put", "advance_decision"), '[[ad_refusals]]\nrfz_status = "live"', 2, "by doing"),
        (("put", "advance_decision"), 'doc_status = "ready"', 2, "by doing"),
        (("put", "contacts", "--entry", "contacts-9"), 'ct_name = "x"', 2, "no entry called contacts-9"),
        (("put", "about_me"), "am_name = ", 2, "TOML or JSON"),
        (("put", "about_me"), '{"am_name": ', 2, "TOML or JSON"),
        (("put", "about_me"), "[1, 2]", 2, "TOML or JSON"),
        (("assess", "advance_decision"), None, 2, "no entry"),
        (("stop", "advance_decision"), None, 2, "no entry"),
        (("show", "--today", "soon"), None, 2, "not a date"),
        (("dance",), None, 2, "dance"),
        (("put",), None, 2, "FORM"),
    ],
)
def test_wrong_usage_is_one_sentence_and_nothing_is_saved(
    person: Person, arguments: tuple[str, ...], answers: str | None, code: int, says: str
) -> None:
    more = () if answers is None else ("--from", person.file(answers))
    opens = arguments[0] not in {"forms", "dance"}
    assert person(*arguments, *more, vault=opens) == code
    assert says in person.err
    assert person.json("show") == {"sections": []}


def test_what_cannot_be_opened_is_3_and_named(person: Person, tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_text("not the one at all\n")
    assert person("show") == 3
    assert "did not open" in person.err
    person.vault = tmp_path / "nowhere"
    assert person("show") == 3
    person.vault = tmp_path / "passphrase"
    assert person("show") == 3


def test_a_hundred_thousand_characters_are_kept_and_more_are_kept_with_a_problem(person: Person) -> None:
    long = "word " * 20_000
    saved = person.json(
        "put", "about_me", "--from", person.file(json.dumps({"am_name": "A", "am_important": long}), "a.json")
    )
    assert "am_important" not in str(saved["problems"])
    saved = person.json(
        "put", "about_me", "--from", person.file(json.dumps({"am_important": long + "x" * 9}), "a.json")
    )
    assert "am_important" in str(saved["problems"])
    answers = person.json("show", "about_me")["sections"][0]["answers"]
    assert answers["am_important"]["words"] == long + "x" * 9


def test_escapes_in_an_answer_are_spelled_out_not_sent_to_the_terminal(person: Person) -> None:
    person(
        "put",
        "about_me",
        "--from",
        person.file(json.dumps({"am_name": "\x1b[31mred\x07 \u202eabc"}), "a.json"),
    )
    assert person("show") == 0
    assert "\x1b" not in person.out
    assert "\u202e" not in person.out
    assert "<U+001B>[31mred<U+0007> <U+202E>abc" in person.out


def test_the_answer_about_pressure_is_in_no_list_and_no_document(person: Person) -> None:
    """Ruling 4: it is in no list, JSON, export or bundle."""
    said = []
    for answer in ("true", "false"):
        answers = person.file(f"doc_pressure = {answer}\n{DECISION}")
        assert person("put", "advance_decision", "--from", answers) == 0
        assert "doc_pressure" not in person.json("show", "advance_decision")["sections"][0]["answers"]
        assert person("show", "advance_decision") == 0
        said.append(person.out)
    assert said[0] == said[1]
    assert "Only on its own page" in said[0]


def test_a_stop_is_read_back_and_each_finding_stands_under_its_refusal(person: Person) -> None:
    """The ids that ``stop`` takes are printed by ``assess``."""
    assert person("put", "advance_decision", "--from", person.file(DECISION)) == 0
    assert person("stop", "advance_decision", "--refusal", "ECT") == 2
    assert "passport assess advance_decision" in person.err
    assert person("assess", "advance_decision") == 0
    lines = person.out.splitlines()
    first, second, paper = (
        next(number for number, line in enumerate(lines) if line.startswith(start))
        for start in ("  1  ECT: ", "  2  Haloperidol: ", "  The whole paper:")
    )
    assert first < second < paper
    ect, haloperidol, whole = lines[first:second], lines[second:paper], lines[paper:]
    assert any(line.startswith("    AD-44") for line in ect)  # about ECT alone
    assert not any(line.startswith("    AD-44") for line in (*haloperidol, *whole))
    assert any(line.startswith("    AD-02") for line in whole)

    assert person("stop", "advance_decision", "--refusal", "2", "--today", "2026-11-20") == 0
    assert person("show") == 0
    shown = person.out.splitlines()
    assert shown.index("  My refusals: 2") + 1 == shown.index("    Stopped on 20 November 2026.")
    assert person.out.count("Stopped on") == 1
    assert person("stop", "advance_decision", "--today", "2026-11-21") == 0
    assert person("show") == 0
    assert person.out.splitlines()[1] == "Stopped on 21 November 2026."


def test_a_row_and_a_person_are_read_in_the_order_that_the_form_asks(person: Person) -> None:
    """What is sealed is sorted another way: by the length of its keys, then their letters."""
    plan = '[[cp_people]]\nwhen = "evenings"\nphone = "0123"\nwho = "Sam"\n'
    gp = 'am_name = "Alex"\n[am_gp]\ncontact = "0456"\njob = "GP"\nname = "Dr Day"\n'
    person("put", "crisis_plan", "--from", person.file(plan))
    person("put", "about_me", "--from", person.file(gp))
    out = person.tmp_path / "out"
    assert person("share", "--for", "care", "--to", "x", "--field", "am_gp", "--out", str(out)) == 0
    paper = str(next(out.glob("*.pdf")))
    assert person("check", "--no-remember", paper, vault=False) == 0
    assert "Sam, 0123, evenings" in person.out
    assert "Dr Day, GP, 0456" in person.out
    assert person("show") == 0
    assert "Sam, 0123, evenings" in person.out
    assert "Dr Day, GP, 0456" in person.out


def test_a_rehearsal_says_what_the_rules_of_the_door_say(person: Person) -> None:
    """IR-04, IR-05, EX-04: before anything leaves, in words and in JSON."""
    training = 'tr_title = "Panels"\ntr_confirmed = "nobody_yet"\nck_dbs_level = "basic"\n'
    person("put", "training_record", "--from", person.file(training))
    share = ("share", "--for", "involvement", "--to", "x", "--field", "ck_dbs_level", "--rehearse")
    assert [one["id"] for one in person.json(*share)["findings"]] == ["IR-04", "IR-05"]
    assert person(*share) == 0
    assert "The new group will do its own check." in person.out

    person("put", "crisis_plan", "--from", person.file('cp_card = "Call me Al"\n'))
    assert person("stop", "crisis_plan", "--today", "2026-11-21") == 0
    mine = ("share", "--for", "care", "--to", "me", "--form", "crisis_plan", "--rehearse")
    assert person(*mine) == 4
    assert person.err.startswith("You stopped this. It will say STOPPED on every page.")
    found = person.json(*mine, "--for-my-records")["findings"]
    assert [(one["id"], one["severity"]) for one in found] == [("EX-04", "warns")]
