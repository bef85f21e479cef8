"""Treatment that keeps a person alive: every combination of the facts, against the Act said a second time.

Mental Capacity Act 2005, as the copy of 9 April 2026 has it:
    s.25(5)(a)  a statement that it is to apply to that treatment even if life is at risk
    s.25(6)(a)  the decision and the statement are in writing
    s.25(6)(b)  signed by the person, or by another in their presence and by their direction
    s.25(6)(c)  the signature is made or acknowledged in the presence of a witness
    s.25(6)(d)  the witness signs, or acknowledges their signature, in the person's presence
and two safe readings of ours: the witness is somebody else (AD-22, AD-23), in the same room (AD-24).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

import pytest

from passport.forms.pack import Pack
from passport.forms.shelf import shelf
from passport.law.findings import Outcome
from tests.builders import ALEX, Paper, a_refusal, a_signing, an_advance_decision, assess_today, findings

Answers = Mapping[str, str | None]
P, SIGNER, SOMEBODY = "Alex Morgan", "Kit Hale", "Robin Hale"
ABOUT_STAYING_ALIVE = {*(f"AD-{number}" for number in range(13, 25)), "AD-55"}


def the_act_says(refusal: Answers, signing: Answers, person: str) -> bool:
    """Whether this refusal would reach treatment that keeps a person alive. Shares no code with the program."""

    def same(one: str | None, other: str | None) -> bool:
        return one is not None and other is not None and one.lower().split() == other.lower().split()

    said_so = refusal["rfz_ls_statement"] == "yes"  # s.25(5)(a)
    written_and_signed = signing["sg_how"] in ("pen", "electronic")  # s.25(6)(a)
    by_the_person = signing["sg_who"] == "me"  # s.25(6)(b)
    by_another = (
        signing["sg_who"] == "someone_else"
        and signing["sg_other_present"] == "yes"
        and signing["sg_other_told"] == "yes"
    )
    before_a_witness = signing["sg_wit_saw"] in ("saw", "told")  # s.25(6)(c)
    witness_signed = signing["sg_wit_signed"] in ("signed", "told")  # s.25(6)(d)
    named = signing["sg_wit_name"]
    somebody_else = signing["sg_wit_other_person"] == "yes" or not (
        same(named, person) or (signing["sg_who"] == "someone_else" and same(named, signing["sg_other_name"]))
    )
    in_one_room = signing["sg_wit_place"] == "same_room"
    return (
        said_so
        and written_and_signed
        and (by_the_person or by_another)
        and before_a_witness
        and witness_signed
        and somebody_else
        and in_one_room
    )


REFUSALS: list[Answers] = [
    {
        "rfz_treatment": "CPR",
        "rfz_when": "any",
        "rfz_ls": ls,
        "rfz_ls_statement": statement,
        "rfz_why": "Because",
    }
    for ls in ("yes", "not_sure", "no", None)
    for statement in ("yes", "no", None)
]
"""Every answer about staying alive. They stand in one paper, for each is judged by itself."""
SAID_OR_NOT = [one for one in REFUSALS if one["rfz_ls"] in {"yes", "no"} and one["rfz_ls_statement"]]
MET_OR_NOT: Mapping[str, tuple[str | None, ...]] = {
    "sg_how": ("pen", "spoken", "not_signed"),
    "sg_who": ("me", "someone_else", None),
    "sg_other_present": ("yes", "no"),
    "sg_other_told": ("yes", "no"),
    "sg_wit_saw": ("saw", "neither"),
    "sg_wit_name": (SOMEBODY, P, SIGNER, None),
    "sg_wit_other_person": ("yes", None),
    "sg_wit_signed": ("signed", "neither"),
    "sg_wit_place": ("same_room", "video"),
}
"""Each fact as it should be, and as it should not."""
EVERY_ANSWER: Mapping[str, tuple[str | None, ...]] = {
    "sg_how": ("pen", "electronic", "spoken", "not_signed", None),
    "sg_who": ("me", "someone_else", None),
    "sg_other_present": ("yes", "no", None),
    "sg_other_told": ("yes", "no", None),
    "sg_wit_saw": ("saw", "told", "neither", None),
    "sg_wit_name": (SOMEBODY, P, "  ALEX morgan ", SIGNER, "kit  hale", None),
    "sg_wit_other_person": ("yes", "no", None),
    "sg_wit_signed": ("signed", "told", "neither", None),
    "sg_wit_place": ("same_room", "video", "not_together", None),
}
WELL_SIGNED: Answers = {fact: answers[0] for fact, answers in EVERY_ANSWER.items()}


def every_combination() -> Iterator[Answers]:
    """Every signing that differs in what is met."""
    for answers in product(*MET_OR_NOT.values()):
        yield dict(zip(MET_OR_NOT, answers, strict=True))


def every_pair() -> Iterator[Answers]:
    """Every two answers together, the rest in order; signed by the person, and by somebody for them."""
    seen = set()
    for who in ("me", "someone_else"):
        in_order = {**WELL_SIGNED, "sg_who": who}
        for one, other in combinations(EVERY_ANSWER, 2):
            for answers in product(EVERY_ANSWER[one], EVERY_ANSWER[other]):
                signing = {**in_order, one: answers[0], other: answers[1]}
                if tuple(signing.values()) not in seen:
                    seen.add(tuple(signing.values()))
                    yield signing


def where_it_differs(signing: Answers, refusals: Sequence[Answers] = SAID_OR_NOT) -> list[tuple[str, str]]:
    """Refusals whose outcome is not what the Act says, or that lack a reason for it."""
    signed = {**signing, "sg_other_name": SIGNER, "sg_date": "20 11 2026"}
    assessment = assess_today(an_advance_decision(refusals, signed))
    found = []
    for refusal, judged in zip(refusals, assessment.refusals, strict=True):
        full = {**signing, "sg_other_name": SIGNER}
        says = the_act_says(refusal, full, str(ALEX["am_name"]))
        expected = Outcome.READY if says else Outcome.READY_NOT_LS
        reasons = ABOUT_STAYING_ALIVE & set(judged.findings)
        if judged.outcome is not expected or bool(reasons) is says:
            found.append((judged.outcome.value, ", ".join(sorted(reasons))))
    return found


def test_every_combination_of_the_facts_comes_out_as_the_act_says() -> None:
    """MCA 2005 s.25(5)-(6): 2,304 signings of four refusals."""
    count = 0
    for signing in every_combination():
        assert where_it_differs(signing) == [], signing
        count += 1
    assert count == 2304


def test_every_answer_beside_every_other_comes_out_as_the_act_says() -> None:
    """MCA 2005 s.25(5)-(6): what was told to somebody counts as what they saw, and no answer counts as not met."""
    for signing in every_pair():
        assert where_it_differs(signing) == [], signing
    for signing in (WELL_SIGNED, {**WELL_SIGNED, "sg_who": "someone_else"}, dict.fromkeys(WELL_SIGNED)):
        assert where_it_differs(signing, REFUSALS) == [], signing


def test_the_combinations_hold_papers_that_reach_and_papers_that_do_not() -> None:
    reach = [
        any(the_act_says(one, {**s, "sg_other_name": SIGNER}, P) for one in REFUSALS)
        for s in every_combination()
    ]
    assert 0 < sum(reach) < len(reach) / 4


BREAKS: Mapping[str, Answers] = {
    "AD-15": {"sg_how": "spoken"},
    "AD-16": {"sg_how": "not_signed"},
    "AD-17": {"sg_who": "someone_else", "sg_other_present": "no"},
    "AD-18": {"sg_who": "someone_else", "sg_other_told": "no"},
    "AD-20": {"sg_wit_saw": "neither"},
    "AD-21": {"sg_wit_signed": "neither"},
    "AD-22": {"sg_wit_name": P, "sg_wit_other_person": None},
    "AD-23": {"sg_who": "someone_else", "sg_wit_name": SIGNER, "sg_wit_other_person": None},
    "AD-24": {"sg_wit_place": "video"},
    "AD-55": {"sg_who": None},
    "AD-13": {},
    "AD-14": {},
}
"""For each rule a signing of those above on which it speaks. AD-19 has none of its own: without a witness nobody saw it."""


def without(rule: str) -> Pack:
    pack = shelf().pack("advance_decision")
    return replace(pack, rules=tuple(one for one in pack.rules if one.id != rule))


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_a_rule_that_were_not_there_would_be_missed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: without any one rule, the Act and the program differ."""
    signing = {**WELL_SIGNED, **BREAKS[rule]}
    assert where_it_differs(signing) == []
    monkeypatch.setattr(Paper, "pack", property(lambda _paper: without(rule)))
    assert where_it_differs(signing) != []


def test_without_a_witness_there_are_two_reasons() -> None:
    """AD-19 and AD-20 (ruling 10)."""
    paper = an_advance_decision([a_refusal()], a_signing(sg_wit_name=None, sg_wit_saw=None))
    assert {"AD-19", "AD-20"} <= findings(paper)
