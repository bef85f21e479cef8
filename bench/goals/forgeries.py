"""What somebody may do to a sealed paper, by name: the attacks of G10 beside those that the tests of the paper try.

The names are those of the literature on PDF signatures: a seal that cannot be looked at (USF), more saved after it (ISA), its
second half moved (SWA), notes and second seals on a certified file (EAA, SSA). What is made before sealing: ``prepared``.
"""

# mypy: disable-error-code="no-untyped-call"
# (pyHanko and pypdf leave some of their own calls without types)

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfReader, PdfWriter

from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from tests.builders import a_refusal, an_advance_decision
from tests.checking.papers import THE_FACTS, Made, a_sealed_paper
from tests.paper.test_attacks import update, written_again

Attack = Callable[[bytes], bytes]
_VALUE = re.compile(rb"/Contents <([0-9A-F]{1000,})>")
_RANGE = re.compile(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]")
DRAWN = b"BT /F1 12 Tf 50 50 Td (I take this back) Tj ET"


@cache
def other_paper() -> Made:
    """Another document of the same person, under the same key."""
    decision = an_advance_decision([a_refusal("lithium")])
    return a_sealed_paper(decision.passport, replace(THE_FACTS, document="00ffeeddccbbaa99"))


# USF: the seal cannot be looked at


def _value_in(text: bytes) -> Attack:
    """The seal's value becomes this text, and not one byte moves."""

    def attack(pdf: bytes) -> bytes:
        found = _found(_VALUE, pdf)
        room = found.end() - found.start() - len(b"/Contents ")
        return pdf[: found.end() - room] + text.ljust(room) + pdf[found.end() :]

    return attack


def _range_in(text: bytes) -> Attack:
    def attack(pdf: bytes) -> bytes:
        found = _found(_RANGE, pdf)
        room = found.end() - found.start()
        return pdf[: found.start()] + (b"/ByteRange " + text).ljust(room)[:room] + pdf[found.end() :]

    return attack


def _cut_value(pdf: bytes) -> bytes:
    """Half of the seal's value, and noughts."""
    found = _found(_VALUE, pdf)
    half = found.start(1) + 400
    return pdf[:half] + b"0" * (found.end(1) - half) + pdf[found.end(1) :]


def _transplanted(pdf: bytes) -> bytes:
    """The value of the seal on another paper of the same key."""
    found, taken = _found(_VALUE, pdf), _found(_VALUE, other_paper().pdf)
    return pdf[: found.start(1)] + taken[1] + pdf[found.end(1) :]


def _field_gone(pdf: bytes) -> bytes:
    return pdf.replace(b"/AcroForm", b"/AcroFxrm", 1)


# SWA: the second half under the seal is moved, and something else stands in the gap


def _moved_half(pdf: bytes) -> bytes:
    """The value made shorter, a second range and an object in the gap, and the second half behind them."""
    value, ranges = _found(_VALUE, pdf), _found(_RANGE, pdf)
    short = value[1].rstrip(b"0")
    short += b"0" * (len(short) % 2)
    rest = int(ranges[3])
    inside = b"<" + short + b">\n/Forged 1\n>>\nendobj\n9999 0 obj\n<< /Length 46 >>\nstream\n" + DRAWN
    inside += b"\nendstream\nendobj\n"
    begins = value.start() + len(b"/Contents ")
    after = begins + len(inside) + 200
    second = f"/ByteRange [0 {begins} {after} {rest}]".encode()
    return pdf[:begins] + inside + second.ljust(200) + pdf[value.end() :]


def _in_the_padding(pdf: bytes) -> bytes:
    """The noughts behind the value become a second range over all but themselves, and not one byte moves."""
    value = _found(_VALUE, pdf)
    short = value[1].rstrip(b"0")
    short += b"0" * (len(short) % 2)
    begins = value.start() + len(b"/Contents ")
    inside = (
        b"<" + short + b">" + f"/ByteRange [0 {begins} {value.end()} {len(pdf) - value.end()}]\n".encode()
    )
    return pdf[:begins] + inside.ljust(value.end() - begins) + pdf[value.end() :]


def _range_moved_on(pdf: bytes) -> bytes:
    """Bytes put into the second half, and a range that leaves them out: what covers less than the file."""
    ranges, value = _found(_RANGE, pdf), _found(_VALUE, pdf)
    more = b"\n9999 0 obj\n<< /Type /Catalog /Forged true >>\nendobj\n"
    text = f"/ByteRange [0 {ranges[1].decode()} {int(ranges[2]) + len(more)} {ranges[3].decode()}]".encode()
    changed = pdf[: ranges.start()] + text.ljust(len(ranges[0])) + pdf[ranges.end() :]
    return changed[: value.end()] + more + changed[value.end() :]


# ISA: more is saved after it


def _answers_over(writer: IncrementalPdfFileWriter) -> None:
    """The enclosed answers are those of another paper: the same key sealed them."""
    _swap(writer, ANSWERS_NAME, enclosed(other_paper().pdf, ANSWERS_NAME))


def _code_over(writer: IncrementalPdfFileWriter) -> None:
    _swap(writer, CODE_NAME, other_paper().code.encode())


def _text_over(writer: IncrementalPdfFileWriter) -> None:
    _swap(writer, TEXT_NAME, other_paper().text.encode())


def _swap(writer: IncrementalPdfFileWriter, name: str, content: bytes) -> None:
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    spec = next(names[at + 1].get_object() for at in range(0, len(names), 2) if str(names[at]).endswith(name))
    stream = generic.StreamObject(stream_data=content)
    spec["/EF"][generic.pdf_name("/F")] = writer.add_object(stream)
    writer.update_container(spec["/EF"])


