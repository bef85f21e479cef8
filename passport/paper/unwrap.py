"""Strict facts about a PDF that somebody gave us (architecture, decision 10). One by one; never one answer.

Runs in the limited child process of ``checking``. It never says that a paper is good: it says what is there. The order
is that of the proof: the bytes first, then the signature, then what else is in the file.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from passport.errors import NotOurs
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from passport.paper.seal import FIELD, RESERVED
from passport.paper.seal_bytes import get_ready_for_seals, key_of_seal

_BYTE_RANGE = re.compile(rb"/ByteRange \[(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10})\] *\n")
_FILES = (ANSWERS_NAME, TEXT_NAME, CODE_NAME)
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What was found in one PDF. Empty texts and tuples where nothing is wrong."""

    one_revision: bool
    """One %%EOF at the very end, one startxref, no earlier cross-reference table."""
    signatures: int
    sealed_whole: bool
    """The one signature covers every byte but its own value, and its value checks out."""
    certified: bool
    """It says that no change is allowed, in the way that we say it."""
    key: str
    """The key that sealed it, 66 hex digits; empty where the signature is not one of ours."""
    extra: tuple[str, ...]
    """Kinds of things that our papers never hold: ``script``, ``annotation``, ``field``, ``action``, ``layer``, ``file``."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The enclosed files that we name."""
    pages: tuple[str, ...] = ()
    """Each page's text as it can be read back; Latin letters and digits are reliable, other scripts are not."""

    def to_plain(self) -> dict[str, object]:
        """For JSON: bytes as hex."""
        return {
            "one_revision": self.one_revision,
            "signatures": self.signatures,
            "sealed_whole": self.sealed_whole,
            "certified": self.certified,
            "key": self.key,
            "extra": list(self.extra),
            "files": {name: content.hex() for name, content in self.files.items()},
            "pages": list(self.pages),
        }

    @classmethod
    def from_plain(cls, plain: Any) -> "Unwrapped":
        """Back from JSON."""
        return cls(
            plain["one_revision"],
            plain["signatures"],
            plain["sealed_whole"],
            plain["certified"],
            plain["key"],
            tuple(plain["extra"]),
            {name: bytes.fromhex(content) for name, content in plain["files"].items()},
            tuple(plain["pages"]),
        )


def get_ready() -> None:
    """Read in what reading a PDF needs, which takes longer than reading a paper: while there is nothing to read yet."""
    import_module("pypdf")
    get_ready_for_seals()


def unwrap(pdf: bytes) -> Unwrapped:
    """The facts of a PDF. Raises NotOurs where it is not one at all; parsers may raise anything else."""
    from pypdf import PdfReader

    from passport.paper.page_text import texts

    if not pdf.startswith(b"%PDF-"):
        raise NotOurs(step="neither")
    value = _sealed_bytes(pdf)
    reader = PdfReader(io.BytesIO(_without(value, pdf)), strict=False)
    signatures = list(_signatures(reader))
    files = _files(reader)
    one_revision = _one_revision(pdf, files.values())
    key = key_of_seal(*value) if value is not None and len(signatures) == 1 else ""
    return Unwrapped(
        one_revision=one_revision,
        signatures=len(signatures),
        sealed_whole=bool(key),
        certified=len(signatures) == 1 and _certified(reader, signatures[0]),
        key=key,
        extra=tuple(sorted(set(_extra(reader)))),
        files=files,
        pages=tuple(texts(reader.pages[:_MOST_PAGES])),
    )


def _one_revision(pdf: bytes, files: Iterable[bytes]) -> bool:
    """The words of the enclosed files may say anything, also what stands at the end of a PDF: they are left out, once."""
    for content in files:
        pdf = pdf.replace(content, b"", 1)
    trailer = pdf[pdf.rfind(b"\ntrailer") :] if b"\ntrailer" in pdf else b""
    return (
        pdf.count(b"%%EOF") == 1
        and pdf.endswith(b"%%EOF\n")
        and pdf.count(b"startxref") == 1
        and pdf.count(b"\ntrailer") == 1
        and b"/Prev" not in trailer
        and b"/XRefStm" not in trailer
    )


