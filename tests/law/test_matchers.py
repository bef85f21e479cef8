"""Phrases are noticed whole, with tested exceptions, and only ever to warn (rulings 23 to 26)."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import PackUnreadable
from passport.law.matchers import changed_my_mind, matchers, read_matchers, same_words, tidy

TRIED: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)


def tried(key: str) -> list[tuple[str, str]]:
    return [(name, phrase) for name, lists in TRIED.items() for phrase in lists[key]]


@pytest.mark.parametrize(("name", "phrase"), tried("notices"))
def test_a_phrase_is_noticed(name: str, phrase: str) -> None:
    """Rulings 23 and 24."""
    assert matchers()[name].found_in(phrase)


@pytest.mark.parametrize(("name", "phrase"), tried("leaves"))
def test_a_phrase_that_looks_like_it_is_left_alone(name: str, phrase: str) -> None:
    """Rulings 23 and 24."""
    assert not matchers()[name].found_in(phrase)


def test_every_list_is_tried_on_twenty_phrases_each_way() -> None:
    assert set(TRIED) == set(matchers())
    assert dict.fromkeys(TRIED, 20) == {
        name: min(20, len(set(lists["notices"])), len(set(lists["leaves"]))) for name, lists in TRIED.items()
    }


@given(st.sampled_from(sorted(matchers())), st.text())
def test_any_text_at_all_can_be_looked_through(name: str, text: str) -> None:
    assert matchers()[name].found_in(text) in {True, False}


@given(st.text(), st.text())
def test_the_same_words_are_the_same_both_ways_round_and_blanks_never_are(one: str, other: str) -> None:
    """Rulings 11 and 25."""
    assert same_words(one, other) == same_words(other, one)
    assert same_words(one, f"  {one.upper().lower()} ") == bool(tidy(one)) or tidy(one) != tidy(
        one.upper().lower()
    )
    assert not same_words("  ", "")


@pytest.mark.parametrize(
    ("one", "other"), [("Alex Morgan", " alex  MORGAN "), ("E.C.T.", "e c t"), ("don't", "don\u2019t")]
)
def test_capitals_spaces_and_points_do_not_make_two_words_of_one(one: str, other: str) -> None:
    assert same_words(one, other)


def test_a_change_of_mind_is_noticed_so_that_it_can_be_asked_about_at_once() -> None:
    """Ruling 26: "Do you want to stop it?"."""
    assert changed_my_mind("I changed my mind about the second one")
    assert not changed_my_mind("I have not changed my mind")


def test_a_pattern_that_cannot_be_read_is_a_complaint_about_its_list(tmp_path: Path) -> None:
    (tmp_path / "phrases.toml").write_text('[odd]\npatterns = ["("]\n', encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_matchers(tmp_path)
    assert complaint.value.fields["at"] == "odd.patterns"


def test_an_unknown_key_in_a_list_is_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "phrases.toml").write_text('[odd]\nlooks_like = ["x"]\n', encoding="utf-8")
    with pytest.raises(PackUnreadable):
        read_matchers(tmp_path)
