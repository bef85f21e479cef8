"""Seal a PDF: one invisible PAdES B-B signature over the whole file, certifying that nothing may change, in one revision.

ISO 32000-1 12.8.2.2 (certification, P=1); ETSI EN 319 142-1 (PAdES B-B); ECDSA P-256 with SHA-256. What
pyHanko adds is written out with Typst's own file (``paper.anew``), so there is one %%EOF and one cross-reference table.
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
    from pyhanko.sign import fields, signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    from passport.paper.anew import WrittenAnew

    sealed_on = datetime.combine(facts.made_on, time(12), UTC)

    class OnThatDay(signers.PdfSigner):
        """Signs with the date that the paper states, not with the clock."""

        def init_signing_session(self, *given: Any, **named: Any) -> Any:
            session = super().init_signing_session(*given, **named)
            session.system_time = sealed_on
            return session

    halves = hashlib.sha256(pdf).digest()
    writer = WrittenAnew(pdf, (halves[:16], halves[16:]))
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