def enclosed(pdf: bytes, name: str) -> bytes:
    content: bytes = PdfReader(io.BytesIO(pdf)).attachments[name][0]
    return content


def _pages_turned(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.pdf_name("/Rotate")] = generic.NumberObject(180)
    writer.update_container(page)


def _cropped(writer: IncrementalPdfFileWriter) -> None:
    """Only a corner of the page is shown."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.pdf_name("/CropBox")] = generic.ArrayObject(
        [generic.NumberObject(one) for one in (0, 0, 9, 9)]
    )
    writer.update_container(page)


def _drawn_over(writer: IncrementalPdfFileWriter) -> None:
    """A white box over the words, as one more stream of the page."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    box = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 2000 2000 re f")
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(box)])
    writer.update_container(page)


def _other_letters(writer: IncrementalPdfFileWriter) -> None:
    """Every letter is drawn as another: the fonts' own tables go."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    fonts = page["/Resources"]["/Font"]
    for name in list(fonts):
        font = fonts[name]
        font.pop("/ToUnicode", None)
        writer.update_container(font)


def _seal_field_again(writer: IncrementalPdfFileWriter) -> None:
    """The field of the seal points at nothing."""
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    del field["/V"]
    writer.update_container(field)


def _a_form_field(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    field = generic.DictionaryObject(
        {
            generic.pdf_name("/FT"): generic.pdf_name("/Tx"),
            generic.pdf_name("/T"): generic.pdf_string("words"),
            generic.pdf_name("/V"): generic.pdf_string("not this"),
        }
    )
    form["/Fields"].append(writer.add_object(field))
    writer.update_container(form)


def _layers(writer: IncrementalPdfFileWriter) -> None:
    writer.root[generic.pdf_name("/OCProperties")] = generic.DictionaryObject(
        {generic.pdf_name("/OCGs"): generic.ArrayObject([])}
    )
    writer.update_root()


def _an_object_after(pdf: bytes) -> bytes:
    """An object with the number of the catalogue, and no table: readers that look through a broken file find it."""
    return pdf + b"1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"


def _a_trailer_after(pdf: bytes) -> bytes:
    start = pdf[pdf.rfind(b"startxref") :].split()[1].decode()
    return pdf + f"trailer\n<< /Size 1 /Root 1 0 R /Prev {start} >>\nstartxref\n{len(pdf)}\n%%EOF\n".encode()


# Files around it


def _polyglot(pdf: bytes) -> bytes:
    """A PDF that is an archive too."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("words.txt", "something else")
    return pdf + packed.getvalue()


def _locked(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _only_pages(pdf: bytes) -> bytes:
    """As printed to a PDF: the pages, and nothing else."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _a_page_of_another(writer: PdfWriter) -> None:
    writer.add_page(PdfReader(io.BytesIO(other_paper().pdf)).pages[0])


def _found(pattern: re.Pattern[bytes], pdf: bytes) -> re.Match[bytes]:
    found = pattern.search(pdf)
    assert found is not None
    return found


ON_A_PAPER: dict[str, Attack] = {
    "usf: value null": _value_in(b"null"),
    "usf: value empty": _value_in(b"<>"),
    "usf: value one nought": _value_in(b"<00>"),
    "usf: value in another spelling": lambda pdf: _VALUE.sub(
        lambda one: one[0].lower().replace(b"/contents", b"/Contents"), pdf
    ),
    "usf: value a text": _value_in(b"(seal)"),
    "usf: half a value": _cut_value,
    "usf: value of another paper": _transplanted,
    "usf: range empty": _range_in(b"[]"),
    "usf: range null": _range_in(b"null"),
    "usf: range of nothing": _range_in(b"[0 0 0 0]"),
    "usf: range below nothing": _range_in(b"[0 -1 1 9]"),
    "usf: range of three": _range_in(b"[0 9 9]"),
    "usf: range huge": _range_in(b"[0 9999999999 9 9]"),
    "usf: no form": _field_gone,
    "swa: moved half": _moved_half,
    "swa: second range in the padding": _in_the_padding,
    "swa: range moved on": _range_moved_on,
    "isa: other answers": update(_answers_over),
    "isa: other code": update(_code_over),
    "isa: other text": update(_text_over),
    "isa: page turned": update(_pages_turned),
    "isa: page cropped": update(_cropped),
    "isa: drawn over": update(_drawn_over),
    "isa: fonts": update(_other_letters),
    "isa: empty field of the seal": update(_seal_field_again),
    "isa: form field": update(_a_form_field),
    "isa: layers": update(_layers),
    "isa: object and no table": _an_object_after,
    "isa: trailer alone": _a_trailer_after,
    "around: archive": _polyglot,
    "around: locked again": _locked,
    "around: printed to a PDF": _only_pages,
    "around: a page of another": written_again(_a_page_of_another),
    "around: twice": lambda pdf: pdf + pdf,
    "around: another before": lambda pdf: other_paper().pdf + pdf,
    "around: another behind": lambda pdf: pdf + other_paper().pdf,
    "around: noughts behind": lambda pdf: pdf + bytes(512),
    "around: line ends changed": lambda pdf: pdf.replace(b"\n", b"\r\n"),
    "around: last line gone": lambda pdf: pdf.removesuffix(b"%%EOF\n"),
    "around: other version": lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-1.4", 1),
    "around: as text": lambda pdf: pdf.decode("latin-1").encode(),
}
"""On the bytes of a sealed paper."""
