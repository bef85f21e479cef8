"""What somebody prepares before a paper is sealed, for G10: shadow attacks, files of another paper, and other keys.

A page that is only drawn over before its own person seals it is no forgery (``not_seen``): docs/proof.md says so.
"""

# mypy: disable-error-code="no-untyped-call"
# (pyHanko and pypdf leave some of their own calls without types)

from collections.abc import Callable

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from bench.goals.forgeries import DRAWN, enclosed, other_paper
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from tests.builders import a_refusal, an_advance_decision
from tests.checking.papers import SOMEONE_ELSE, a_sealed_paper
from tests.paper.test_attacks import DECISION, update
from tests.paper.test_sealed_anew import ANEW, sealed_anew

# Shadow: the pages were prepared before they were sealed, with the real key


def _hides(pdf_writer: PdfWriter) -> None:
    """A page that shows only what a reader is to see: the words are still there, outside of what is shown."""
    page = pdf_writer.pages[0]
    over = DecodedStreamObject()
    over.set_data(b"1 1 1 rg 0 0 2000 2000 re f " + DRAWN)
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), pdf_writer._add_object(over)])


def _replaces(pdf_writer: PdfWriter) -> None:
    """A text field over the words, whose look can be changed without a word of the page."""
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/Rect"): ArrayObject([NumberObject(one) for one in (0, 0, 500, 500)]),
        }
    )
    pdf_writer.pages[0][NameObject("/Annots")] = ArrayObject([pdf_writer._add_object(field)])


def _hides_another_page(pdf_writer: PdfWriter) -> None:
    """A whole second set of words that nothing points to yet."""
    stream = DecodedStreamObject()
    stream.set_data(DRAWN)
    pdf_writer.root_object[NameObject("/PieceInfo")] = pdf_writer._add_object(stream)


def _uncovered(writer: IncrementalPdfFileWriter) -> None:
    """Hide: what lay over the words is gone, by an update that changes no word."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = page["/Contents"].raw_get(0)
    writer.update_container(page)


def _shown(writer: IncrementalPdfFileWriter) -> None:
    """Hide and replace: the page points to the hidden words, by an update that only changes what points where."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.root.raw_get("/PieceInfo")
    writer.update_container(page)


def _other_files(**files: bytes) -> Callable[[], bytes]:
    """Made by the same key with the enclosed files of another document."""
    names = {"answers": ANSWERS_NAME, "code": CODE_NAME, "text": TEXT_NAME}
    return lambda: (
        a_sealed_paper(DECISION.passport, files={names[name]: content for name, content in files.items()}).pdf
    )


def prepared() -> dict[str, Callable[[], bytes]]:
    """What has to be made before it is sealed, or with keys."""
    made: dict[str, Callable[[], bytes]] = {
        f"sealed anew: {name}": lambda change=change, key=key: sealed_anew(change, key)  # type: ignore[misc]
        for name, (change, key, _) in ANEW.items()
    }
    made |= {
        "shadow: hide, then uncovered": lambda: update(_uncovered)(sealed_anew(_hides)),
        "shadow: replace": lambda: sealed_anew(_replaces),
        "shadow: hide and replace": lambda: update(_shown)(sealed_anew(_hides_another_page)),
        "swapped: answers of another": _other_files(answers=enclosed(other_paper().pdf, ANSWERS_NAME)),
        "swapped: code of another": _other_files(code=other_paper().code.encode()),
        "swapped: text of another": _other_files(text=other_paper().text.encode()),
        "swapped: no code": _other_files(code=b""),
        "swapped: pages of another": lambda: (
            a_sealed_paper(
                DECISION.passport, page_says=an_advance_decision([a_refusal("lithium")]).passport
            ).pdf
        ),
        "wrong key: pages": lambda: a_sealed_paper(DECISION.passport, sealed_by=SOMEONE_ELSE).pdf,
        "wrong key: answers": lambda: (
            a_sealed_paper(
                DECISION.passport,
                files={
                    ANSWERS_NAME: enclosed(
                        a_sealed_paper(DECISION.passport, identity=SOMEONE_ELSE).pdf, ANSWERS_NAME
                    )
                },
            ).pdf
        ),
    }
    return made


def not_seen() -> dict[str, Callable[[], bytes]]:
    """What our check cannot see: a box drawn over the words, sealed by the person's own key. It reads words, it does not look.

    Nobody without that key can make one, and this program draws its pages itself. docs/proof.md says so.
    """
    return {"shadow: hide": lambda: sealed_anew(_hides)}
