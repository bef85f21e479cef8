"""Share: the one door out. Rehearsal runs steps 1 to 6 and stops; sharing runs all seven.

1 only what was chosen, for one audience · 2 what the rules find · 3 the canonical bytes of exactly the words shared ·
4 a code that promises the digest of those bytes · 5 compose · 6 typeset, enclose, seal ·
7 write and sync temporary files, check them with our own checker, commit the register, rename.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from passport.actions.code_room import CodeRoom
from passport.actions.copy_kinds import series
from passport.actions.hand_out import Contents, Given, Line, hand_out
from passport.actions.paper_now import (
    assessments_of,
    facts_of,
    must_be_agreed,
    must_be_noted,
    only_chosen,
    said_at_the_door,
    standing_of,
)
from passport.actions.sign import pages_to_keep
from passport.checking.check import check_bytes
from passport.errors import HolderWanted, NothingToShare, OwnCheckFailed
from passport.forms.conditions import is_answered
from passport.forms.shelf import Shelf
from passport.keys.identity import Identity, spoken_fingerprint
from passport.keys.seal import seal
from passport.keys.trust import Met
from passport.law.findings import Assessment, Finding
from passport.law.standing_copies import what_is_news
from passport.paper.compose import compose, compose_card
from passport.paper.document import Document
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME, answers_payload
from passport.paper.facts import DocumentFacts
from passport.paper.seal import seal_pdf
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.qr.draw import png, svg
from passport.qr.meter import meter
from passport.qr.room import A4, SEALED_CARD
from passport.qr.token import write
from passport.record.answers import Value, one_line, whole_letters
from passport.record.audience import Labels, Selection
from passport.record.copies import CopyGiven
from passport.record.copies_now import state_of
from passport.record.passport import Passport
from passport.vault.vault import Vault
from passport.wording.words import Words

_UNKNOWN = hashlib.sha256().digest()
"""Stands in for a digest that is not known yet: as long, and as hard to pack."""


@dataclass(frozen=True, slots=True)
class Handing:
    """Who gets it and why."""

    holder: str
    reason: str = ""
    for_my_records: bool = False
    large_print: bool = False
    card: bool = False
    """Only the lines of the card, as a card for a wallet (``actions.card``)."""
    code: frozenset[str] | None = None
    """What the code says, by ``CanSay.key``: picked by the person, or None for what we would pick."""

    def as_kept(self) -> "Handing":
        """The same, as it is printed and kept. Raises HolderWanted where nobody is named."""
        holder = one_line(self.holder)
        if not holder:
            raise HolderWanted
        return replace(self, holder=holder, reason=whole_letters(self.reason))


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that would leave, exactly as it would be."""

    facts: DocumentFacts
    assessments: Mapping[str, Assessment]
    pdf: bytes
    text: str
    html: str
    code: str
    code_svg: bytes
    code_png: bytes
    state: str
    answers_digest: str
    sections: tuple[str, ...]
    """Ids of the sections it holds a word of."""
    found: tuple[Finding, ...]
    """What the rules of the door say about all of it."""
    code_room: CodeRoom
    """What the code says beside its seal, how full it is, and what is only on the paper."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A paper before its pages: what is chosen, what it says of itself, and its code in the making."""

    whole: Passport
    shared: Passport
    assessments: Mapping[str, Assessment]
    facts: DocumentFacts
    identity: Identity
    code: CodeRoom
    news: Labels


Shared: TypeAlias = Given[Made]
"""What was given out. Its files: pdf, code_png, code_svg, code_text, text and html."""


def rehearse(
    vault: Vault, shelf: Shelf, selection: Selection, handing: Handing, now: datetime, words: Words
) -> Made:
    """Everything that would leave, without leaving a trace. Steps 1 to 6.

    Raises HolderWanted, WallCrossed, NothingToShare, StoppedPaper, NotAgreed, ConsentNotNoted, CannotPrint, NotForCode,
    TooMuchForCode.
    """
    handing = handing.as_kept()
    begun = _begun(vault, shelf, selection, handing, now, words)
    begun.code.must_fit()
    return _made(begun, shelf, handing, now, words)


def code_for(
    vault: Vault, shelf: Shelf, selection: Selection, handing: Handing, now: datetime, words: Words
) -> CodeRoom:
    """What the code of such a paper may say, and how full it is. Raises as ``rehearse``, but never for too much."""
    return _begun(vault, shelf, selection, handing, now, words).code


