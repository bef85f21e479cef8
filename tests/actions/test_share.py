"""One door out: files and a line in the register, or neither; a rehearsal leaves nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from passport.actions import answer, demo
from passport.actions import check as checking
from passport.actions import share as sharing
from passport.actions.demo import demonstrate
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.actions.stop import stop
from passport.actions.unlock import make
from passport.checking.report import Came, Check, Report
from passport.errors import (
    Exit,
    NoPermission,
    NoRoom,
    NothingToShare,
    OwnCheckFailed,
    PassportError,
    StoppedPaper,
    VaultExists,
)
from passport.forms.shelf import shelf
from passport.record.audience import Audience, Selection
from passport.record.copies_now import old_copies
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _rows = make(tmp_path / "record", "kettle harbour violin meadow lantern", NOW)
    demo._fill(made, shelf(), NOW)
    yield made
    made.close()


def care(vault: Vault) -> Selection:
    return choose(vault.passport(), shelf(), Audience.CARE, ("crisis_plan",), ())


def give(vault: Vault, out: Path, holder: str = "Northside Ward") -> sharing.Shared:
    return share(vault, shelf(), care(vault), Handing(holder, "Going in"), NOW, WORDS, out)


def test_six_files_and_one_line_in_the_register(vault: Vault, tmp_path: Path) -> None:
    shared = give(vault, tmp_path / "out")

    assert {one.suffix for one in shared.files.values()} == {".pdf", ".png", ".svg", ".txt", ".html"}
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == sorted(
        one.name for one in shared.files.values()
    )
    (copy,) = vault.passport().copies
    assert (copy.holder, copy.version, copy.reason) == ("Northside Ward", 1, "Going in")
    assert copy.answers_digest == shared.made.answers_digest


def test_no_name_of_a_file_tells_who_it_is_or_what_is_in_it(vault: Vault, tmp_path: Path) -> None:
    for file in give(vault, tmp_path / "out").files.values():
        assert not any(word in file.name.lower() for word in ("alex", "morgan", "crisis", "ward", "plan"))


def test_a_rehearsal_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    before = sorted(one.name for one in tmp_path.rglob("*"))
    made = rehearse(vault, shelf(), care(vault), Handing("Somebody"), NOW, WORDS)

    assert "Somebody" in made.text
    assert vault.passport().copies == ()
    assert sorted(one.name for one in tmp_path.rglob("*")) == before


def test_the_same_words_again_are_the_same_version_and_changed_words_the_next(
    vault: Vault, tmp_path: Path
) -> None:
    first = give(vault, tmp_path / "a")
    again = give(vault, tmp_path / "b", "Somebody else")
    plan = vault.passport().of_form("crisis_plan")[0]
    answer.put(vault, shelf(), plan.id, "cp_card", "Call me Al", NOW + timedelta(hours=1))
    changed = give(vault, tmp_path / "c", "A third")

    assert [one.made.facts.version for one in (first, again, changed)] == [1, 1, 2]
    assert len({one.made.facts.document for one in (first, again, changed)}) == 1
    assert {copy.holder for copy in old_copies(vault.passport(), shelf().labels())} == {
        "Northside Ward",
        "Somebody else",
    }


def test_a_folder_that_cannot_be_written_leaves_no_file_and_no_line(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((NoPermission, NoRoom)):
        give(vault, tmp_path / "file" / "out")
    assert vault.passport().copies == ()


def test_what_our_own_check_finds_never_leaves(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Report((Check("seal", Came.FOUND, "broken"),))
    monkeypatch.setattr(sharing, "check_bytes", lambda *_given: found)
    with pytest.raises(OwnCheckFailed):
        give(vault, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    assert vault.passport().copies == ()


def test_a_rename_that_stops_half_way_takes_the_line_back(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(NoRoom):
        give(vault, tmp_path / "out")
    monkeypatch.undo()
    assert vault.passport().copies == ()
    assert not list((tmp_path / "out").glob("*"))


def test_a_stopped_paper_is_refused_unless_it_is_for_one_s_own_records(vault: Vault, tmp_path: Path) -> None:
    decision = vault.passport().of_form("advance_decision")[0]
    stop(vault, shelf(), decision.id, NOW)
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    with pytest.raises(StoppedPaper):
        rehearse(vault, shelf(), selection, Handing("A ward"), NOW, WORDS)
    made = rehearse(vault, shelf(), selection, Handing("Me", for_my_records=True), NOW, WORDS)
    assert made.facts.status == "stopped"
    assert "STOPPED" in made.text


def test_nothing_to_share_is_said(tmp_path: Path) -> None:
    empty, _rows = make(tmp_path / "empty", "kettle harbour violin meadow lantern", NOW)
    with pytest.raises(NothingToShare) as said:
        rehearse(empty, shelf(), Selection(Audience.CARE, ()), Handing("A ward"), NOW, WORDS)
    assert said.value.exit_code == Exit.REFUSED
    empty.close()


def test_the_demo_is_sound_and_says_so_only_when_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = demonstrate(tmp_path / "demo", shelf(), NOW, WORDS)
    assert made.sound
    assert len(made.reports) == 9
    assert made.report_file.exists()

    real = checking.check

    def after_a_change(given: str, *more: object, **named: object) -> Report:
        path = Path(given)
        if path.suffix == ".pdf":
            changed = bytearray(path.read_bytes())
            changed[1000] ^= 1
            path.write_bytes(bytes(changed))
        return real(given, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(demo, "check", after_a_change)
    assert not demonstrate(tmp_path / "demo", shelf(), NOW, WORDS).sound


def test_the_demo_never_writes_over_a_folder_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "words.txt").write_text("mine")
    with pytest.raises(VaultExists):
        demonstrate(tmp_path / "mine", shelf(), NOW, WORDS)
    assert (tmp_path / "mine" / "words.txt").read_text() == "mine"


def test_looking_around_leaves_nothing_and_takes_away_no_other_record(tmp_path: Path) -> None:
    found = demo.look_around(shelf(), NOW)
    folder = found.folder
    found.close()
    demo.take_away(folder)
    assert not folder.parent.exists()

    mine, _rows = make(tmp_path / "record", "kettle harbour violin meadow lantern", NOW)
    mine.close()
    demo.take_away(tmp_path / "record")
    assert (tmp_path / "record").exists()
    assert issubclass(VaultExists, PassportError)
