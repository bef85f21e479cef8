"""What a sharing leaves: six files and a line in the register, their names and versions; a rehearsal leaves nothing."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.copies import copies, seal_words
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse
from passport.actions.stop import stop
from passport.actions.unlock import unlock
from passport.checking.check import check_bytes
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.record.audience import Audience
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS, care, files_in, give, names
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")


def test_six_files_and_one_line_in_the_register(vault: Vault, tmp_path: Path) -> None:
    shared = give(vault, tmp_path / "out")

    assert {kind: one.name for kind, one in shared.files.items()} == names(vault)
    assert set(files_in(tmp_path / "out")) == {one.name for one in shared.files.values()}
    (copy,) = vault.passport().copies
    assert (copy.holder, copy.version, copy.reason) == ("Northside Ward", 1, "Going in")
    assert copy.answers_digest == shared.made.answers_digest
    assert copy.sections == shared.made.sections


def test_the_line_is_still_there_when_the_record_is_opened_again(vault: Vault, tmp_path: Path) -> None:
    give(vault, tmp_path / "out")
    folder = vault.folder
    vault.close()
    again = unlock(folder, PHRASE, NOW).vault
    assert [copy.holder for copy in again.passport().copies] == ["Northside Ward"]
    again.close()


@pytest.mark.parametrize(
    "holder", ["../../Ward of Alex Morgan", "/etc/ward", "Ward\x00\n.exe", "crisis " * 99]
)
def test_no_name_of_a_file_tells_who_it_is_or_what_is_in_it(
    vault: Vault, tmp_path: Path, holder: str
) -> None:
    """Nor does a holder's name choose where a file goes."""
    for kind, file in give(vault, tmp_path / "out", holder).files.items():
        assert not any(word in file.name.lower() for word in ("alex", "morgan", "crisis", "ward", "plan"))
        assert file.parent == tmp_path / "out", kind
        assert file.exists()
    assert {one.name for one in tmp_path.iterdir()} == {"out", "record"}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_person_can_read_the_files(vault: Vault, tmp_path: Path) -> None:
    for file in give(vault, tmp_path / "out").files.values():
        assert file.stat().st_mode & 0o077 == 0


def test_a_rehearsal_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    made = rehearse(vault, shelf(), care(vault), Handing("Somebody"), NOW, WORDS)

    assert "Somebody" in made.text
    assert made.pdf.startswith(b"%PDF-")
    assert vault.passport().copies == ()
    after = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert set(after) == set(before)
    assert give(vault, tmp_path / "out").made.facts.version == made.facts.version


def test_what_was_rehearsed_is_what_is_given(vault: Vault, tmp_path: Path) -> None:
    made = rehearse(vault, shelf(), care(vault), Handing("Northside Ward"), NOW, WORDS)
    shared = give(vault, tmp_path / "out")
    assert made.text == shared.files["text"].read_text()
    assert made.html == shared.files["html"].read_text()
    assert made.answers_digest == shared.made.answers_digest


# Versions


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
    assert {one.copy.holder for one in copies(vault, shelf()) if one.old} == {
        "Northside Ward",
        "Somebody else",
    }


def test_each_line_of_the_register_says_how_that_copy_stands_today(vault: Vault, tmp_path: Path) -> None:
    def stand() -> list[tuple[str, int, str]]:
        return [(one.copy.holder, one.copy.version, one.stands) for one in copies(vault, shelf())]

    give(vault, tmp_path / "a", "Ward")
    give(vault, tmp_path / "b", "Surgery")
    plan = vault.passport().of_form("crisis_plan")[0]
    answer.put(vault, shelf(), plan.id, "cp_card", "Call me Al", NOW + timedelta(hours=1))
    give(vault, tmp_path / "c", "Ward")
    assert stand() == [("Ward", 2, "current"), ("Surgery", 1, "old"), ("Ward", 1, "replaced")]

    stop(vault, shelf(), plan.id, NOW + timedelta(hours=2))
    assert stand() == [("Ward", 2, "stopped"), ("Surgery", 1, "stopped"), ("Ward", 1, "replaced")]


def test_a_never_shared_answer_makes_no_new_version(vault: Vault, tmp_path: Path) -> None:
    """Else the number would tell that it had changed."""
    give(vault, tmp_path / "a")
    plan = vault.passport().of_form("crisis_plan")[0]
    answer.put(vault, shelf(), plan.id, "cp_home", "The key is with next door", NOW)
    assert give(vault, tmp_path / "b").made.facts.version == 1
    answer.put(vault, shelf(), plan.id, "cp_card", "Call me Al", NOW)
    assert give(vault, tmp_path / "c").made.facts.version == 2


def test_other_sections_and_the_other_side_are_other_documents(vault: Vault, tmp_path: Path) -> None:
    documents = set()
    for for_, forms in ((Audience.CARE, ("crisis_plan",)), (Audience.CARE, ()), (Audience.INVOLVEMENT, ())):
        selection = choose(vault.passport(), shelf(), for_, forms, ())
        made = rehearse(vault, shelf(), selection, Handing("x"), NOW, WORDS)
        documents.add(made.facts.document)
        assert made.facts.version == 1
    assert len(documents) == 3


def test_the_words_of_the_seal_are_the_words_that_a_checker_sees(vault: Vault, tmp_path: Path) -> None:
    given = give(vault, tmp_path / "out")
    said = seal_words(vault)
    report = check_bytes(given.files["pdf"].read_bytes(), NOW.date(), Met(), WORDS)
    key = next(one for one in report.checks if one.id == "key")

    assert said[Audience.CARE] in key.sentence
    assert said[Audience.CARE] != said[Audience.INVOLVEMENT]
