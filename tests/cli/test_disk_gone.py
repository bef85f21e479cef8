"""Plain lines, and the stick is pulled out: what was typed waits, and is saved once the record is there again."""

import shutil
from pathlib import Path

from passport.errors import RecordAway
from passport.wording.words import Words
from tests.cli.at_the_pipe import begins, comes_back

WORDS = Words()


def away(folder: Path) -> str:
    return WORDS.error(RecordAway(folder=str(folder / "record")))


def test_an_answer_that_cannot_be_saved_waits_until_it_can(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row("About me"), "1")
        shutil.copytree(tmp_path / "record", tmp_path / "elsewhere")
        shutil.rmtree(tmp_path / "record")
        for line in ("Robin Hale", ""):
            said = pipe.types(line)
            assert away(tmp_path) in said
            assert WORDS("under_way.not_saved_yet") in said
        assert not (tmp_path / "record").exists()
        (tmp_path / "elsewhere").rename(tmp_path / "record")
        assert "Robin Hale" in pipe.types("")
        assert pipe.close() == 0
    with comes_back(tmp_path) as again:
        assert "Robin Hale" in again.types(again.row("About me"))


def test_who_gives_up_leaves_and_the_record_is_as_it_was(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row("About me"), "1")
        (tmp_path / "record").rename(tmp_path / "elsewhere")
        assert away(tmp_path) in pipe.types("Robin Hale")
        pipe.types("x")
        pipe.close()
    assert WORDS("plain.goodbye") not in pipe.hears  # it says that everything is saved
    assert not (tmp_path / "record").exists()
    (tmp_path / "elsewhere").rename(tmp_path / "record")
    with comes_back(tmp_path) as again:
        assert "Robin Hale" not in again.types(again.row("About me"))
