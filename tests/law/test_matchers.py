"""Phrases are noticed whole, with tested exceptions, and only ever to warn (rulings 23 to 26)."""

import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.rules_page import every_rule
from passport.errors import PackUnreadable
from passport.forms.pack import Rule
from passport.law.across_data import across_data
from passport.law.matchers import (
    any_of,
    changed_my_mind,
    matchers,
    read_matchers,
)
from passport.law.notes import law_folder
from passport.law.words import names_match, sentences, tidy

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


LOOK_AT_WORDS = [
    "AD-05",
    "AD-06",
    "AD-07",
    "AD-08",
    "AD-40",
    "AD-41",
    "AD-57",
    "CP-02",
    "G-13",
    "G-14",
    "IR-07",
    "SC-10",
]
"""Rules that look at what somebody wrote. G-10 looks at names of treatments: see test_treatments.py."""
BY_A_FACT = {"bank_details"}
"""Facts that look through words with a list of their own, so that the rule need not name it."""


def lists_of(condition: object) -> set[str]:
    """The lists that a condition names, at any depth."""
    if isinstance(condition, Mapping):
        named = {str(condition["list"])} if "list" in condition else set()
        fact = condition.get("fact")
        named |= {str(fact)} if fact in BY_A_FACT else set()
        return named.union(*(lists_of(inner) for inner in condition.values()))
    return set().union(*(lists_of(inner) for inner in condition)) if isinstance(condition, list) else set()


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.id)
def test_every_list_that_a_rule_names_is_tried(rule: Rule) -> None:
    """Also of rules and lists that are written later: whatever a rule looks for has its phrases."""
    assert lists_of(rule.when) <= set(TRIED)


@pytest.mark.parametrize("name", LOOK_AT_WORDS)
def test_a_rule_that_looks_at_words_does_so_by_a_list(name: str) -> None:
    """IR-07, SC-10 and the stock phrases of CP-02 may not be on the shelf yet."""
    rules = [one for one in every_rule() if one.id.partition("/")[0] == name and not one.dormant]
    assert rules or name in {"IR-07", "SC-10"}
    for rule in rules:
        assert lists_of(rule.when) or name == "CP-02"


def every_list_read() -> set[str]:
    between = {where.says for one in across_data()[0].findings for where in (*one.one, *one.other)} - {""}
    return between.union(*(lists_of(rule.when) for rule in every_rule()))


def test_no_list_is_there_for_nothing() -> None:
    """Each is read by a rule; ``changed_my_mind`` also by the question that follows it (ruling 26)."""
    assert set(matchers()) - every_list_read() == set()


@given(st.sampled_from(sorted(matchers())), st.text())
def test_any_text_at_all_can_be_looked_through(name: str, text: str) -> None:
    assert matchers()[name].found_in(text) in {True, False}


@given(st.text(), st.text())
def test_names_match_both_ways_round_and_blanks_never_do(one: str, other: str) -> None:
    """Rulings 11 and 25."""
    assert names_match(one, other) == names_match(other, one)
    assert not names_match("  ", "")
    assert names_match(one, f"  {one} ") == bool(one.strip())


@pytest.mark.parametrize(
    ("one", "other"), [("Alex Morgan", " alex  MORGAN "), ("E.C.T.", "e c t"), ("don't", "don\u2019t")]
)
def test_capitals_spaces_and_points_do_not_make_two_words_of_one(one: str, other: str) -> None:
    assert tidy(one) == tidy(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("कमल", "कमला"), ("கல", "கலை"), ("কমল", "কমলা"), ("สม", "สมี"), ("Zoe", "Zoë"), ("resume", "résumé")],
)
def test_vowel_signs_and_accents_stay_on_their_letters(one: str, other: str) -> None:
    """A name in Hindi, Tamil, Bengali or Thai is not told apart by its bare letters."""
    assert tidy(one) != tidy(other)
    assert not names_match(one, other)
    assert tidy(other) == tidy(unicodedata.normalize("NFD", other))
    assert names_match(other, unicodedata.normalize("NFD", other))


def test_a_sign_that_nobody_sees_or_that_stands_alone_is_no_word() -> None:
    assert tidy("ECT \u2764\ufe0f, please\u200b") == "ect please"
    assert tidy("क\u094d\u200dष") == "क\u094dष"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alex Morgan", "  alex \u00a0MORGAN"),
        ("Siobhán O'Brien", "siobhán o\u2019brien"),
        ("Groß", "GROSS"),
        ("José", "Jose\u0301"),
    ],
)
def test_a_name_is_the_same_with_other_capitals_spaces_and_apostrophes(one: str, other: str) -> None:
    """Ruling 11."""
    assert names_match(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anne-Marie Hale", "Anne Marie Hale"),
        ("Jo D'Arcy", "Jo Darcy"),
        ("A. Morgan", "A Morgan"),
        ("José", "Jose"),
    ],
)
def test_a_name_is_not_the_same_with_other_marks(one: str, other: str) -> None:
    """Ruling 11."""
    assert not names_match(one, other)


