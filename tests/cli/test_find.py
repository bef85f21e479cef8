"""``search``, and the same in plain lines: where words stand, and the way there."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.cli.plain.home import LOOKING_AFTER
from passport.errors import Exit
from tests.cli.at_the_pipe import WORDS, comes_back
from tests.cli.test_agree import a_record
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
ANSWERS: Mapping[str, Mapping[str, object]] = {
    "about_me": {"am_name": "Alex Morgan", "am_nation": "wales", "am_important": "My cat, and strong tea"},
    "advance_decision": {
        "ad_refusals": [{"rfz_treatment": "Haloperidol", "rfz_why": "It made me shake for a year"}],
        "doc_pressure": "no",
    },
}


def test_it_names_the_place_and_the_line(person: Person) -> None:
    assert put(person, 'am_name = "Alex"\nam_important = "The garden.\\nMy cat Tofu."') == Exit.DONE
    found = person.json("search", "tof", "CAT")
    assert found["more"] is False
    (one,) = found["found"]
    assert (one["kind"], one["entry"], one["place"], one["line"]) == (
        "answer",
        "about_me-1",
        "am_important",
        "My cat Tofu.",
    )
    assert one["where"].startswith("About me: ")


def test_a_choice_is_found_by_what_it_is_called(person: Person) -> None:
    assert put(person, 'am_nation = "northern_ireland"') == Exit.DONE
    (one,) = person.json("search", "northern")["found"]
    assert (one["place"], one["line"]) == ("am_nation", "Northern Ireland")


def test_nothing_found_is_no_error_and_quotes_are_just_letters(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    for typed in ("zebra", '"', "am_name:", "NEAR(", "*", '" OR "'):
        assert person("search", typed) == Exit.DONE
        assert person.out.strip() == WORDS("find.none")


def test_in_plain_lines_a_number_leads_to_the_place(tmp_path: Path) -> None:
    a_record(tmp_path, ANSWERS)
    with comes_back(tmp_path) as pipe:
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.look_after_row") in line)
        pipe.types(row.split()[0])
        said = pipe.types(str(list(LOOKING_AFTER).index("words") + 1))
        assert WORDS("find.how") in said
        said = pipe.types("shak")
        assert "1 My advance decision, Haloperidol: " in said
        assert "It made me shake for a year" in said
        said = pipe.types("1")
        assert "It made me shake for a year" in said
        pipe.types("x", "x")
