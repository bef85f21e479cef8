"""passport/qr/meter.py: how full a code is, and what had no room in it."""

from hypothesis import given
from hypothesis import strategies as st

from passport.qr.draw import millimetres
from passport.qr.meter import Meter, meter
from passport.qr.room import A4, CARD, Room
from passport.qr.summary import entries_for_code, facts_for_code
from passport.qr.token import TokenFacts, read, write
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.qr.test_summary import PACKS, a_section, summed, varied
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


def measured(*sections: Section, room: Room = A4) -> tuple[TokenFacts, Meter]:
    said = summed(*sections, room=room)
    return said, meter(said, Passport(sections), PACKS, ALEX.public, room)


def test_what_had_no_room_is_named() -> None:
    _, full = measured(a_section(am_name="Alex", am_communicate=varied(1, 2000), am_please_do="Knock"))

    assert full.facts_left_out == ("am_communicate",)


def test_the_oldest_entries_are_the_ones_left_out() -> None:
    sections = [
        a_section(n, "involvement_record", ir_title=varied(n, 40), ir_start=f"{2000 + n}", ir_end=f"{2001 + n}")
        for n in range(1, 25)
    ]  # fmt: skip

    said, full = measured(*sections)

    assert full.entries == len(said.entries)
    assert full.entries + len(full.entries_left_out) == full.entries_in_all == 24
    assert full.entries_left_out[-1].facts["ir_end"] == "2002"
    assert 75 <= full.percent <= 100


def test_a_code_with_room_leaves_nothing_out() -> None:
    _, full = measured(a_section(am_name="Alex"))

    assert not full.facts_left_out
    assert not full.entries_left_out
    assert 0 < full.percent < 50


@given(chosen(), st.sampled_from([A4, CARD]))
def test_any_choice_makes_a_code_that_fits_and_says_only_what_the_paper_says(
    sections: tuple[Section, ...], room: Room
) -> None:
    said, full = measured(*sections, room=room)
    text = write(said, ALEX, room.letters)
    on_paper = Passport(sections)

    assert read(text).facts == said
    assert millimetres(text, room) <= (17 + 4 * room.version + 8) * 0.5
    assert said.facts.items() <= dict(facts_for_code(on_paper, PACKS, Audience.INVOLVEMENT)).items()
    assert all(one in entries_for_code(on_paper, PACKS, Audience.INVOLVEMENT) for one in said.entries)
    assert {*said.facts, *full.facts_left_out} == dict(
        facts_for_code(on_paper, PACKS, Audience.INVOLVEMENT)
    ).keys()
    assert len(said.entries) + len(full.entries_left_out) == full.entries_in_all
