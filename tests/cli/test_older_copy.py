"""A copy that is not the newest is named in plain lines and by every command, and nothing is stopped by it."""

import shutil
from pathlib import Path

import pytest

from passport.actions.demo import PASSPHRASE as DEMO
from passport.cli.main import run
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins

OLDER = WORDS("older.older", this="X", other="Y").split("(", maxsplit=1)[0]


def test_an_older_copy_is_named_in_plain_lines_with_dates(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    shutil.copytree(tmp_path / "record", tmp_path / "old")
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types(PASSPHRASE)
        assert OLDER not in said
        pipe.types(pipe.row("About me"), "2", "Robin the newer")
        pipe.close()
    shutil.rmtree(tmp_path / "record")
    (tmp_path / "old").rename(tmp_path / "record")
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types(PASSPHRASE)
        assert OLDER in said, said


def test_a_command_names_both(
    tmp_path: Path,
    cheap_keys: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del cheap_keys
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    typed = tmp_path / "typed"
    typed.write_text(DEMO)
    record, old, answers = tmp_path / "record", tmp_path / "old", tmp_path / "answers.toml"

    def put(folder: Path, words: str) -> str:
        answers.write_text(f'am_known_as = "{words}"\n')
        given = ["put", "about_me", "--from", str(answers), "--vault", str(folder), "--passphrase-file"]
        assert run([*given, str(typed)]) == 0
        return capsys.readouterr().out

    assert run(["new", "--vault", str(record), "--passphrase-file", str(typed)]) == 0
    put(record, "first")
    shutil.copytree(record, old)
    assert OLDER not in put(record, "second")
    assert OLDER in put(old, "third")
    apart = WORDS("older.apart", other="X").partition(" X ")
    said = put(old, "fourth")
    assert apart[0] in said
    assert apart[2] in said
