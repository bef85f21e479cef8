"""Papers that are signed and certified in Scotland: the advance statement, and the notice that withdraws one.

2003 Act (Scotland) s.275(2)(e) and (3): the witness certifies in writing on the paper itself, so the words of the certificate
stand in the witness's own box, with the list of who may be the witness beside it.
"""

from collections.abc import Iterator, Sequence

from passport.forms.conditions import form_of_link
from passport.law.made import signing_that_counts
from passport.law.papers import papers
from passport.paper.document import (
    Block,
    Field,
    Front,
    Heading,
    Pair,
    Panel,
    Paragraph,
    SignatureBox,
    Signatures,
)
from passport.paper.lines import Printer
from passport.record.answers import named
from passport.wording.words import labelled

NOTICE = "withdrawal_notice"
_JOB = "_" * 18
"""Room to write a job in the middle of a sentence."""
_NONE = "none_of_these"
_WISHES = ("sa_want", "sa_not", "sa_why")
_PERSONAL = "sa_personal"
_PAPER, _PART, _PART_WORDS = "wd_doc", "wd_part", "wd_part_words"
_NOTICE = (_PART_WORDS, "wd_when", "wd_how", "wd_able", "wd_replaced")


def front(printer: Printer) -> Iterator[Block]:
    """What a stranger needs first."""
    yield Panel(printer.pack.words["staff_line"], (printer.pack.words["staff_use"],))


def body(printer: Printer) -> Iterator[Block]:
    """The wishes, then everything else that was shared; how it was signed comes at its end."""
    yield Heading(2, printer.pack.title)
    for question in _WISHES:
        yield from printer.question(question)
    yield from printer.the_rest(frozenset({*_WISHES, _PERSONAL, *_of_signing(printer)}))


def signatures(printer: Printer) -> Iterator[Block]:
    """The signature made under this text; or room for it and for the witness, on one page."""
    signing = signing_that_counts(printer.section)
    if printer.section.id in printer.standing.changed:
        # Who was the witness is left out: that signature was for other words.
        yield Heading(2, printer.words("paper.signed_heading"))
        yield Paragraph(printer.words("paper.signed_before"), strong=True)
    else:
        yield from _written_down(printer, _of_signing(printer))
        if signing is not None:
            return
    yield from _to_sign(printer, "sa_wit_class")


def personal(printer: Printer) -> Iterator[Block]:
    """What is no part of the statement, on a sheet of its own."""
    own = list(printer.question(_PERSONAL))
    if own:
        yield Heading(2, printer.pack.words["personal_title"], new_page=True)
        yield Paragraph(printer.pack.words["personal_apart"], strong=True)
        yield from own


def notice_front(printer: Printer) -> Iterator[Block]:
    """Which paper it is about, and what to do."""
    kind = (
        "withdraw" if _by_notice(printer) else "part" if printer.section.value(_PART) == "part" else "stopped"
    )
    if kind == "withdraw" and printer.section.value("wd_scot_signed") == "yes":
        kind = "withdrawn"
    yield Panel(_line(printer, kind), (printer.pack.words[f"{kind}_ask"],))


def notice(printer: Printer) -> Iterator[Block]:
    """The few facts, then whatever else was shared."""
    for question in _NOTICE:
        yield from printer.question(question)
    yield from printer.the_rest(frozenset({_PAPER, _PART, *_NOTICE, *_of_ceremony(printer)}))


def notice_signatures(printer: Printer) -> Iterator[Block]:
    """Where the law asks for it: the signature and the witness's box, or what was written down of them."""
    if not _by_notice(printer):
        return
    yield from _written_down(printer, _of_ceremony(printer))
    if printer.section.value("wd_scot_signed") != "yes":
        yield from _to_sign(printer, "wd_scot_wit_class", (_line(printer, "withdraw"),))


def on_one_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A notice as a front: it is filed as one sheet, so who it is about stands beside what they decided."""
    starts = [at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 2]
    if len(starts) < 2:
        return (Front(tuple(blocks)),)
    who, decided, *later = starts
    end = next(
        (at for at, one in enumerate(blocks) if at > decided and not isinstance(one, (Heading, Field))), 0
    )
    last = min(at for at in (*later, end or len(blocks)) if at > decided)
    pair = Pair(tuple(blocks[who:decided]), tuple(blocks[decided:last]))
    return (Front((*blocks[:who], pair, *blocks[last:])),)


def _line(printer: Printer, kind: str) -> str:
    """What the notice says, with the paper it is about."""
    paper = printer.section.answers.get(_PAPER)
    title = named(paper.words) if paper is not None else printer.words("paper.untitled")
    return printer.pack.words[f"{kind}_line"].format(paper=title)


def _written_down(printer: Printer, questions: tuple[str, ...]) -> Iterator[Panel]:
    """What was written down of the signing, a line for each; nothing where nothing was."""
    facts = [block for one in questions for block in printer.question(one) if isinstance(block, Field)]
    lines = (labelled(one.label, ", ".join(one.lines)) for one in facts)
    if facts:
        yield Panel(printer.words("paper.signed_heading"), (printer.words("paper.signed_note"), *lines))


def _to_sign(printer: Printer, classes: str, says: tuple[str, ...] = ()) -> Iterator[Block]:
    """Room to sign; and the witness's box with the certificate in it and who may be the witness beside it."""
    words, say = printer.pack.words, printer.words
    asked = printer.pack.question(classes)
    listed = tuple(one.label for one in asked.choices if one.id != _NONE) if asked is not None else ()
    signature, date = say("paper.signature"), say("paper.date")
    mine = SignatureBox(words["signature_me"], (signature,), says=says, on_first=date)
    witness = SignatureBox(
        words["certificate_title"],
        (signature, words["signature_name"], words["signature_address"]),
        on_first=date,
        says=(
            words["certificate_staff"].format(job=_JOB, name=printer.name or say("paper.this_person")),
            words["certificate_same_paper"],
        ),
        beside_title=words["classes_title"],
        beside=(*listed, words["classes_not"]),
    )
    yield Signatures(say("paper.signatures"), (mine, witness))


def _of_signing(printer: Printer) -> tuple[str, ...]:
    """The questions about the signing, in the form's order: what was done with the paper, but not who has it."""
    done = papers()[printer.pack.id].done
    kept = printer.pack.questions()
    return tuple(one.id for one in kept if one.id in done and one.id not in {"sa_sent_board", "sa_mwc"})


def _of_ceremony(printer: Printer) -> tuple[str, ...]:
    return tuple(one.id for one in printer.pack.questions() if one.id.startswith("wd_scot_"))


def _by_notice(printer: Printer) -> bool:
    """Whether the paper it names stops by a signed notice only."""
    form = form_of_link(printer.section.value(_PAPER))
    return form in papers() and papers()[form].stops_by_notice
