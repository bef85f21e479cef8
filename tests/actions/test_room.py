"""How much fits where the paper has little room, in words; and the paper itself agrees."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.room import is_too_much, room
from passport.actions.share import Handing, rehearse
from passport.actions.undo import last_changed, undo, words_before
from passport.errors import NothingBefore
from passport.forms.pack import Question
from passport.forms.shelf import shelf
from passport.paper.crisis import ROOM
from passport.record.answers import Value
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()


def asked(question: str) -> Question:
    found = shelf().pack("crisis_plan").question(question)
    assert found is not None
    return found


def test_it_says_how_many_words_fit_and_how_many_there_are() -> None:
    long = " ".join(["word"] * 52)
    assert room(asked("cp_hard"), long, WORDS) == (
        "About 35 words fit on the front page of your plan. You have 52. The rest stands on the next page, whole."
    )
    assert room(asked("cp_hard"), "two words", WORDS).endswith("You have 2.")
    assert room(asked("cp_hard"), "", WORDS) == "About 30 words fit on the front page of your plan."
    assert "room for 4 lines. You have 6" in room(asked("cp_you_do"), tuple("abcdef"), WORDS)
    assert room(asked("cp_well"), long, WORDS) == ""


def test_a_line_of_the_card_is_measured_by_itself() -> None:
    assert room(asked("cp_card"), ("short",), WORDS) == WORDS("room.card", fit=15)
    said = room(asked("cp_card"), ("short", " ".join(["word"] * 20)), WORDS)
    assert said.startswith("Line 2 is too long for a card.")
    assert "You have 20" in said


@given(words=st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=120))
def test_the_numbers_never_contradict_each_other(words: list[str]) -> None:
    for question in ("cp_hard", "cp_card"):
        typed: Value = " ".join(words) if question == "cp_hard" else (" ".join(words),)
        numbers = [int(one) for one in re.findall(r"\d+", room(asked(question), typed, WORDS))]
        if question == "cp_card":
            numbers = numbers[1:]
        if len(numbers) == 2 and len(words) > 1:
            fit, have = numbers
            assert have == len(words)
            assert (have > fit) is is_too_much(asked(question), typed)


@pytest.mark.parametrize("question", ["cp_hard", "cp_you_do", "cp_you_dont"])
@pytest.mark.parametrize("more", [0, 1])
def test_the_paper_agrees(vault: Vault, question: str, more: int) -> None:
    """One letter more than fits, and the front page leads to the next."""
    letters = ROOM[question][1]
    text = ("ab " * letters)[: letters + more - 1] + "z"
    typed: Value = text if question == "cp_hard" else (text,)
    for other in (
        "cp_people",
        "cp_services",
        "cp_allergy",
        "cp_you_do",
        "cp_you_dont",
        "cp_hard",
        "cp_papers",
    ):
        answer.put(vault, shelf(), "crisis_plan-1", other, "", NOW)
    answer.put(vault, shelf(), "crisis_plan-1", question, typed, NOW)
    chosen = choose(vault.passport(), shelf(), Audience.CARE, ["crisis_plan"], ())
    text = rehearse(vault, shelf(), chosen, Handing("A ward"), NOW, WORDS).text
    assert (WORDS("front.more") in text) is bool(more)
    assert is_too_much(asked(question), typed) is bool(more)


# Bring back the words from before


def test_the_words_from_before_come_back_and_that_can_be_undone_too(vault: Vault) -> None:
    section, place = "about_me-1", "am_known_as"
    first = vault.section(section).answers[place].words
    answer.put(vault, shelf(), section, place, "Sasha", NOW + timedelta(1))
    before = words_before(vault, shelf(), section, place, WORDS)
    assert before is not None
    assert before.lines == (first,)
    undo(vault, shelf(), section, place, NOW + timedelta(2), WORDS)
    assert vault.section(section).answers[place].words == first
    undo(vault, shelf(), section, place, NOW + timedelta(3), WORDS)
    assert vault.section(section).answers[place].words == "Sasha"


def test_what_was_changed_last_is_what_comes_back(vault: Vault) -> None:
    section = "about_me-1"
    assert last_changed(vault, shelf(), section, WORDS) is None
    answer.put(vault, shelf(), section, "am_known_as", "Sasha", NOW + timedelta(1))
    answer.put(vault, shelf(), section, "am_pronouns", "she", NOW + timedelta(2))
    answer.put(vault, shelf(), section, "am_pronouns", "they", NOW + timedelta(3))
    last = last_changed(vault, shelf(), section, WORDS)
    assert last is not None
    assert last.place == "am_pronouns"


def test_where_nothing_stood_before_nothing_happens(vault: Vault) -> None:
    assert words_before(vault, shelf(), "about_me-1", "am_known_as", WORDS) is None
    with pytest.raises(NothingBefore):
        undo(vault, shelf(), "about_me-1", "am_known_as", NOW, WORDS)


def test_who_helped_comes_back_with_the_words(vault: Vault) -> None:
    section, place = "about_me-1", "am_known_as"
    answer.put(vault, shelf(), section, place, "Lexie", NOW, "Sam Patel (typed it)")
    answer.put(vault, shelf(), section, place, "Sasha", NOW)
    undo(vault, shelf(), section, place, NOW, WORDS)
    assert vault.section(section).answers[place].by == "Sam Patel (typed it)"
