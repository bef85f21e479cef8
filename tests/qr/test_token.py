"""passport/qr/token.py: what a check code says, read strictly.

Every file of tests/vectors/token is named by what is wrong with it: first the step that must stop it, then why.
"""

import os
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import PassportError, SealBroken, SealError, TooMuchForCode
from passport.qr.base45 import LETTERS
from passport.qr.base45 import read as read_letters
from passport.qr.table import table
from passport.qr.token import PREFIX, EntryFacts, TokenFacts, read, write
from passport.record.audience import Audience
from tests.qr.token_vectors import ALEX, CARD, CARD_LINES, CARER, FOLDER, ROLE_PACK, STOPPED, codes

VECTORS = sorted(FOLDER.glob("*.txt"))
CHANGES = int(os.environ.get("CODE_CHANGES", "1500"))
"""How many changed codes to try; the full proof takes 10,000."""

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
words = st.text(min_size=1, max_size=30)
said = words | st.lists(words, min_size=1, max_size=3).map(tuple)
entry_facts = st.builds(
    EntryFacts,
    st.sampled_from(["involvement_record", "training_record"]),
    st.dictionaries(st.sampled_from(["ir_title", "ir_org", "tr_title", "#900"]), said, max_size=3),
)


@st.composite
def token_facts(draw: st.DrawFn) -> TokenFacts:
    made_on = draw(days)
    entries = tuple(draw(st.lists(entry_facts, max_size=3)))
    return TokenFacts(
        document=draw(st.binary(min_size=8, max_size=8)).hex(),
        version=draw(st.integers(1, 0xFFFF)),
        made_on=made_on,
        audience=draw(st.sampled_from([Audience.INVOLVEMENT, Audience.CARE])),
        status=draw(st.sampled_from(["draft", "ready", "stopped"])),
        digest=draw(st.binary(min_size=16, max_size=16)),
        look_again=draw(st.none() | st.integers(0, 3000).map(lambda more: made_on + timedelta(days=more))),
        stopped_on=draw(st.none() | days),
        forms=tuple(draw(st.lists(st.sampled_from(["about_me", "advance_decision", "#77"]), max_size=3))),
        facts=draw(st.dictionaries(st.sampled_from([*table().facts, "#901"]), said, max_size=6)),
        entries=entries,
        entries_in_all=len(entries) + draw(st.integers(0, 9)),
    )


@given(token_facts())
def test_every_fact_that_is_written_is_read_back(facts: TokenFacts) -> None:
    token = read(write(facts, ALEX))

    assert token.facts == facts
    assert token.public == ALEX.public


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector.stem))
def test_each_vector_stops_at_the_step_it_is_named_by(vector: Path) -> None:
    text = vector.read_text(encoding="ascii").removesuffix("\n")
    if vector.stem.startswith("good_"):
        assert read(text).public == ALEX.public
        return
    with pytest.raises(SealError) as refused:
        read(text)
    assert refused.value.fields["step"] == vector.stem.split("_")[0]
    assert isinstance(refused.value, SealBroken) == vector.stem.startswith("seal_")


def test_the_vectors_are_what_we_would_make_today() -> None:
    """Codes live on paper for years: what was written once must always be written, and read, the same."""
    assert {vector.stem: vector.read_text(encoding="ascii") for vector in VECTORS} == {
        name: code + "\n" for name, code in codes()
    }


def test_the_good_vectors_say_what_they_said() -> None:
    good = {
        "good_card": CARD,
        "good_card_lines": CARD_LINES,
        "good_role_pack": ROLE_PACK,
        "good_stopped": STOPPED,
        "good_carer_involvement": CARER,
    }
    for name, facts in good.items():
        assert read((FOLDER / f"{name}.txt").read_text(encoding="ascii").strip("\n")).facts == facts


def test_every_change_of_one_letter_is_refused_with_a_step() -> None:
    """Goal G13: 0 accepted. Any letter to any other, one left out, one put in, two that change places."""
    chance = random.Random(CHANGES)
    good = [write(CARD, ALEX), write(ROLE_PACK, ALEX)]
    for number in range(CHANGES):
        text = good[number % 2]
        at = chance.randrange(len(text) - 1)
        changed = (
            text[:at] + chance.choice(LETTERS) + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(LETTERS) + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )[number // 2 % 4 if number % 3 == 0 else 0]
        if changed == text:
            continue
        with pytest.raises(SealError) as refused:
            read(changed)
        assert refused.value.fields["step"]


def test_every_letter_of_the_last_group_counts() -> None:
    """The end of the code is where padding would hide."""
    text = write(CARD, ALEX)
    for at in range(len(text) - 12, len(text)):
        for letter in LETTERS.replace(text[at], ""):
            with pytest.raises(SealError):
                read(text[:at] + letter + text[at + 1 :])


def test_a_code_is_one_run_of_alphanumeric_letters() -> None:
    """So that the whole of it is one segment of the code."""
    assert set(write(ROLE_PACK, ALEX)) <= set(LETTERS)


def test_the_same_facts_make_the_same_code() -> None:
    assert write(CARD, ALEX) == write(CARD, ALEX)


def test_a_code_that_is_too_much_says_what_to_leave_out() -> None:
    with pytest.raises(TooMuchForCode) as refused:
        write(ROLE_PACK, ALEX, most=300)
    assert refused.value.fields["leave_out"] == "training_record"

    long_need = replace(CARD, facts={"am_known_as": "Alex", "am_communicate": "Slowly. " * 900})
    with pytest.raises(TooMuchForCode) as refused:
        write(long_need, ALEX)
    assert refused.value.fields["leave_out"] == "am_communicate"


def test_a_card_needs_no_more_bytes_than_was_measured() -> None:
    """Architecture decision 9: a sealed card needs 153 to 185 bytes; a role pack of 610 packs into about 440."""
    assert len(read_letters(write(CARD, ALEX)[len(PREFIX) :])) <= 185
    assert len(read_letters(write(ROLE_PACK, ALEX)[len(PREFIX) :])) <= 440


def test_nothing_in_a_code_ends_by_itself() -> None:
    """RFC 8392 claim 4 would; no key of ours is 4, and a code that has one is not ours."""
    with pytest.raises(SealError):
        read((FOLDER / "contents_end_date_of_a_cwt.txt").read_text(encoding="ascii").strip("\n"))


@given(st.text(max_size=200) | st.text(alphabet=LETTERS, max_size=300))
def test_strange_text_only_ever_raises_our_own_errors(text: str) -> None:
    for strange in (text, PREFIX + text):
        with pytest.raises(PassportError):
            read(strange)
