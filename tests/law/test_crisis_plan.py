"""Rules of the crisis plan that one row cannot try whole: stock phrases, old lists, crisis lines, and a no that stands."""

from dataclasses import replace

import pytest

from passport.law.crisis_lines import crisis_lines, lines_to_add
from tests.builders import ALEX, a_section, findings, sentence
from tests.law.cases.crisis_plan import ENGLANDS, hard_before, medicines, plan


@pytest.mark.parametrize("words", ["", None, "Low mood", "As above"])
def test_what_anybody_could_have_written_is_as_good_as_nothing(words: str | None) -> None:
    """CP-02: only 15% of routine plans held one item specific to the person (W41)."""
    assert "CP-02" in findings(plan(cp_signs=words, cp_you_do=None))


def test_one_line_of_ones_own_is_enough() -> None:
    assert "CP-02" not in findings(plan(cp_signs=None, cp_you_do=["Call 999", "Sit down first"]))


def test_a_list_is_as_old_as_its_oldest_line() -> None:
    """CP-03."""
    assert sentence(medicines("2 November 2026", "May 2026"), "CP-03").endswith("It is from May 2026.")


@pytest.mark.parametrize(
    "checked", ["today", "August 2026", "about August 2026", "", "when I last saw Dr Nair"]
)
def test_a_list_that_may_be_fresh_is_not_called_old(checked: str) -> None:
    """CP-03; ruling 19: a month is old once all of it is. "Today" is the day it was typed, as is a line without a day."""
    assert "CP-03" not in findings(medicines(checked))


def test_without_a_day_the_list_is_as_old_as_its_saving() -> None:
    paper = medicines("")
    old = {
        place: replace(answer, when=answer.when.replace(month=7))
        for place, answer in paper.section.answers.items()
    }
    paper = replace(paper, section=replace(paper.section, answers=old))
    assert sentence(paper, "CP-03").endswith("It is from 23 July 2026.")


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern_ireland"])
def test_a_plan_with_the_lines_of_its_nation_lacks_none(nation: str) -> None:
    """CP-04."""
    listed = [f"{one.name}: {one.number}" for one in crisis_lines(nation) if one.on_plan]
    about = {**ALEX, "am_nation": nation}
    assert any(one.on_plan and one.nations == {nation} for one in crisis_lines(nation))
    assert "CP-04" in findings(plan(about, cp_services=listed[:1]))
    assert "CP-04" not in findings(plan(about, cp_services=listed))


def test_the_line_is_named_by_where_the_person_lives() -> None:
    about = {**ALEX, "am_nation": "northern_ireland"}
    assert sentence(plan(about), "CP-04") == "We added the crisis line for Northern Ireland."


def test_no_line_is_added_where_we_do_not_know_the_nation() -> None:
    """A number that does not answer there is worse than none."""
    assert "CP-04" not in findings(plan({**ALEX, "am_nation": None}))


@pytest.mark.parametrize(
    ("own", "added"),
    [
        ("111, option 2", False),
        ("Ring 1 1 1", False),
        ("07700 900111", True),
        ("07700 111 222", True),
        ("1112", True),
        ("", True),
    ],
)
def test_a_number_counts_as_there_only_when_it_stands_by_itself(own: str, added: bool) -> None:
    assert ("nhs_111_england" in {one.id for one in lines_to_add("england", [own])}) is added
    assert len(lines_to_add("england", ENGLANDS)) == 0


@pytest.mark.parametrize("elsewhere", ["Haloperidol", "Haldol", "haloperidol or ECT", "No Serenace"])
def test_a_no_that_stands_in_a_live_paper_is_not_asked_for_again(elsewhere: str) -> None:
    """CP-05, ruling 25."""
    assert "CP-05" not in findings(hard_before(elsewhere))


def test_a_no_in_a_statement_of_scotland_is_one_too() -> None:
    """CP-05: there it is the paper for it."""
    said = a_section("advance_statement_scotland", sa_not=["Serenace"])
    assert "CP-05" in findings(hard_before())
    assert "CP-05" not in findings(replace(hard_before(), others=(said,)))


def test_a_refusal_that_was_stopped_is_none() -> None:
    """CP-05, ruling 25."""
    paper = hard_before("Haloperidol")
    status = plan().stopped().section.answers["doc_status"]
    stopped = replace(paper, others=(paper.others[0].with_answers({"doc_status": status}),))
    assert "CP-05" not in findings(paper)
    assert "CP-05" in findings(stopped)


def test_what_is_wanted_elsewhere_is_not_offered_to_be_refused() -> None:
    """CP-05, ruling 25."""
    wanting = a_section("advance_decision", ad_refusals=[{"rfz_treatment": "ECT", "rfz_instead": "Haldol"}])
    assert "CP-05" not in findings(replace(hard_before(), others=(wanting,)))


def test_words_that_name_no_treatment_we_know_say_nothing() -> None:
    """CP-05, ruling 25: otherwise say nothing."""
    assert "CP-05" not in findings(plan(cp_not_helped="Being moved between three wards in a week."))
