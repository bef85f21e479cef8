"""What somebody might do to a sealed paper, done with real tools: each is found, and the report says which fact failed.

Each attack first shows that it worked on the file: another reader opens it and sees the change, and did not see it
before. So a test cannot pass because the attack did nothing. What is changed and sealed anew: test_sealed_anew.py.
"""

# mypy: disable-error-code="no-untyped-call"
# (pyHanko and pypdf leave some of their own calls without types)

import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from asn1crypto import keys, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from passport.checking.check import check_bytes
from passport.checking.report import Report
from passport.errors import Exit
from passport.keys.trust import Met
from passport.paper.enclose import ANSWERS_NAME
from tests.builders import a_refusal, an_advance_decision
from tests.checking.papers import SOMEONE_ELSE, WORDS, a_sealed_paper

TODAY = date(2026, 12, 24)
DECISION = an_advance_decision([a_refusal(), a_refusal("haloperidol")])
PAPER = a_sealed_paper(DECISION.passport)
Attack = Callable[[bytes], bytes]
Sees = Callable[[PdfReader], object]


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def report(pdf: bytes) -> Report:
    return check_bytes(pdf, TODAY, Met(), WORDS)


def update(change: Callable[[IncrementalPdfFileWriter], None]) -> Attack:
    """An incremental update, as PDF editors make it: the sealed bytes stay, and more follow."""

    def attack(pdf: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return attack


def _another_page_text(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 50 50 Td (I take this back) Tj ET")
    page["/Contents"] = writer.add_object(stream)
    writer.update_container(page)


def _note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    note = generic.DictionaryObject(
        {
            generic.NameObject("/Type"): generic.NameObject("/Annot"),
            generic.NameObject("/Subtype"): generic.NameObject("/Text"),
            generic.NameObject("/Rect"): generic.ArrayObject(
                [generic.NumberObject(one) for one in (1, 1, 9, 9)]
            ),
            generic.NameObject("/Contents"): generic.TextStringObject("ignore this page"),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def _opens_a_script(writer: IncrementalPdfFileWriter) -> None:
    script = generic.DictionaryObject(
        {
            generic.NameObject("/S"): generic.NameObject("/JavaScript"),
            generic.NameObject("/JS"): generic.TextStringObject("app.alert(1)"),
        }
    )
    writer.root["/OpenAction"] = writer.add_object(script)
    writer.update_root()


def _other_title(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(
        generic.DictionaryObject({generic.NameObject("/Title"): generic.TextStringObject("Other")})
    )


def _second_seal(pdf: bytes) -> bytes:
    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(SOMEONE_ELSE.certificate),
        signing_key=keys.PrivateKeyInfo.load(SOMEONE_ELSE.private_der()),
        cert_registry=SimpleCertificateStore(),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("Second"))
    about = signers.PdfSignatureMetadata(field_name="Second", md_algorithm="sha256")
    out = io.BytesIO()
    try:
        signers.PdfSigner(about, signer=signer).sign_pdf(writer, output=out)
    except Exception:  # noqa: BLE001  # pyHanko itself refuses where a seal forbids it: the plain field is left
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        fields.append_signature_field(writer, fields.SigFieldSpec("Second"))
        writer.write(out)
    return out.getvalue()


def written_again(change: Callable[[PdfWriter], None]) -> Attack:
    """The whole file written anew by another program."""

    def attack(pdf: bytes) -> bytes:
        writer = PdfWriter(clone_from=io.BytesIO(pdf))
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return attack


def _one_more_file(writer: PdfWriter) -> None:
    writer.add_attachment("more.txt", b"more")


def _other_answers(writer: PdfWriter) -> None:
    for name in list(writer.attachments):
        if name == ANSWERS_NAME:
            writer.add_attachment(name, b"other answers")


def _free_text(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="not this", rect=(50, 50, 200, 100)))


def _a_page_less(writer: PdfWriter) -> None:
    writer.remove_page(0)


def _title_in_place(pdf: bytes) -> bytes:
    """The words of the title in capitals, in /Info and in the XMP, and not one byte moved."""
    title = _title(opened(pdf)).encode()
    assert pdf.count(title) >= 1
    return pdf.replace(title, title.upper())


def _byte_range(pdf: bytes) -> bytes:
    """Move the hole of the seal, so that bytes beside it are not under it."""
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf)
    assert found is not None
    first, after, rest = (int(one) for one in found.groups())
    changed = f"/ByteRange [0 {first - 1} {after} {rest}]".encode()
    return pdf[: found.start()] + changed.ljust(len(found[0])) + pdf[found.end() :]


# What another reader sees


def _whole(reader: PdfReader) -> bytes:
    reader.stream.seek(0)
    return bytes(reader.stream.read())


def _drawn(reader: PdfReader) -> bytes:
    contents = reader.pages[0].get_contents()
    return contents.get_data() if contents is not None else b""


def _tail(reader: PdfReader) -> bytes:
    return _whole(reader)[-6:]


def _title(reader: PdfReader) -> str:
    return str(reader.metadata.title) if reader.metadata else ""


def _by_pypdf(reader: PdfReader) -> bool:
    return _whole(reader) != PAPER.pdf and [page.extract_text() for page in reader.pages] == [
        page.extract_text() for page in opened(PAPER.pdf).pages
    ]


def _annotations(reader: PdfReader, kind: str) -> bool:
    return any(
        one.get_object()["/Subtype"] == kind for page in reader.pages for one in page.get("/Annots", [])
    )


def _seal_of(reader: PdfReader) -> Any:
    return (reader.get_fields() or {})["Seal"]["/V"].get_object()


def _range(reader: PdfReader) -> list[int]:
    return [int(one) for one in _seal_of(reader)["/ByteRange"]]


def _allows(reader: PdfReader) -> int:
    return int(_seal_of(reader)["/Reference"][0].get_object()["/TransformParams"]["/P"])


ATTACKS: dict[str, tuple[Attack, Sees, str]] = {
    "update_other_page_text": (
        update(_another_page_text),
        lambda reader: b"I take this back" in _drawn(reader),
        "seal",
    ),
    "update_note": (update(_note), lambda reader: _annotations(reader, "/Text"), "seal"),
    "update_script": (update(_opens_a_script), lambda reader: "/OpenAction" in reader.root_object, "seal"),
    "update_title": (update(_other_title), lambda reader: _title(reader) == "Other", "seal"),
    "second_seal": (_second_seal, lambda reader: len(reader.get_fields() or {}) == 2, "seal"),
    "again_as_it_is": (written_again(lambda _writer: None), _by_pypdf, "seal"),
    "again_one_more_file": (
        written_again(_one_more_file),
        lambda reader: "more.txt" in reader.attachments,
        "seal",
    ),
    "again_other_answers": (
        written_again(_other_answers),
        lambda reader: b"other answers" in reader.attachments[ANSWERS_NAME],
        "ours",
    ),
    "again_free_text": (
        written_again(_free_text),
        lambda reader: _annotations(reader, "/FreeText"),
        "seal",
    ),
    "again_a_page_less": (
        written_again(_a_page_less),
        lambda reader: len(reader.pages) < len(opened(PAPER.pdf).pages),
        "seal",
    ),
    "title_in_place": (_title_in_place, lambda reader: _title(reader).isupper(), "seal"),
    "byte_range": (_byte_range, lambda reader: _range(reader) != _range(opened(PAPER.pdf)), "seal"),
    "subfilter": (
        lambda pdf: pdf.replace(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached"),
        lambda reader: _seal_of(reader)["/SubFilter"] == "/adbe.pkcs7.detached",
        "seal",
    ),
    "allows_changes": (
        lambda pdf: re.sub(rb"/P 1\b(?=[^>]*>>)", b"/P 3", pdf),
        lambda reader: _allows(reader) == 3,
        "seal",
    ),
    "seal_cut_out": (
        lambda pdf: pdf.replace(b"/ByteRange", b"/ByteRanqe"),
        lambda reader: "/ByteRange" not in _seal_of(reader),
        "seal",
    ),
    "value_of_noughts": (
        lambda pdf: re.sub(rb"(?<=/Contents <)[0-9A-F]{1000,}", lambda value: b"0" * len(value[0]), pdf),
        lambda reader: not any(_seal_of(reader)["/Contents"].original_bytes),
        "seal",
    ),
    "bytes_after_the_end": (
        lambda pdf: pdf + b"\n% more\n",
        lambda reader: _tail(reader) != b"%%EOF\n",
        "seal",
    ),
    "another_end": (
        lambda pdf: pdf + pdf[pdf.rfind(b"startxref") :],
        lambda reader: _whole(reader).count(b"%%EOF") == 2,
        "seal",
    ),
    "bytes_before_the_start": (
        lambda pdf: b"%\n" + pdf,
        lambda reader: not _whole(reader).startswith(b"%PDF"),
        "ours",
    ),
}
"""The attack, what another reader sees of it, and the fact that says so."""


@pytest.mark.parametrize("name", list(ATTACKS))
def test_each_attack_is_found_and_named(name: str) -> None:
    attack, sees, fact = ATTACKS[name]
    changed = attack(PAPER.pdf)
    assert sees(opened(changed))
    assert not sees(opened(PAPER.pdf))

    found = report(changed)

    assert found.exit_code == Exit.FOUND
    assert [one.id for one in found.found] == [fact]
    assert found.found[0].sentence
    assert found.document == {}, "nothing of a changed paper is shown as its words"


def test_the_paper_itself_has_nothing_found() -> None:
    """The control for all of them."""
    assert report(PAPER.pdf).exit_code == Exit.DONE
    assert report(PAPER.pdf).document