@pytest.mark.parametrize(
    ("text", "in_sentences"),
    [
        ("No ECT. Lithium, please!", [" no ect", " lithium , please"]),
        ("E.C.T. at 2.5 mg", [" e c t at 2 5 mg"]),
        ("Lithium but no ECT", [" lithium", " no ect"]),
        ("Anything but ECT", [" anything but ect"]),
        ("No:\n- ECT\n- lithium", [" no , ect , lithium"]),
        ("ECT (never) - lithium", [" ect , never , lithium"]),
        (" ... ", []),
    ],
)
def test_a_text_is_read_sentence_by_sentence(text: str, in_sentences: list[str]) -> None:
    assert sentences(text) == in_sentences


def test_a_change_of_mind_is_noticed_so_that_it_can_be_asked_about_at_once() -> None:
    """Ruling 26: "Do you want to stop it?"."""
    assert changed_my_mind("I changed my mind about the second one")
    assert not changed_my_mind("I have not changed my mind")


def test_no_phrase_is_found_in_nothing() -> None:
    """A phrase of which every word may be left out would stand everywhere."""
    read = tomllib.loads((law_folder() / "phrases.toml").read_text(encoding="utf-8"))
    parts = [part for parts in read["lists"].values() for part in parts]
    lists = [
        value
        for part in parts
        for key, value in part.items()
        if isinstance(value, list) and key != "patterns"
    ]
    phrases = {one for phrases in (*read["words"].values(), *lists) for one in phrases} - {"."}
    assert len(phrases) > 500
    assert [one for one in sorted(phrases) if any_of([one], read["words"]).search("")] == []


LISTS = """
words = { no = ["no", "do_not"], kept = ["kept/held <no>? "] }

[[lists.tried]]
contains = ["given? <treatment>", ". sleep* .", "sit … me"]
not_counted = ["sleep well"]
not_beside = ["tea/coffee_with_milk"]
not_after = ["<no>"]
carried_by = ["want"]

[[lists.tried]]
contains = ["stay"]
only_after = [".", ",", "let me"]
between = ["please"]

[[lists.tried]]
only = ["warm"]
small = ["and", "very"]

[[lists.tried]]
in_first = true
contains = ["early"]
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("be given Lithium", True),
        ("some lithium", True),
        ("lithiums", False),
        ("I do not want lithium", False),
        ("I do not need lithium", True),
        ("lithium and tea", False),
        ("lithium, tea", False),
        ("Lithium. Tea.", True),
        ("coffee and lithium", True),
        ("coffee with milk and lithium", False),
        ("sleeping", True),
        ("sleeping, please", True),
        ("sleeping in", False),
        ("I sleep", False),
        ("sleep well", False),
        ("sit here with me", True),
        ("sit, with me", False),
        ("sit here in the room with me", False),
        ("please stay", True),
        ("Jo, stay", True),
        ("they let me please stay", True),
        ("they stay", False),
        ("very, very warm", True),
        ("warm and dry", False),
        ("very", False),
        ("Early. Late.", True),
        ("Late. Early.", False),
    ],
)
def test_a_phrase_is_read_as_the_head_of_the_file_explains(tmp_path: Path, text: str, found: bool) -> None:
    (tmp_path / "phrases.toml").write_text(LISTS, encoding="utf-8")
    assert read_matchers(tmp_path, ["Lithium"])["tried"].found_in(text) == found


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ('[[lists.odd]]\npatterns = ["("]', "lists.odd.patterns"),
        ('[[lists.odd]]\ncontains = ["a <lot>"]', "lists.odd"),
        ('[words]\nlot = ["<little>"]', "words.lot"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_a_complaint_about_its_list(
    tmp_path: Path, written: str, at: str
) -> None:
    lists = "" if "lists" in written else "lists = {}\n"
    (tmp_path / "phrases.toml").write_text(lists + written, encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_matchers(tmp_path, ())
    assert complaint.value.fields["at"] == at


def test_an_unknown_key_in_a_list_is_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "phrases.toml").write_text('[[lists.odd]]\nlooks_like = ["x"]\n', encoding="utf-8")
    with pytest.raises(PackUnreadable):
        read_matchers(tmp_path, ())
