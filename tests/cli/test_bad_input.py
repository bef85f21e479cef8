"""Bad input gets one clear sentence, the exit code of the contract, nothing lost, and never a traceback."""

import json
from pathlib import Path

import pytest

from passport.errors import Exit, FileMissing, OwnCheckFailed, TrustUnreadable
from passport.forms.shelf import packs_folder
from passport.qr.draw import png
from passport.wording.words import Words
from tests.cli.test_answers import Person

pytestmark = pytest.mark.usefixtures("cheap_keys")
LONG = "I walk to the allotment and back. " * 3000


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    found = Person(tmp_path, capsys)
    assert found("new") == Exit.DONE
    return found


def put(person: Person, text: str, form: str = "about_me") -> int:
    (person.tmp_path / "answers.toml").write_text(text)
    return person("put", form, "--from", str(person.tmp_path / "answers.toml"))


def one_sentence(said: str) -> bool:
    return bool(said.strip()) and "Traceback" not in said and 'File "' not in said


def test_a_pack_with_an_unknown_kind_is_named_with_file_key_and_remedy(person: Person) -> None:
    folder = person.tmp_path / "mine" / "about_me"
    folder.mkdir(parents=True)
    real = packs_folder() / "about_me"
    pack = (real / "pack.toml").read_text()
    (folder / "en.toml").write_text((real / "en.toml").read_text())
    (folder / "pack.toml").write_text(pack.replace('kind = "short_text"', 'kind = "shrt_text"', 1))

    assert person("forms", "check", str(folder.parent), vault=False) == Exit.FOUND
    assert "shrt_text" not in person.err
    assert "pack.toml" in person.out
    assert "kind" in person.out
    assert "short_text" in person.out


def test_answers_for_a_question_that_is_not_there_change_nothing(person: Person) -> None:
    assert put(person, 'am_name = "Alex"\nam_shoe_size = "42"') == Exit.USAGE
    assert "am_shoe_size" in person.err
    assert one_sentence(person.err)
    assert person("show") == Exit.DONE
    assert "Alex" not in person.out


def test_a_date_that_is_none_is_kept_as_typed_with_a_problem(person: Person) -> None:
    assert put(person, 'am_dob = "the day the river rose"') == Exit.DONE
    assert "Write a date like" in person.out
    assert person("show", "about_me") == Exit.DONE
    assert "the day the river rose" in person.out


def test_a_hundred_thousand_characters_are_kept_every_one(person: Person) -> None:
    assert put(person, f'am_important = "{LONG}"') == Exit.DONE
    assert len(LONG) > 100_000
    shown = person.json("show", "about_me")
    assert LONG.strip() in str(shown)


@pytest.mark.parametrize("strange", ["\\u001b[31mred", "[bold]loud[/bold]", "\\u202egnp.exe", "\\u0000nul"])
def test_words_that_could_act_are_shown_as_they_are(person: Person, strange: str) -> None:
    assert put(person, f'am_name = "{strange}"') == Exit.DONE
    assert person("show", "about_me") == Exit.DONE
    assert not any(one in person.out for one in "\x1b\x00\u202e")
    if strange.startswith("["):
        assert strange in person.out


def test_a_character_that_no_font_has_is_named_and_nothing_is_given_out(person: Person) -> None:
    assert put(person, 'am_name = "Alex \\U00012000"') == Exit.DONE
    out = person.tmp_path / "out"
    code = person("share", "--for", "care", "--to", "A ward", "--out", str(out))
    assert code not in {Exit.DONE, Exit.FOUND}
    assert "U+12000" in person.err or "\U00012000" in person.err
    assert not out.exists() or not list(out.iterdir())
    assert person("copies") == Exit.DONE
    assert "A ward" not in person.out


def test_a_record_that_is_a_file_is_said_to_be_one(person: Person) -> None:
    person.vault = person.tmp_path / "file"
    person.vault.write_text("words")
    assert person("show") == Exit.CANNOT_OPEN
    assert one_sentence(person.err)
    assert person.vault.read_text() == "words"


