"""``history`` and ``bring-back``, and the same in plain lines."""

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


def test_every_answer_is_listed_and_one_comes_back(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    assert put(person, 'am_name = "Robin"') == Exit.DONE
    (entry,) = person.json("history", "about_me")["entries"]
    assert [(one["lines"], one["stands"]) for one in entry["answers"]] == [
        (["Robin"], True),
        (["Alex"], False),
    ]
    person.json("bring-back", str(entry["answers"][1]["number"]))
    assert person("show", "about_me") == Exit.DONE
    assert "Alex" in person.out
    assert person("history", "about_me", "--place", "am_name") == Exit.DONE
    assert "Robin" in person.out
    assert person("bring-back", "999") == Exit.USAGE
    assert person("bring-back") == Exit.USAGE


def test_one_answer_stands_beside_the_words_of_today(person: Person) -> None:
    assert put(person, 'am_name = "Alex Morgan"') == Exit.DONE
    assert put(person, 'am_name = "Robin Morgan"') == Exit.DONE
    (entry,) = person.json("history", "about_me")["entries"]
    number = str(entry["answers"][1]["number"])
    found = person.json("history", "--number", number)
    assert (found["then"], found["now"]) == (["Alex Morgan"], ["Robin Morgan"])
    assert (found["only_then"], found["only_now"]) == (["Alex"], ["Robin"])
    assert person("history", "--number", number) == Exit.DONE
    assert WORDS("beside.only_then", words="Alex") in person.out
    assert person("history", "--number", "999") == Exit.USAGE


def test_in_plain_lines_it_stands_beside_the_words_of_today_before_it_comes_back(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex Morgan"}})
    with comes_back(tmp_path) as pipe:
        pipe.types(pipe.row("About me"), "1", "Robin Morgan", "x")
        pipe.types(pipe.row(WORDS("screens.home.look_after_row")))
        pipe.types(str(list(LOOKING_AFTER).index("before") + 1))
        pipe.types("1")
        said = pipe.types("2")
        for key, words in (("then", "Alex Morgan"), ("now", "Robin Morgan"), ("only_now", "Robin")):
            assert WORDS(f"beside.{key}", words=words) in said
        assert WORDS("history.sure") in said
        assert WORDS("history.back") in pipe.types("y")
        pipe.types("x")


def test_in_plain_lines_a_number_brings_it_back(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex", "am_important": "Tea"}})
    with comes_back(tmp_path) as pipe:
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.look_after_row") in line)
        pipe.types(row.split()[0])
        said = pipe.types(str(list(LOOKING_AFTER).index("before") + 1))
        assert "1 About me: " in said
        said = pipe.types("1")
        assert WORDS("history.now") in said
        assert WORDS("history.now") in pipe.types("1")
        pipe.types("", "", "")
        pipe.types("x")
