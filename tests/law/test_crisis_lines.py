"""Crisis lines are data: each with its nation, its hours, the day it was checked and how sure we are."""

from pathlib import Path

import pytest

from passport.actions.support import support
from passport.errors import PackUnreadable
from passport.forms.dates import show_date
from passport.law.crisis_lines import crisis_lines, read_crisis_lines
from passport.wording.words import Words

WORDS = Words()
NATIONS = ("england", "wales", "scotland", "northern_ireland")


@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_has_emergency_services_samaritans_and_a_line_of_its_own(nation: str) -> None:
    lines = crisis_lines(nation)
    assert {"emergency", "samaritans"} <= {line.id for line in lines}
    assert any(line.nations == {nation} for line in lines)
    assert all(nation in line.nations for line in lines)


OWN = {
    "england": {"nhs_111_england"},
    "wales": {"nhs_111_wales", "call_wales"},
    "scotland": {"nhs_24", "breathing_space"},
    "northern_ireland": {"lifeline"},
}
EVERYWHERE = {"emergency", "samaritans", "shout", "papyrus", "childline", "calm", "text_relay", "bsl_relay"}


@pytest.mark.parametrize("nation", NATIONS)
def test_each_nation_has_every_line_of_the_list(nation: str) -> None:
    """Domain 4.3, row by row, and no line of another nation."""
    assert {line.id for line in crisis_lines(nation)} == OWN[nation] | EVERYWHERE
    assert set(OWN) == set(NATIONS)


@pytest.mark.parametrize("nation", NATIONS)
def test_each_nation_has_someone_to_ring_and_to_text_day_and_night_whose_number_was_checked(
    nation: str,
) -> None:
    sure = [one for one in crisis_lines(nation) if one.checked != "recalled" and one.hours == "Day and night"]
    assert {"call", "text"} <= {one.how for one in sure}
    assert {"emergency", "samaritans", "shout"} <= {one.id for one in sure}


@pytest.mark.parametrize("nation", ["", *NATIONS])
def test_the_support_page_says_of_each_line_when_it_was_checked_and_how_sure_we_are(nation: str) -> None:
    said = support(nation, WORDS)
    for line, shown in zip(crisis_lines(nation), said, strict=True):
        assert line.number in shown.line
        if line.checked_on is None:
            assert shown.more.endswith(WORDS("screens.support.checked_recalled"))
        else:
            assert show_date(line.checked_on.isoformat()) in shown.more
            assert ("their own page" in shown.more) == (line.checked == "verified")


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
