"""One door out: a failure at any step leaves no file and no line in the register. What it leaves else: test_copies_given.py.

Each failure is a real one where the system can be made to fail: a folder in the way, a limit on the size of a file, a
place that cannot be written to, a paper that our own checker finds changed.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions import share as sharing
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.actions.stop import stop
from passport.actions.unlock import make
from passport.errors import (
    Exit,
    NoPermission,
    NoRoomThere,
    NotAgreed,
    NothingToShare,
    OwnCheckFailed,
    PassportError,
    StoppedPaper,
    VaultError,
    WallCrossed,
)
from passport.forms.shelf import shelf
from passport.keys.seal import open_sealed
from passport.law.door import sentence
from passport.law.findings import Severity
from passport.paper.enclose import ANSWERS_NAME, PUBLIC_AT, read_answers
from passport.paper.seal import seal_pdf
from passport.paper.unwrap import unwrap
from passport.qr.draw import png
from passport.record.audience import Audience, Selection
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS, care, files_in, give, names
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")


def nothing_left(vault: Vault, out: Path) -> None:
    assert files_in(out) == {}
    assert vault.passport().copies == ()
    assert vault._rows.select("SELECT id FROM documents") == []


@pytest.mark.parametrize("kind", ["pdf", "code_svg", "html"])
def test_a_file_that_cannot_be_written_leaves_no_file_and_no_line(
    kind: str, vault: Vault, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (out / f".{names(vault)[kind]}.part" / "in the way").mkdir(parents=True)
    with pytest.raises((NoPermission, NoRoomThere)):
        give(vault, out)
    nothing_left(vault, out)


@pytest.mark.parametrize("kind", ["pdf", "code_png", "html"])
def test_a_name_that_cannot_be_taken_leaves_no_file_and_no_line(
    kind: str, vault: Vault, tmp_path: Path
) -> None:
    """The last step, one file at a time: a copy that is out but not in the register is the worst of all."""
    out = tmp_path / "out"
    (out / names(vault)[kind] / "in the way").mkdir(parents=True)
    with pytest.raises((NoPermission, NoRoomThere)):
        give(vault, out)
    nothing_left(vault, out)


def test_files_of_an_earlier_sharing_stay_as_they_were(vault: Vault, tmp_path: Path) -> None:
    """The same version into the same folder, and it stops half way: the first copy is still whole."""
    out = tmp_path / "out"
    first = give(vault, out)
    (out / first.files["html"].name).unlink()
    (out / first.files["html"].name / "in the way").mkdir(parents=True)
    before = files_in(out)
    with pytest.raises((NoPermission, NoRoomThere)):
        give(vault, out)
    assert [copy.holder for copy in vault.passport().copies] == ["Northside Ward"]
    assert files_in(out) == before


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """A disk with no room: the system refuses to write past this size, with the errno of a file too large."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("share_of_pdf", [0.0, 0.2, 0.99])
def test_no_room_for_the_paper_leaves_no_file_and_no_line(
    share_of_pdf: float, vault: Vault, tmp_path: Path
) -> None:
    made = rehearse(vault, shelf(), care(vault), Handing("Northside Ward"), NOW, WORDS)
    with no_file_larger_than(int(share_of_pdf * len(made.pdf))), pytest.raises(NoRoomThere) as said:
        give(vault, tmp_path / "out")
    assert said.value.exit_code == Exit.NO_ROOM
    nothing_left(vault, tmp_path / "out")
    assert give(vault, tmp_path / "out").made.facts.version == 1


def test_no_room_for_the_line_leaves_no_file(vault: Vault, tmp_path: Path) -> None:
    """The papers fit, the record cannot grow: then nothing is out. A long reason needs pages that the record has not yet."""
    handing = Handing("Northside Ward", "Because I asked them to. " * 4000)
    made = rehearse(vault, shelf(), care(vault), handing, NOW, WORDS)
    largest = max(map(len, (made.pdf, made.code_png, made.code_svg, made.html.encode())))
    assert largest + 4096 < (vault.folder / "vault.db").stat().st_size
    with no_file_larger_than(largest + 4096), pytest.raises(VaultError):
        share(vault, shelf(), care(vault), handing, NOW, WORDS, tmp_path / "out")
    nothing_left(vault, tmp_path / "out")
    assert give(vault, tmp_path / "out").made.facts.version == 1


