"""passport/actions/demo.py: a made-up person's papers from end to end, and an exit code that tells when one is damaged."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from passport.actions import demo
from passport.actions.demo import demonstrate
from passport.actions.share import Shared
from passport.actions.share import share as real_share
from passport.actions.unlock import make
from passport.cli.main import run
from passport.errors import Exit, FolderTaken
from passport.forms.shelf import shelf
from passport.wording.words import Words
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
DAY = ("--today", "2026-11-23")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_the_demo_makes_checks_and_says_where_everything_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", str(tmp_path / "demo"), "--json", *DAY]) == Exit.DONE

    made = json.loads(capsys.readouterr().out)
    named = [Path(path) for paper in made["papers"] for path in paper.values()]
    assert made["sound"] is True
    assert len(named) == 6 * len(demo.PAPERS)
    assert {one.name.split("-")[0] for one in named} == {"care", "involvement"}
    assert sorted(named) == sorted((tmp_path / "demo" / "papers").iterdir())
    report = json.loads(Path(made["report"]).read_text())
    assert len(report["files"]) == 3 * len(demo.PAPERS)
    assert all(one["outcome"] != "found" for file in report["files"] for one in file["checks"])


Damage = Callable[[Shared], None]


def _flip(kind: str, at: int) -> Damage:
    def damage(shared: Shared) -> None:
        data = bytearray(shared.files[kind].read_bytes())
        data[at] ^= 1
        shared.files[kind].write_bytes(bytes(data))

    return damage


def _cut(shared: Shared) -> None:
    shared.files["pdf"].write_bytes(shared.files["pdf"].read_bytes()[:-1])


def _other_picture(shared: Shared) -> None:
    shared.files["code_png"].write_bytes(b"\x89PNG\r\n\x1a\n")


DAMAGES = {"a_bit_of_a_page": _flip("pdf", 5000), "the_last_byte": _cut, "the_picture": _other_picture}


@pytest.mark.parametrize("name", list(DAMAGES))
def test_a_demo_with_a_damaged_file_exits_1_and_names_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One paper is enough, and it is damaged after it was given out: share's own check saw it whole."""
    monkeypatch.setattr(demo, "PAPERS", demo.PAPERS[1:2])
    damaged: list[Path] = []

    def share_then_damage(*given: object) -> Shared:
        shared = real_share(*given)  # type: ignore[arg-type]
        DAMAGES[name](shared)
        damaged.append(shared.files["code_png" if name == "the_picture" else "pdf"])
        return shared

    monkeypatch.setattr(demo, "share", share_then_damage)
    assert run(["demo", str(tmp_path / "demo"), "--json", *DAY]) == Exit.FOUND

    made = json.loads(capsys.readouterr().out)
    assert made["sound"] is False
    report = json.loads(Path(made["report"]).read_text())
    found = [file["name"] for file in report["files"] if any(c["outcome"] == "found" for c in file["checks"])]
    assert found == [damaged[0].name]


def test_a_demo_again_replaces_only_what_a_demo_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "PAPERS", demo.PAPERS[1:2])
    demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    (tmp_path / "demo" / "my notes.txt").write_text("mine")
    before = {one for one in everything_in(tmp_path / "demo") if not one.startswith("papers/")}
    made = demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    again = everything_in(tmp_path / "demo")
    assert again["my notes.txt"] == b"mine"
    assert before == {one for one in again if not one.startswith("papers/")}
    assert made.sound
    for left_out in made.reports:  # a check left out is not a check passed
        fewer = {name: report for name, report in made.reports.items() if name != left_out}
        assert not replace(made, reports=fewer).sound


def test_a_demo_again_keeps_every_file_that_a_person_put_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "PAPERS", demo.PAPERS[1:2])
    first = demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    mine = {
        "record/letter.txt": b"mine",
        "papers/care-notes.pdf": b"mine too",
        "papers/own/deep.txt": b"deep",
    }
    for name, words in mine.items():
        (tmp_path / "demo" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "demo" / name).write_bytes(words)
    again = demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    inside = everything_in(tmp_path / "demo")
    assert mine.items() <= inside.items()
    before = {path.name for path in first.shared[0].files.values()}
    now = {path.name for path in again.shared[0].files.values()}
    assert before != now  # another record, so other names: the old papers went by name
    assert {Path(name).name for name in inside if name.startswith("papers/")} == {
        *now,
        "care-notes.pdf",
        "deep.txt",
    }


def test_the_demo_follows_no_link_to_somebody_s_record(tmp_path: Path) -> None:
    """A folder that the demo made, in which somebody put a link in place of ``record``."""
    vault, _rows = make(tmp_path / "mine", "kettle harbour violin meadow lantern", NOW)
    vault.close()
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / demo.MADE_BY).write_bytes(b"[]")
    (tmp_path / "demo" / "record").symlink_to(tmp_path / "mine")
    before = everything_in(tmp_path / "mine")
    with pytest.raises(FolderTaken):
        demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    assert everything_in(tmp_path / "mine") == before


def test_the_demo_never_writes_over_a_folder_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "words.txt").write_text("mine")
    with pytest.raises(FolderTaken):
        demonstrate(tmp_path / "mine", shelf(), NOW, WORDS)
    assert everything_in(tmp_path / "mine") == {"words.txt": b"mine"}


def test_looking_around_leaves_nothing_and_takes_away_no_other_record(tmp_path: Path) -> None:
    found = demo.look_around(demo.place_to_look_around(), shelf(), NOW)
    folder = found.folder
    found.close()
    demo.take_away(folder)
    assert not folder.parent.exists()

    mine, _rows = make(tmp_path / "record", "kettle harbour violin meadow lantern", NOW)
    mine.close()
    demo.take_away(tmp_path / "record")
    assert (tmp_path / "record").exists()
