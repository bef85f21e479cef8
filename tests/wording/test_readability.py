"""The measure of how easy a text is: exact by its stated rule, and near what is known of texts by others."""

import pytest

from passport.actions.check_forms import check_forms, sentences_of
from passport.forms.shelf import shelf
from passport.wording.readability import Readability, readability, syllables
from passport.wording.words import Words

OLDEST = 11
"""The reading age that no pack may pass (NHS: 9 to 11; domain 9)."""
GETTYSBURG = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, "
    "and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing "
    "whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great "
    "battle-field of that war. We have come to dedicate a portion of that field, as a final resting place for those "
    "who here gave their lives that that nation might live. It is altogether fitting and proper that we should do this."
)
PETER_RABBIT = (
    "Once upon a time there were four little Rabbits, and their names were Flopsy, Mopsy, Cotton-tail, and Peter. "
    "They lived with their Mother in a sand-bank, underneath the root of a very big fir-tree. "
    "Now, my dears, said old Mrs Rabbit one morning, you may go into the fields or down the lane."
)
SECTION_25 = (
    "An advance decision is not applicable to life-sustaining treatment unless the decision is verified by a statement "
    "by P to the effect that it is to apply to that treatment even if life is at risk, and the decision and statement "
    "comply with subsection (6)."
)
OURS = "You need a witness. Sign in front of them. They sign too, while you are there."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(
            ("staff", 1),
            ("table", 2),
            ("little", 2),
            ("the", 1),
            ("be", 1),
            ("eye", 1),
            ("one", 1),
            ("please", 1),
        ),
        *(
            ("changes", 2),
            ("names", 1),
            ("uses", 2),
            ("wanted", 2),
            ("stopped", 1),
            ("created", 3),
            ("people's", 2),
        ),
        *(
            ("treatment", 2),
            ("involvement", 3),
            ("statement", 2),
            ("settlement", 3),
            ("someone", 2),
            ("every", 2),
        ),
        *(
            ("period", 3),
            ("special", 2),
            ("usual", 3),
            ("quiet", 2),
            ("doing", 2),
            ("idea", 3),
            ("friend", 1),
        ),
        *(
            ("section", 2),
            ("patient", 2),
            ("situation", 4),
            ("experience", 4),
            ("individual", 5),
            ("question", 2),
        ),
        *(
            ("electroconvulsive", 6),
            ("hospital", 3),
            ("emergency", 4),
            ("ECT", 3),
            ("GP", 2),
            ("1988", 1),
            ("I", 1),
        ),
    ],
)
def test_syllables_are_counted_by_the_rule(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_formula_of_kincaid() -> None:
    """0.39 x words a sentence + 11.8 x syllables a word - 15.59: here 16 words, 3 sentences, 17 syllables."""
    measured = readability([OURS])
    assert measured == Readability(sentences=3, words=16, syllables=17)
    assert measured.grade == round(0.39 * 16 / 3 + 11.8 * 17 / 16 - 15.59, 1)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (PETER_RABBIT, 3, 7),  # a tale for small children, with long sentences
        (GETTYSBURG, 9, 12),  # programs by others say 10.9 for the whole address
        (SECTION_25, 18, 26),  # an Act
        (OURS, -2, 1),
    ],
)
def test_texts_by_others_come_out_near_what_is_known_of_them(text: str, least: float, most: float) -> None:
    assert least <= readability([text]).grade <= most


def test_gaps_are_a_word_and_nothing_at_all_is_easy() -> None:
    assert readability(["Sign on {some_long_gap_name}."]).words == 3
    assert readability(["", "..."]) == Readability(0, 0, 0)
    assert readability([""]).reading_age == 5


@pytest.mark.parametrize("form", shelf().packs)
def test_a_pack_can_be_read_at_eleven(form: str) -> None:
    assert readability(sentences_of(shelf().pack(form))).reading_age <= OLDEST


@pytest.mark.parametrize("form", shelf().packs)
def test_no_page_of_a_pack_is_much_harder_than_the_rest(form: str) -> None:
    """A hard page could hide in an easy form: each question with its help and its reason, on its own."""
    hard = {
        question.id: age
        for question in shelf().pack(form).questions()
        if (age := readability([question.label, question.why]).reading_age) > HARDEST_QUESTION
    }
    assert hard == {}


HARDEST_QUESTION = 14
"""NHS: 11 to 14 where medical words are needed. The measure of two sentences jumps with one long word."""


def test_the_measure_can_fail() -> None:
    assert readability([SECTION_25]).reading_age > OLDEST


def test_forms_check_says_it_of_each_pack() -> None:
    assert set(check_forms(None, Words()).readability) == set(shelf().packs)
