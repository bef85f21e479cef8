"""``list``, and the same in plain lines: every view, order and word to look for, and nothing lost on a narrow line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.unlock import make
from passport.errors import Exit
from passport.forms.shelf import shelf
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, comes_back
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person
from tests.tui.on_screen import NOW

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
WORK: tuple[Mapping[str, object], ...] = (
    {
        "ir_title": "Monday group",
        "ir_start": "about 2015",
        "ir_end": "June 2018",
        "ir_purpose": "A place to meet",
    },
    {"ir_title": "Interview panels", "ir_start": "October 2021", "ir_did": "I sat on nine panels."},
    {"ir_title": "A survey"},
)


def a_record(folder: Path) -> None:
    vault, _rows = make(folder / "record", PASSPHRASE, NOW)
    for one in WORK:
        answer.put_all(vault, shelf(), "involvement_record", one, NOW)
    vault.close()


@pytest.fixture
def worked(person: Person, tmp_path: Path) -> Person:
    for number, one in enumerate(WORK):
        lines = "\n".join(f'{key} = "{value}"' for key, value in one.items())
        (tmp_path / f"{number}.toml").write_text(lines)
        assert person("put", "involvement_record", "--from", str(tmp_path / f"{number}.toml")) == Exit.DONE
    return person


def listed(person: Person, *options: str) -> list[str]:
    found = person.json("list", "involvement_record", *options)["entries"]
    return [one["title"] for one in found]


def test_the_command_sorts_and_filters(worked: Person) -> None:
    assert listed(worked) == ["Interview panels", "Monday group", "A survey"]
    assert listed(worked, "--sort", "name") == ["A survey", "Interview panels", "Monday group"]
    assert listed(worked, "--filter", "meet PLACE") == ["Monday group"]
    document = worked.json("list", "involvement_record", "--filter", "zebra", "--view", "story")
    assert (document["all"], document["entries"]) == (3, [])
    assert worked("list", "involvement_record", "--filter", "zebra") == Exit.DONE
    assert worked.out.strip() == WORDS("lists.none", all=3)


def test_the_document_says_the_days_that_a_date_may_be(worked: Person) -> None:
    (one,) = worked.json("list", "involvement_record", "--filter", "monday")["entries"]
    assert (one["first_day"], one["last_day"], one["goes_on"]) == ("2014-01-01", "2018-06-30", False)
    assert one["when"] == "about 2015 to June 2018"
    assert one["story"] == [{"label": "What was it for?", "lines": ["A place to meet"]}]


def test_a_story_and_a_timeline_say_every_entry(worked: Person) -> None:
    assert worked("list", "involvement_record", "--view", "story") == Exit.DONE
    assert "What did you do?\n    I sat on nine panels." in worked.out
    assert worked("list", "involvement_record", "--view", "timeline") == Exit.DONE
    lines = worked.out.splitlines()
    assert lines[0].startswith("2014")
    assert max(map(len, lines[:-1])) <= 100
    assert lines.index("2015") < lines.index("2021") < lines.index(WORDS("lists.no_date"))
    assert lines[lines.index("2015") + 1].startswith("~")
    assert lines[lines.index("2021") + 1].endswith(">")


def test_a_form_without_dates_has_no_timeline_and_says_so(worked: Person) -> None:
    assert worked("list", "contacts", "--view", "timeline") == Exit.USAGE
    assert WORDS("lists.not_along") in worked.err
    assert worked("list", "nothing") == Exit.USAGE
    assert worked("list", "contacts") == Exit.DONE
    assert worked.out.strip() == WORDS("commands.nothing_kept")


def test_in_plain_lines_the_same_views_orders_and_words(tmp_path: Path) -> None:
    a_record(tmp_path)
    title = shelf().pack("involvement_record").title
    with comes_back(tmp_path) as pipe:
        said = pipe.types(pipe.row(title))
        assert said.index("1 Interview panels, since October 2021") < said.index("2 Monday group")
        said = pipe.types(WORDS("lists.sort_word"), "2")
        assert said.index("1 A survey") < said.index("3 Monday group, about 2015 to June 2018")
        said = pipe.types("nine")
        assert WORDS("lists.count", count=1, all=3) in said
        assert "Monday" not in said
        assert WORDS("lists.ways_all") in said
        said = pipe.types("-", WORDS("lists.view_word"), "2")
        assert "What was it for?\nA place to meet" in said
        said = pipe.types(WORDS("lists.view_word"), "3")
        order = ["2015\n1 Monday group", "2021\n2 Interview panels", f"{WORDS('lists.no_date')}\n3 A survey"]
        assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
        said = pipe.types("2")
        assert "I sat on nine panels." in said
        pipe.types("x", "x")


def test_on_a_line_of_20_letters_every_word_of_an_entry_is_said(tmp_path: Path) -> None:
    a_record(tmp_path)
    with Window(tmp_path, "--plain", columns=20) as window:
        window.until("passphrase")
        window.types(f"{PASSPHRASE}\r")
        window.until("closes")
        row = next(line for line in window.seen.splitlines() if "What I have" in line).split()[0]
        window.types(f"{row}\r")
        window.until("another")
        said = " ".join(window.seen.split())
        assert "Monday group, about 2015 to June 2018" in said
