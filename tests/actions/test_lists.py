"""Lists of many entries: what stands first, what matches, and what an entry tells. Every front asks these functions."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions import answer
from passport.actions.lists import COPIES, Entry, Needs, Sort, View, arranged, entries, one_line, views
from passport.actions.timeline import GOES_ON, MAY_BE, SURE, timeline
from passport.actions.unlock import make
from passport.forms.dates import read_date, span
from passport.forms.shelf import shelf
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.found import ready_to_search, stands_in
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW, TODAY

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
WORK = "involvement_record"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _rows = make(tmp_path / "record", "crumpet lantern orbit willow", NOW)
    yield made
    made.close()


def put(vault: Vault, form: str, **typed: object) -> str:
    return answer.put_all(vault, shelf(), form, typed, NOW).section.id


def titles(vault: Vault, form: str, sort: Sort = Sort.DATE, typed: str = "") -> list[str]:
    return [one.title for one in arranged(entries(vault, shelf(), form, TODAY, WORDS), sort, typed)]


def work(vault: Vault, title: str, start: str = "", end: str = "", **typed: object) -> None:
    put(vault, WORK, ir_title=title, ir_start=start, ir_end=end, **typed)


def test_the_newest_stands_first_whatever_was_typed_first_and_what_has_no_date_last(vault: Vault) -> None:
    work(vault, "Panel", "March 2020", "April 2020")
    work(vault, "No date")
    work(vault, "Board", "2021")
    work(vault, "Group", "about 2015", "June 2018")
    work(vault, "Survey", "March 2020", "May 2020")
    work(vault, "Still going", "March 2020")
    assert titles(vault, WORK) == ["Board", "Still going", "Survey", "Panel", "Group", "No date"]


def test_by_name_neither_capitals_nor_marks_count_and_no_name_comes_last(vault: Vault) -> None:
    for title in ("zebra", "Émile", "Adam", "", "adam's friends", "eMily"):
        work(vault, title, "2020")
    assert titles(vault, WORK, Sort.NAME) == [
        "Adam",
        "adam's friends",
        "Émile",
        "eMily",
        "zebra",
        "No name yet",
    ]


def test_what_needs_a_look_first_ran_out_then_runs_out_then_is_not_finished(vault: Vault) -> None:
    def course(title: str, days: int | None, **typed: object) -> None:
        ends = {} if days is None else {"tr_expires": (TODAY + timedelta(days=days)).isoformat()}
        put(vault, "training_record", tr_title=title, **ends, **typed)

    done = {"tr_kind": "other", "tr_provider": "Them", "tr_date": "2020", "tr_confirmed": "nobody_yet"}
    course("Fine", 400, **done)
    course("Not finished", None)
    course("Soon", 80, **done)
    course("Sooner", 3, **done)
    course("Ran out yesterday", -1, **done)
    course("Ran out long ago", -500, **done)
    wanted = ["Ran out long ago", "Ran out yesterday", "Sooner", "Soon", "Not finished", "Fine"]
    assert titles(vault, "training_record", Sort.ATTENTION) == wanted
    first = arranged(entries(vault, shelf(), "training_record", TODAY, WORDS), Sort.ATTENTION)[1]
    assert first.attention == (WORDS("lists.ran_out", date="22 November 2026"),)
    assert WORDS("lists.ran_out", date="22 November 2026") in one_line(first, WORDS)


def test_all_the_words_have_to_stand_in_an_entry_wherever_in_it(vault: Vault) -> None:
    work(vault, "Panel", "March 2020", ir_org="Northside Trust", ir_did="We chose a nurse.", ir_as="carer")
    work(vault, "Group", "2015", ir_org="Riverbank Voices")
    for typed in ("nurs", "PANEL trust", "march", "pan chos", "a carer"):
        assert titles(vault, WORK, typed=typed) == ["Panel"]
    assert titles(vault, WORK, typed="  ") == ["Panel", "Group"]
    assert titles(vault, WORK, typed="riverbank chose") == []
    assert titles(vault, WORK, typed="orthside") == []


def test_an_entry_tells_purpose_part_change_learning_hours_and_who_can_say_so_in_that_order(
    vault: Vault,
) -> None:
    """screens.md: an entry reads like a story of one piece of work."""
    work(
        vault,
        "Panel",
        "2020",
        ir_hours="12",
        ir_skills_new="Scoring",
        ir_did="I sat on nine panels.\nI wrote a question.",
        ir_purpose="To choose staff",
        ir_impact=[{"area": "Results", "what": "It is used"}],
        ir_endorse=[{"en_name": "Ruth", "en_org": "Northside", "en_agreed_to_share": True}],
    )
    (one,) = entries(vault, shelf(), WORK, TODAY, WORDS)
    assert [label for label, _ in one.story] == [
        "What was it for?",
        "What did you do?",
        "What changed?",
        "Skills you gained",
        "About how many hours?",
        "Someone who can say what you did",
    ]
    told = [line for _, lines in one.story for line in lines]
    assert told[0] == "To choose staff"
    assert told[-1] == "Ruth; Northside"
    assert one.when == WORDS("lists.since", first="2020")


def test_whose_copy_is_old_stands_first_and_the_story_says_what_it_holds(vault: Vault) -> None:
    section = put(vault, "crisis_plan", cp_card=["My card"])

    def give(holder: str, day: int, state: str) -> None:
        copy = CopyGiven(
            holder,
            holder,
            Audience.CARE,
            "0" * 16,
            1,
            (section,),
            (),
            state,
            date(2026, 1, day),
            "They asked",
            "d",
        )
        vault.give_copy(copy, f"care:{holder}")

    from passport.law.standing_copies import what_is_news
    from passport.record.copies_now import state_of

    now = state_of(vault.passport(), (section,), what_is_news(shelf().labels()))
    give("Old one", 1, "something else")
    give("New one", 2, now)
    give("Older one", 1, "something else again")
    assert titles(vault, COPIES) == ["New one", "Older one", "Old one"]
    assert titles(vault, COPIES, Sort.ATTENTION)[-1] == "New one"
    assert titles(vault, COPIES, typed="crisis asked today") == ["New one"]
    new = arranged(entries(vault, shelf(), COPIES, TODAY, WORDS), Sort.DATE)[0]
    assert (new.standing, new.attention) == (WORDS("commands.copy_current"), ())
    assert ("My crisis plan",) in [lines for _, lines in new.story]


def test_only_what_has_dates_has_a_timeline() -> None:
    assert View.TIMELINE in views(shelf(), WORK)
    assert View.TIMELINE in views(shelf(), COPIES)
    assert views(shelf(), "contacts") == (View.TABLE, View.STORY)


@given(st.text(alphabet="aé BC'-1.", max_size=30), st.text(alphabet="aé BC'-1.", max_size=6))
def test_words_that_were_made_ready_are_found_where_the_words_themselves_are(text: str, typed: str) -> None:
    wanted = [word for word in typed.split() if ready_to_search(word)]
    assert stands_in(wanted, text) is all(
        f"{ready_to_search(one)}" in ready_to_search(text) for one in wanted
    )
    assert stands_in(text.split(), text)


def dated(began: str | None, ended: str | None, *, goes_on: bool = False) -> Entry:
    begins, ends = (span(read_date(one, TODAY)) if one else None for one in (began, ended))
    blank = Entry("e", "Work", True, "", None, None, False, "", (), Needs.NOTHING, date.min, (), "")
    return replace(blank, began=begins, ended=ends, goes_on=goes_on)


DATES = st.one_of(
    st.builds("{}".format, st.integers(1000, 9998)),
    st.builds("about {}".format, st.integers(1000, 9998)),
    st.builds("{}-{:02}".format, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28)),
)
SPANS = st.tuples(st.none() | DATES, st.none() | DATES, st.booleans())


@given(st.lists(SPANS, min_size=1, max_size=6), st.integers(15, 80))
def test_every_bar_fits_and_shows_every_entry_that_has_a_date(
    spans: list[tuple[str | None, str | None, bool]], width: int
) -> None:
    found = [dated(began, ended, goes_on=goes_on and began is not None) for began, ended, goes_on in spans]
    drawn = timeline(found, TODAY)
    assert sum(len(year.entries) for year in drawn.years) == len(found)
    years = [year.year for year in drawn.years if year.year is not None]
    assert years == sorted(set(years))
    assert len(drawn.scale(width)) <= width
    for one in found:
        bar = drawn.bar(one, width)
        assert len(bar) <= width
        assert bool(bar) is (one.began is not None or one.ended is not None)
        assert set(bar) <= {SURE, MAY_BE, GOES_ON, " "}
        assert not bar or bar.strip()
        assert (GOES_ON in bar) is one.goes_on


@pytest.mark.parametrize(
    ("began", "ended", "bar"),
    [
        ("March 2020", "2021-10-02", "  " + SURE * 20),
        ("2020", "", MAY_BE * 12),
        ("2020-05-07", "", "    " + SURE),
        ("2020", "2021", MAY_BE * 11 + SURE * 2 + MAY_BE * 11),
        ("2020", "December 2021", MAY_BE * 11 + SURE * 13),
        ("", "December 2021", " " * 23 + SURE),
    ],
)
def test_what_is_sure_and_what_may_be_look_different(began: str, ended: str, bar: str) -> None:
    """A letter for each month of two years. What began some day of 2020 is surely going on its last."""
    one = dated(began, ended)
    assert timeline([one, dated("January 2020", "December 2021")], TODAY).bar(one, 24) == bar


def test_what_goes_on_ends_today_with_its_own_mark_and_about_2015_stands_under_2015() -> None:
    one = dated("about 2015", None, goes_on=True)
    drawn = timeline([one], TODAY)
    assert [year.year for year in drawn.years] == [2015]
    bar = drawn.bar(one, 40)
    assert bar.endswith(GOES_ON)
    assert bar.startswith(MAY_BE)
    assert SURE in bar
    assert drawn.scale(40).startswith("2014")
