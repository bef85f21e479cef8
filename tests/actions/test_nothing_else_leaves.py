"""What a paper gives away beside its words: answers behind the wall, earlier words, findings, digests, hidden answers.

A search for marked words (test_wall.py) finds words. These tests ask the harder question: does anything that leaves
depend on what stays? Where nothing may, the answers that stay are all changed, and not one sealed byte may differ.
"""

import itertools
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse, share
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.forms.pack import Kind, Question
from passport.forms.shelf import shelf
from passport.keys.seal import open_sealed
from passport.law.made import signing_that_counts
from passport.law.signed_text import text_now
from passport.paper.enclose import ANSWERS_NAME, PUBLIC_AT
from passport.paper.unwrap import unwrap
from passport.record.answers import Answer, Value, freeze, question_of
from passport.record.audience import Audience, Share
from passport.record.sections import Section
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.actions.conftest import PHRASE
from tests.actions.leaving import marks_in
from tests.builders import A_GOOD_SIGNING, NOW, a_refusal

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()
SIDES = (Audience.CARE, Audience.INVOLVEMENT)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def vault(vault: Vault) -> Vault:
    """Alex's record, with private answers that the examples leave out."""
    (decision,) = vault.passport().of_form("advance_decision")
    for question, words in {"doc_pressure": "no", "doc_doubt": "no", "ad_pregnant": "no"}.items():
        answer.put(vault, shelf(), decision.id, question, words, NOW)
    return vault


def made(vault: Vault, side: Audience, forms: tuple[str, ...] = (), fields: tuple[str, ...] = ()) -> Made:
    selection = choose(vault.passport(), shelf(), side, forms, fields)
    return rehearse(vault, shelf(), selection, Handing("Somebody"), NOW, WORDS)


def enclosed(paper: Made) -> dict[str, Any]:
    """The sealed answers, as a reader opens them."""
    plain: Any = open_sealed(unwrap(paper.pdf).files[ANSWERS_NAME], public_at=PUBLIC_AT).plain
    assert isinstance(plain, dict)
    return plain


def change(vault: Vault, which: Callable[[Question], bool]) -> set[str]:
    """Every answer of these questions is another one now. Returns their ids."""
    changed = set()
    for section in vault.passport().sections:
        pack, answers = shelf().pack(section.form), {}
        for place, before in section.answers.items():
            question = pack.question(question_of(place))
            if (
                question is None
                or question.kind in {Kind.PART, Kind.AUTOMATIC, Kind.FIXED}
                or not which(question)
            ):
                continue
            other = _other(question, before)
            answers[place] = Answer(other, other, LATER)
            changed.add(question.id)
        vault.put(section.id, answers)
    return changed


def _other(question: Question, before: Answer) -> Value:
    if question.kind is Kind.YES_NO:
        return "no" if before.value == "yes" else "yes"
    choices = [one.id for one in question.choices if one.id not in str(before.value)]
    if choices:
        return choices[0] if isinstance(before.value, str) else (choices[0],)
    return "Something else altogether"


# Nothing that leaves depends on what stays


@pytest.mark.parametrize("side", SIDES)
def test_no_sealed_byte_depends_on_a_never_shared_answer(side: Audience, vault: Vault) -> None:
    """Not its words, not a finding, not a version, not a digest."""
    before = made(vault, side)
    changed = change(vault, lambda question: question.share is Share.NEVER)
    after = made(vault, side)

    assert {"doc_pressure", "doc_doubt", "cp_home", "ir_money", "ct_not_know", "am_marks"} <= changed
    assert after.answers_digest == before.answers_digest
    assert (after.text, after.html) == (before.text, before.html)
    assert after.facts == before.facts


@pytest.mark.parametrize("side", SIDES)
def test_no_sealed_byte_depends_on_an_answer_of_the_other_side(side: Audience, vault: Vault) -> None:
    other = Audience.INVOLVEMENT if side is Audience.CARE else Audience.CARE
    before = made(vault, side)
    changed = change(vault, lambda question: question.audience is other)
    after = made(vault, side)

    assert len(changed) > 40
    assert after.answers_digest == before.answers_digest
    assert (after.text, after.html) == (before.text, before.html)


@pytest.mark.parametrize("side", SIDES)
def test_the_same_comparison_sees_an_answer_that_does_leave(side: Audience, vault: Vault) -> None:
    """The control: one shared answer, and the digest is another one."""
    before = made(vault, side)
    change(vault, lambda question: question.id == "am_known_as")
    assert made(vault, side).answers_digest != before.answers_digest


# What was written on the way stays


