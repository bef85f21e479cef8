"""When a paper was made, ages and looks (rulings 19 to 22, 31), and the order of a power of attorney (ruling 18)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.dates import Range, span
from passport.law.attorney import Order, order
from passport.law.made import (
    age_when,
    days_made,
    last_looked,
    made_on,
    months_after,
    newest_first,
    signing_that_counts,
)
from tests.builders import (
    ALEX,
    NOW,
    TODAY,
    Paper,
    a_refusal,
    a_signing,
    an_advance_decision,
    assess_today,
    findings,
    sentence,
)


def made(paper: Paper) -> str:
    return made_on(paper.section, signing_that_counts(paper.section))


def looked(paper: Paper) -> str:
    return last_looked(paper.section, signing_that_counts(paper.section), TODAY)


def day(text: str) -> Range:
    found = span(text)
    assert found is not None
    return found


def test_the_persons_own_signing_date_counts() -> None:
    """Ruling 19: not the witness's."""
    assert (
        made(an_advance_decision(signed=a_signing(sg_date="2 11 2026", sg_wit_date="9 11 2026")))
        == "2026-11-02"
    )


def test_an_undated_signing_is_about_the_day_it_was_put_in() -> None:
    """Ruling 19."""
    put_in = datetime(2026, 6, 3, tzinfo=UTC)
    paper = an_advance_decision(signed=None).signed(a_signing(sg_date=None), when=put_in)
    assert made(paper) == "2026-06-03~"


def test_an_older_paper_was_made_when_it_says() -> None:
    """Rulings 19 and 29."""
    older = an_advance_decision(signed=None, ip_kind="advance_decision", ip_made_on="March 2006")
    assert made(older) == "2006-03"
    assert "AD-51" in findings(older)


@pytest.mark.parametrize("kind", ["crisis_plan", ""])
def test_the_date_of_another_paper_is_not_its_own(kind: str) -> None:
    """Ruling 29; an answer whose question is hidden does not speak."""
    paper = an_advance_decision(signed=None, ip_kind=kind, ip_made_on="2006", ip_valid_until="2020")
    assert made(paper) == TODAY.isoformat()
    assert not findings(paper) & {"AD-01", "AD-47", "AD-51"}


def test_an_unsigned_paper_was_made_when_its_refusals_were_last_worded() -> None:
    """Domain 7.0: the day finished. A power of attorney from before the refusal was written does not end it."""
    begun = an_advance_decision([], None, made_on=date(2026, 5, 4), in_order={"ad_able": "yes"})
    assert made(begun) == "2026-05-04"
    later = begun.with_refusal(a_refusal(rfz_ls="no", even_if_life_at_risk=False), NOW)
    assert made(later) == NOW.date().isoformat()
    attorney = {
        "ad_lpa_health": "yes",
        "ad_lpa_signed": "5 May 2026",
        "ad_lpa_registered": "10 May 2026",
        "ad_lpa_covers": "yes",
    }
    assert "AD-35" not in findings(later.changed(**attorney))
    assert made(later.changed(ad_general="More")) == made(later)


def test_the_signature_made_last_counts_whenever_it_was_written_down() -> None:
    """The paper that was signed is what counts, not when it was typed up."""
    good = an_advance_decision()
    older = good.signed(a_signing(sg_date="1 March 2019", sg_wit_place="video"))
    assert made(older) == made(good)
    assert "AD-24" not in findings(older)
    assert made(good.signed({"sg_how": "not_signed"})) == made(good)
    again = good.signed(a_signing(sg_date="20 November 2026", sg_wit_name="Kim"))
    signing = signing_that_counts(again.section)
    assert signing is not None
    assert signing.item.value("sg_wit_name") == "Kim"


def test_nobody_signs_after_it_was_written_down() -> None:
    """Ruling 19: where the order is certain, it is said plainly."""
    put_in = datetime(2025, 6, 3, tzinfo=UTC)
    undated = an_advance_decision(signed=None).signed(a_signing(sg_date=None), when=put_in)
    assert days_made(undated.section, signing_that_counts(undated.section)).last == put_in.date()
    attorney = {
        "ad_lpa_health": "yes",
        "ad_lpa_signed": "1 November 2025",
        "ad_lpa_registered": "20 November 2025",
        "ad_lpa_covers": "yes",
        "ad_lpa_ls": "yes",
    }
    assert "AD-35" in findings(undated.changed(**attorney))

    ahead = an_advance_decision(about={**ALEX, "am_dob": "1 1 2010"}, signed=a_signing(sg_date="1 3 2030"))
    assert findings(ahead) >= {"AD-01", "AD-29"}


