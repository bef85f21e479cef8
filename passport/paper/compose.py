"""From answers to a document. What is in the passport it is given has already passed the wall; nothing else is added."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from passport.forms.dates import show_date, span
from passport.forms.like import PREFIX
from passport.forms.pack import Pack
from passport.law.confirmed import CHECKED, ENDORSEMENTS, id_in
from passport.paper import card, crisis, decision, scotland, wishes
from passport.paper.document import (
    PAGE,
    PAGES,
    Block,
    CodePicture,
    Document,
    Field,
    Heading,
    Panel,
    Paragraph,
)
from passport.paper.facts import DocumentFacts, Standing
from passport.paper.lines import PRINTED_KINDS, Printer
from passport.paper.printable import at_foot
from passport.paper.role_pack import helped, referees, whose_words
from passport.record.answers import texts_in
from passport.record.audience import Audience
from passport.record.passport import WHO_I_AM, WHO_I_AM_AS_CARER, Passport, who_form
from passport.record.sections import Section
from passport.wording.words import Words

Layouts: TypeAlias = Mapping[str, Callable[[Printer], Iterator[Block]]]
"""Form id to how a part of it is printed."""
_CARER_FIRST = ("cr_name", "cr_known_as", "cr_phone", "cr_address")
_ME_FIRST = ("am_name", "am_known_as", "am_pronouns", "am_dob", "am_health_no", "am_nation", "am_address")
_ABOUT_FIRST = (*_CARER_FIRST, *_ME_FIRST, "am_phone", "am_gp")
_EMERGENCY_FIRST = ("ce_person", "ce_steps_in", "ce_alone", "ce_contacts", "ce_medicines")
_BESIDE = ("contacts", "carer_consent")
"""Forms that go with another and give a paper no name."""
_ORDER = (
    "withdrawal_notice",
    "crisis_plan",
    "advance_decision",
    "advance_choice_document",
    "advance_statement",
    "advance_statement_scotland",
    "carer_emergency_plan",
    "carer_view",
    "carer_consent",
    "contacts",
    "needs_and_adjustments",
    "carer_needs",
    "involvement_record",
    "training_record",
)
_NEWEST_BY = {"involvement_record": ("ir_end", "ir_start"), "training_record": ("tr_date",)}
"""Entries of these forms, and of a carer's that are like them, stand newest first; what has no end date is still going."""


def compose(
    shared: Passport,
    packs: Mapping[str, Pack],
    facts: DocumentFacts,
    words: Words,
    code_says: Sequence[str] = (),
    standing: Standing | None = None,
) -> Document:
    """The document. ``code_says`` are lines beside the code: what it carries, and what is only on the paper."""
    form = _main_form(shared, facts, words)
    title = words(f"paper.title_{form}")
    footer = _footer(facts, words)
    blocks = tuple(_blocks(shared, packs, facts, words, title, code_says, standing))
    if form == scotland.NOTICE:
        blocks = scotland.on_one_page(blocks)
    return Document(title, words.language, facts.made_on, _banner(facts, words), footer, blocks)


def compose_card(shared: Passport, facts: DocumentFacts, words: Words, says: Sequence[str] = ()) -> Document:
    """The card, of a part of a passport that holds its lines. ``says`` is every word that its code carries."""
    lines = [text for section in shared.sections for text in texts_in(section.value(card.LINES))]
    return card.card(lines, facts, words, _footer(facts, words), _banner(facts, words), says)


def _footer(facts: DocumentFacts, words: Words) -> str:
    return words(
        "paper.footer",
        name=at_foot(facts.name) or words("paper.untitled"),
        document=facts.document,
        version=facts.version,
        short=facts.short_in_groups,
        page=PAGE,
        pages=PAGES,
    )


def _banner(facts: DocumentFacts, words: Words) -> str:
    if facts.status == "stopped":
        return words("paper.stopped", date=show_date((facts.stopped_on or facts.made_on).isoformat()))
    return words("paper.draft") if facts.status == "draft" else ""


