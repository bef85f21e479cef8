from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.dates import Range, no_such_day, read_date, show_date, span

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "kept", "shown"),
    [
        ("27 3 1988", "1988-03-27", "27 March 1988"),
        ("27/3/88", "1988-03-27", "27 March 1988"),
        ("27.03.1988", "1988-03-27", "27 March 1988"),
        ("27th of March 1988", "1988-03-27", "27 March 1988"),
        (" 27  march  1988 ", "1988-03-27", "27 March 1988"),
        ("March 27, 1988", "1988-03-27", "27 March 1988"),
        ("1988-03-27", "1988-03-27", "27 March 1988"),
        ("March 1988", "1988-03", "March 1988"),
        ("Sept 2019", "2019-09", "September 2019"),
        ("3/2019", "2019-03", "March 2019"),
        ("1988", "1988", "1988"),
        ("about 2015", "2015~", "about 2015"),
        ("around March 2015", "2015-03~", "about March 2015"),
        ("c. 1999", "1999~", "about 1999"),
        ("29 2 2024", "2024-02-29", "29 February 2024"),
        ("1/1/36", "2036-01-01", "1 January 2036"),
        ("1/1/37", "1937-01-01", "1 January 1937"),
        ("today", "2026-11-23", "23 November 2026"),
    ],
)
def test_dates_are_taken_as_people_type_them(words: str, kept: str, shown: str) -> None:
    assert read_date(words, TODAY) == kept
    assert show_date(kept) == shown


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "31 2 2024",
        "29 2 2023",
        "13/13/2013",
        "0 3 1988",
        "88",
        "Ma 2015",
        "27 3",
        "1988-00-01",
        "27 3 19888",
        "last June",
        "27 3 1988 or so",
    ],
)
def test_what_is_not_a_date_is_not_guessed(words: str) -> None:
    assert read_date(words, TODAY) is None


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2036, 12, 31)))
def test_every_day_survives_being_shown_and_read_again(day: date) -> None:
    kept = read_date(show_date(day.isoformat()), TODAY)
    assert kept == day.isoformat()
    assert span(kept) == Range(day, day)


def test_about_is_a_year_either_side_and_order_is_only_sure_when_it_is() -> None:
    about, march, day = span("2015~"), span("2015-03"), span("2017-01-01")
    assert about
    assert march
    assert day
    assert about == Range(date(2014, 1, 1), date(2016, 12, 28))
    assert about.surely_before(day)
    assert not about.surely_before(march)
    assert about.maybe_before(march)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("31 2 1988", ("31", "February 1988")),
        ("29th of February 2023", ("29", "February 2023")),
        ("1988-06-31", ("31", "June 1988")),
        ("45 March 2020", ("45", "March 2020")),
        ("29 2 2024", None),
        ("31 13 1988", None),
        ("February 1988", None),
        ("soon", None),
        ("today", None),
    ],
)
def test_a_day_that_its_month_has_not_is_named(words: str, wrong: tuple[str, str] | None) -> None:
    assert no_such_day(words, TODAY) == wrong