def _begun(
    vault: Vault, shelf: Shelf, selection: Selection, handing: Handing, now: datetime, words: Words
) -> _Begun:
    whole = vault.passport()
    news = what_is_news(shelf.labels())
    # 1  only what was chosen, for one audience
    shared = only_chosen(whole, shelf, selection)
    if not any(
        is_answered(answer.words) for section in shared.sections for answer in section.answers.values()
    ):
        raise NothingToShare
    must_be_agreed(whole, shared)
    must_be_noted(whole, shared, shelf)
    # 2  what the rules find, from everything the person wrote, shown first and never blocking in silence
    assessments = assessments_of(whole, shared, shelf, now.date())
    facts = facts_of(
        vault,
        whole,
        shared,
        selection,
        assessments,
        handing.holder,
        now,
        news,
        for_my_records=handing.for_my_records,
        kind="card" * handing.card,
    )
    identity = vault.identity(selection.for_)
    facts = replace(facts, spoken=spoken_fingerprint(identity.public))
    room = SEALED_CARD if handing.card else A4
    measured = meter(
        shared, shelf.packs, facts, _UNKNOWN, identity.public, room, handing.code, card=handing.card
    )
    code = CodeRoom(measured, shared, shelf, words)
    return _Begun(whole, shared, assessments, facts, identity, code, news)


def _made(begun: _Begun, shelf: Shelf, handing: Handing, now: datetime, words: Words) -> Made:
    whole, shared, assessments, facts = begun.whole, begun.shared, begun.assessments, begun.facts
    identity, code = begun.identity, begun.code
    # 3  the canonical bytes of exactly the words shared, with the digest of the words of the page
    standing = standing_of(whole, shared, shelf, assessments, now.date())

    def composed(facts: DocumentFacts) -> Document:
        if handing.card:
            return compose_card(shared, facts, words, code.values())
        return compose(shared, shelf.packs, facts, words, code.beside(), standing)

    text = text_twin(composed(facts))
    of_forms = {one: found for one, found in assessments.items() if one not in shared.in_part}
    payload = answers_payload(
        shared, facts, of_forms, identity.public, hashlib.sha256(text.encode()).digest()
    )
    digest = hashlib.sha256(payload).digest()[:16]
    # 4  a code that promises the digest of those bytes, not of the PDF: the PDF contains the code
    token = write(replace(code.meter.said, digest=digest), identity)
    room = code.meter.room
    code_svg = svg(token, room, title=words("paper.code_title"))
    # 5  compose, now that the short code is known
    facts = replace(facts, short=digest.hex()[:8])
    document = composed(facts)
    # 6  typeset, enclose, seal
    enclosed = {ANSWERS_NAME: seal(payload, identity), TEXT_NAME: text.encode(), CODE_NAME: token.encode()}
    pages = typeset(document, code_svg, enclosed, words, large_print=handing.large_print)
    pdf = seal_pdf(pages, identity, facts)
    ids = tuple(section.id for section in shared.sections)
    state = state_of(whole, ids, begun.news)
    html = html_twin(document)
    found = said_at_the_door(shared, assessments, now.date())
    return Made(
        facts,
        assessments,
        pdf,
        text,
        html,
        token,
        code_svg,
        png(token, room),
        state,
        digest.hex(),
        ids,
        found,
        code,
    )


def share(
    vault: Vault, shelf: Shelf, selection: Selection, handing: Handing, now: datetime, words: Words, out: Path
) -> Shared:
    """Give it out: files in ``out`` and a line in the register, or neither. Raises as ``rehearse``, and NoRoom, NoRoomThere, NoPermission."""
    handing = handing.as_kept()
    made = rehearse(vault, shelf, selection, handing, now, words)
    copy = CopyGiven(
        id=f"copy-{len(vault.passport().copies) + 1}",
        holder=handing.holder,
        audience=selection.for_,
        document=made.facts.document,
        version=made.facts.version,
        sections=made.sections,
        fields=tuple(sorted(selection.fields)),
        state=made.state,
        given_on=now.date(),
        reason=handing.reason,
        answers_digest=made.answers_digest,
    )
    # with its short code, so that the papers of two holders in one folder do not take each other's place
    large = "-card" if handing.card else "-large" * handing.large_print
    name = f"{selection.for_}-{made.facts.document[:8]}-v{made.facts.version}-{made.facts.short}{large}"
    contents = Contents(
        made.pdf, made.code_png, made.code_svg, made.code.encode(), made.text.encode(), made.html.encode()
    )

    # 7  the files are on disk and checked before the register says so, and under their names only once it does
    def checks() -> Mapping[str, Value]:
        return pages_to_keep(vault, shelf, made.sections, _own_check(made, now.date(), words))

    named = series(selection.for_, made.sections, "card" * handing.card)
    hand_out(vault, out, contents.files(name), Line(copy, named), checks)
    return Given(made, copy, {kind: out / file for kind, file in contents.named(name).items()})


def _own_check(made: Made, today: date, words: Words) -> int:
    """How many pages the paper has. Our own checker must find it and its code as sealed. Raises OwnCheckFailed."""
    paper, code = (check_bytes(one, today, Met(), words, own=True) for one in (made.pdf, made.code_png))
    for report in (paper, code):
        # a stopped paper for one's own records says that it is stopped
        wrong = [one for one in report.found if one.id != "newest"]
        if wrong:
            raise OwnCheckFailed(check=wrong[0].sentence)
    return int(str(paper.document["pages"]))