def test_earlier_words_drafts_reasons_and_other_holders_stay(vault: Vault, tmp_path: Path) -> None:
    (plan,) = vault.passport().of_form("crisis_plan")
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("crisis_plan",), ())
    answer.put(vault, shelf(), plan.id, "cp_card", "Qzearlierzq", NOW)
    share(
        vault, shelf(), selection, Handing("Qzotherholderzq", "Qzotherreasonzq"), NOW, WORDS, tmp_path / "a"
    )
    answer.put(vault, shelf(), plan.id, "cp_card", "Qznowzq", LATER)
    vault.save_draft(plan.id, "cp_card", "Qzhalfzq")
    vault.save_draft(plan.id, "cp_early", "Qzhalftoozq")
    handing = Handing("Qzholderzq", "Qzreasonzq")
    found = set(
        marks_in(share(vault, shelf(), selection, handing, LATER, WORDS, tmp_path / "b"), "Qz[a-z]+zq")
    )

    assert found == {"Qznowzq", "Qzholderzq"}


# One field picked by name brings only itself


@pytest.mark.parametrize("side", SIDES)
def test_one_field_of_a_decision_brings_no_refusal_and_no_finding(side: Audience, vault: Vault) -> None:
    """Whether a GP has a copy was picked. What is refused, and what the rules make of it, was not."""
    (decision,) = vault.passport().of_form("advance_decision")
    treatments = [str(item.value("rfz_treatment")) for item in decision.items("ad_refusals")]
    assert len(treatments) == 3
    forms = ("crisis_plan",) if side is Audience.CARE else ("involvement_record",)
    paper = made(vault, side, forms, ("ad_gp_copy",))
    said = json.dumps([enclosed(paper)["sections"], enclosed(paper)["assessments"], paper.text], default=str)

    assert "ad_gp_copy" in said
    assert [one for one in treatments if one in said] == []
    assert "AD-" not in said


def test_a_part_of_a_refusal_never_says_less_than_the_person_said(vault: Vault) -> None:
    """Alex said "even if my life is at risk" of the first two. A paper that leaves it out must not say the opposite."""
    not_said = WORDS("paper.no_statement")
    assert made(vault, Audience.CARE, ("advance_decision",)).text.count(not_said) == 1
    part = made(vault, Audience.CARE, ("crisis_plan",), ("rfz_why",)).text
    assert "My jaw locked" in part
    assert not_said not in part


# What a form no longer asks


def test_an_answer_that_the_form_hides_now_does_not_leave(vault: Vault) -> None:
    """ "Only when ..." became "any time": the person no longer sees the "when", and it is no part of what is signed."""
    (decision,) = vault.passport().of_form("advance_decision")
    at = "ad_refusals.1."
    answer.put(vault, shelf(), decision.id, at + "rfz_when", "only", NOW)
    answer.put(vault, shelf(), decision.id, at + "rfz_situations", "Only at the old hospital", NOW)
    assert "Only at the old hospital" in made(vault, Audience.CARE, ("advance_decision",)).text
    answer.put(vault, shelf(), decision.id, at + "rfz_when", "any", LATER)
    paper = made(vault, Audience.CARE, ("advance_decision",))
    assert "Only at the old hospital" not in paper.text + json.dumps(enclosed(paper), default=str)


# What can be worked out


def test_nobody_can_work_out_an_answer_that_stayed_from_a_digest(tmp_path: Path) -> None:
    """The sealed answers hold what was signed as a digest. Whoever has the paper can try every answer it leaves out."""
    vault, _rows = make(tmp_path / "record", PHRASE, NOW)
    typed = {"ad_intro_ok": "yes", "ad_able": "yes", "ad_pregnant": "no", "ad_was_18": "yes"}
    refusals = [a_refusal()]
    section = answer.put_all(
        vault, shelf(), "advance_decision", {**typed, "ad_refusals": refusals}, NOW
    ).section
    sign(vault, shelf(), section.id, A_GOOD_SIGNING, NOW)
    paper = made(vault, Audience.CARE, ("advance_decision",))
    vault.close()

    assert "ad_pregnant" not in json.dumps(enclosed(paper)["sections"])
    assert _worked_out(enclosed(paper), GUESSED) == []


GUESSED = ("ad_pregnant", "ad_was_18")


def _worked_out(plain: dict[str, Any], guessed: tuple[str, ...]) -> list[dict[str, str]]:
    """What a reader finds out with the paper alone: every guess whose text has the digest that was signed."""
    pack = shelf().pack("advance_decision")
    (given,) = [one for one in plain["sections"] if one["form"] == pack.id]
    answers = {one["at"]: Answer(freeze(one["value"]), freeze(one["words"]), NOW) for one in given["answers"]}
    section = Section(given["id"], pack.id, given["pack"], NOW.date(), answers)
    signing = signing_that_counts(section)
    signed = signing.text if signing is not None else None
    if signed is None:
        return []
    choices = [_may_be(pack.question(one)) for one in guessed]
    found = []
    for guess in itertools.product(*choices):
        tried = {one: Answer(words, words, NOW) for one, words in zip(guessed, guess, strict=True) if words}
        if text_now(section.with_answers(tried), pack).paper == signed.paper:
            found.append(dict(zip(guessed, guess, strict=True)))
    return found


def _may_be(question: Question | None) -> tuple[str, ...]:
    assert question is not None
    return (
        ("", *(one.id for one in question.choices)) if question.choices else ("", "yes", "no", "do_not_know")
    )