@pytest.mark.parametrize(
    ("born", "made_", "ages"),
    [
        ("2008-11-23", "2026-11-23", (18, 18)),
        ("2008-11-24", "2026-11-23", (17, 17)),
        ("2008-02-29", "2026-02-28", (17, 17)),
        ("2008-02-29", "2026-03-01", (18, 18)),
        ("2008", "2026-06-01", (17, 18)),
        ("2008-06", "2026", (17, 18)),
    ],
)
def test_ages_are_whole_years_at_the_day_it_was_made(born: str, made_: str, ages: tuple[int, int]) -> None:
    """Rulings 19 and 20: born on 29 February, a year older on 1 March in other years."""
    assert age_when(day(born), day(made_)) == ages


@given(st.dates(), st.dates(), st.dates())
def test_the_least_age_is_never_more_than_the_most(one: date, other: date, on: date) -> None:
    born = Range(min(one, other), max(one, other))
    least, most = age_when(born, Range(on, on))
    assert least <= most


def test_the_last_look_is_the_latest_of_reviews_signing_and_making() -> None:
    """Ruling 21. Words that are no date and looks that lie ahead are left out."""
    old = a_signing(sg_date="1 3 2024")
    assert looked(an_advance_decision(signed=old)) == "2024-03-01"
    assert (
        looked(an_advance_decision(signed=old, ad_reviews=["4 May 2025", "in spring", "2099"]))
        == "2025-05-04"
    )
    assert looked(an_advance_decision(signed=old, ad_reviews=["2023"])) == "2024-03-01"
    reviewed = an_advance_decision(signed=old, ad_reviews=["June 2024"])
    assert "G-07" in findings(reviewed, date(2026, 7, 1))
    assert "G-07" not in findings(reviewed, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2024-02-29", 12, "2025-02-28"), ("2026-11-23", 24, "2028-11-23"), ("2026-12-31", 2, "2027-02-28")],
)
def test_months_later_is_the_same_day_or_the_last_one(start: str, months: int, end: str) -> None:
    assert months_after(date.fromisoformat(start), months) == date.fromisoformat(end)


def test_of_two_papers_the_one_made_later_speaks_first() -> None:
    """Ruling 31, and G-15 asks to stop the older one."""
    older = an_advance_decision(signed=a_signing(sg_date="2024")).section
    newer = an_advance_decision().section
    assert newest_first([older, newer]) == (newer, older)
    two = Paper(newer, an_advance_decision().about, (older,))
    assert sentence(two, "G-15") == "You have two of these. Stop the old one so staff are not confused."


MADE = "2026-11-01"


@pytest.mark.parametrize(
    ("signed", "registered", "expected"),
    [
        ("2026-11-02", None, Order.LATER),
        ("2026-11-01", "2026-11-01", Order.REGISTERED_LATER),
        ("2026-10-31", "2026-11-02", Order.REGISTERED_LATER),
        ("2026-10-31", "2026", Order.REGISTERED_LATER),
        ("2026", "2026-03-10", Order.EARLIER),
        ("2026-10-31", None, Order.NOT_REGISTERED),
        ("2026-10-31", "2027-01-01", Order.NOT_REGISTERED),
        ("2026-09-01", "2026-10-31", Order.EARLIER),
        ("2026-11", "2026-11-20", Order.PERHAPS_LATER),
        (None, "2026-11-02", Order.LATER),
        (None, "2026-11-01", Order.REGISTERED_LATER),
        (None, "2026-10-31", Order.EARLIER),
        (None, "2026", Order.PERHAPS_LATER),
        (None, None, Order.PERHAPS_LATER),
    ],
)
def test_the_order_of_a_power_of_attorney(
    signed: str | None, registered: str | None, expected: Order
) -> None:
    """Ruling 18; registered on the same day counts, and "registered" means by today."""
    assert order(signed, registered, day(MADE), TODAY) is expected


@given(st.dates(), st.dates(), st.dates())
def test_full_dates_always_settle_the_order(signed: date, registered: date, made_: date) -> None:
    known = order(signed.isoformat(), registered.isoformat(), Range(made_, made_), date.max)
    assert known is not Order.PERHAPS_LATER
    assert (known is Order.LATER) == (signed > made_)


def test_a_power_that_may_be_registered_later_is_warned_of() -> None:
    """Ruling 18."""
    paper = an_advance_decision(ad_lpa_health="yes", ad_lpa_signed="2025", ad_lpa_covers="yes")
    assert sentence(paper, "AD-37").startswith("If your power of attorney is registered after you made this")
    assert assess_today(paper).outcome == "ready"
