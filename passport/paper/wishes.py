"""Papers of wishes: an advance statement and an advance choice document.

What it is stands first, then what the person wants and does not want, then the rest; how staff may use it and room to
sign come last. The law asks for no signature, and the paper says so.
"""

from collections.abc import Iterator, Mapping

from passport.paper.document import Block, Field, Heading, Panel, Paragraph, SignatureBox
from passport.paper.lines import Printer

_FIRST: Mapping[str, tuple[str, ...]] = {
    "advance_statement": ("as_wishes", "as_not", "as_values", "as_place"),
    "advance_choice_document": (
        "ac_use",
        "ac_admit",
        "ac_yes",
        "ac_no",
        "ac_adrt",
        "ac_ect",
        "ac_ect_words",
        "ac_calm",
    ),
}
"""The wishes of each form, in the order that a stranger needs them."""
_LAST: Mapping[str, tuple[str, ...]] = {
    "advance_statement": ("as_able", "as_signed", "as_date", "as_witness", "as_checked"),
    "advance_choice_document": ("ac_able", "ac_signed", "ac_date", "ac_witness", "ac_checked"),
}
"""What is said of the making: it stands with the signature."""
_SIGNED = frozenset({"as_signed", "ac_signed"})
PAPERS = frozenset(_FIRST)
"""The forms that are laid out so."""


def front(printer: Printer) -> Iterator[Block]:
    """What a stranger needs first: which paper this is."""
    words = printer.pack.words
    yield Panel(words["alert_line"], (words["what_it_is"], words["use_when"]))


def body(printer: Printer) -> Iterator[Block]:
    """The wishes, then everything else that was shared."""
    first, last = _FIRST[printer.pack.id], _LAST[printer.pack.id]
    yield Heading(2, printer.pack.words["wishes_title"])
    for question in first:
        yield from _wish(printer, question)
    yield from printer.the_rest(frozenset((*first, *last)))


def end(printer: Printer) -> Iterator[Block]:
    """The panel for staff, then who signed, or room to sign."""
    words = printer.pack.words
    numbered = sorted(key for key in words if key.startswith("panel_") and key.rpartition("_")[2].isdigit())
    lines = [printer.own_words(key) for key in (*numbered, "panel_source")]
    yield Panel(words["panel_title"], tuple(line for line in lines if line))
    signed = any(printer.section.value(question) == "yes" for question in _SIGNED)
    said = [one for one in _LAST[printer.pack.id] if signed or one not in _SIGNED]
    yield Heading(2, printer.words("paper.signed_heading" if signed else "paper.signatures"))
    if signed:
        yield Paragraph(words["signed_note"])
    for question in said:
        yield from printer.question(question)
    if not signed:
        yield Paragraph(words["signature_note"])
        box = (words["signature_name"], printer.words("paper.signature"), printer.words("paper.date"))
        yield SignatureBox(words["signature_me"], box)
        yield SignatureBox(words["signature_witness"], (*box, words["signature_address"]))


def _wish(printer: Printer, question_id: str) -> Iterator[Block]:
    """One wish. Of a treatment in a list, what is said of it stands under its name: a reader must not mix them up."""
    question, value = printer.pack.question(question_id), printer.section.value(question_id)
    if question is None or not question.columns or not isinstance(value, tuple):
        yield from printer.question(question_id)
        return
    first, *others = question.columns
    lines: list[str] = []
    for number, row in enumerate((one for one in value if isinstance(one, Mapping)), 1):
        lines.append(printer.words("paper.numbered", number=number, words=str(row.get(first.id, ""))))
        lines += [
            printer.words("paper.labelled", label=column.label, words=str(row[column.id]))
            for column in others
            if column.id in row
        ]
    yield Field(question.label, tuple(lines))
