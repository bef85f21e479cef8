"""Everything that leaves in one sharing, unpacked as far as it goes, so that a word can be looked for in all of it."""

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from passport.actions.share import Shared
from passport.keys.seal import open_sealed
from passport.paper.enclose import ANSWERS_NAME, PUBLIC_AT
from passport.paper.unwrap import unwrap
from passport.qr import base45
from passport.qr.deflate import inflate
from passport.qr.scan import read_picture
from passport.qr.table import dictionary
from passport.qr.token import PREFIX


def everything(shared: Shared) -> Iterator[tuple[str, bytes]]:
    """Each thing that left: where it stands, and its bytes."""
    for kind, path in shared.files.items():
        yield f"name of {kind}", path.name.encode()
        yield f"file {kind}", path.read_bytes()
    yield from in_pdf(shared.files["pdf"])
    yield from in_code(shared.files["code_text"].read_text())
    yield from in_picture(shared.files["code_png"].read_bytes())
    yield from in_code(read_picture(shared.files["code_png"].read_bytes()), "code in the picture")
    yield from in_drawing(shared.files["code_svg"].read_text())


def in_pdf(file: Path) -> Iterator[tuple[str, bytes]]:
    """Streams inflated, every string and name, page texts, metadata, attachments and the answers in them."""
    pdf = file.read_bytes()
    reader = PdfReader(io.BytesIO(pdf))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield f"object {number}", repr(found).encode()
        if isinstance(found, StreamObject):
            yield f"stream {number}", found.get_data()
    for number, page in enumerate(reader.pages, 1):
        yield f"page {number}", page.extract_text().encode()
    yield "metadata", repr(dict(reader.metadata or DictionaryObject())).encode()
    for name, content in unwrap(pdf).files.items():
        yield f"enclosed {name}", content
        if name == ANSWERS_NAME:
            yield "answers", open_sealed(content, public_at=PUBLIC_AT).payload


def in_code(text: str, place: str = "code") -> Iterator[tuple[str, bytes]]:
    """What a scanner reads, unpacked."""
    yield place, inflate(base45.read(text.strip().removeprefix(PREFIX)), dictionary())


def in_picture(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Every chunk of a picture, and what is packed in text chunks."""
    at = 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        yield f"chunk {kind.decode()}", zlib.decompress(data) if kind == b"IDAT" else data
        at += 12 + size


def in_drawing(svg: str) -> Iterator[tuple[str, bytes]]:
    """Every text and every attribute of a drawing, as a browser reads them."""
    for element in ET.fromstring(svg).iter():
        yield (
            f"drawing {element.tag.rpartition('}')[2]}",
            " ".join([element.text or "", element.tail or "", *element.attrib.values()]).encode(),
        )


def marks_in(shared: Shared, pattern: str) -> dict[str, set[str]]:
    """Every mark that left, and where it stands. Looks in ASCII, in UTF-16 and through line breaks."""
    found: dict[str, set[str]] = {}
    for place, content in everything(shared):
        for text in (content.decode("latin-1"), content.replace(b"\x00", b"").decode("latin-1")):
            for mark in re.findall(pattern, text) + re.findall(pattern, re.sub(r"[\s-]", "", text)):
                found.setdefault(mark, set()).add(place)
    return found
