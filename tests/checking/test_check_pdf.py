"""passport/checking/check_pdf.py: the numbered proof for a paper, on real sealed PDFs and on changed ones."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from passport.checking.check import check_bytes
from passport.checking.check_pdf import check_pdf
from passport.checking.report import FACTS, Came, Check, Report
from passport.errors import Exit
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.identity import PublicKey, earlier_fingerprint, spoken_fingerprint
from passport.keys.seal import seal
from passport.keys.trust import Met
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from passport.qr.token import TokenFacts, read, write
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import a_refusal, an_advance_decision, answers_for, assess_today
from tests.checking.papers import ALEX, SOMEONE_ELSE, THE_FACTS, WORDS, Made, a_sealed_paper

TODAY = date(2026, 12, 24)
NOBODY = Met()
DECISION = an_advance_decision([a_refusal(), a_refusal("haloperidol", even_if_life_at_risk=False)])


@cache
def the_paper() -> Made:
    return a_sealed_paper(DECISION.passport, assessments={"advance_decision-1": assess_today(DECISION)})


def checked(pdf: bytes, met: Met = NOBODY) -> Report:
    return check_bytes(pdf, TODAY, met, WORDS)


def of(report: Report, fact: str) -> Check:
    """The check of one fact: the one found wrong, if any."""
    checks = [check for check in report.checks if check.id == fact]
    return next((check for check in checks if check.outcome is Came.FOUND), checks[0])


def outcomes(report: Report) -> dict[str, Came]:
    return {fact: of(report, fact).outcome for fact in FACTS}


def test_an_untouched_paper_has_nothing_found() -> None:
    report = checked(the_paper().pdf)

    assert outcomes(report) == {
        "ours": Came.AS_SEALED,
        "seal": Came.AS_SEALED,
        "added": Came.AS_SEALED,
        "key": Came.NOTED,
        "agrees": Came.AS_SEALED,
        "newest": Came.AS_SEALED,
        "rules": Came.NOTED,
        "cannot_tell": Came.NOTED,
    }
    assert report.exit_code == Exit.DONE
    assert report.paper is not None


def test_the_words_shown_are_the_sealed_ones() -> None:
    report = checked(the_paper().pdf)
    lines = "\n".join(report.lines())

    assert "I do not want" in lines
    assert "haloperidol" in lines
    assert report.document["name"] == "Alex Morgan"
    assert report.document["document"] == THE_FACTS.document


def test_the_words_stand_in_the_order_in_which_the_form_asks() -> None:
    """In the sealed answers they stand by id: a reader would meet why before what."""
    report = checked(the_paper().pdf)
    (decision,) = [one for one in report.document["sections"] if one["form"] == "advance_decision"]  # type: ignore[attr-defined]
    asked = [
        one["question"].split(".") for one in decision["says"] if one["question"].startswith("ad_refusals.")
    ]
    order = [one.id for one in shelf().pack("advance_decision").questions()]
    assert asked == sorted(asked, key=lambda place: (int(place[1]), order.index(place[2])))
    assert asked[0][2] == "rfz_treatment"


def test_what_the_rules_found_is_told_for_each_refusal_with_the_date_of_the_law() -> None:
    sentences = [check.sentence for check in checked(the_paper().pdf).checks if check.id == "rules"]

    assert any("law notes of England and Wales" in sentence for sentence in sentences)
    assert "ECT: ready." in sentences
    assert "haloperidol: ready, but not for treatment that keeps the person alive." in sentences


def test_code_and_paper_say_the_same_short_code() -> None:
    paper, code = checked(the_paper().pdf), checked(the_paper().code.encode())

    assert paper.document["short"] == code.document["short"]
    assert paper.document["answers_digest"] == code.document["answers_digest"]
    assert paper.paper == code.paper


@pytest.mark.parametrize(
    "form", ["about_me", "contacts", "crisis_plan", "involvement_record", "training_record"]
)
def test_every_example_of_every_pack_passes_the_page_comparison_or_is_another_script(form: str) -> None:
    pack = shelf().pack(form)
    sections = tuple(
        Section(f"{form}-{number}", form, pack.version, TODAY, answers_for(pack, read_example(file).answers))
        for number, file in enumerate(shelf().examples(form), 1)
    )

    report = checked(a_sealed_paper(Passport(sections), replace(THE_FACTS, audience=_side(form))).pdf)

    assert not report.found
    assert of(report, "agrees").outcome in {Came.AS_SEALED, Came.NOT_CHECKED}


def _side(form: str) -> Audience:
    audience = shelf().pack(form).audience
    return Audience.CARE if audience is Audience.BOTH else audience


@pytest.mark.parametrize("status", ["draft", "stopped"])
def test_a_draft_and_a_stopped_paper_say_so(status: str) -> None:
    stopped_on = date(2026, 11, 23) if status == "stopped" else None
    report = checked(
        a_sealed_paper(DECISION.passport, replace(THE_FACTS, status=status, stopped_on=stopped_on)).pdf
    )

    assert of(report, "agrees").outcome is Came.AS_SEALED
    assert of(report, "newest").outcome is (Came.FOUND if stopped_on else Came.NOTED)
    assert report.exit_code == (Exit.FOUND if stopped_on else Exit.DONE)


def test_a_newer_version_met_here_makes_it_older() -> None:
    newer = checked(a_sealed_paper(DECISION.passport, replace(THE_FACTS, version=3)).pdf).paper
    assert newer is not None

    assert "OLDER" in of(checked(the_paper().pdf, Met().with_paper(newer, TODAY)), "newest").sentence


def test_other_words_on_the_page_than_in_the_sealed_answers_are_found() -> None:
    other = an_advance_decision([a_refusal(), a_refusal("lithium")])
    report = checked(a_sealed_paper(DECISION.passport, page_says=other.passport).pdf)

    assert of(report, "agrees").outcome is Came.FOUND
    assert of(report, "agrees").place == "page 1"
    assert "haloperidol" in "\n".join(report.lines())


def test_a_page_more_than_the_words_is_found() -> None:
    other = an_advance_decision(
        [a_refusal(), a_refusal("haloperidol", even_if_life_at_risk=False), *[a_refusal("CPR")] * 9]
    )

    assert (
        of(checked(a_sealed_paper(DECISION.passport, page_says=other.passport).pdf), "agrees").outcome
        is Came.FOUND
    )


def test_words_in_another_script_are_not_called_changed() -> None:
    decision = an_advance_decision([a_refusal("العلاج بالصدمات الكهربائية")])
    report = checked(a_sealed_paper(decision.passport).pdf)

    assert of(report, "agrees").outcome is Came.NOT_CHECKED
    assert report.exit_code == Exit.DONE


def test_a_text_beside_it_that_is_not_the_sealed_one_is_found() -> None:
    report = checked(a_sealed_paper(DECISION.passport, files={TEXT_NAME: b"I want everything."}).pdf)

    assert of(report, "agrees").outcome is Came.FOUND


def _code(**changes: object) -> bytes:
    facts: TokenFacts = read(the_paper().code).facts
    return write(replace(facts, **changes), ALEX).encode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [{"version": 9}, {"digest": bytes(16)}, {"document": "00" * 8}, {"status": "draft"}, {"made_on": date(2026, 11, 1)}],
)  # fmt: skip
def test_a_code_of_other_words_is_found(changes: dict[str, object]) -> None:
    report = checked(a_sealed_paper(DECISION.passport, files={CODE_NAME: _code(**changes)}).pdf)

    assert of(report, "agrees").place == "code"


def test_answers_sealed_by_one_key_in_a_file_sealed_by_another_are_found() -> None:
    report = checked(a_sealed_paper(DECISION.passport, sealed_by=SOMEONE_ELSE).pdf)

    assert of(report, "key").outcome is Came.FOUND
    assert report.paper is None


def test_answers_that_were_changed_after_they_were_sealed_are_found() -> None:
    changed = seal(the_paper().payload, ALEX).replace(b"haloperidol", b"haloperidyl")
    report = checked(a_sealed_paper(DECISION.passport, files={ANSWERS_NAME: changed}).pdf)

    assert of(report, "seal").outcome is Came.FOUND
    assert report.document == {}


def test_a_paper_without_its_answers_is_not_ours() -> None:
    report = checked(a_sealed_paper(DECISION.passport, files={ANSWERS_NAME: b""}).pdf)

    assert of(report, "ours").outcome is Came.FOUND


CHANGES = 24
"""Each goes through the child process, about half a second; the paper's own tests change every byte of a seal."""


