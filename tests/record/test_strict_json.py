"""JSON in one way only. RFC 8259: section 4, names; section 6, numbers; section 8.1, UTF-8; section 9, limits of a reader."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.goals.strict import JSON, NOT_JSON
from passport.record.strict_json import DEEPEST, NotStrict, StandsTwice, read_json

MOST = 1_000_000
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(alphabet=st.characters(codec="utf-8")),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(alphabet=st.characters(codec="utf-8")), inside),
)


@given(ANY)
def test_whatever_is_written_once_is_read_back(plain: object) -> None:
    written = json.dumps(plain, ensure_ascii=False)
    assert read_json(written, MOST) == plain == read_json(written.encode(), MOST)


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(name: str) -> None:
    with pytest.raises(NotStrict):
        read_json(NOT_JSON[name], MOST)


@pytest.mark.parametrize("name", JSON)
def test_what_the_standard_allows_is_read_as_it_is(name: str) -> None:
    assert read_json(JSON[name], MOST) == json.loads(JSON[name])


def test_the_name_that_stands_twice_is_told() -> None:
    """RFC 8259, section 4: the names in a table should be unique; programs do not agree on which one counts."""
    with pytest.raises(StandsTwice) as twice:
        read_json('{"a": {"b": 1, "c": 2, "c": 3}}', MOST)
    assert twice.value.name == "c"


@given(st.integers(1, 3 * DEEPEST), st.text(alphabet='[]{}\\"', max_size=40))
def test_only_what_stands_outside_of_texts_is_counted_as_deep(depth: int, text: str) -> None:
    written = "[" * depth + json.dumps(text) + "]" * depth
    if depth > DEEPEST:
        with pytest.raises(NotStrict):
            read_json(written, MOST)
    else:
        read_json(written, MOST)


@given(st.text(alphabet='[]{}\\",:1aé', max_size=60))
def test_no_text_at_all_ends_in_anything_else(text: str) -> None:
    try:
        found = read_json(text, MOST)
    except NotStrict:
        return
    assert found == json.loads(text)


def test_a_number_that_python_cannot_tell_from_infinity_is_refused() -> None:
    """RFC 8259, section 6: NaN and Infinity are no numbers. Python makes infinity out of 1e999."""
    assert math.isinf(json.loads("1e999"))
    with pytest.raises(NotStrict):
        read_json("1e999", MOST)