def _main_form(shared: Passport, facts: DocumentFacts, words: Words) -> str:
    """The one form a paper is called by, or its side of the wall."""
    whole = {section.form for section in shared.sections if section.id not in shared.in_part}
    forms = whole - {who_form(facts.audience), *_BESIDE}
    form = forms.pop() if len(forms) == 1 else ""
    return form if words.has(f"paper.title_{form}") else str(facts.audience)


def _blocks(
    shared: Passport,
    packs: Mapping[str, Pack],
    facts: DocumentFacts,
    words: Words,
    title: str,
    code_says: Sequence[str],
    standing: Standing | None,
) -> Iterator[Block]:
    whose = _called(shared, facts)
    printers = [
        Printer(packs[section.form], section, words, standing, whose, facts.name)
        for section in _in_order(shared)
    ]
    entire = [printer for printer in printers if printer.section.id not in shared.in_part]
    heads = tuple(_heads(facts, words, title))
    about = [printer for printer in printers if printer.section.form == who_form(facts.audience)]
    plan = next((one for one in entire if one.section.form == crisis.PLAN), None)
    on_front: frozenset[str] = frozenset()
    code = _code(facts, words, code_says)
    if plan is not None:
        decided = next((one for one in entire if one.section.form == crisis.DECISION), None)
        who = [block for printer in about for first in crisis.WHO for block in printer.question(first)]
        page_one, on_front = crisis.front(plan, decided, heads, who, code)
        yield page_one
    else:
        yield from heads
    yield from _each(entire, _FRONTS)
    if facts.audience is not Audience.CARE:
        own = "paper.own_words" if facts.name else "paper.own_words_unnamed"
        yield Paragraph(words(own, name=facts.name))
    others = [printer for printer in printers if printer not in about]
    for printer in about if plan is None else ():
        yield from _who(printer)
    last_form = ""
    for printer in others:
        in_part = printer.section.id in shared.in_part
        layout = _plain if in_part else _LAYOUTS.get(printer.section.form, _plain)
        if printer.pack.repeats and printer.section.form != last_form:
            yield Heading(2, printer.pack.title)
        last_form = printer.section.form
        yield from crisis.after_front(printer, on_front) if printer is plan else layout(printer)
    for printer in about:
        yield from _more_about(printer, _ABOUT_FIRST if plan is None else crisis.WHO)
    yield from helped(shared, words)
    yield from referees(others, words)
    yield from _each(entire, _SIGNATURES)
    if plan is None:
        yield code
    yield from _each(entire, _ENDS)


def _heads(facts: DocumentFacts, words: Words, title: str) -> Iterator[Block]:
    """What it is, when it was made and for whom."""
    yield Heading(1, title)
    yield Paragraph(words("paper.made", date=show_date(facts.made_on.isoformat()), holder=facts.holder))
    if facts.look_again is not None:
        yield Paragraph(words("paper.look_again", date=show_date(facts.look_again.isoformat())))


def _each(printers: Sequence[Printer], layouts: Layouts) -> Iterator[Block]:
    """What these have to say, of each form that has something."""
    for printer in printers:
        if printer.pack.id in layouts:
            yield from layouts[printer.pack.id](printer)


def _called(shared: Passport, facts: DocumentFacts) -> str:
    """What the person likes to be called, if the paper says it; else their name."""
    return shared.called(facts.audience) or facts.name


def _code(facts: DocumentFacts, words: Words, code_says: Sequence[str]) -> CodePicture:
    spoken = (words("front.no_scanner", spoken=facts.spoken),) if facts.spoken else ()
    lines = (words("paper.code_check"), *spoken, *code_says, words("paper.code_no_one"))
    return CodePicture(words("paper.code_title"), words("paper.code_alt", document=facts.document), lines)