def test_a_changed_byte_anywhere_is_found() -> None:
    pdf = the_paper().pdf
    chance = random.Random(1)
    for _ in range(CHANGES):
        at = chance.randrange(len(pdf))
        changed = pdf[:at] + bytes([pdf[at] ^ 1 << chance.randrange(8)]) + pdf[at + 1 :]
        report = checked(changed)
        assert report.exit_code == Exit.FOUND, at
        assert report.document == {}, at


def test_anything_after_the_end_is_found() -> None:
    pdf = the_paper().pdf
    for more in (b"\n", b" ", b"%%EOF\n", pdf):
        assert checked(pdf + more).exit_code == Exit.FOUND


def test_a_file_cut_short_is_found() -> None:
    pdf = the_paper().pdf
    for size in (9, 100, len(pdf) // 2, len(pdf) - 1):
        assert checked(pdf[:size]).exit_code == Exit.FOUND


def test_a_pdf_without_a_seal_says_so_as_loud_as_a_changed_one() -> None:
    stripped = re.sub(rb"/ByteRange \[[0-9 ]+\]", lambda found: b" " * len(found[0]), the_paper().pdf)
    report = checked(stripped)

    assert report.exit_code == Exit.FOUND
    assert report.document == {}


@pytest.mark.parametrize(
    "pdf",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\nAlex wrote this in a text file.\n",
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
        b"%PDF-1.7\n" + b"[" * 200_000,
        b"%PDF-1.7\n" + b"<<" * 200_000,
        b"\n\n%PDF-1.4 in the middle",
        b"%PDF-" + bytes(range(256)) * 40,
    ],
)
def test_a_pdf_of_something_else_gets_one_plain_sentence(pdf: bytes) -> None:
    report = checked(pdf)

    assert report.exit_code == Exit.FOUND
    assert of(report, "ours").sentence.endswith(".")
    assert report.document == {}


def test_the_child_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert check_pdf(the_paper().pdf, TODAY, NOBODY, WORDS).exit_code == Exit.DONE

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("printed", [earlier_fingerprint, spoken_fingerprint])
def test_a_paper_is_told_with_the_words_that_stand_on_it(printed: Callable[[PublicKey], str]) -> None:
    facts = replace(THE_FACTS, spoken=printed(ALEX.public))
    report = checked(a_sealed_paper(DECISION.passport, facts).pdf)
    said = " ".join(one.sentence for one in report.checks if one.id == "key")
    assert printed(ALEX.public) in said
    assert (earlier_fingerprint(ALEX.public) in said) is (printed is earlier_fingerprint)
    assert report.exit_code == 0
