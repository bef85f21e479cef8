"""Seal a PDF: one invisible PAdES B-B signature over the whole file, certifying that nothing may change, in one revision.

ISO 32000-1 12.8.2.2 (certification, P=1); ETSI EN 319 142-1 (PAdES B-B); ECDSA P-256 with SHA-256. What
pyHanko adds is written out with Typst's own file (``paper.anew``), so there is one %%EOF and one cross-reference table.
"""

import hashlib
import re
from datetime import UTC, datetime, time

from passport.keys.identity import Identity
from passport.paper.facts import DocumentFacts

FIELD = "Seal"
RESERVED = 4096
"""Bytes kept free for the signature: fixed, so that equal input gives equal bytes around it."""


def seal_pdf(pdf: bytes, identity: Identity, facts: DocumentFacts) -> bytes:
    """The sealed file. Equal input gives equal bytes but for the signature's value (see ``without_value``)."""
    from pyhanko.sign import fields
    from pyhanko.sign.signers import cms_embedder, constants
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    from passport.paper.anew import WrittenAnew
    from passport.paper.seal_bytes import value_of_seal

    halves = hashlib.sha256(pdf).digest()
    writer = WrittenAnew(pdf, (halves[:16], halves[16:]))
    steps = cms_embedder.PdfCMSEmbedder().write_cms(FIELD, writer)
    next(steps)
    for extension in (constants.ESIC_EXTENSION_1, constants.ISO32002):
        writer.register_extension(extension)
    steps.send(
        cms_embedder.SigObjSetup(
            sig_placeholder=SignatureObject(
                bytes_reserved=2 * RESERVED,
                subfilter=fields.SigSeedSubFilter.PADES,
                timestamp=datetime.combine(facts.made_on, time(12), UTC),  # not the clock
            ),
            mdp_setup=cms_embedder.SigMDPSetup(
                md_algorithm="sha256", certify=True, docmdp_perms=fields.MDPPerm.NO_CHANGES
            ),
        )
    )
    digest, out = steps.send(cms_embedder.SigIOSetup(md_algorithm="sha256"))
    steps.send(value_of_seal(digest.document_digest, identity))
    sealed: bytes = out.getvalue()
    return sealed


def without_value(pdf: bytes) -> bytes:
    """A sealed file with the signature's value blanked: equal input gives equal bytes here."""
    return re.sub(rb"(?<=/Contents <)[0-9A-Fa-f]{1000,}(?=>)", b"", pdf)
