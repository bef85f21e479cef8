"""Sealed papers for tests, made the way ``share`` makes them, without a vault."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from passport.forms.shelf import shelf
from passport.keys.identity import Identity, new_identity
from passport.keys.seal import seal
from passport.law.findings import Assessment
from passport.paper.compose import compose, compose_card
from passport.paper.document import Document
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME, answers_payload
from passport.paper.facts import DocumentFacts, Standing
from passport.paper.seal import seal_pdf
from passport.paper.twin import text_twin
from passport.paper.typeset import typeset
from passport.qr.draw import svg
from passport.qr.room import A4, SEALED_CARD
from passport.qr.summary import summary
from passport.qr.token import write
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.wording.words import Words

WORDS = Words()
MADE_ON = date(2026, 11, 23)
ALEX = new_identity(Audience.CARE, MADE_ON, lambda size: bytes(range(1, size + 1)))
SOMEONE_ELSE = new_identity(Audience.CARE, MADE_ON, lambda size: bytes(range(2, size + 2)))
THE_FACTS = DocumentFacts(
    document="a1b2c3d4e5f60718",
    version=2,
    made_on=MADE_ON,
    look_again=date(2027, 11, 23),
    audience=Audience.CARE,
    name="Alex Morgan",
    status="ready",
    stopped_on=None,
    holder="Riverbank Surgery",
)


@dataclass(frozen=True)
class Made:
    """A paper and what went into it."""

    pdf: bytes
    code: str
    text: str
    payload: bytes
    document: Document


def a_sealed_paper(
    passport: Passport,
    facts: DocumentFacts = THE_FACTS,
    assessments: Mapping[str, Assessment] | None = None,
    identity: Identity = ALEX,
    *,
    page_says: Passport | None = None,
    files: Mapping[str, bytes] | None = None,
    sealed_by: Identity | None = None,
    standing: Standing | None = None,
    large_print: bool = False,
    card: bool = False,
) -> Made:
    """A sealed PDF. ``page_says`` puts other words on the page, ``files`` puts other files in, ``sealed_by`` another key."""
    packs, room = shelf().packs, SEALED_CARD if card else A4

    def composed(passport: Passport, facts: DocumentFacts) -> Document:
        if card:
            return compose_card(passport, facts, WORDS)
        return compose(passport, packs, facts, WORDS, (), standing)

    said = summary(passport, packs, facts, bytes(16), identity.public, room)
    text = text_twin(composed(passport, facts))
    payload = answers_payload(
        passport, facts, assessments or {}, identity.public, hashlib.sha256(text.encode()).digest()
    )
    digest = hashlib.sha256(payload).digest()[:16]
    code = write(replace(said, digest=digest), identity)
    enclosed = {
        ANSWERS_NAME: seal(payload, identity),
        TEXT_NAME: text.encode(),
        CODE_NAME: code.encode(),
        **(files or {}),
    }
    facts = replace(facts, short=digest.hex()[:8])
    document = composed(page_says or passport, facts)
    pages = typeset(document, svg(code, room), enclosed, WORDS, large_print=large_print)
    return Made(seal_pdf(pages, sealed_by or identity, facts), code, text, payload, document)
