"""passport/paper/unwrap.py: each fact of a PDF by itself, on files that are whole in everything else."""

import hashlib
import io
import re
from functools import cache

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from passport.forms.shelf import shelf
from passport.paper import seal as sealing
from passport.paper.compose import compose
from passport.paper.seal import seal_pdf
from passport.paper.typeset import typeset
from passport.paper.unwrap import unwrap
from passport.qr.draw import svg
from tests.builders import a_refusal, an_advance_decision
from tests.checking.papers import ALEX, THE_FACTS, WORDS, a_sealed_paper


@cache
def pages() -> bytes:
    """The pages of a paper, not yet sealed."""
    passport = an_advance_decision([a_refusal()]).passport
    document = compose(passport, shelf().packs, THE_FACTS, WORDS)
    files = {"answers.cose": b"a", "words.txt": b"b", "code.txt": b"c"}
    return typeset(document, svg("PIP1:ABC"), files, WORDS, large_print=False)


def sealed(pdf: bytes) -> bytes:
    return seal_pdf(pdf, ALEX, THE_FACTS)


def with_more(change: str) -> bytes:
    """The pages with one more thing in them, then sealed by us: everything about the seal is in order."""
    writer = PdfWriter(clone_from=io.BytesIO(pages()))
    root = writer.root_object
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    match change:
        case "action":
            root[NameObject("/OpenAction")] = ArrayObject(
                [writer.pages[0].indirect_reference, NameObject("/Fit")]
            )
        case "script":
            root[NameObject("/OpenAction")] = writer._add_object(script)
        case "annotation":
            writer.add_annotation(0, FreeText(text="not this", rect=(50, 50, 200, 100)))
        case "layer":
            root[NameObject("/OCProperties")] = DictionaryObject({NameObject("/OCGs"): ArrayObject([])})
        case "file":
            writer.add_attachment("more.txt", b"more")
        case "page_action":
            writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    out = io.BytesIO()
    writer.write(out)
    return sealed(out.getvalue())


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("action", "action"),
        ("script", "script"),
        ("annotation", "annotation"),
        ("layer", "layer"),
        ("file", "file"),
        ("page_action", "action"),
    ],
)
def test_what_acts_hides_or_is_added_is_named_even_under_a_whole_seal(change: str, named: str) -> None:
    found = unwrap(with_more(change))

    assert found.sealed_whole
    assert named in found.extra


def test_a_plain_paper_has_nothing_extra() -> None:
    found = unwrap(sealed(pages()))
    assert found.extra == ()
    assert found.sealed_whole
    assert found.one_revision
    assert found.certified
    assert found.signatures == 1


@pytest.mark.parametrize(
    "more",
    [b"\n", b"% more\n", b"startxref\n0\n%%EOF\n", b"trailer\n<< /Prev 10 >>\nstartxref\n0\n%%EOF\n"],
)
def test_anything_after_the_end_is_another_revision(more: bytes) -> None:
    assert not unwrap(sealed(pages()) + more).one_revision


def test_two_ends_in_one_file_are_two_revisions() -> None:
    pdf = sealed(pages())
    inside = pdf.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", 1)
    assert not unwrap(inside).one_revision


def test_a_seal_with_another_hole_than_ours_is_not_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room beside the seal's value could hold anything, so the hole is exactly as large as ours."""
    monkeypatch.setattr(sealing, "RESERVED", 6000)
    other = sealed(pages())
    hole = re.search(rb"/Contents <([0-9A-F]+)>", other)
    assert hole is not None
    assert len(hole[1]) == 12000
    assert not unwrap(other).sealed_whole


def sealed_again(pdf: bytes) -> bytes:
    """The same file with a value that its own key makes over the bytes as they are now: what a forger can do."""
    hole = re.search(rb"/Contents <([0-9A-F]+)>", pdf)
    assert hole is not None
    under = pdf[: hole.start(1) - 1] + pdf[hole.end(1) + 1 :]
    wrapping = cms.ContentInfo.load(bytes.fromhex(hole[1].decode()))
    signer = wrapping["content"]["signer_infos"][0]
    for attribute in signer["signed_attrs"]:
        if attribute["type"].native == "message_digest":
            attribute["values"] = [hashlib.sha256(under).digest()]
    key = serialization.load_der_private_key(ALEX.private_der(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    signer["signature"] = key.sign(signer["signed_attrs"].untag().dump(force=True), ec.ECDSA(hashes.SHA256()))
    value = wrapping.dump(force=True).ljust(len(hole[1]) // 2, b"\x00")
    return bytes(pdf[: hole.start(1)] + value.hex().upper().encode() + pdf[hole.end(1) :])


def test_what_a_forger_seals_again_is_whole_so_that_the_next_test_means_something() -> None:
    assert unwrap(sealed_again(sealed(pages()))).sealed_whole


def test_a_seal_that_says_it_leaves_bytes_out_is_not_whole() -> None:
    """Other readers go by these numbers: they must name every byte of the file but the value's own."""
    pdf = sealed(pages())
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf)
    assert found is not None
    last = str(int(found[3]) - 1).encode()
    shorter = pdf[: found.start(3)] + last.rjust(len(found[3]), b"0") + pdf[found.end(3) :]
    assert not unwrap(sealed_again(shorter)).sealed_whole


def test_a_paper_sealed_without_certifying_says_so() -> None:
    made = a_sealed_paper(an_advance_decision([a_refusal()]).passport)
    assert unwrap(made.pdf).certified
    assert not unwrap(made.pdf.replace(b"/DocMDP", b"/DocMDQ")).certified