def test_a_pdf_that_is_a_text_file_and_a_picture_of_another_code(person: Person) -> None:
    (person.tmp_path / "paper.pdf").write_text("Dear doctor")
    assert person("check", "--no-remember", str(person.tmp_path / "paper.pdf"), vault=False) == Exit.FOUND
    assert one_sentence(person.out)
    (person.tmp_path / "code.png").write_bytes(png("HTTPS://EXAMPLE.ORG/MENU"))
    assert person("check", "--no-remember", str(person.tmp_path / "code.png"), vault=False) == Exit.FOUND
    assert "PIP1" in person.out
    assert (
        person("check", "--no-remember", str(person.tmp_path / "none.pdf"), vault=False) == Exit.CANNOT_OPEN
    )
    assert person("check", "--no-remember", str(person.tmp_path), vault=False) == Exit.CANNOT_OPEN


@pytest.mark.parametrize(
    "arguments",
    [
        ("put", "nosuchform", "--from", "-"),
        ("share", "--for", "nobody", "--to", "x"),
        ("assess",),
        ("no-such-command",),
        ("show", "--entry", "about_me-99"),
        ("show", "--today", "1969-12-31"),
        ("show", "--today", "9999-01-01"),
        ("share", "--for", "care", "--to", " \t", "--rehearse"),
        ("share", "--for", "care", "--to", "x", "--field", "am_shoe_size"),
        ("stop", "advance_decision", "--refusal", "7"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(person: Person, arguments: tuple[str, ...]) -> None:
    assert person(*arguments) == Exit.USAGE
    assert one_sentence(person.err)


def test_a_record_named_before_the_command_is_the_one(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    secret = ("--passphrase-file", str(person.tmp_path / "passphrase"))
    assert person("--vault", str(person.vault), "show", *secret, vault=False) == Exit.DONE
    assert "Alex" in person.out
    other = str(person.tmp_path / "nowhere")
    assert person("--vault", other, "show", *secret, vault=False) == Exit.CANNOT_OPEN
    assert other in person.err
    assert person("--vault", other, "show") == Exit.DONE  # the nearer one holds


@pytest.mark.parametrize("mark", ["n\u0329", "x\u0302y\u0323", "q\u0307\u0323"])
def test_a_mark_that_no_page_gives_back_does_not_stop_a_paper(person: Person, mark: str) -> None:
    assert put(person, f'am_name = "Jose {mark} Ray"') == Exit.DONE
    out = person.tmp_path / "out"
    assert person("share", "--for", "care", "--to", "A ward", "--out", str(out)) == Exit.DONE, person.err
    paper = str(next(out.glob("*.pdf")))
    checks = person.json("check", "--no-remember", paper, vault=False)["checks"]
    assert next(one["outcome"] for one in checks if one["id"] == "agrees") == "not_checked"


def test_what_our_own_check_finds_is_refused_in_whole_sentences() -> None:
    said = Words().error(OwnCheckFailed(check="The pages differ."))
    assert OwnCheckFailed.exit_code == Exit.REFUSED
    assert said.endswith("differ.")


@pytest.mark.parametrize("field", ["doc_pressure", "advance_decision-1.doc_pressure", "sg_doc_hash"])
def test_a_field_that_never_leaves_is_refused_by_name(person: Person, field: str) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    assert put(person, 'ad_able = true\ndoc_pressure = "no"', "advance_decision") == Exit.DONE
    code = person(
        "share", "--for", "care", "--to", "x", "--field", field, "--out", str(person.tmp_path / "o")
    )
    assert code == Exit.REFUSED
    assert field.rpartition(".")[2] in person.err
    assert not (person.tmp_path / "o").exists()


def test_half_a_letter_in_a_name_or_a_reason_is_cleaned(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    given = ("--to", "A w\udcffard", "--reason", "\udce9t", "--out", str(person.tmp_path / "out"))
    assert person("share", "--for", "care", *given) == Exit.DONE, person.err
    held = person.json("copies")["copies"]
    assert [(one["holder"], one["reason"]) for one in held] == [("A w\ufffdard", "\ufffdt")]


def test_one_missing_input_does_not_hide_what_was_found_in_the_others(person: Person) -> None:
    (person.tmp_path / "paper.pdf").write_text("Dear doctor")
    given = [str(person.tmp_path / name) for name in ("none.pdf", "paper.pdf")]
    assert person("check", "--no-remember", *given, vault=False) == Exit.CANNOT_OPEN
    assert "not a paper, a picture or a code" in person.out
    assert person.err.splitlines() == [Words().error(FileMissing(file="none.pdf"))]
    assert person("check", "--json", "--no-remember", *given, vault=False) == Exit.CANNOT_OPEN
    files = json.loads(person.out)["files"]
    assert all({"name", "checks", "document"} <= set(one) for one in files)  # what the contract names
    assert [(one["name"], "error" in one, bool(one["checks"])) for one in files] == [
        ("none.pdf", True, False),
        ("paper.pdf", False, True),
    ]


def test_a_file_of_trusted_keys_that_is_none_is_said_to_be_none(person: Person) -> None:
    (person.tmp_path / "keys").write_text("garbage")
    for given in (["paper.pdf"], ["paper.pdf", "other.pdf"]):
        assert person("check", "--trust", str(person.tmp_path / "keys"), *given, vault=False) == Exit.USAGE
        assert person.err.splitlines() == [Words().error(TrustUnreadable(file="keys"))]


def test_recovering_and_checking_forms_speak_json_too(person: Person) -> None:
    person.vault = person.tmp_path / "another"
    rows = person.json("new")["recovery_words"]
    (person.tmp_path / "words").write_text("\n".join(" ".join(row) for row in rows))
    (person.tmp_path / "newer").write_text("meadow lantern kettle harbour violin")
    files = [str(person.tmp_path / name) for name in ("words", "newer")]
    asked = ["recover", "--words-file", files[0], "--new-passphrase-file", files[1]]
    assert person.json(*asked, "--vault", str(person.vault), vault=False) == {"changed": True}

    found = person.json("forms", "check", vault=False)
    assert "about_me" in found["forms"]
    assert found["found"] == []
    (person.tmp_path / "empty").mkdir()
    assert person("forms", "check", str(person.tmp_path / "empty"), vault=False) == Exit.FOUND
    assert "no form in" in person.out
    (person.tmp_path / "mine" / "about_me").mkdir(parents=True)
    (person.tmp_path / "mine" / "about_me" / "pack.toml").write_text("id = ")
    assert person("forms", "check", str(person.tmp_path / "mine"), "--json", vault=False) == Exit.FOUND
    assert set(json.loads(person.out)["found"][0]) == {"file", "at", "remedy"}


def test_a_form_that_is_no_paper_cannot_be_stopped(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    for more in ((), ("--refusal", "1")):
        assert person("stop", "about_me", *more) == Exit.REFUSED
        assert "nothing to stop" in person.err
    assert "doc_status" not in str(person.json("show"))


def test_wrong_choices_are_listed_with_what_there_is(person: Person) -> None:
    assert put(person, 'ad_lpa_health = "perhaps"', "advance_decision") == Exit.USAGE
    assert "yes, no, do_not_know" in person.err
    assert (
        put(person, 'ct_name = "Sam"\nct_roles = ["emergency_contact", "wizard", "witch"]', "contacts")
        == Exit.USAGE
    )
    assert "no choice called wizard, witch." in person.err


def test_how_a_sign_looks_does_not_keep_its_page_from_being_compared(person: Person) -> None:
    assert put(person, 'am_name = "Alex \\u2764\\ufe0f"') == Exit.DONE
    out = person.tmp_path / "out"
    assert person("share", "--for", "care", "--to", "A ward", "--out", str(out)) == Exit.DONE, person.err
    checks = person.json("check", "--no-remember", str(next(out.glob("*.pdf"))), vault=False)["checks"]
    assert next(one["outcome"] for one in checks if one["id"] == "agrees") == "as_sealed"


def test_a_link_with_nothing_to_name_yet_says_so(person: Person) -> None:
    assert put(person, 'rf_record = "Monday group"', "reflection") == Exit.USAGE
    assert "rf_record names something that you wrote before, and there is nothing yet." in person.err
    assert "choices are" not in person.err


def test_not_knowing_leaves_nothing_unchecked_in_a_form_that_is_no_paper(person: Person) -> None:
    """domain 8: "do not know" is told where a rule of a paper may hang on it."""
    assert put(person, 'na_flag = "do_not_know"', "needs_and_adjustments") == Exit.DONE
    assert "could_not_check" not in person.json("assess", "needs_and_adjustments")
    assert put(person, 'ad_lpa_health = "do_not_know"', "advance_decision") == Exit.DONE
    assert "could_not_check" in person.json("assess", "advance_decision")


def test_one_answer_of_many_is_not_said_to_be_all_of_them() -> None:
    """A form is completed once nothing that it needs is missing; most of its questions may still be open."""
    assert "Every question" not in Words()("screens.answers.completed")
