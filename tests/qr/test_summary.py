"""passport/qr/summary.py: what goes into a check code, and what never does."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.pack import Kind, Pack, Page, Question
from passport.qr import summary as choosing
from passport.qr.room import A4, CARD, Room
from passport.qr.summary import room_left, summary
from passport.qr.table import table
from passport.qr.token import TokenFacts, read, write
from passport.record.answers import Answer, Value
from passport.record.audience import Audience, Share
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.qr.token_vectors import ALEX

WHEN = datetime(2026, 11, 23, tzinfo=UTC)
ANSWERS_DIGEST = bytes(range(32))


@dataclass(frozen=True)
class PaperFacts:
    document: str = "a1b2c3d4e5f60718"
    version: int = 1
    made_on: date = date(2026, 11, 23)
    look_again: date | None = None
    audience: Audience = Audience.INVOLVEMENT
    status: str = "ready"
    stopped_on: date | None = None


def a_pack(form: str, audience: Audience, *questions: Question) -> Pack:
    return Pack(form, 1, form, "", audience, (Page("page", "", questions),))


def asked(*ids: str, share: Share = Share.STANDARD, audience: Audience) -> Iterator[Question]:
    for one in ids:
        yield Question(one, Kind.SHORT_TEXT, one, share=share, audience=audience)


BOTH, INVOLVEMENT, CARE = Audience.BOTH, Audience.INVOLVEMENT, Audience.CARE
PACKS = {
    pack.id: pack
    for pack in (
        a_pack(
            "about_me",
            BOTH,
            *asked("am_name", "am_known_as", "am_communicate", "am_please_do", audience=BOTH),
            *asked("am_languages", audience=CARE),
            *asked("am_pronouns", share=Share.NEVER, audience=BOTH),
        ),
        a_pack("involvement_record", INVOLVEMENT, *asked("ir_title", "ir_org", "ir_start", "ir_end", audience=INVOLVEMENT)),
        a_pack("crisis_plan", CARE, *asked("cp_signs", audience=CARE)),
        a_pack("advance_decision", CARE, *asked("ad_general", audience=CARE)),
    )
}  # fmt: skip


def a_section(number: int = 1, form: str = "about_me", **values: Value) -> Section:
    answers = {place: Answer(value, value, WHEN) for place, value in values.items()}
    return Section(f"{form}-{number}", form, 1, WHEN.date(), answers)


def summed(*sections: Section, audience: Audience = INVOLVEMENT, room: Room = A4) -> TokenFacts:
    facts = PaperFacts(audience=audience)
    return summary(Passport(sections), PACKS, facts, ANSWERS_DIGEST, ALEX.public, room)


def varied(seed: int, length: int) -> str:
    """Text that does not pack well."""
    chance = random.Random(seed)
    return "".join(chance.choice("abcdefghijklmnopqrstuvwxyz ") for _ in range(length))


def test_a_code_says_who_it_is_and_what_ties_it_to_the_paper() -> None:
    said = summed(a_section(am_name="Alex Morgan", am_known_as="Alex"))

    assert said.facts == {"am_name": "Alex Morgan", "am_known_as": "Alex"}
    assert said.digest == ANSWERS_DIGEST[:16]
    assert said.forms == ("about_me",)


def test_newest_entries_come_first_and_what_goes_on_is_newest() -> None:
    said = summed(
        a_section(1, "involvement_record", ir_title="Old", ir_start="2019", ir_end="2020-01"),
        a_section(2, "involvement_record", ir_title="Going on", ir_start="2015"),
        a_section(3, "involvement_record", ir_title="New", ir_start="2025", ir_end="2026-02-01"),
        a_section(4, "involvement_record", ir_title="No date"),
    )

    assert [entry.facts["ir_title"] for entry in said.entries] == ["Going on", "New", "Old", "No date"]


def test_the_code_says_how_many_entries_the_paper_has() -> None:
    """ "4 of 7 entries": needs first, then the newest until it is full."""
    sections = [
        a_section(n, "involvement_record", ir_title=varied(n, 40), ir_start=f"{2000 + n}", ir_end=f"{2001 + n}")
        for n in range(1, 25)
    ]  # fmt: skip

    said = summed(a_section(am_name="Alex Morgan", am_communicate="Slowly"), *sections)

    assert 0 < len(said.entries) < said.entries_in_all == 24
    assert said.entries[0].facts["ir_end"] == "2025"
    assert said.facts["am_communicate"] == "Slowly"
    assert room_left(said, ALEX.public, A4) >= 0
    assert len(write(said, ALEX)) <= A4.letters


def test_what_does_not_fit_is_left_out_and_the_rest_goes_in() -> None:
    said = summed(a_section(am_name="Alex", am_communicate=varied(1, 2000), am_please_do="Knock"))

    assert said.facts == {"am_name": "Alex", "am_please_do": "Knock"}


@pytest.mark.parametrize("letter", ["A", "\u2603"])
def test_a_very_long_answer_is_left_out_at_once(letter: str) -> None:
    """100,000 letters, even where they would pack small: no reader unpacks so much."""
    assert summed(a_section(am_name="Alex", am_communicate=letter * 100_000)).facts == {"am_name": "Alex"}


def test_a_card_has_room_for_what_to_call_the_person() -> None:
    said = summed(a_section(am_name="Alexandra Morgan-Fletcher", am_known_as="Alex"), room=CARD)

    assert said.facts["am_known_as"] == "Alex"
    assert len(write(said, ALEX)) <= CARD.letters


def test_no_care_field_goes_into_a_code_for_involvement_even_if_it_is_picked_by_name() -> None:
    """The wall, decision 6 and 9: a code is read by whoever holds a camera."""
    said = summed(
        a_section(am_name="Alex", am_languages="CAREWORD"), a_section(1, "crisis_plan", cp_signs="CAREWORD")
    )

    assert said.facts == {"am_name": "Alex"}
    assert "CAREWORD" not in repr(said)


def test_a_field_that_is_never_shared_is_in_no_code() -> None:
    for audience in (INVOLVEMENT, CARE):
        assert (
            "am_pronouns"
            not in summed(a_section(am_name="Alex", am_pronouns="NEVER"), audience=audience).facts
        )


def test_no_refusal_is_in_any_code() -> None:
    said = summed(
        a_section(am_name="Alex"),
        a_section(1, "advance_decision", ad_general="REFUSAL", ad_refusals=("1",), **{"ad_refusals.1.rfz_treatment": "REFUSAL"}),
        audience=CARE,
    )  # fmt: skip

    assert "REFUSAL" not in repr(said)
    assert said.forms == ("about_me", "advance_decision")


def test_the_table_names_no_refusal_and_no_number_twice() -> None:
    names = [*table().facts, *(one for entry in table().entries.values() for one in entry.facts)]
    numbers = [table().question_number(name) for name in names]

    assert len(set(numbers)) == len(numbers)
    assert not [name for name in names if name.startswith(("rfz_", "ad_", "cp_", "sg_", "ac_"))]


def test_a_person_a_list_of_rows_and_an_empty_answer_are_left_out() -> None:
    said = summed(a_section(am_name={"name": "Alex"}, am_known_as="  ", am_communicate=({"what": "x"},), am_please_do=("Knock", "Wait")))  # fmt: skip

    assert said.facts == {"am_please_do": ("Knock", "Wait")}


@pytest.mark.parametrize("room", [CARD, A4])
def test_what_was_summed_up_reads_back(room: Room) -> None:
    said = summed(a_section(am_name="Alex Morgan"), room=room)

    assert read(write(said, ALEX, most=room.letters)).facts == said


def test_the_meter_never_promises_room_that_is_not_there() -> None:
    said = summed(a_section(am_name="Alex Morgan", am_known_as="Alex"))

    assert room_left(said, ALEX.public, A4) <= A4.letters - len(write(said, ALEX))


@given(st.integers(0, 300), st.integers(0, 310))
def test_as_many_entries_are_taken_as_fit_and_few_are_tried(count: int, room: int) -> None:
    tried: list[int] = []

    def fits(many: int) -> bool:
        tried.append(many)
        return many <= room

    assert choosing._most(count, fits) == min(count, room)
    assert len(tried) <= 18
