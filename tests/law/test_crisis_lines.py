"""Crisis lines are data: each with its nation, its hours, the day it was checked and how sure we are."""

from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.law.crisis_lines import crisis_lines, read_crisis_lines

NATIONS = ("england", "wales", "scotland", "northern_ireland")


@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_has_emergency_services_samaritans_and_a_line_of_its_own(nation: str) -> None:
    lines = crisis_lines(nation)
    assert {"emergency", "samaritans"} <= {line.id for line in lines}
    assert any(line.nations == {nation} for line in lines)
    assert all(nation in line.nations for line in lines)


def test_without_a_nation_every_line_is_shown() -> None:
    assert {nation for line in crisis_lines() for nation in line.nations} == set(NATIONS)
    assert len({line.id for line in crisis_lines()}) == len(crisis_lines())


def test_a_line_says_how_sure_we_are() -> None:
    for line in crisis_lines():
        assert line.checked in {"verified", "secondary", "recalled"}
        assert (line.checked_on is None) == (line.checked == "recalled")
        assert bool(line.source) == (line.checked != "recalled")


def test_the_number_that_answers_everywhere_comes_first() -> None:
    assert crisis_lines()[0].number == "999"


def test_a_file_that_cannot_be_used_says_where(tmp_path: Path) -> None:
    (tmp_path / "crisis_lines.toml").write_text('[[lines]]\nid = "x"\n', encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_crisis_lines(tmp_path)
    assert complaint.value.fields["file"] == "law/crisis_lines.toml"
