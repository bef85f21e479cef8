"""Letters to holders of old copies: one each, none to who holds the newest, and no word of what a paper says."""

from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, share
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.errors import NobodyToTell
from passport.forms.shelf import shelf
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.actions.giving import give
from tests.builders import NOW

WORDS = Words()


def change(vault: Vault) -> None:
    plan = answer.section_for(vault, shelf(), "crisis_plan", NOW.date())
    answer.put(vault, shelf(), plan.id, "cp_pets", "Two cats now", NOW)


def test_who_holds_what_would_be_given_today_gets_no_letter(vault: Vault, tmp_path: Path) -> None:
    give(vault, tmp_path / "papers")
    with pytest.raises(NobodyToTell):
        tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "letters")
    assert not (tmp_path / "letters").exists()


def test_an_old_copy_gets_a_letter_that_names_both_versions_and_nothing_it_says(
    vault: Vault, tmp_path: Path
) -> None:
    copy = give(vault, tmp_path / "papers").copy_given
    change(vault)
    made = tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "letters")
    assert list(made) == [copy.id]
    said = made[copy.id].with_suffix(".txt").read_text()
    assert "Replace version 1 with version 2" in said
    assert "Replace version 1 with version 2" in made[copy.id].with_suffix(".html").read_text()
    assert copy.document in said
    assert "cats" not in said
    assert "crisis" not in said.lower()


def test_a_stopped_paper_is_said_to_be_stopped(vault: Vault, tmp_path: Path) -> None:
    chosen = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    copy = share(vault, shelf(), chosen, Handing("Riverbank Surgery"), NOW, WORDS, tmp_path / "p").copy_given
    stop(vault, shelf(), answer.existing(vault, "advance_decision", None).id, NOW)
    made = tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "letters", large_print=True)
    assert "I have stopped this paper" in made[copy.id].with_suffix(".txt").read_text()
