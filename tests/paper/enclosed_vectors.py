"""Makes tests/vectors/enclosed: good sealed answers, and ones each named by what is wrong with them.

Run: ./run vectors. The same bytes come out every time; a change here is a change of the format.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import cbor2

from passport.forms.pack import Source
from passport.keys.identity import Identity
from passport.keys.seal import canonical, seal
from passport.law.findings import Assessment, Finding, Outcome, RefusalOutcome, Severity
from passport.paper.enclose import answers_payload
from passport.record.answers import Answer, question_of
from passport.record.audience import NEVER_LEAVES, Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, a_refusal, an_advance_decision
from tests.checking.papers import ALEX, SOMEONE_ELSE, THE_FACTS

FOLDER = Path(__file__).parent.parent / "vectors" / "enclosed"
TEXT = bytes(range(32))
CARD = Passport(
    (
        Section(
            "about_me-1",
            "about_me",
            1,
            date(2026, 11, 23),
            {
                "am_name": Answer("Alex Morgan", "Alex Morgan", NOW),
                "am_dob": Answer("1988-03-27", "27 3 1988", NOW),
            },
        ),
    )
)
CARER_FACTS = replace(THE_FACTS, audience=Audience.CARER_INVOLVEMENT, name="Ngozi Okafor")
CARER = Passport(
    (
        Section(
            "carer_about_me-1",
            "carer_about_me",
            1,
            date(2026, 11, 23),
            {"cr_name": Answer("Ngozi Okafor", "Ngozi Okafor", NOW)},
        ),
        Section(
            "carer_involvement_record-1",
            "carer_involvement_record",
            1,
            date(2026, 11, 23),
            {
                "carer_ir_title": Answer("Carers' forum", "Carers' forum", NOW),
                "carer_ir_start": Answer("2022-09", "September 2022", NOW),
            },
        ),
    )
)
"""What somebody keeps as a carer."""
DECISION = an_advance_decision([a_refusal()])
LEAVES = Section(
    DECISION.section.id,
    DECISION.section.form,
    1,
    DECISION.section.made_on,
    {at: one for at, one in DECISION.section.answers.items() if question_of(at) not in NEVER_LEAVES},
)
"""What of it may leave at all."""
ASSESSED = Assessment(
    form="advance_decision",
    law={
        "nation": "england",
        "notes": "england_wales",
        "name": "England and Wales",
        "law_as_at": "2026-04-09",
    },
    outcome=Outcome.READY,
    refusals=(RefusalOutcome("1", "ECT", Outcome.READY, ("AD-10",)),),
    findings=(
        Finding(
            "AD-10",
            Severity.INFORMS,
            "This applies any time you cannot decide for yourself.",
            Source("MCA 2005 s.24(1)(a)"),
            at="1",
        ),
    ),
)
"""Written out, so that a rule can change its words and the format stays."""


def plain(**changes: object) -> dict[str, object]:
    """The card's map with some keys changed; None takes a key out."""
    found: dict[str, object] = cbor2.loads(answers_payload(CARD, THE_FACTS, {}, ALEX.public, TEXT))
    for key, value in changes.items():
        found[key] = value
        if value is None:
            del found[key]
    return found


def resealed(identity: Identity = ALEX, **changes: object) -> bytes:
    """A whole seal around a changed map."""
    return seal(canonical(plain(**changes)), identity)


def sealed_answers() -> Iterator[tuple[str, bytes]]:
    """File names and bytes: the step that stops them, then what is wrong."""
    good = seal(answers_payload(CARD, THE_FACTS, {}, ALEX.public, TEXT), ALEX)
    decision = Passport((DECISION.about, LEAVES))
    yield "good_card", good
    yield (
        "good_decision",
        seal(answers_payload(decision, THE_FACTS, {LEAVES.id: ASSESSED}, ALEX.public, TEXT), ALEX),
    )
    yield (
        "good_carer_involvement",
        seal(answers_payload(CARER, CARER_FACTS, {}, ALEX.public, TEXT), ALEX),
    )
    yield "wrapping_no_tag", good[1:]
    yield "contents_byte_after_seal", good + b"\0"
    yield "seal_changed_word", good.replace(b"Alex Morgan", b"Alec Morgan", 1)
    yield "seal_other_key", resealed(SOMEONE_ELSE)
    yield "key_missing", resealed(key=None)
    yield "contents_keys_out_of_order", seal(cbor2.dumps(dict(reversed(plain().items()))), ALEX)
    yield "newer_format_2", resealed(format=2)
    yield "contents_format_0", resealed(format=0)
    yield "contents_unknown_key", resealed(more=1)
    yield "contents_version_as_text", resealed(version="2")
    yield "contents_version_as_true", resealed(version=True)
    yield "contents_made_on_no_date", resealed(made_on="2026-13-01")
    yield "contents_no_sections", resealed(sections=None)
    yield "contents_section_with_more", resealed(sections=[{"id": "about_me-1", "more": 1}])
    answer = {"at": "am_name", "value": "Alex"}
    section = {
        "id": "about_me-1",
        "form": "about_me",
        "pack": 1,
        "made_on": "2026-11-23",
        "answers": [answer],
    }
    yield "contents_answer_without_words", resealed(sections=[section])


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.cose"):
        old.unlink()
    for name, content in sealed_answers():
        (FOLDER / f"{name}.cose").write_bytes(content)
