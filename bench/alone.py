"""The same pages by Typst and pyHanko alone: what a sealed paper costs before anything of ours is done to it.

Everything it needs is ready before the clock starts: the words, the same drawing of the code, and the same enclosed files, byte
for byte. pyHanko signs as its own guide shows, in a second revision of the file, with the same kind of signature and
the same key. Ours writes the file anew so that there is one revision, which is dearer, and that counts as ours.
"""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib import resources
from unittest import mock

import typst
from asn1crypto import keys, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader

from passport.actions.share import Made
from passport.keys.identity import Identity
from passport.paper.typeset import STANDARDS, typeset, what_typst_gets

FONTS = str(resources.files("passport.paper") / "fonts")


@dataclass(frozen=True)
class Alone:
    """One paper, ready for Typst."""

    room: dict[str, bytes]
    told: Iterator[str]
    """What Typst is told, each time with another title, so that it remembers no page from before."""
    made_at: int
    identity: Identity

    def pages(self) -> bytes:
        """Typst alone."""
        made: bytes = typst.compile(  # type: ignore[call-overload]  # its types leave out a table of files
            self.room,
            sys_inputs={"data": next(self.told)},
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=self.made_at,
        )
        return made

    def sealed(self) -> bytes:
        """Typst, then pyHanko."""
        writer = IncrementalPdfFileWriter(io.BytesIO(self.pages()))
        signer = signers.SimpleSigner(
            signing_cert=x509.Certificate.load(self.identity.certificate),
            signing_key=keys.PrivateKeyInfo.load(self.identity.private_der()),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # theirs
        )
        about = signers.PdfSignatureMetadata(
            field_name="Seal",
            md_algorithm="sha256",
            certify=True,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES,
            subfilter=fields.SigSeedSubFilter.PADES,
        )
        out = io.BytesIO()
        signers.PdfSigner(about, signer=signer).sign_pdf(writer, output=out)
        return out.getvalue()


def same_pages(makes: Callable[[], Made], identity: Identity) -> tuple[Made, Alone]:
    """The paper that ``makes`` makes, and exactly what Typst was given for it. Raises AssertionError where the words differ."""
    with mock.patch("passport.actions.share.typeset", wraps=typeset) as given:
        made = makes()
    document, code_svg, enclosed, words = given.call_args.args
    room, told = what_typst_gets(document, code_svg, enclosed, words, **given.call_args.kwargs)
    data = json.loads(told)
    again = (json.dumps({**data, "title": f"{document.title} {n}"}, ensure_ascii=False) for n in range(60))
    at = datetime.combine(document.made_on, time(12), UTC)
    alone = Alone(room, iter([told, *again]), int(at.timestamp()), identity)
    assert words_of(alone.sealed()) == words_of(made.pdf), "these are not the same pages"
    return made, alone


def words_of(pdf: bytes) -> tuple[list[str], dict[str, list[bytes]]]:
    """The text of each page, and the enclosed files."""
    reader = PdfReader(io.BytesIO(pdf))
    files = {name: list(contents) for name, contents in reader.attachments.items()}
    return [page.extract_text() for page in reader.pages], files
