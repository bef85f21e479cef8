from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.kinds import LONGEST, read, show
from passport.forms.pack import Choice, Kind, Question
from passport.record.answers import Value
from passport.wording.words import Words

TODAY = date(2026, 11, 23)
WORDS = Words()
YES_NO = {one: WORDS(f"answers.{one}") for one in ("yes", "no", "do_not_know")}
COLOURS = (Choice("red", "Red"), Choice("dark_blue", "Dark blue"))


def a_question(kind: Kind, **more: object) -> Question:
    return Question("q", kind, "Label", **more)  # type: ignore[arg-type]  # each test gives what its kind wants


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        (a_question(Kind.SHORT_TEXT), " ECT ", " ECT "),
        (a_question(Kind.LONG_TEXT), "one\ntwo", "one\ntwo"),
        (a_question(Kind.LONG_TEXT), "Prefer not to say", None),
        (a_question(Kind.YES_NO), True, "yes"),
        (a_question(Kind.YES_NO), "No", "no"),
        (a_question(Kind.YES_NO_DO_NOT_KNOW), "I do not know", "do_not_know"),
        (a_question(Kind.YES_NO_DO_NOT_KNOW), "do not know", "do_not_know"),
        (a_question(Kind.CHOOSE_ONE, choices=COLOURS), "dark  BLUE", "dark_blue"),
        (a_question(Kind.CHOOSE_ONE, choices=COLOURS), "dark_blue", "dark_blue"),
        (a_question(Kind.CHOOSE_MANY, choices=COLOURS), ("Dark blue", "red"), ("red", "dark_blue")),
        (a_question(Kind.LIST), "one\n\ntwo", ("one", "two")),
        (a_question(Kind.LIST, columns=(Choice("what", "What"),)), ("one",), ({"what": "one"},)),
        (a_question(Kind.LIST, columns=(Choice("what", "What"),)), ({"what": "one"},), ({"what": "one"},)),
        (a_question(Kind.DATE), "March 1988", "1988-03"),
        (a_question(Kind.NUMBER), "1,200.50", "1200.5"),
        (a_question(Kind.MONEY), "£12.5", "12.50"),
        (a_question(Kind.MONEY), "12.500", "12.50"),
        (a_question(Kind.PERSON), "Sam", {"name": "Sam"}),
        (a_question(Kind.PERSON), {"name": "Sam", "job": "nurse"}, {"name": "Sam", "job": "nurse"}),
        (a_question(Kind.FILE), "/elsewhere/alex/../scan.pdf", {"name": "scan.pdf"}),
        (a_question(Kind.SHORT_TEXT), "   ", None),
        (a_question(Kind.DATE), "", None),
    ],
)
def test_each_kind_reads_what_people_type(question: Question, words: Value, value: Value) -> None:
    assert read(question, words, TODAY).value == value


@pytest.mark.parametrize(
    ("question", "words", "code"),
    [
        (a_question(Kind.SHORT_TEXT), "one\ntwo", "one_line"),
        (a_question(Kind.SHORT_TEXT), ("a",), "text_wanted"),
        (a_question(Kind.LONG_TEXT), "x" * (LONGEST + 1), "too_long"),
        (a_question(Kind.YES_NO), "perhaps", "yes_no_wanted"),
        (a_question(Kind.YES_NO_DO_NOT_KNOW), "perhaps", "yes_no_do_not_know_wanted"),
        (a_question(Kind.CHOOSE_ONE, choices=COLOURS), "green", "choice_wanted"),
        (a_question(Kind.CHOOSE_MANY, choices=COLOURS), ("red", "green"), "choice_wanted"),
        (a_question(Kind.LIST), ({"x": "y"},), "list_wanted"),
        (a_question(Kind.LIST, most=1), ("a", "b"), "too_many"),
        (a_question(Kind.DATE), "31 2 2024", "no_such_day"),
        (a_question(Kind.DATE), "about 2 13 2024", "date_wanted"),
        (a_question(Kind.NUMBER), "many", "number_wanted"),
        (a_question(Kind.NUMBER), "1e9", "number_wanted"),
        (a_question(Kind.MONEY), "-5", "money_wanted"),
        (a_question(Kind.MONEY), "12.345", "money_wanted"),
        (a_question(Kind.PERSON), {"age": "5"}, "person_wanted"),
        (a_question(Kind.FILE), ("a",), "file_wanted"),
    ],
)
def test_what_cannot_be_read_has_a_problem_with_a_sentence(
    question: Question, words: Value, code: str
) -> None:
    problem = read(question, words, TODAY).problem
    assert problem is not None
    assert problem.code == code
    assert WORDS(f"problems.{code}", **problem.gaps)


@pytest.mark.parametrize("kind", list(Kind))
@given(
    words=st.recursive(
        st.none() | st.text(max_size=30) | st.integers(), lambda inner: st.tuples(inner, inner)
    )
)
def test_no_words_ever_raise(kind: Kind, words: Value) -> None:
    question = a_question(kind, choices=COLOURS)
    reading = read(question, words, TODAY)
    show(question, reading.value, YES_NO)


@given(st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip())))
def test_text_is_kept_exactly_as_typed(text: str) -> None:
    if text.strip().lower() != "prefer not to say":
        assert read(a_question(Kind.LONG_TEXT), text, TODAY).value == text


def test_values_are_shown_in_words() -> None:
    assert show(a_question(Kind.YES_NO), "yes", YES_NO) == ("Yes",)
    assert show(a_question(Kind.CHOOSE_MANY, choices=COLOURS), ("red", "dark_blue"), YES_NO) == (
        "Red",
        "Dark blue",
    )
    assert show(a_question(Kind.DATE), "2015~", YES_NO) == ("about 2015",)
    assert show(a_question(Kind.MONEY), "12.50", YES_NO) == ("£12.50",)
    assert show(a_question(Kind.PERSON), {"name": "Sam", "job": "nurse"}, YES_NO) == ("Sam, nurse",)
    assert show(a_question(Kind.LIST), ({"what": "a", "on": "b"}, "c"), YES_NO) == ("a, b", "c")
