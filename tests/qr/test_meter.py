"""passport/qr/meter.py: how full a code is, and what had no room in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import TooMuchForCode
from passport.qr.draw import millimetres, svg
from passport.qr.meter import Meter, meter
from passport.qr.room import A4, CARD, Room
from passport.qr.token import read, write
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.qr.test_summary import ANSWERS_DIGEST, PACKS, PaperFacts, a_section, summed, varied
from tests.qr.token_vectors import ALEX

written = st.text(st.characters(codec="utf-8"), max_size=120)


@st.composite
def chosen(draw: st.DrawFn) -> tuple[Section, ...]:
    """Any choice of facts and entries a person could make."""
    names = st.sampled_from(("am_name", "am_known_as", "am_communicate", "am_please_do", "am_pronouns"))
    facts = draw(st.dictionaries(names, written, max_size=5))
    titles = draw(st.lists(written, max_size=9))
    entries = [
        a_section(n, "involvement_record", ir_title=title, ir_start=f"{2000 + n}")
        for n, title in enumerate(titles)
    ]
    return (a_section(1, **facts), a_section(1, "crisis_plan", cp_signs="not on this side"), *entries)


def measured(*sections: Section, room: Room = A4, picked: set[str] | None = None) -> Meter:
    return meter(Passport(sections), PACKS, PaperFacts(), ANSWERS_DIGEST, ALEX.public, room, picked)


def keys(some: object) -> list[str]:
    assert isinstance(some, tuple)
    return [one.key for one in some]


def entries(count: int) -> list[Section]:
    return [
        a_section(n, "involvement_record", ir_title=varied(n, 40), ir_start=f"{2000 + n}", ir_end=f"{2001 + n}")
        for n in range(1, count + 1)
    ]  # fmt: skip


def test_what_had_no_room_is_named() -> None:
    full = measured(a_section(am_name="Alex", am_communicate=varied(1, 2000), am_please_do="Knock"))

    assert keys(full.left_out) == ["am_communicate"]


def test_the_oldest_entries_are_the_ones_left_out() -> None:
    full = measured(*entries(24))

    assert len(full.said.entries) + len(full.left_out) == full.said.entries_in_all == 24
    assert full.left_out[-1].key == "involvement_record-1"
    assert 75 <= full.percent <= 100


def test_needs_that_would_fill_it_leave_half_of_the_room_to_the_newest_entries() -> None:
    needs = a_section(am_name="Alex", am_communicate=varied(1, 120), am_please_do=varied(2, 200))
    full = measured(needs, *entries(9))

    assert "am_name" in full.said.facts
    assert "am_please_do" not in full.said.facts
    assert 1 <= len(full.said.entries) < 9
    assert measured(needs).said.facts.keys() == {"am_name", "am_communicate", "am_please_do"}


def test_a_code_with_room_leaves_nothing_out() -> None:
    full = measured(a_section(am_name="Alex"))

    assert not full.left_out
    assert not full.too_much()
    assert 0 < full.percent < 50


def test_a_person_may_put_in_what_they_like_and_leave_out_what_they_like() -> None:
    """Older entries in place of newer ones, and nobody's name."""
    sections = (a_section(am_name="Alex", am_please_do="Knock"), *entries(9))
    full = measured(*sections, picked={"am_please_do", "involvement_record-2", "involvement_record-5"})

    assert full.said.facts == {"am_please_do": "Knock"}
    assert [entry.facts["ir_end"] for entry in full.said.entries] == ["2006", "2003"]
    assert full.said.entries_in_all == 9
    assert measured(*sections, picked=set()).said.facts == {}


def test_too_much_names_the_least_needed_first_and_without_it_the_code_scans() -> None:
    sections = (a_section(am_name="Alex"), *entries(24))
    full = measured(*sections, picked={"am_name", *(one.id for one in sections[1:])})

    assert full.percent > 100
    assert full.too_much()[0].key == "involvement_record-1"
    less = full
    for one in full.too_much():
        less = less.switched(one.key)
    assert less.percent <= 100
    assert not less.too_much()
    assert "am_name" in less.said.facts
    assert svg(write(less.said, ALEX, A4.letters))
    with pytest.raises(TooMuchForCode):
        svg(write(full.said, ALEX))


def test_one_answer_that_is_too_long_is_named_and_the_small_ones_are_not() -> None:
    full = measured(
        a_section(am_name="Alex", am_communicate=varied(1, 2000), am_please_do="Knock"),
        picked={"am_name", "am_communicate", "am_please_do"},
    )

    assert keys(full.too_much()) == ["am_communicate"]


@given(chosen(), st.sampled_from([A4, CARD]))
def test_any_choice_makes_a_code_that_fits_and_says_only_what_the_paper_says(
    sections: tuple[Section, ...], room: Room
) -> None:
    full = measured(*sections, room=room)
    said = summed(*sections, room=room)
    text = write(said, ALEX, room.letters)
    may = {one.key: one.said for one in full.can}

    assert full.said == said == read(text).facts
    assert millimetres(text, room) <= (17 + 4 * room.version + 8) * 0.5
    assert said.facts.items() <= may.items()
    assert all(one in may.values() for one in said.entries)
    assert {*said.facts, *keys(full.left_out)} <= may.keys()
    assert len(full.picked) + len(full.left_out) == len(full.can)


@given(chosen(), st.sampled_from([A4, CARD]), st.randoms())
def test_whatever_a_person_picks_fits_or_is_told_what_to_leave_out(
    sections: tuple[Section, ...], room: Room, chance: object
) -> None:
    every = measured(*sections, room=room)
    picked = {one.key for one in every.can if chance.random() < 0.7}  # type: ignore[attr-defined]  # a Random
    full = measured(*sections, room=room, picked=picked)
    less = full
    for one in full.too_much():
        less = less.switched(one.key)

    assert bool(full.too_much()) is (full.percent > 100)
    assert set(less.picked) <= picked
    assert len(write(less.said, ALEX, room.letters)) <= room.letters
