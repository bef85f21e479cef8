"""The open card: off until asked for, made of exactly the chosen lines, gone when it is switched off."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passport.actions import answer, open_card
from passport.actions.back_up import back_up, restore
from passport.actions.erase import What, erase
from passport.actions.open_shown import shown
from passport.errors import CardLineTooLong, NoRoom, NothingChosen, OpenCardTooLong, PassportError
from passport.forms.shelf import shelf
from passport.record.answers import texts_in
from passport.record.audience import Share
from passport.vault import open_card as on_disk
from passport.vault.folder import OPEN
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()
LINES = ("Call me Alex", "Grace: 0113 496 0000")


def put(vault: Vault, *lines: str) -> tuple[str, ...]:
    return open_card.put_out(vault, shelf(), lines, WORDS)


def stands(vault: Vault) -> open_card.Standing:
    return open_card.standing(vault, shelf(), WORDS)


def test_it_is_off_until_the_person_asks_for_it(vault: Vault) -> None:
    """Not by writing lines for the card either."""
    answer.put_all(vault, shelf(), "crisis_plan", {"cp_card": ["Ring Jo"]}, NOW)
    assert not (vault.folder / OPEN).exists()
    assert shown(vault.folder) == ()
    assert stands(vault) == open_card.Standing()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(lines=st.lists(st.text(max_size=60), max_size=6))
def test_exactly_the_chosen_lines_are_in_it_and_not_one_byte_more(vault: Vault, lines: list[str]) -> None:
    try:
        out = put(vault, *lines)
    except PassportError:
        return
    assert shown(vault.folder) == out
    assert (vault.folder / OPEN).read_bytes() == on_disk._written(out)
    assert out == open_card.looked_at(lines)


def test_no_word_of_the_record_is_in_it_that_was_not_chosen(vault: Vault) -> None:
    put(vault, "Qzchosenzq")
    said = (vault.folder / OPEN).read_text()
    for section in vault.passport().sections:
        for one in section.answers.values():
            assert not any(len(text) > 3 and text in said for text in texts_in(one.words))


def test_what_is_offered_is_of_the_care_side_and_never_private(vault: Vault) -> None:
    labels = shelf().labels()
    pieces = open_card.to_choose(vault, shelf(), WORDS)
    assert any(one.question == "ct_phone" for one in pieces)
    for one in pieces:
        form = one.section.rpartition("-")[0]
        assert labels[form][one.question].share is not Share.NEVER
        assert labels[form][one.question].audience in {"care", "both"}


def test_switched_off_no_word_of_it_stands_on_the_disk(vault: Vault) -> None:
    put(vault, *LINES)
    open_card.switch_off(vault)
    left = [one for one in vault.folder.rglob("*") if one.is_file() and b"0113 496 0000" in one.read_bytes()]
    assert left == []
    assert not (vault.folder / OPEN).exists()
    assert stands(vault) == open_card.Standing()
    assert open_card.cannot_reach(WORDS)


def test_too_much_is_refused_and_the_card_of_before_stays(vault: Vault) -> None:
    put(vault, *LINES)
    for lines, error in (
        ((), NothingChosen),
        ((" ",), NothingChosen),
        (("a",) * 6, OpenCardTooLong),
        (("a" * 91,), CardLineTooLong),
    ):
        with pytest.raises(error):
            put(vault, *lines)
    assert shown(vault.folder) == LINES
    assert not stands(vault).not_ours


def test_where_the_disk_is_full_it_stays_as_it_was(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise NoRoom

    monkeypatch.setattr(open_card, "write_open", full)
    with pytest.raises(NoRoom):
        put(vault, *LINES)
    assert not open_card.is_on(vault)
    assert shown(vault.folder) == ()


def test_lines_that_somebody_else_put_there_are_told_apart(vault: Vault) -> None:
    """Anyone could write there: the number to ring may be theirs."""
    put(vault, *LINES)
    on_disk.write_open(vault.folder, ["Ring me instead: 07700 900666"])
    assert stands(vault).not_ours
    put(vault, *LINES)
    assert not stands(vault).not_ours
    (vault.folder / OPEN).write_bytes(b"\xff")
    assert stands(vault) == open_card.Standing((), not_ours=True)
    open_card.switch_off(vault)
    assert not (vault.folder / OPEN).exists()


def test_words_that_were_changed_since_are_named_as_old(vault: Vault) -> None:
    answer.put_all(vault, shelf(), "about_me", {"am_known_as": "Lexie"}, NOW)
    put(vault, "Call me Lexie")
    assert not stands(vault).old
    answer.put_all(vault, shelf(), "about_me", {"am_known_as": "Sasha"}, NOW)
    assert stands(vault).old


def test_erasing_an_answer_for_good_takes_the_card_with_its_words_away(vault: Vault) -> None:
    piece = next(one for one in open_card.to_choose(vault, shelf(), WORDS) if one.question == "ct_phone")
    put(vault, piece.text)
    erase(vault, shelf(), What(section="about_me-1", place="am_gp"), NOW, WORDS)
    assert shown(vault.folder) == (piece.text,)
    erase(vault, shelf(), What(section=piece.section, place=piece.question), NOW, WORDS)
    assert not (vault.folder / OPEN).exists()


def test_it_is_in_no_backup_and_not_in_what_a_backup_sets_aside(vault: Vault, tmp_path: Path) -> None:
    put(vault, *LINES)
    back_up(vault, tmp_path / "b.passport", NOW)
    assert b"0113 496 0000" not in (tmp_path / "b.passport").read_bytes()
    shutil.copytree(vault.folder, tmp_path / "other")
    restored = restore(
        tmp_path / "b.passport",
        tmp_path / "other",
        "kettle harbour violin meadow lantern",
        NOW,
        set_aside=True,
    )
    assert restored.set_aside is not None
    assert not (restored.set_aside / OPEN).exists()
    assert not (tmp_path / "other" / OPEN).exists()