@pytest.mark.parametrize("place", ["/sys/passport", "/proc/passport"])
def test_a_place_that_cannot_be_written_to_leaves_no_line(place: str, vault: Vault) -> None:
    with pytest.raises((NoPermission, NoRoomThere)) as said:
        give(vault, Path(place))
    assert said.value.exit_code == Exit.NO_ROOM
    assert vault.passport().copies == ()


def test_a_folder_that_is_a_file_leaves_it_as_it_was(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((NoPermission, NoRoomThere)):
        give(vault, tmp_path / "file" / "out")
    assert vault.passport().copies == ()
    assert (tmp_path / "file").read_text() == "in the way"


def _a_changed_page(*given: object) -> bytes:
    pdf = bytearray(seal_pdf(*given))  # type: ignore[arg-type]
    pdf[5000] ^= 1
    return bytes(pdf)


WRONG = {
    "seal_pdf": _a_changed_page,
    "png": lambda *_given: png("HTTPS://EXAMPLE.ORG"),
    "text_twin": lambda _document: "I want everything.\n",
}


@pytest.mark.parametrize("made_wrong", list(WRONG))
def test_what_our_own_check_finds_never_leaves(
    made_wrong: str, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real checker, on a paper, a picture and a text that came out wrong."""
    monkeypatch.setattr(sharing, made_wrong, WRONG[made_wrong])
    with pytest.raises(OwnCheckFailed):
        give(vault, tmp_path / "out")
    nothing_left(vault, tmp_path / "out")


@pytest.mark.parametrize("when", ["_own_check", "rename"])
def test_pressing_stop_in_the_middle_leaves_no_file_and_no_line(
    when: str, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_here(*_given: object) -> Path:
        raise KeyboardInterrupt

    target: tuple[object, str] = (Path, "replace") if when == "rename" else (sharing, "_own_check")
    monkeypatch.setattr(*target, stop_here)
    with pytest.raises(KeyboardInterrupt):
        give(vault, tmp_path / "out")
    monkeypatch.undo()
    nothing_left(vault, tmp_path / "out")


def test_a_sharing_that_stopped_uses_up_no_version(vault: Vault, tmp_path: Path) -> None:
    give(vault, tmp_path / "a")
    plan = vault.passport().of_form("crisis_plan")[0]
    answer.put(vault, shelf(), plan.id, "cp_card", "Call me Al", NOW)
    out = tmp_path / "b"
    (out / names(vault)["pdf"] / "in the way").mkdir(parents=True)
    with pytest.raises(PassportError):
        give(vault, out)
    assert len(vault.passport().copies) == 1
    assert give(vault, tmp_path / "c").made.facts.version == 2
    assert [copy.id for copy in vault.passport().copies] == ["copy-1", "copy-2"]


# What a rule refuses


def refused(vault: Vault, selection: Selection, error: type[PassportError], out: Path) -> str:
    """What the person is told; nothing was made."""
    with pytest.raises(error) as said:
        share(vault, shelf(), selection, Handing("A ward"), NOW, WORDS, out)
    assert said.value.exit_code == Exit.REFUSED
    assert not out.exists()
    assert vault.passport().copies == ()
    return WORDS.error(said.value)


def test_a_form_of_the_other_side_is_refused_before_anything_is_made(vault: Vault, tmp_path: Path) -> None:
    """EX-01, ruling 3: the error that stops it says the rule's own sentence."""
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ("crisis_plan",), ())
    said = refused(vault, selection, WallCrossed, tmp_path / "out")
    assert said == f"My crisis plan: {sentence('EX-01')}"
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("reflection",), ())
    assert refused(vault, selection, WallCrossed, tmp_path / "out").endswith(sentence("EX-01/care"))


