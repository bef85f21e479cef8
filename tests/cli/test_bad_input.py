"""Bad input gets one clear sentence, the exit code of the contract, nothing lost, and never a traceback."""

from pathlib import Path

import pytest

from passport.errors import Exit
from passport.forms.shelf import packs_folder
from passport.qr.draw import png
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
        ("stop", "advance_decision", "--refusal", "7"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(person: Person, arguments: tuple[str, ...]) -> None:
    assert person(*arguments) == Exit.USAGE
    assert one_sentence(person.err)
