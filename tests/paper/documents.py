"""Every document that the program prints, in every layout: made once here, for whatever has to hold for all of them.

What there is to print is read from the program: the functions of ``passport.paper`` that give back a document, and the
forms on the shelf. One that is new and not here is found by ``not_here``.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import get_type_hints

from passport import paper
from passport.actions.offer import as_asked
from passport.actions.paper_now import standing_of
from passport.forms.examples import read_example
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import shelf
from passport.keys.seal import read_canonical
from passport.paper.blank import blank
from passport.paper.compose import compose, compose_card
from passport.paper.cover import Covered, cover_letter
from passport.paper.document import Document
from passport.paper.enclose import Enclosed, read_answers
from passport.paper.facts import DocumentFacts, Standing
from passport.paper.letter import OldCopy, letter
from passport.paper.sheet import recovery_sheet, share_sheet
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.paper.words_code import words_card, words_page
from passport.qr.draw import svg
from passport.qr.room import CARD
from passport.record.answers import question_of
from passport.record.audience import ON_ITS_OWN_PAGE, Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, TODAY, a_copy, an_advance_decision, answers_for
from tests.checking.papers import THE_FACTS, WORDS, a_sealed_paper
from tests.law.cases.advance_choice_document import document as choice_document
from tests.law.cases.advance_statement import statement
from tests.law.cases.scotland import SOMETHING_ELSE, notice
from tests.law.cases.scotland import statement as statement_scotland

WHOLE = ("alex", "whole", "ngozi")
"""Examples whose name begins so fill in everything."""
SIDES = {
    Audience.BOTH: Audience.CARE,
    Audience.PRIVATE: Audience.INVOLVEMENT,
    Audience.CARER_BOTH: Audience.CARER_CARE,
    Audience.CARER_PRIVATE: Audience.CARER_INVOLVEMENT,
}
"""What is private leaves field by field, on a paper for one side or the other."""
LINES = ("Call me Alex", "Ring Jamie: 07700 900118", "Sit down. Ask me about the allotment")
MARK = "Not sealed. 23 November 2026"
ROWS = ("1 kettle harbour violin meadow", "2 lantern pebble orchard saddle", "3 timber velvet willow zebra")


@dataclass(frozen=True, slots=True)
class Shared:
    """What a sealed paper was made from, and what it encloses."""

    passport: Passport
    facts: DocumentFacts
    standing: Standing | None
    enclosed: Enclosed
    card: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """One document in one layout."""

    document: Document
    pdf: bytes
    text: str
    html: str
    shared: Shared | None = None
    """For a sealed paper."""


def names() -> tuple[str, ...]:
    """What each is called; large print ends so. A card has one layout: it has to fit a wallet."""
    return tuple(_table())


def sealed_names() -> tuple[str, ...]:
    """Those that enclose answers, in clear print."""
    return (*_papers(), "card")


@cache
def printed(name: str) -> Printed:
    """One of them, made once."""
    return _table()[name]()


def not_here() -> set[str]:
    """Functions of the program that make a document, and are behind none of these."""
    used = {compose, compose_card, cover_letter, letter, blank, recovery_sheet, share_sheet, words_page}
    inside = {"passport.paper.card.card"}  # what a card is made with
    made_by = {f"{one.__module__}.{one.__name__}" for one in (*used, words_card)}
    return set(_makers()) - made_by - inside


def _makers() -> Iterator[str]:
    for module in pkgutil.iter_modules(paper.__path__, "passport.paper."):
        for name, one in inspect.getmembers(import_module(module.name), inspect.isfunction):
            own = one.__module__ == module.name and not name.startswith("_")
            if own and get_type_hints(one).get("return") is Document:
                yield f"{module.name}.{name}"


@cache
def _table() -> Mapping[str, Callable[[], Printed]]:
    table: dict[str, Callable[[], Printed]] = {}
    for name, (passport, facts, standing) in _papers().items():
        for large in (False, True):
            table[f"{name}{'-large' * large}"] = partial(_sealed, passport, facts, standing, large)
    table["card"] = partial(_sealed, _plan_only(), THE_FACTS, None, large=False, card=True)
    shows = svg("\n".join((*LINES, MARK)), CARD)
    card = words_card(LINES, MARK, a_copy(an_advance_decision()), WORDS)
    table["words-card"] = partial(_plain, card, shows, large=False)
    for name, document, code in _unsealed(shows):
        for large in (False, True):
            table[f"{name}{'-large' * large}"] = partial(_plain, document, code, large=large)
    return table


def _sealed(
    passport: Passport, facts: DocumentFacts, standing: Standing | None, large: bool, card: bool = False
) -> Printed:
    passport = _as_it_leaves(passport)
    made = a_sealed_paper(passport, facts, standing=standing, large_print=large, card=card)
    enclosed = read_answers(read_canonical(made.payload))
    shared = Shared(passport, facts, standing, enclosed, card)
    return Printed(made.document, made.pdf, made.text, html_twin(made.document), shared)


def _plain(document: Document, code: bytes, large: bool) -> Printed:
    pdf = typeset(document, code, {}, WORDS, large_print=large)
    return Printed(document, pdf, text_twin(document), html_twin(document))


def _unsealed(code: bytes) -> Iterator[tuple[str, Document, bytes]]:
    """Whatever leaves without a seal, and whatever stays at home."""
    for form, pack in shelf().packs.items():
        yield f"blank-{form}", blank(pack, WORDS, TODAY), b""
    copy = a_copy(an_advance_decision())
    yield "words-page", words_page(LINES, MARK, copy, WORDS), code
    lines = ("My advance decision", "It was signed with a witness.")
    covered = Covered(copy, "kettle harbour violin", "Alex Morgan", lines, ("Read it first.",), LINES[1:2])
    yield "cover-letter", cover_letter(covered, WORDS, TODAY), b""
    yield "cover-letter-bare", cover_letter(replace(covered, sender="", alert=(), tell=()), WORDS, TODAY), b""
    for stopped in (False, True):
        for kind in ("paper", "card", "words", "alert", "cover"):
            old = OldCopy(copy, "Alex Morgan", stopped, 3, kind)
            name = f"letter-{kind}-{'stopped' if stopped else 'replace'}"
            yield name, letter(old, WORDS, TODAY), b""
    yield "recovery-sheet", recovery_sheet(ROWS, TODAY, WORDS), b""
    yield "share-sheet", share_sheet(ROWS, 1, 3, 2, TODAY, WORDS), b""


def _papers() -> dict[str, tuple[Passport, DocumentFacts, Standing | None]]:
    """Every form as a paper, and the papers that look another way by what was signed, stopped or changed."""
    found: dict[str, tuple[Passport, DocumentFacts, Standing | None]] = {}
    for form in sorted(shelf().packs):
        found[form] = (Passport(_filled(form)), _facts(form), None)
    plan = Passport((*_filled("about_me"), *_filled("crisis_plan"), an_advance_decision().section))
    found["crisis_plan-with-decision"] = (plan, THE_FACTS, None)
    unsigned = {
        "advance_decision-unsigned": an_advance_decision(signed=None),
        "advance_statement-unsigned": statement(as_signed=None),
        "advance_choice_document-unsigned": choice_document(ac_signed=None),
        "advance_statement_scotland-unsigned": statement_scotland(sa_signed=None),
        "withdrawal_notice-unsigned": notice(wd_scot_signed=None),
        "withdrawal_notice-england": notice(**SOMETHING_ELSE, wd_scot_signed=None),
    }
    for name, one in unsigned.items():
        standing = standing_of(one.passport, one.passport, shelf(), {}, TODAY)
        found[name] = (one.passport, replace(THE_FACTS, status="draft"), standing)
    changed = an_advance_decision()
    again = Standing(changed=frozenset({changed.section.id}))
    found["advance_decision-changed"] = (changed.passport, THE_FACTS, again)
    gone = replace(THE_FACTS, status="stopped", stopped_on=date(2026, 11, 20))
    found["advance_decision-stopped"] = (changed.stopped().passport, gone, None)
    role = ("about_me", "needs_and_adjustments", "involvement_record", "training_record")
    pack = Passport(tuple(section for form in role for section in _filled(form)))
    found["role-pack"] = (pack, replace(THE_FACTS, audience=Audience.INVOLVEMENT), None)
    return found


def _filled(form: str) -> tuple[Section, ...]:
    pack = shelf().pack(form)
    files = [file for file in shelf().examples(form) if file.name.startswith(WHOLE)]
    return tuple(
        Section(f"{form}-{n}", form, pack.version, NOW.date(), answers_for(pack, _linked(pack, file)))
        for n, file in enumerate(files, 1)
    )


def _linked(pack: Pack, file: Traversable) -> Mapping[str, object]:
    """An example's answers; where it names another form, that form's first paper."""
    answers = dict(read_example(file).answers)
    for question in pack.questions():
        named = answers.get(question.id)
        if question.kind is Kind.LINK and named in shelf().packs:
            answers[question.id] = {"section": f"{named}-1", "title": shelf().pack(str(named)).title}
    return answers


def _as_it_leaves(passport: Passport) -> Passport:
    """Without what is never asked as things stand, and without what never leaves: the wall is tested elsewhere."""
    asked = as_asked(passport, shelf()).sections
    kept = (
        {at: one for at, one in section.answers.items() if question_of(at) not in ON_ITS_OWN_PAGE}
        for section in asked
    )
    sections = tuple(replace(one, answers=answers) for one, answers in zip(asked, kept, strict=True))
    return replace(passport, sections=sections)


def _plan_only() -> Passport:
    (plan,) = _filled("crisis_plan")
    return Passport((replace(plan, answers={"cp_card": plan.answers["cp_card"]}),))


def _facts(form: str) -> DocumentFacts:
    audience = shelf().pack(form).audience
    return replace(THE_FACTS, audience=SIDES.get(audience, audience))
