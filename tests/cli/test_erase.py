"""``erase``, and the same in plain lines: nothing goes before it was said what goes."""

from datetime import date
from pathlib import Path

import pytest

from passport.cli.plain.home import LOOKING_AFTER
from passport.errors import Exit
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, comes_back
from tests.cli.test_agree import a_record
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")


def test_without_yes_it_only_says_what_would_go(person: Person) -> None:
    assert put(person, 'am_name = "Alex"') == Exit.DONE
    assert person("erase", "--entry", "about_me-1", "--place", "am_name") == Exit.DONE
    assert "This erases your answer to" in person.out
    assert WORDS("erase.elsewhere") in person.out
    assert person("show", "about_me") == Exit.DONE
    assert "Alex" in person.out
    done = person.json("erase", "--entry", "about_me-1", "--place", "am_name", "--yes")
    assert done["erased"] is True
    assert person("history") == Exit.DONE
    assert "Alex" not in person.out
    assert person("erase") == Exit.USAGE
    assert person("erase", "--copy", "nobody", "--yes") == Exit.USAGE


def test_in_plain_lines_a_word_is_typed_out(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex", "am_important": "Tea"}})
    with comes_back(tmp_path) as pipe:
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.look_after_row") in line)
        pipe.types(row.split()[0], str(list(LOOKING_AFTER).index("before") + 1), "1")
        assert WORDS("erase.ask") in pipe.types("erase 1")
        assert WORDS("erase.kept") in pipe.types("y")
        assert WORDS("erase.done") in pipe.types("erase 1", "erase")
        assert WORDS("erase.done") in pipe.types("erase all", "erase")
        pipe.types("x")


def test_in_plain_lines_a_name_goes_from_the_list_of_copies(tmp_path: Path) -> None:
    a_record(tmp_path, {"about_me": {"am_name": "Alex"}})
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    copy = CopyGiven("c1", "Northside", Audience.CARE, "0" * 16, 1, (), (), "s", date(2026, 1, 1), "", "d")
    vault.give_copy(copy, "care:1")
    vault.close()
    with comes_back(tmp_path) as pipe:
        row = next(line for line in pipe.hears.splitlines() if WORDS("screens.home.copies_row") in line)
        assert "1 Northside" in pipe.types(row.split()[0])
        assert WORDS("erase.done") in pipe.types("erase 1", "erase")
        assert "Somebody whose name you erased (1)" in pipe.types(row.split()[0])
        pipe.types("", "x")
