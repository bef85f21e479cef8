"""Pen, person and witness: what is written down about a signing. It is never the program's seal."""

from datetime import UTC, datetime

import pytest

from passport.law.made import signing_that_counts
from passport.record.answers import Answer
from passport.record.readings.refusals import read_refusal
from passport.record.sections import Item
from passport.record.signing import SignedText, read_signed_text, read_signing
from tests.builders import NOW, a_refusal, a_signing, an_advance_decision

EARLIER = datetime(2026, 3, 1, tzinfo=UTC)


def an_item(**values: str) -> Item:
    return Item("1", {key: Answer(value, value, NOW) for key, value in values.items()})


@pytest.mark.parametrize(
    ("how", "signed"), [("pen", True), ("electronic", True), ("not_signed", False), ("spoken", False)]
)
def test_a_signature_is_ink_or_electronic(how: str, signed: bool) -> None:
    assert read_signing(an_item(sg_how=how)).signed is signed


def test_the_last_signing_counts() -> None:
    twice = an_advance_decision().signed(a_signing(sg_date="20 11 2026"))
    signing = signing_that_counts(twice.section)
    assert signing is not None
    assert (signing.item.id, signing.signed_on) == ("2", "2026-11-20")


def test_a_record_that_was_only_begun_does_not_count() -> None:
    begun = an_advance_decision().changed(signings=("1", "2"))
    signing = signing_that_counts(begun.section)
    assert signing is not None
    assert signing.item.id == "1"
    assert signing_that_counts(an_advance_decision(signed=None).section) is None


def test_the_day_it_was_put_in_is_that_of_its_first_answer() -> None:
    paper = (
        an_advance_decision(signed=None)
        .signed(a_signing(), when=EARLIER)
        .changed(signings__1__sg_scan="more.pdf")
    )
    signing = signing_that_counts(paper.section)
    assert signing is not None
    assert signing.put_in_on == EARLIER.date()


def test_digests_go_into_an_answer_and_come_back() -> None:
    text = SignedText("ab", {"1": "cd"}, {"1": True}, {"1": False}, (4, 5))
    assert read_signed_text(text.to_value()) == text
    assert read_signed_text(SignedText("ab", {}, {}, {}).to_value()) == SignedText("ab", {}, {}, {})
    assert read_signed_text({"paper": "ab", "pages": 4}) == SignedText("ab", {}, {}, {}, (4,))


@pytest.mark.parametrize(
    ("could", "statement", "about_staying_alive"),
    [
        ("yes", "no", True),
        ("not_sure", None, True),
        (None, None, True),
        ("no", None, False),
        ("no", "yes", True),
    ],
)
def test_a_refusal_is_about_staying_alive_unless_the_person_says_no_to_both(
    could: str | None, statement: str | None, about_staying_alive: bool
) -> None:
    """Ruling 7."""
    paper = an_advance_decision([a_refusal(rfz_ls=could, rfz_ls_statement=statement)])
    assert read_refusal(paper.section.item("ad_refusals", "1")).life_sustaining is about_staying_alive


def test_a_refusal_is_read_as_it_was_written() -> None:
    paper = an_advance_decision([a_refusal("  CPR ", rfz_when="only", rfz_situations="At home")]).stopped("1")
    refusal = read_refusal(paper.section.item("ad_refusals", "1"))
    assert (refusal.treatment, refusal.only_in_situations, refusal.situations) == ("CPR", True, "At home")
    assert refusal.stopped_on == "2026-11-20"
    assert read_refusal(Item("7", {})).treatment == ""