def _who(printer: Printer) -> Iterator[Block]:
    """Enough to know whose paper this is."""
    yield Heading(2, printer.words("paper.who_i_am"))
    for first in _ABOUT_FIRST:
        yield from printer.question(first)


def _more_about(printer: Printer, done: Collection[str]) -> Iterator[Block]:
    blocks = [
        block
        for page in printer.pack.pages
        for question in page.questions
        if question.id not in done
        for block in printer.question(question.id)
    ]
    if blocks:
        yield Heading(2, printer.words("paper.more_about_me"))
        yield from blocks


def _emergency(printer: Printer) -> Iterator[Block]:
    yield from _most_needed_first(printer, _EMERGENCY_FIRST, {"ce_steps_in", "ce_contacts"})


def _most_needed_first(printer: Printer, first: Sequence[str], urgent: Collection[str]) -> Iterator[Block]:
    """The front: what a stranger needs in ten seconds, whom to call in a frame. Then the rest, page by page."""
    yield Heading(2, printer.pack.title)
    for question_id in first:
        for block in printer.question(question_id):
            framed = question_id in urgent and isinstance(block, Field)
            yield Panel(block.label, block.lines) if framed and isinstance(block, Field) else block
    yield from printer.the_rest(frozenset(first))


def _entry(printer: Printer) -> Iterator[Block]:
    yield Heading(3, printer.title or printer.words("paper.untitled"))
    section = printer.section
    beside = {printer.pack.entry_title, id_in(section, ENDORSEMENTS)}
    if section.form.removeprefix(PREFIX) in _NEWEST_BY:
        yield whose_words(printer)
        checked = id_in(section, CHECKED)
        beside |= {checked} if section.value(checked) is not None else set()
    for page in printer.pack.pages:
        for question in page.questions:
            if question.id not in beside:
                yield from printer.question(question.id)


def _plain(printer: Printer) -> Iterator[Block]:
    if printer.pack.repeats:
        yield from _entry(printer)
        return
    yield Heading(2, printer.pack.title)
    yield from printer.the_rest(frozenset())


_LAYOUTS: Layouts = {
    "carer_emergency_plan": _emergency,
    "advance_decision": decision.body,
    "advance_statement_scotland": scotland.body,
    "withdrawal_notice": scotland.notice,
    **dict.fromkeys(wishes.PAPERS, wishes.body),
}
_FRONTS: Layouts = {
    "advance_decision": decision.front,
    "advance_statement_scotland": scotland.front,
    "withdrawal_notice": scotland.notice_front,
    **dict.fromkeys(wishes.PAPERS, wishes.front),
}
_SIGNATURES: Layouts = {
    "advance_statement_scotland": scotland.signatures,
    "withdrawal_notice": scotland.notice_signatures,
}
"""Signed at the end of the text itself, before the code."""
_ENDS: Layouts = {
    "advance_decision": decision.end,
    "advance_statement_scotland": scotland.personal,
    **dict.fromkeys(wishes.PAPERS, wishes.end),
}
"""What stands last on the paper, after the code."""


def _in_order(shared: Passport) -> list[Section]:
    """Who I am first, then the forms in the order of need; entries newest first."""
    forms = (WHO_I_AM, WHO_I_AM_AS_CARER, *_ORDER)

    def place(section: Section) -> tuple[int, int]:
        names = (section.form, section.form.removeprefix(PREFIX))
        at = next((forms.index(one) for one in names if one in forms), len(forms))
        return at, -_newest(section)

    return sorted(shared.sections, key=place)


def _newest(section: Section) -> int:
    dates = _NEWEST_BY.get(section.form.removeprefix(PREFIX), ())
    found = [span(section.value(id_in(section, question))) for question in dates]
    if not dates:
        return 0
    if len(dates) > 1 and found[0] is None:
        return 10**9
    return next((one.last.toordinal() for one in found if one is not None), 0)


__all__ = ["PRINTED_KINDS", "compose", "compose_card"]
