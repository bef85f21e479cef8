"""Who holds an old copy: the register of copies and the paper's own list together (rulings 16 and 21)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from passport.forms.shelf import shelf
from passport.law.facts import PaperFacts
from passport.law.standing_copies import old_copy_holders, what_is_news
from passport.record.copies_now import state_of
from tests.builders import (
    TODAY,
    Paper,
    a_copy,
    a_signing,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
)

NEWS = what_is_news(shelf().labels())


def given_out(paper: Paper, *holders: str) -> Paper:
    """With copies of the paper exactly as it is."""
    state = state_of(paper.passport, (paper.section.id,), NEWS)
    return replace(paper, copies=tuple(a_copy(paper, holder, state) for holder in holders))


def test_a_copy_of_what_the_paper_says_is_not_old() -> None:
    assert "G-09" not in findings(given_out(an_advance_decision(), "Jamie"))


def test_every_holder_of_another_version_is_counted() -> None:
    paper = given_out(an_advance_decision(), "Jamie", "Riverbank Surgery").changed(ad_general="New words")
    assert sentence(paper, "G-09") == "2 people have an old copy. Send them the new one."


def test_a_private_answer_makes_no_copy_old() -> None:
    assert "G-09" not in findings(given_out(an_advance_decision(), "Jamie").changed(doc_doubt="yes"))


def test_stopping_one_refusal_makes_copies_old() -> None:
    """Ruling 16: the signed paper still shows it, so G-09 and a notice."""
    assert "G-09" in findings(given_out(an_advance_decision(), "Jamie").stopped("1"))


def test_a_stopped_paper_still_says_who_holds_it() -> None:
    assessment = assess_today(given_out(an_advance_decision(), "Jamie").stopped())
    assert [finding.id for finding in assessment.findings] == ["AD-34", "WD-01", "WD-02", "WD-04", "WD-05"]


def test_the_papers_own_list_is_read_as_well() -> None:
    """Ruling 21. Without a date there is no claim; before the signing, the copy is not the signed paper."""
    rows = [
        {"who": "Jamie", "on": "1 October 2026"},
        {"who": "Bernie"},
        {"who": "Ruth", "on": "12 November 2026"},
    ]
    assert (
        sentence(an_advance_decision(ad_copies=rows), "G-09")
        == "1 person has an old copy. Send them the new one."
    )
    assert "G-08" not in findings(an_advance_decision(ad_gp_copy="no", ad_copies=rows))


def test_a_holder_on_both_lists_is_one_person() -> None:
    rows = [{"who": "JAMIE", "on": "1 October 2026"}]
    assert "G-09" not in findings(given_out(an_advance_decision(ad_copies=rows), "Jamie"))


def test_typing_up_an_old_paper_makes_no_copy_old() -> None:
    """Ruling 17: the paper that was signed is what counts, not when it was typed up."""
    rows = [{"who": "Jamie", "on": "April 2024"}]
    paper = an_advance_decision(signed=a_signing(sg_date="12 March 2024"), ad_copies=rows)
    assert "G-09" not in findings(paper)
    assert "G-09" in findings(paper.changed(ad_general="New words"))


def test_an_unsigned_paper_counts_from_its_last_change() -> None:
    rows = [{"who": "Jamie", "on": "22 November 2026"}]
    paper = an_advance_decision(signed=None, ad_copies=rows)
    assert "G-09" in findings(paper)
    assert "G-09" not in findings(paper.changed(ad_copies=[{"who": "Jamie", "on": "23 November 2026"}]))


def test_a_stop_after_a_copy_makes_it_old_on_the_own_list_too() -> None:
    """Ruling 16."""
    rows = [{"who": "Jamie", "on": "12 November 2026"}]
    paper = an_advance_decision(ad_copies=rows)
    assert "G-09" not in findings(paper)
    assert "G-09" in findings(paper.stopped("1", when=datetime(2026, 11, 20, tzinfo=UTC)))


def test_noting_that_somebody_has_a_copy_or_that_you_looked_makes_no_copy_old() -> None:
    paper = given_out(an_advance_decision(ad_gp_copy="no"), "Jamie")
    assert "G-09" not in findings(paper.changed(ad_gp_copy="yes", ad_gp_copy_date="2 November 2026"))
    assert "G-09" not in findings(paper.changed(ad_reviews=["12 November 2026"]))


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"ad_copies": [{"who": "Jamie", "on": "20 November 2026"}]}, "Jamie"),
        ({"ad_copies": [{"who": "Jamie"}]}, "Jamie"),
        ({"ad_gp_copy": "yes", "ad_gp_copy_date": "2 November 2026"}, "Dr Nair, Riverbank Surgery"),
        ({"ad_gp_copy": "yes"}, "Dr Nair, Riverbank Surgery"),
    ],
)
def test_after_a_stop_everybody_who_did_not_surely_get_theirs_later_is_named(
    answers: dict[str, object], name: str
) -> None:
    """Rulings 16 and 21: the register and the paper's own list are read together."""
    paper = an_advance_decision().changed(**{"ad_gp_copy": "no", **answers})
    for rule, stopped in (
        ("G-09", paper.stopped("1", when=datetime(2026, 11, 20, tzinfo=UTC))),
        ("WD-02", paper.stopped(when=datetime(2026, 11, 20, tzinfo=UTC))),
    ):
        assert old_copy_holders(facts_of(stopped)) == (name,)
        assert {"G-09", "WD-02"} & findings(stopped) == {rule}


def test_a_copy_given_after_the_stop_is_not_old() -> None:
    rows = [{"who": "Jamie", "on": "21 November 2026"}]
    paper = an_advance_decision(ad_copies=rows, ad_gp_copy="no")
    assert "G-09" not in findings(paper.stopped("1", when=datetime(2026, 11, 20, tzinfo=UTC)))


def facts_of(paper: Paper) -> PaperFacts:
    return PaperFacts(paper.section, paper.passport, paper.pack, None, None, TODAY)
