"""Seal a PDF: one invisible PAdES B-B signature over the whole file, certifying that nothing may change, in one revision.

ISO 32000-1 12.8.2.2 (certification, P=1); ETSI EN 319 142-1 (PAdES B-B); ECDSA P-256 with SHA-256. Typst's file is
written out once through pyHanko's fresh writer and that is signed, so there is one %%EOF and one cross-reference table.
"""

import hashlib
import io
import re
from datetime import UTC, datetime, time
from typing import Any

from passport.keys.identity import Identity
from passport.paper.facts import DocumentFacts

FIELD = "Seal"
RESERVED = 4096
"""Bytes kept free for the signature: fixed, so that equal input gives equal bytes around it."""


def seal_pdf(pdf: bytes, identity: Identity, facts: DocumentFacts) -> bytes:
    """The sealed file. Equal input gives equal bytes but for the signature's value (see ``without_value``)."""
    from asn1crypto import keys, x509
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer
    from pyhanko.sign import fields, signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    sealed_on = datetime.combine(facts.made_on, time(12), UTC)

    class OnThatDay(signers.PdfSigner):
        """Signs with the date that the paper states, not with the clock."""

        def init_signing_session(self, *given: Any, **named: Any) -> Any:
            session = super().init_signing_session(*given, **named)
            session.system_time = sealed_on
            return session

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf)), {"stream_xrefs": False})
    writer.output_version = (1, 7)
    writer.ensure_output_version = lambda version: None  # type: ignore[method-assign]  # noqa: ARG005  # PDF/A-3 and PDF/UA-1 stop at 1.7
    halves = hashlib.sha256(pdf).digest()
    writer._document_id = generic.ArrayObject(  # noqa: SLF001  # the writer's own would be chance
        [generic.ByteStringObject(halves[:16]), generic.ByteStringObject(halves[16:])]
    )
    writer._update_meta = lambda: None  # type: ignore[method-assign]  # noqa: SLF001  # Typst's dates and names stand; the writer's would be the clock
    certificates = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # theirs
    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(identity.certificate),
        signing_key=keys.PrivateKeyInfo.load(identity.private_der()),
        cert_registry=certificates,
    )
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    out = io.BytesIO()
    OnThatDay(about, signer=signer).sign_pdf(writer, output=out, bytes_reserved=2 * RESERVED)
    return out.getvalue()


def without_value(pdf: bytes) -> bytes:
    """A sealed file with the signature's value blanked: equal input gives equal bytes here."""
    return re.sub(rb"(?<=/Contents <)[0-9A-Fa-f]{1000,}(?=>)", b"", pdf)
