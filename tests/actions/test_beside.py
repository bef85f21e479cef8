"""An earlier answer beside the words of today: what differs is said in words, and none of them is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions import answer, history
from passport.actions.beside import beside, compared
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _rows = make(tmp_path / "record", "crumpet lantern orbit willow", NOW)
    yield made
    made.close()


def test_what_stands_in_only_one_of_them_is_named_in_order() -> None:
    then = ["Call Jo first.", "No visits in the morning, please."]
    now = ["Call Jo or Sam first.", "No visits in the evening, please."]
    found = compared(then, now)
    assert found.only_then == ("morning,",)
    assert found.only_now == ("or Sam", "evening,")
    assert compared(now, then).only_now == found.only_then
    assert compared(["one  two"], ["one", "two"]).same
    assert compared([], ["new"]).only_now == ("new",)


LINES = st.lists(st.text(alphabet="ab \n", max_size=12), max_size=4)


@given(LINES, LINES)
def test_no_word_is_lost_or_made_up(then: list[str], now: list[str]) -> None:
    """What both have, and what only one has, is together what each one has."""
    found = compared(then, now)
    words_then, words_now = (" ".join(one).split() for one in (then, now))
    left = len(words_then) - len(" ".join(found.only_then).split())
    assert left == len(words_now) - len(" ".join(found.only_now).split())
    assert found.same is (words_then == words_now)


def test_very_long_answers_are_compared_line_by_line() -> None:
    then = "\n".join(f"line {number} of a very long answer" for number in range(1000))
    found = compared([then], [then.replace("line 77 of", "line seventy-seven of")])
    assert found.only_then == ("line 77 of a very long answer",)
    assert found.only_now == ("line seventy-seven of a very long answer",)


def test_a_choice_and_what_is_gone_stand_in_words(vault: Vault) -> None:
    section = answer.put_all(
        vault, shelf(), "about_me", {"am_nation": "wales", "am_name": "Alex"}, NOW
    ).section
    answer.put(vault, shelf(), section.id, "am_nation", "scotland", NOW)
    answer.put(vault, shelf(), section.id, "am_name", "", NOW)
    before = {
        one.place: one
        for one in reversed(history.history(vault, shelf(), section.id, WORDS))
        if not one.stands
    }
    found = beside(vault, shelf(), section.id, before["am_nation"], WORDS)
    assert (found.then, found.now) == (("Wales",), ("Scotland",))
    gone = beside(vault, shelf(), section.id, before["am_name"], WORDS)
    assert (gone.then, gone.now, gone.only_then) == (("Alex",), (), ("Alex",))
