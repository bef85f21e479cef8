"""Helping by command and in plain lines: a file goes out, suggestions come back, and the person decides."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from passport.errors import Exit
from tests.cli.at_the_pipe import START, WORDS, begins
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]
PASS = "otter granite velvet compass tulip"


@pytest.mark.usefixtures("cheap_keys")
def test_the_whole_way_by_command(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert put(person, 'am_known_as = "Robin"\nam_pronouns = "they"\nam_marks = "A scar"') == Exit.DONE
    out = tmp_path / "out"
    ask = ("ask-for-help", "--for", "involvement", "--form", "about_me", "--to", "Sam Patel")
    assert person(*ask) == Exit.DONE
    assert WORDS("helping.goes") in person.out
    assert not out.exists()
    assert person(*ask, "--field", "am_marks") == Exit.REFUSED
    assert person(*ask, "--out", str(out), "--json") == Exit.DONE
    made = json.loads(person.out)
    (tmp_path / "theirs").write_text(made["passphrase"])
    (tmp_path / "s.toml").write_text('am_pronouns = "they, them"\n')
    file = made["file"]

    def helps(*more: str) -> int:
        key = ("--passphrase-file", str(tmp_path / "theirs"))
        return person("help-out", file, *key, *more, vault=False)

    assert helps("--show", "--json") == Exit.DONE
    asked = {one["id"]: one for one in json.loads(person.out)["forms"][0]["questions"]}
    assert asked["am_known_as"]["theirs"] == ["Robin"]
    assert "am_marks" not in asked
    assert helps("--from", str(tmp_path / "s.toml")) == Exit.USAGE
    assert helps("--from", str(tmp_path / "s.toml"), "--form", "about_me") == Exit.DONE
    assert helps("--out", str(out)) == Exit.USAGE
    sam = ("--name", "Sam Patel", "--how", "read_out")
    assert helps(*sam, "--out", str(out), "--finish", "--json") == Exit.DONE
    back = json.loads(person.out)["file"]
    assert not list((tmp_path / "home").rglob("vault.db"))

    assert person("suggestions", "--bring", back, "--json") == Exit.DONE
    waiting = json.loads(person.out)["waiting"]
    assert [(one["mine"], one["theirs"], one["how"]) for one in waiting] == [
        (["they"], ["they, them"], "read_out")
    ]
    assert person("suggestions", "--bring", back) == Exit.USAGE
    assert person("suggestions", "--take", "9") == Exit.USAGE
    assert person("suggestions", "--take", waiting[0]["id"]) == Exit.DONE
    assert person("show", "about_me", "--json") == Exit.DONE
    kept = json.loads(person.out)["sections"][0]["answers"]["am_pronouns"]
    assert (kept["words"], kept["by"]) == ("they, them", "Sam Patel (read it out)")
    assert person("copies") == Exit.DONE
    assert WORDS("copies.kind_bundle") in person.out


@pytest.mark.usefixtures("cheap_keys")
def test_other_files_and_a_wrong_passphrase_end_in_a_sentence(person: Person, tmp_path: Path) -> None:
    (tmp_path / "no").write_bytes(b"nothing of ours")
    assert person("help-out", str(tmp_path / "no"), "--show") == Exit.CANNOT_OPEN
    assert person("help-out", str(tmp_path / "nowhere"), "--show") == Exit.CANNOT_OPEN
    assert put(person, 'am_known_as = "Robin"') == Exit.DONE
    assert person("suggestions", "--bring", str(tmp_path / "no")) == Exit.CANNOT_OPEN


def helper_types(folder: Path, file: Path, *lines: str) -> str:
    """Somebody else's computer, in plain lines."""
    home = folder / "helpers_home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", START, "--plain", "help-out", str(file)],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=False,
        env={**kept, "HOME": str(home)},
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done.stdout


def test_the_whole_way_in_plain_lines(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with begins(tmp_path) as pipe:
        menu = pipe.row(WORDS("screens.home.help_row"))
        pipe.types(menu, "1", "1")
        form = pipe.row(WORDS("plain.stays_out", what="About me"))
        said = pipe.types(form, "", "")
        assert "Robin" in said
        pipe.types("Sam Patel", PASS, str(out))
        assert WORDS("helping.made_next") in pipe.types("yes")
        file = next(out.glob("*.passport-help"))

        said = helper_types(tmp_path, file, "not it")
        assert WORDS("errors.WrongBundlePassphrase") in said
        said = helper_types(tmp_path, file, PASS, "1", "3", "they", "", "2", "Sam Patel", "3", str(out), "x")
        assert "You are helping Robin. Nothing changes until Robin agrees." in said
        assert "You suggest: they" in said
        assert WORDS("helping.saved_one") in said
        again = helper_types(tmp_path, file, PASS, "3", "yes")
        assert WORDS("helping.done") in again
        assert not list((tmp_path / "helpers_home").rglob("vault.db"))

        said = pipe.types("x") if "number" not in pipe.hears[-200:] else ""
        back = next(out.glob("*.passport-suggestions"))
        said = pipe.types(menu, "3", str(back))
        assert "Sam Patel suggests (talked it through): they" in said
        said = pipe.types("change", "she")
        assert WORDS("helping.taken") in said
        said = pipe.types(menu, "2")
        assert WORDS("helping.none") in said