def test_a_stopped_paper_is_refused_unless_it_is_for_one_s_own_records(vault: Vault, tmp_path: Path) -> None:
    decision = vault.passport().of_form("advance_decision")[0]
    stop(vault, shelf(), decision.id, NOW)
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    assert sentence("EX-04") in refused(vault, selection, StoppedPaper, tmp_path / "out")
    mine = Handing("Me", for_my_records=True)
    shared = share(vault, shelf(), selection, mine, NOW, WORDS, tmp_path / "mine")
    assert shared.made.facts.status == "stopped"
    assert [(one.id, one.severity) for one in shared.made.found] == [("EX-04", Severity.WARNS)]
    for kind in ("text", "html"):
        assert "STOPPED" in shared.files[kind].read_text()


def test_a_stopped_paper_does_not_leave_line_by_line_either(vault: Vault, tmp_path: Path) -> None:
    """EX-04, ruling 3: a refusal picked by name is as stopped as its paper."""
    decision = vault.passport().of_form("advance_decision")[0]
    stop(vault, shelf(), decision.id, NOW)
    for for_ in (Audience.CARE, Audience.INVOLVEMENT):
        selection = choose(vault.passport(), shelf(), for_, ("about_me",), ("rfz_treatment",))
        refused(vault, selection, StoppedPaper, tmp_path / "out")


def test_a_refusal_that_leaves_by_itself_says_where_it_stands(vault: Vault) -> None:
    """EX-03, and a refusal that was stopped by itself."""
    decision = vault.passport().of_form("advance_decision")[0]
    first = decision.items("ad_refusals")[0]
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("about_me",), ("rfz_treatment",))
    handing = Handing("Northside")
    assert rehearse(vault, shelf(), selection, handing, NOW, WORDS).facts.status == "ready"
    stop(vault, shelf(), decision.id, NOW, refusal=first.id)
    assert WORDS("paper.refusal_ended") in rehearse(vault, shelf(), selection, handing, NOW, WORDS).text
    about = vault.passport().about_me()
    assert about is not None
    answer.put(vault, shelf(), about.id, "am_dob", "", NOW)
    made = rehearse(vault, shelf(), selection, handing, NOW, WORDS)
    assert made.facts.status == "draft"
    assert WORDS("paper.draft") in made.text
    sealed = open_sealed(unwrap(made.pdf).files[ANSWERS_NAME], public_at=PUBLIC_AT)
    assert read_answers(sealed.plain).assessments == {}  # they would tell of refusals that stay


def test_words_of_somebody_who_has_not_agreed_do_not_leave(vault: Vault, tmp_path: Path) -> None:
    """IR-02."""
    record = next(one for one in vault.passport().of_form("involvement_record") if one.items("ir_endorse"))
    selection = choose(
        vault.passport(),
        shelf(),
        Audience.INVOLVEMENT,
        (),
        (f"{record.id}.ir_endorse", f"{record.id}.en_text"),
    )
    assert rehearse(vault, shelf(), selection, Handing("x"), NOW, WORDS).text
    answer.put(vault, shelf(), record.id, "ir_endorse.1.en_agreed_to_share", "no", NOW)
    told = refused(vault, selection, NotAgreed, tmp_path / "out")
    assert told.startswith("Ruth Pemberton has not agreed to share this yet.")


def test_nothing_to_share_is_said(tmp_path: Path) -> None:
    empty, _rows = make(tmp_path / "empty", PHRASE, NOW)
    refused(empty, Selection(Audience.CARE, ()), NothingToShare, tmp_path / "out")
    empty.close()


def test_a_paper_without_a_name_says_so_and_passes_our_own_check(vault: Vault, tmp_path: Path) -> None:
    about = vault.passport().about_me()
    assert about is not None
    for question in ("am_name", "am_known_as"):
        answer.put(vault, shelf(), about.id, question, "", NOW)
    for for_ in (Audience.CARE, Audience.INVOLVEMENT):
        chosen = choose(vault.passport(), shelf(), for_, (), ())
        made = share(vault, shelf(), chosen, Handing("Northside"), NOW, WORDS, tmp_path / for_).made
        assert made.facts.name == ""
        assert "'s own words" not in made.text.replace("the person's own words", "")
        assert "Without a name · document" in made.html
