"""What a signature was for (rulings 14 to 17): the decision text of each refusal, and the text of the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.forms.pack import Kind
from passport.forms.shelf import shelf
from passport.law.papers import papers
from passport.law.signed_text import signed_digests, text_now
from passport.record.audience import Share
from passport.record.signing import SignedText, read_signed_text
from tests.builders import Paper, a_refusal, an_advance_decision, findings

PACK = shelf().pack("advance_decision")
DECISION = {
    "rfz_treatment": "Any ECT",
    "rfz_when": "only",
    "rfz_ls_statement": "no",
    "rfz_situations": "When I am on a ward",
}
OTHER_PRINTED = {
    "ad_general": "Other beliefs",
    "ad_refusals__1__rfz_why": "Another reason",
    "ad_refusals__1__rfz_instead": "Something else",
    "ad_able": "no",
    "ad_other_docs": ["A crisis plan"],
    "doc_read_back": "yes",
}
NEVER_SIGNED = {
    "ad_refusals__1__rfz_kind": "physical",
    "ad_refusals__1__rfz_ls": "no",
    "ad_lpa_health": "do_not_know",
    "ad_refusals__1__rfz_lpa_covers": "yes",
    "ad_gp_copy": "no",
    "ad_gp_copy_date": "2 11 2026",
    "ad_copies": ["Jamie"],
    "ad_review_on": "2028",
    "ad_reviews": ["12 November 2026"],
    "ad_events": ["Moved house"],
    "doc_pressure": "yes",
    "doc_doubt": "yes",
    "ip_kind": "advance_decision",
    "signings__1__sg_wit_job": "Librarian",
}


def now(paper: Paper) -> SignedText:
    return text_now(paper.section, paper.pack)


def a_paper() -> Paper:
    return an_advance_decision(
        [a_refusal(rfz_when="only", rfz_situations="When I am dying"), a_refusal("CPR")]
    )


@pytest.mark.parametrize("question", DECISION)
def test_an_edit_of_what_is_refused_changes_that_decision_and_no_other(question: str) -> None:
    """Ruling 14: the decision text."""
    words = "any" if question == "rfz_when" else DECISION[question]
    before, after = now(a_paper()), now(a_paper().changed(**{f"ad_refusals__1__{question}": words}))
    assert before.decisions["1"] != after.decisions["1"]
    assert before.decisions["2"] == after.decisions["2"]
    assert before.paper != after.paper


def test_the_answer_about_being_pregnant_belongs_to_every_decision() -> None:
    """Ruling 14."""
    before, after = now(a_paper()), now(a_paper().changed(ad_pregnant="no"))
    assert [before.decisions[one] == after.decisions[one] for one in ("1", "2")] == [False, False]


@pytest.mark.parametrize("place", OTHER_PRINTED)
def test_an_edit_of_anything_else_that_is_printed_changes_only_the_paper(place: str) -> None:
    """Ruling 15: AD-31."""
    edited = a_paper().changed(**{place: OTHER_PRINTED[place]})
    assert now(a_paper()).decisions == now(edited).decisions
    assert now(a_paper()).paper != now(edited).paper
    assert findings(edited) & {"AD-30", "AD-31", "AD-32"} == {"AD-31"}


@pytest.mark.parametrize("place", NEVER_SIGNED)
def test_an_edit_of_what_is_never_signed_changes_nothing(place: str) -> None:
    """Ruling 14: reviews, copies, events, attorneys, the GP's copy, private answers, the signing record."""
    edited = a_paper().changed(**{place: NEVER_SIGNED[place]})
    assert now(a_paper()) == now(edited)
    assert not findings(edited) & {"AD-30", "AD-31", "AD-32"}


def test_does_not_fit_me_says_no_more_than_nothing() -> None:
    """A warning that is followed makes nothing worse: AD-52 asks for this answer."""
    signed = an_advance_decision(ad_pregnant=None)
    assert not findings(signed.changed(ad_pregnant="does_not_fit_me")) & {"AD-30", "AD-31"}
    assert "AD-30" in findings(signed.changed(ad_pregnant="no"))


def test_a_refusal_added_after_signing_that_is_not_about_staying_alive_is_only_other_text() -> None:
    """Ruling 15: AD-30 is for one that is, or was when it was signed."""
    added = an_advance_decision().with_refusal(a_refusal("Lithium", rfz_ls="no", even_if_life_at_risk=False))
    assert findings(added) & {"AD-30", "AD-31"} == {"AD-31"}


def test_stopping_is_no_change_of_the_text() -> None:
    """Ruling 16: the signed paper still shows it."""
    assert now(a_paper()) == now(a_paper().stopped("1")) == now(a_paper().stopped())


def test_taking_a_refusal_out_changes_the_paper() -> None:
    """Ruling 16: narrowing is an alteration."""
    narrowed = a_paper().changed(ad_refusals=("2",))
    assert findings(narrowed) & {"AD-30", "AD-31"} == {"AD-31"}


def test_situations_that_are_not_shown_are_not_text() -> None:
    hidden = a_paper().changed(ad_refusals__2__rfz_situations="Left over")
    assert now(a_paper()) == now(hidden)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ECT", " ECT "), ("a  drip", "a drip"), ("caf\u00e9", "cafe\u0301"), ("no\nECT", "no ECT")],
)
def test_spaces_and_the_way_a_letter_is_stored_are_no_change(one: str, other: str) -> None:
    assert (
        now(an_advance_decision([a_refusal(one)])).decisions
        == now(an_advance_decision([a_refusal(other)])).decisions
    )


def test_no_and_nothing_read_the_same_on_paper() -> None:
    papers_ = [an_advance_decision([a_refusal(rfz_ls_statement=answer)]) for answer in ("no", None)]
    assert now(papers_[0]) == now(papers_[1])


@given(st.text(max_size=30), st.text(max_size=30))
def test_different_words_have_different_digests(one: str, other: str) -> None:
    same = " ".join(one.split()) == " ".join(other.split())
    digests = [now(an_advance_decision([a_refusal("x", rfz_why=why)], None)).paper for why in (one, other)]
    if same:
        assert digests[0] == digests[1]


def test_what_is_kept_is_read_back_as_it_was() -> None:
    kept = signed_digests(a_paper().section, PACK, pages=(5,))
    assert read_signed_text(kept) == text_now(a_paper().section, PACK, pages=(5,))


@pytest.mark.parametrize("odd", [None, "", "abc", 3, (), {}, {"paper": 3}, {"paper": "x", "decisions": "y"}])
def test_digests_that_are_not_digests_are_none_or_empty(odd: object) -> None:
    read = read_signed_text(odd)  # type: ignore[arg-type]  # bad input on purpose
    assert read is None or not read.decisions


def test_the_lists_name_questions_of_the_form() -> None:
    """papers.toml and the pack agree, and what is never shared is never text."""
    fields = papers()["advance_decision"]
    known = {question.id: question for question in PACK.questions()}
    named = {*fields.decision_text, *fields.not_signed, *fields.looked, *fields.wants, *fields.given_to}
    named |= {fields.look_again, fields.copies, fields.events}
    assert named <= set(known)
    assert {fields.copies_on, fields.event, fields.event_on} <= {"on", "what"}
    assert all(
        known[one].share is not Share.NEVER and known[one].kind is not Kind.AUTOMATIC
        for one in fields.decision_text
    )