def _sealed_bytes(pdf: bytes) -> tuple[bytes, bytes] | None:
    """The bytes under the seal and the seal's value; None where the seal does not cover all the rest of the file."""
    ranges = _BYTE_RANGE.findall(pdf)
    if len(ranges) != 1:
        return None
    start, first, after, rest = (int(number) for number in ranges[0])
    gap = pdf[first:after]
    whole = start == 0 and after + rest == len(pdf) and after - first == 2 * RESERVED + 2
    if not whole or not re.fullmatch(rb"<[0-9A-F]+>", gap) or not pdf[:first].endswith(b"/Contents "):
        return None
    return pdf[:first] + pdf[after:], bytes.fromhex(gap[1:-1].decode())


def _without(value: tuple[bytes, bytes] | None, pdf: bytes) -> bytes:
    """The same file, as long, with an empty text in place of the seal's value: pypdf takes each of its digits in by itself."""
    if value is None:
        return pdf
    spelled = b"<" + value[1].hex().upper().encode() + b">"
    return pdf.replace(spelled, b"()".ljust(len(spelled)), 1)


def _signatures(reader: Any) -> Iterator[Any]:
    """Every signature value in the file, wherever it stands."""
    for number in range(1, len(reader.xref.get(0, {})) + 1):
        thing = reader.get_object(number) if number in reader.xref.get(0, {}) else None
        if isinstance(thing, dict) and (
            "/ByteRange" in thing or thing.get("/Type") in {"/Sig", "/DocTimeStamp"}
        ):
            yield thing


def _certified(reader: Any, signature: Any) -> bool:
    """ISO 32000-1 12.8.2.2: a DocMDP reference with P=1, named in the catalogue's Perms, PAdES subfilter, our field."""
    root = reader.trailer["/Root"]
    references = signature.get("/Reference", [])
    if len(references) != 1 or signature.get("/SubFilter") != "/ETSI.CAdES.detached":
        return False
    reference = references[0].get_object()
    params = reference.get("/TransformParams", {})
    named = root.get("/Perms", {}).get("/DocMDP")
    fields = root.get("/AcroForm", {}).get("/Fields", [])
    return bool(
        reference.get("/TransformMethod") == "/DocMDP"
        and params.get("/P") == 1
        and named is not None
        and named.get_object() == signature
        and len(fields) == 1
        and fields[0].get_object().get("/T") == FIELD
        and fields[0].get_object()["/V"].get_object() == signature
    )


def _extra(reader: Any) -> Iterator[str]:
    """Everything that could act, hide or change what is shown."""
    root = reader.trailer["/Root"]
    if {"/OpenAction", "/AA"} & set(root):
        yield "action"
    if "/OCProperties" in root:
        yield "layer"
    names = root.get("/Names", {})
    if "/JavaScript" in names:
        yield "script"
    form = root.get("/AcroForm", {})
    if len(form.get("/Fields", [])) > 1 or "/XFA" in form:
        yield "field"
    annotations = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    if any(one.get("/FT") != "/Sig" for one in annotations) or len(annotations) > 1:
        yield "annotation"
    if any("/AA" in page for page in reader.pages):
        yield "action"
    for number in reader.xref.get(0, {}):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and (thing.get("/S") in {"/JavaScript", "/Launch"} or "/JS" in thing):
            yield "script"
        if isinstance(thing, dict) and thing.get("/Type") == "/Filespec" and thing.get("/F") not in _FILES:
            yield "file"


def _files(reader: Any) -> dict[str, bytes]:
    """The enclosed files of our names. A name that stands twice is left out, so that neither is believed."""
    found: dict[str, list[bytes]] = {name: list(contents) for name, contents in reader.attachments.items()}
    return {name: contents[0] for name, contents in found.items() if name in _FILES and len(contents) == 1}
