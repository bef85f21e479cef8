"""Two copies put together by a command and in plain lines: what there is to choose is shown in words, each on its own."""

import json
import shutil
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import make
from passport.cli.main import run
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins
from tests.tui.on_screen import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
LABEL = "About me: What should people call you?"


def two_copies(folder: Path) -> tuple[Path, Path]:
    """A record and a stick: both changed two answers, each added one that the other has not."""
    vault, _rows = make(folder / "record", PASSPHRASE, NOW)
    section = vault.add_section("about_me", shelf().pack("about_me").version, NOW.date()).id
    answer.put_all(vault, shelf(), "about_me", {"am_known_as": "Robin"}, NOW, section)
    vault.close()
    shutil.copytree(folder / "record", folder / "stick")
    for name in ("record", "stick"):
        changes(folder / name, {"am_known_as": f"Rob of the {name}", "am_pronouns": f"{name} pronouns"})
    changes(folder / "stick", {"am_name": "Robin Hale"})
    return folder / "record", folder / "stick"


def changes(record: Path, typed: dict[str, object]) -> None:
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", typed, NOW, "about_me-1")
    vault.close()


def says(record: Path) -> dict[str, object]:
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    found: dict[str, object] = {
        place: one.words for place, one in vault.section("about_me-1").answers.items()
    }
    vault.close()
    return found


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "typed").write_text(PASSPHRASE)
    return str(tmp_path / "typed")


def test_a_command_shows_each_place_in_words_and_takes_each_choice_from_a_file(
    tmp_path: Path, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record, stick = two_copies(tmp_path)
    given = ["merge", str(stick), "--vault", str(record), "--passphrase-file", typed]
    given += ["--other-passphrase-file", typed]
    assert run(given) == 1
    said = capsys.readouterr().out
    assert LABEL in said
    assert "1 This copy, 23 November 2026: Rob of the record" in said
    assert "2 The other copy, 23 November 2026: Rob of the stick" in said
    assert "about_me-1" not in said
    assert run([*given, "--json"]) == 1
    asked = json.loads(capsys.readouterr().out)["to_choose"]
    assert {one["place"] for one in asked} == {"am_known_as", "am_pronouns"}
    choices = tmp_path / "choices.toml"
    choices.write_text('["about_me-1"]\nam_known_as = "others"\n')
    assert run([*given, "--choices", str(choices)]) == 1
    assert says(record)["am_known_as"] == "Rob of the record", "one is not chosen yet"
    capsys.readouterr()
    assert run([*given, "--choices", str(choices), "--keep", "these"]) == 0
    assert WORDS("together.older") in capsys.readouterr().out
    assert says(record) == {
        "am_known_as": "Rob of the stick",
        "am_pronouns": "record pronouns",
        "am_name": "Robin Hale",
    }


@pytest.mark.parametrize("words", ['am_known_as = "mine"', "x = 1", '["about_me-1"]\na.1.b = "both"'])
def test_a_choice_that_is_none_is_told_and_changes_nothing(
    tmp_path: Path, typed: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record, stick = two_copies(tmp_path)
    before = says(record)
    choices = tmp_path / "choices.toml"
    choices.write_text(words)
    given = ["merge", str(stick), "--vault", str(record), "--passphrase-file", typed]
    assert run([*given, "--other-passphrase-file", typed, "--choices", str(choices)]) == 2
    assert "others" in capsys.readouterr().err
    assert says(record) == before


def test_plain_lines_show_each_place_in_words_and_ask_for_each(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row("About me"), "2", "Robin")
        pipe.close()
    shutil.copytree(tmp_path / "record", tmp_path / "stick")
    for name in ("record", "stick"):
        changes(tmp_path / name, {"am_known_as": f"Rob of the {name}", "am_pronouns": f"{name} pronouns"})
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        pipe.types(PASSPHRASE)
        pipe.types(pipe.row("Look after my record"))
        pipe.types(pipe.row(WORDS("together.title")))
        said = pipe.types(str(tmp_path / "stick"), PASSPHRASE)
        assert "Both copies have new words here: About me: " in said
        assert "1 This copy, " in said
        said += pipe.types("2", "9", "1")
        assert LABEL in said
        assert WORDS("together.older") in said
        pipe.close()
    found = says(tmp_path / "record")
    assert ("stick" in str(found["am_known_as"])) != ("stick" in str(found["am_pronouns"]))


def test_what_was_erased_stays_erased_and_is_told_in_plain_lines_and_by_a_command(
    tmp_path: Path, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", {"am_known_as": "Robin", "am_name": "Alex"}, NOW)
    for number in (1, 2):
        answer.put_all(vault, shelf(), "about_me", {"am_pronouns": f"said {number}"}, NOW, "about_me-1")
    vault.close()
    for name in ("stick", "other"):
        shutil.copytree(tmp_path / "record", tmp_path / name)
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    for place in ("am_known_as", "am_pronouns"):
        vault.erase_answer("about_me-1", place, NOW)
    vault.close()
    given = [
        "merge",
        str(tmp_path / "record"),
        "--vault",
        str(tmp_path / "stick"),
        "--passphrase-file",
        typed,
    ]
    assert run([*given, "--other-passphrase-file", typed, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["erased"], found["stay_erased"], found["answers"]) == (2, 0, 0)
    assert {*says(tmp_path / "stick")} == {"am_name"}
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        pipe.types(PASSPHRASE)
        pipe.types(pipe.row("Look after my record"))
        asked = pipe.types(pipe.row(WORDS("together.title")))
        said = pipe.types(str(tmp_path / "other"), PASSPHRASE)
        pipe.close()
    assert "is erased in both" in " ".join(asked.split())
    assert WORDS("together.stay_erased", count=2) in " ".join(said.split())
    assert {*says(tmp_path / "record")} == {"am_name"}
