"""Whatever stands in a file of answers: ``put`` ends with a code of the contract and, where it stops, one sentence."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passport.errors import Exit
from passport.forms.shelf import shelf
from tests.cli.test_answers import Person

pytestmark = pytest.mark.usefixtures("cheap_keys")
FORM = "advance_decision"
PACK = shelf().pack(FORM)
IDS = sorted(question.id for question in PACK.questions())
ITEM_IDS = sorted(question.id for part in PACK.questions() for question in part.questions)
ANY_LETTER = st.characters(categories=None, codec=None)  # half letters (lone surrogates) too
TEXT = st.one_of(
    st.sampled_from(["yes", "ECT", "2026-11-20", "27 3", "£4", "maybe"]), st.text(ANY_LETTER, max_size=9)
)
NUMBER = st.one_of(st.integers(), st.integers(0, 5000).map(lambda digits: 16**digits), st.floats())
LEAF = st.one_of(st.none(), st.booleans(), NUMBER, TEXT)
KEY = st.one_of(st.sampled_from([*ITEM_IDS, "name", "how"]), TEXT)


def inside_each_other(leaf: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    some = st.recursive(
        leaf, lambda one: st.one_of(st.lists(one, max_size=3), st.dictionaries(KEY, one, max_size=3))
    )
    return st.one_of(some, st.tuples(st.integers(1, 3000), leaf))


def some_answers(leaf: st.SearchStrategy[object]) -> st.SearchStrategy[Mapping[str, object]]:
    anything = inside_each_other(leaf)
    items = st.lists(st.dictionaries(st.sampled_from(ITEM_IDS), anything, max_size=3), max_size=3)
    one = st.tuples(st.one_of(st.sampled_from(IDS), TEXT), anything)
    return st.lists(st.one_of(one, st.tuples(st.just("ad_refusals"), items)), max_size=3).map(dict)


def written(plain: object, *, toml: bool) -> str:
    """JSON or TOML by hand: a writer of Python's own refuses the longest numbers and the deepest lists."""
    if isinstance(plain, tuple):  # how deep, and what is there
        depth, inner = plain
        return f"{'[' * depth}{written(inner, toml=toml)}{']' * depth}"
    if isinstance(plain, list):
        return "[" + ",".join(written(one, toml=toml) for one in plain) + "]"
    if isinstance(plain, dict):
        pairs = (json.dumps(key) + ":="[toml] + written(one, toml=toml) for key, one in plain.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(plain, (date, datetime, time)):
        return plain.isoformat()
    if isinstance(plain, int) and abs(plain) > 10**18:
        return hex(abs(plain)) if toml else "7" * (plain.bit_length() // 3)
    return json.dumps(plain)


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    found = Person(tmp_path, capsys)
    assert found("new") == Exit.DONE
    return found


def ends_well(person: Person, name: str, text: str) -> None:
    """And what was kept can be read back and assessed."""
    (person.tmp_path / name).write_text(text, encoding="utf-8", errors="replace")
    code = person("put", FORM, "--from", str(person.tmp_path / name))
    assert code in {Exit.DONE, Exit.USAGE}, person.err
    assert len(person.err.splitlines()) == (code != Exit.DONE), person.err
    assert person("show", "--json") == Exit.DONE, person.err
    assert person("assess", FORM) in {Exit.DONE, Exit.USAGE}, person.err
    assert "plan for" not in person.err


ONE_RECORD = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@ONE_RECORD
@given(answers=some_answers(LEAF))
def test_any_json_at_all(person: Person, answers: Mapping[str, object]) -> None:
    ends_well(person, "a.json", written(answers, toml=False))


@ONE_RECORD
@given(
    answers=some_answers(
        st.one_of(st.times(), st.dates(), st.datetimes(), st.booleans(), NUMBER, st.just("x"))
    )
)
def test_any_toml_at_all(person: Person, answers: Mapping[str, object]) -> None:
    lines = [f"{json.dumps(key)} = {written(one, toml=True)}" for key, one in answers.items()]
    ends_well(person, "a.toml", "\n".join(lines))


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("a.toml", "", Exit.USAGE, "no answer here yet"),
        ("a.json", "{}", Exit.USAGE, "no answer here yet"),
        ("a.toml", "ad_talked_date = 10:00:00", Exit.DONE, ""),
        ("a.toml", "ad_talked_date = 0x" + "f" * 5000, Exit.USAGE, "number in it is too long"),
        ("a.json", '{"ad_able": ' + "[" * 50 + "]" * 50 + "}", Exit.USAGE, "too many lists"),
        ("a.json", '{"ad_refusals": {"rfz_why": "x"}}', Exit.USAGE, "[[ad_refusals]]"),
        ("a.json", '{"ad_refusals": "all"}', Exit.USAGE, "[[ad_refusals]]"),
        ("a.json", '{"ad_refusals": [{"rfz_treatment": {"x": ["y"]}}]}', Exit.DONE, ""),
        ("a.json", '{"\\ud800": 1}', Exit.USAGE, "<U+D800>"),
        ("a.json", '{"ad_able": true, "ad_able": false}', Exit.USAGE, "ad_able stands twice"),
        ("a.json", '{"ad_able": NaN}', Exit.USAGE, "TOML or JSON"),
    ],
)
def test_what_crashed_once(person: Person, name: str, text: str, code: int, says: str) -> None:
    for _ in range(2):  # what is kept must not stop the next save
        assert person("put", FORM, "--from", person.file(text, name)) == code
        assert says in person.err


def test_half_a_letter_is_kept_as_a_sign_that_can_be_printed(person: Person) -> None:
    assert person("put", "about_me", "--from", person.file('{"am_name": "Al\\ud83d"}', "a.json")) == Exit.DONE
    assert person.json("show")["sections"][0]["answers"]["am_name"]["words"] == "Al\ufffd"


def test_two_items_that_begin_the_same_keep_their_ids(person: Person) -> None:
    text = '[[ad_refusals]]\nrfz_treatment = "ECT"\n' * 2
    for _ in range(2):
        assert person("put", FORM, "--from", person.file(text)) == Exit.DONE
    assert [one["id"] for one in person.json("assess", FORM)["refusals"]] == ["1", "2"]
