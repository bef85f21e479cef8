"""What somebody might do to a sealed paper, done with real tools: each is found, and the report says which fact failed.

Each attack first shows that it worked on the file (a reader opens it and sees the change), so that a test cannot pass
because the attack did nothing.
"""

# mypy: disable-error-code="no-untyped-call"
# (pyHanko and pypdf leave some of their own calls without types)

import io
import random
import re
from collections.abc import Callable
from datetime import date

import pytest
from asn1crypto import keys, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from passport.checking.check import check_bytes, check_text
from passport.checking.report import Report
from passport.errors import Exit
from passport.keys.trust import Met
from passport.paper.enclose import ANSWERS_NAME
from passport.qr.token import PREFIX
from tests.builders import a_refusal, an_advance_decision
from tests.checking.papers import SOMEONE_ELSE, WORDS, a_sealed_paper

TODAY = date(2026, 12, 24)
PAPER = a_sealed_paper(an_advance_decision([a_refusal(), a_refusal("haloperidol")]).passport)
Attack = Callable[[bytes], bytes]


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


def _byte_range(pdf: bytes) -> bytes:
    """Move the hole of the seal, so that bytes beside it are not under it."""
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf)
    assert found is not None
    first, after, rest = (int(one) for one in found.groups())
    changed = f"/ByteRange [0 {first - 1} {after} {rest}]".encode()
    return pdf[: found.start()] + changed.ljust(len(found[0])) + pdf[found.end() :]


ATTACKS: dict[str, Attack] = {
    "update_other_page_text": update(_another_page_text),
    "update_note": update(_note),
    "update_script": update(_opens_a_script),
    "update_title": update(_other_title),
    "second_seal": _second_seal,
    "again_as_it_is": written_again(lambda _writer: None),
    "again_one_more_file": written_again(_one_more_file),
    "again_other_answers": written_again(_other_answers),
    "again_free_text": written_again(_free_text),
    "again_a_page_less": written_again(_a_page_less),
    "byte_range": _byte_range,
    "bytes_after_the_end": lambda pdf: pdf + b"\n% more\n",
    "another_eof": lambda pdf: pdf + b"startxref\n0\n%%EOF\n",
    "seal_cut_out": lambda pdf: pdf.replace(b"/ByteRange", b"/ByteRanqe"),
    "subfilter": lambda pdf: pdf.replace(b"ETSI.CAdES.detached", b"adbe.pkcs7.detached"),
}


@pytest.mark.parametrize("name", list(ATTACKS))
def test_each_attack_is_found(name: str) -> None:
    changed = ATTACKS[name](PAPER.pdf)
    assert changed != PAPER.pdf
    assert PdfReader(io.BytesIO(changed)).pages

    found = report(changed)

    assert found.exit_code == Exit.FOUND
    assert all(one.sentence for one in found.found)


def test_the_paper_itself_has_nothing_found() -> None:
    assert report(PAPER.pdf).exit_code == Exit.DONE


def test_a_hidden_update_is_named_as_something_added_or_changed() -> None:
    ids = {one.id for one in report(ATTACKS["update_note"](PAPER.pdf)).found}
    assert ids & {"seal", "added", "ours"}


def test_no_single_changed_byte_passes() -> None:
    """Seeded, over the whole file and every byte of the seal's own value, its padding included."""
    rng = random.Random(20261123)
    found = re.search(rb"/Contents <([0-9A-F]+)>", PAPER.pdf)
    assert found is not None
    inside = range(*found.span(1))
    places = [
        *rng.sample(range(len(PAPER.pdf)), 60),
        *rng.sample(inside, 30),
        found.end(1) - 1,
        found.start(1),
    ]
    from passport.errors import PassportError
    from passport.paper.unwrap import unwrap

    passed = []
    for place in places:
        changed = bytearray(PAPER.pdf)
        changed[place] ^= 1 << rng.randrange(8)
        try:
            whole = unwrap(bytes(changed)).sealed_whole and unwrap(bytes(changed)).one_revision
        except PassportError:
            whole = False
        except Exception:  # noqa: BLE001  # a parser's own complaint: the child makes it "unreadable"
            whole = False
        if whole:
            passed.append(place)
    assert passed == []


def test_no_changed_letter_of_a_code_passes() -> None:
    """Base45 has 45 letters: every place gets another one; the padding bits of the last byte are among them."""
    rng = random.Random(20261123)
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    assert check_text(PAPER.code, TODAY, Met(), WORDS).exit_code == Exit.DONE
    for place in range(len(PREFIX), len(PAPER.code)):
        other = rng.choice([one for one in letters if one != PAPER.code[place]])
        changed = PAPER.code[:place] + other + PAPER.code[place + 1 :]
        assert check_text(changed, TODAY, Met(), WORDS).exit_code == Exit.FOUND, place
    for last in letters:
        changed = PAPER.code[:-1] + last
        same = changed == PAPER.code
        assert (check_text(changed, TODAY, Met(), WORDS).exit_code == Exit.DONE) is same
