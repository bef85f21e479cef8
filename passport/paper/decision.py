"""The advance decision on paper: what it is, a block for each refusal, the panel for staff, and the signatures last."""

from collections.abc import Iterator

from passport.forms.dates import show_date
from passport.law.made import signing_that_counts
from passport.paper.document import Block, Heading, Panel, Paragraph, SignatureBox
from passport.paper.lines import Printer
from passport.record.sections import SIGNINGS, Item, stopped_date

_BESIDE = frozenset({"ad_refusals", SIGNINGS, "ad_intro_ok", "ad_able"})
_IN_REFUSAL = ("rfz_when", "rfz_situations")
_AFTER = ("rfz_why", "rfz_instead", "rfz_lpa_covers")


def front(printer: Printer) -> Iterator[Block]:
    """What a stranger needs first."""
    words = printer.pack.words
    yield Panel(words["alert_line"], (words["use_when"],))


def body(printer: Printer) -> Iterator[Block]:
    """The refusals, then everything else that was shared."""
    yield Heading(2, printer.pack.title)
    for number, refusal in enumerate(printer.section.items("ad_refusals"), 1):
        yield from _refusal(printer, refusal, number)
    for question in ("ad_intro_ok", "ad_able"):
        yield from printer.question(question)
    yield from printer.the_rest(_BESIDE)


def end(printer: Printer) -> Iterator[Block]:
    """The panel for staff, then the signatures: those made under this text, or room for them."""
    words = printer.pack.words
    numbered = [key for key in sorted(words) if key.startswith("panel_") and key[-1].isdigit()]
    keys = (*numbered, "panel_doubt", "panel_source")
    yield Panel(words["panel_title"], tuple(printer.own_words(key) for key in keys))
    signing = signing_that_counts(printer.section)
    part = printer.pack.question(SIGNINGS)
    if printer.section.id in printer.standing.changed:
        yield Heading(2, printer.words("paper.signed_heading"))
        yield Paragraph(printer.words("paper.signed_before"), strong=True)
    elif signing is not None and part is not None:
        yield Heading(2, printer.words("paper.signed_heading"))
        yield Paragraph(printer.words("paper.signed_note"))
        for question in part.questions:
            yield from printer.in_item(signing.item, question.id)
        if signing.signed:
            return
    yield Heading(2, printer.words("paper.signatures"))
    lines = (words["signature_name"], printer.words("paper.signature"), printer.words("paper.date"))
    yield SignatureBox(words["signature_me"], lines)
    yield SignatureBox(words["signature_other"], lines)
    yield SignatureBox(words["signature_witness"], (*lines, words["signature_address"]))


def _refusal(printer: Printer, refusal: Item, number: int) -> Iterator[Block]:
    treatment = refusal.answers.get("rfz_treatment")
    shown = str(treatment.words) if treatment is not None else ""
    yield Heading(3, printer.words("paper.refusal", number=number, treatment=shown))
    stopped = stopped_date(refusal.value("rfz_status"))
    if stopped is not None:
        yield Paragraph(printer.words("paper.refusal_stopped", date=show_date(stopped)), strong=True)
    elif (printer.section.id, refusal.id) in printer.standing.ended:
        yield Paragraph(printer.words("paper.refusal_ended"), strong=True)
    for question in _IN_REFUSAL:
        yield from printer.in_item(refusal, question)
    if refusal.value("rfz_ls_statement") == "yes":
        yield Paragraph(printer.pack.words["even_if"], strong=True)
    else:
        yield Paragraph(printer.words("paper.no_statement"))
    for question in _AFTER:
        yield from printer.in_item(refusal, question)
