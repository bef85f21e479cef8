"""What somebody might do to a sealed paper, done with real tools: each is found, and the report says which fact failed.

Each attack first shows that it worked on the file: another reader opens it and sees the change, and did not see it
before. So a test cannot pass because the attack did nothing.
"""

# mypy: disable-error-code="no-untyped-call"
# (pyHanko and pypdf leave some of their own calls without types)

import io
import os
import random
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
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from passport.checking.check import check_bytes, check_text
from passport.checking.report import Report
from passport.errors import Exit, PassportError
from passport.keys.identity import Identity
from passport.keys.trust import Met
from passport.paper.enclose import ANSWERS_NAME
from passport.paper.seal import seal_pdf
from passport.paper.unwrap import unwrap
from passport.qr import base45
from passport.qr.token import PREFIX
from passport.record.passport import Passport
from tests.builders import a_refusal, an_advance_decision, who
from tests.checking import papers
from tests.checking.papers import ALEX, SOMEONE_ELSE, THE_FACTS, WORDS, a_sealed_paper

TODAY = date(2026, 12, 24)
DECISION = an_advance_decision([a_refusal(), a_refusal("haloperidol")])
PAPER = a_sealed_paper(DECISION.passport)
SMALL = a_sealed_paper(Passport((who(am_name="Alex Morgan"),)))
"""The smallest paper: every byte of it counts more."""
Attack = Callable[[bytes], bytes]
Sees = Callable[[PdfReader], object]
CHANGES = int(os.environ.get("PAPER_CHANGES", "120"))
"""How many changed papers to try; the full proof takes more."""


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


# Somebody writes the file anew and seals it themselves: then the seal is whole, and another fact must speak


def sealed_anew(change: Callable[[PdfWriter], None], identity: Identity = ALEX) -> bytes:
    """Our pages before they were sealed, changed, and sealed by this key as ``share`` seals."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(papers, "seal_pdf", lambda pages, *_given: pages)
        pages = a_sealed_paper(DECISION.passport).pdf
    again = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pages))
    change(writer)
    writer.write(again)
    return seal_pdf(again.getvalue(), identity, THE_FACTS)


def _script(writer: PdfWriter) -> None:
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)


ANEW: dict[str, tuple[Callable[[PdfWriter], None], Identity, str]] = {
    "a_script": (_script, ALEX, "added"),
    "a_note": (_free_text, ALEX, "added"),
    "one_more_file": (_one_more_file, ALEX, "added"),
    "a_page_less": (_a_page_less, ALEX, "agrees"),
    "a_stranger_s_key": (lambda _writer: None, SOMEONE_ELSE, "key"),
}


@pytest.mark.parametrize("name", list(ANEW))
def test_a_paper_that_was_changed_and_sealed_anew_is_found(name: str) -> None:
    change, identity, fact = ANEW[name]
    found = report(sealed_anew(change, identity))
    assert found.exit_code == Exit.FOUND
    assert [one.id for one in found.found] == [fact]


def test_a_paper_that_was_written_anew_by_its_own_key_without_a_change_is_as_sealed() -> None:
    """The control: it is the change that was found, not the way it was made."""
    assert report(sealed_anew(lambda _writer: None)).exit_code == Exit.DONE


def test_a_whole_forgery_passes_only_where_the_real_key_was_never_met() -> None:
    """Everything made anew under a stranger's key, with the same document id: only a meeting can tell (fact 4)."""
    forged = a_sealed_paper(DECISION.passport, identity=SOMEONE_ELSE).pdf
    met = report(PAPER.pdf).paper
    assert met is not None
    assert report(forged).exit_code == Exit.DONE
    found = check_bytes(forged, TODAY, Met().with_paper(met, TODAY), WORDS)
    assert [one.id for one in found.found] == ["key"]
    assert check_bytes(PAPER.pdf, TODAY, Met().with_paper(met, TODAY), WORDS).exit_code == Exit.DONE


# Any one byte, any one letter


def passes(pdf: bytes) -> bool:
    """Whether the reader would call it whole: what the child does, here, so that hundreds can be tried."""
    try:
        found = unwrap(pdf)
    except PassportError:
        return False
    except Exception:  # noqa: BLE001  # a parser's own complaint: the child makes it "unreadable"
        return False
    return found.sealed_whole


@pytest.mark.parametrize("part", range(4))
def test_no_single_changed_byte_passes(part: int) -> None:
    """Seeded, over the whole file; and over the seal's own value, its padding included."""
    rng = random.Random(20261123 + part)
    hole = re.search(rb"/Contents <([0-9A-F]+)>", SMALL.pdf)
    assert hole is not None
    assert passes(SMALL.pdf)
    half = CHANGES // 8
    places = [*rng.sample(range(len(SMALL.pdf)), half), *rng.sample(range(*hole.span(1)), half)]
    ends = [hole.start(1) - 1, hole.start(1), hole.end(1) - 1, hole.end(1)]
    passed = []
    for place in [*places, ends[part]]:
        changed = bytearray(SMALL.pdf)
        changed[place] ^= 1 << rng.randrange(8)
        if passes(bytes(changed)):
            passed.append(place)
    assert passed == []


LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def test_no_changed_letter_of_a_code_passes() -> None:
    """Base45 has 45 letters: every place gets each of the others, the padding bits of the last byte among them."""
    assert check_text(PAPER.code, TODAY, Met(), WORDS).exit_code == Exit.DONE
    passed = [
        (place, other)
        for place in range(len(PAPER.code))
        for other in LETTERS
        if other != PAPER.code[place]
        and check_text(PAPER.code[:place] + other + PAPER.code[place + 1 :], TODAY, Met(), WORDS).exit_code
        == Exit.DONE
    ]
    assert passed == []


def test_no_other_bits_in_the_bytes_of_a_code_pass() -> None:
    """One bit at a time in what the letters stand for: the last byte's padding, the checksum, the stream, the seal."""
    packed = base45.read(PAPER.code.removeprefix(PREFIX))
    passed = []
    for place in range(len(packed)):
        for bit in range(8):
            changed = bytearray(packed)
            changed[place] ^= 1 << bit
            code = PREFIX + base45.write(bytes(changed))
            if check_text(code, TODAY, Met(), WORDS).exit_code == Exit.DONE:
                passed.append((place, bit))
    assert passed == []


@pytest.mark.parametrize("more", [" ", "0", "00", "\x00", "\u200b", PAPER.code, "\nPIP1:"])
def test_nothing_can_be_put_after_or_before_a_code(more: str) -> None:
    assert check_text(PAPER.code + more, TODAY, Met(), WORDS).exit_code == Exit.FOUND
    if more.strip():
        assert check_text(more + PAPER.code, TODAY, Met(), WORDS).exit_code == Exit.FOUND
