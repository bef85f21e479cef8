"""passport/paper/seal_bytes.py: the value of a seal is what pyHanko would write for the same file and the same key."""

import asyncio
import hashlib
import io
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest
from asn1crypto import cms, keys, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.ades.api import CAdESSignedAttrSpec
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from passport.paper.seal import RESERVED
from passport.paper.seal_bytes import key_of_seal, value_of_seal
from passport.record.passport import Passport
from tests.checking.papers import ALEX, SOMEONE_ELSE, a_sealed_paper

SEALED = b"the bytes under the seal"
DIGEST = hashlib.sha256(SEALED).digest()


def by_pyhanko() -> bytes:
    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(ALEX.certificate),
        signing_key=keys.PrivateKeyInfo.load(ALEX.private_der()),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    attributes = PdfCMSSignedAttributes(cades_signed_attrs=CAdESSignedAttrSpec())
    made = asyncio.run(signer.async_sign(DIGEST, "sha256", signed_attr_settings=attributes, use_pades=True))
    return bytes(made.dump())


def without_signature(value: bytes) -> bytes:
    """The signature is chance, and one or two bytes longer or shorter."""
    read = cms.ContentInfo.load(value)
    read["content"]["signer_infos"][0]["signature"] = b""
    return bytes(read.dump(force=True))


def test_it_is_what_pyhanko_writes() -> None:
    assert without_signature(value_of_seal(DIGEST, ALEX)) == without_signature(by_pyhanko())


def test_ours_and_pyhankos_are_read_alike() -> None:
    for value in (value_of_seal(DIGEST, ALEX), by_pyhanko()):
        padded = value + bytes(RESERVED - len(value))
        assert key_of_seal(SEALED, padded) == ALEX.public.compressed.hex()
        assert key_of_seal(SEALED + b" ", padded) == ""
    other = value_of_seal(DIGEST, SOMEONE_ELSE)
    assert key_of_seal(SEALED, other + bytes(RESERVED - len(other))) == SOMEONE_ELSE.public.compressed.hex()


def test_pyhanko_finds_a_sealed_paper_whole_and_covered() -> None:
    (signature,) = PdfFileReader(io.BytesIO(a_sealed_paper(Passport(())).pdf)).embedded_signatures
    found = validate_pdf_signature(signature, ValidationContext(trust_roots=[]))
    assert found.intact
    assert found.valid
    assert found.bottom_line is False  # nobody whom pyHanko trusts says whose key it is, and nobody should
    assert str(found.coverage).endswith("ENTIRE_FILE")


@pytest.mark.skipif(which("pdfsig") is None, reason="pdfsig is not here")
def test_poppler_finds_a_sealed_paper_whole(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(a_sealed_paper(Passport(())).pdf)
    said = subprocess.run(["pdfsig", "-nocert", paper], capture_output=True, text=True, check=False).stdout
    assert re.search("Signature is Valid", said)
    assert re.search("Total document signed", said)
