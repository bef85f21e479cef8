"""The alert line: one line, only what was chosen, within what such fields take; only what stands is offered."""

from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.alert import MOST_LETTERS, SAFE_LETTERS, alert, rehearse_alert, to_choose_for_alert
from passport.actions.chosen import To
from passport.actions.copies import Stands, copies
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.errors import AlertTooLong, HolderWanted, NothingChosen
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()
GP = To("Riverbank Surgery")


def offered(vault: Vault) -> list[str]:
    return [one.text for one in to_choose_for_alert(vault, shelf(), NOW.date(), WORDS)]


def made(vault: Vault, *pieces: str) -> str:
    return rehearse_alert(vault, shelf(), pieces, GP, NOW, WORDS).text


def test_the_file_holds_the_line_that_was_chosen_and_nothing_else(vault: Vault, tmp_path: Path) -> None:
    given_out = alert(vault, shelf(), ["Ring Jo", "before you treat."], GP, NOW, WORDS, tmp_path / "o")
    (file,) = (tmp_path / "o").iterdir()
    assert file.read_bytes() == b"Ring Jo before you treat.\n"
    assert file == given_out.files["text"]
    assert "Riverbank" not in file.name


@pytest.mark.parametrize(
    "acts", ["\n", "\r\n", "\u2028", "\u2029", "\x0b", "\x85", "\x1b[2J", "\u202e", "\x00"]
)
def test_it_is_one_line_in_which_nothing_acts(vault: Vault, acts: str) -> None:
    text = made(vault, f"Ring{acts}Jo")
    assert text.isprintable()
    assert text.startswith("Ring")
    assert text.endswith("Jo")


def test_its_length_is_kept_and_told(vault: Vault) -> None:
    assert rehearse_alert(vault, shelf(), ["w" * SAFE_LETTERS], GP, NOW, WORDS).cut_off == 0
    assert rehearse_alert(vault, shelf(), ["w" * MOST_LETTERS], GP, NOW, WORDS).cut_off == 60
    with pytest.raises(AlertTooLong) as stopped:
        made(vault, "w" * (MOST_LETTERS + 3))
    assert stopped.value.fields["over"] == 3


def test_nothing_chosen_and_nobody_to_get_it_are_said(vault: Vault) -> None:
    with pytest.raises(NothingChosen):
        made(vault, " ", "")
    with pytest.raises(HolderWanted):
        rehearse_alert(vault, shelf(), ["x"], To(""), NOW, WORDS)


def test_only_refusals_that_are_ready_are_offered_and_with_how_far_they_go(vault: Vault) -> None:
    texts = offered(vault)
    assert "Advance decision to refuse treatment on file. Read it before you treat." in texts
    refusing = [one for one in texts if one.startswith("Refuses ")]
    assert [one for one in refusing if one.endswith("even if life is at risk.")] == refusing[:2]
    assert refusing[2].endswith("in my nose, but not where it is needed to keep alive.")
    decision = answer.existing(vault, "advance_decision", None).id
    stop(vault, shelf(), decision, NOW, refusal="1")
    answer.put(vault, shelf(), decision, "ad_refusals.2.rfz_treatment", "", NOW)
    assert len([one for one in offered(vault) if one.startswith("Refuses ")]) < 2


def test_a_stopped_paper_is_not_offered_and_whoever_has_its_alert_is_told(
    vault: Vault, tmp_path: Path
) -> None:
    line = "Advance decision to refuse treatment on file. Read it before you treat."
    given_out = alert(vault, shelf(), [line], GP, NOW, WORDS, tmp_path / "o").copy_given
    stop(vault, shelf(), answer.existing(vault, "advance_decision", None).id, NOW)
    assert line not in offered(vault)
    (one,) = [held for held in copies(vault, shelf()) if held.copy == given_out]
    assert (one.kind, one.stands) == ("alert", Stands.STOPPED)
    said = (
        tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "t")[given_out.id].with_suffix(".txt").read_text()
    )
    assert "The alert line for your records that I gave you on 23 November 2026" in said
    assert "Advance decision" not in said


def test_the_paper_that_somebody_holds_can_be_named_by_its_number(vault: Vault, tmp_path: Path) -> None:
    from passport.actions.offer import choose
    from passport.actions.share import Handing, share
    from passport.record.audience import Audience

    chosen = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    copy = share(vault, shelf(), chosen, Handing("Riverbank Surgery"), NOW, WORDS, tmp_path / "p").copy_given
    assert f"Paper {copy.document}, version 1." in offered(vault)
