"""passport/paper/anew.py: what Typst made stays as it stands, and one end is the end, whatever the person's words are."""

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from passport.checking.check import check_bytes
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.paper.compose import compose
from passport.paper.seal import seal_pdf
from passport.paper.typeset import typeset
from passport.qr.draw import svg
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, answers_for, with_item
from tests.checking.papers import ALEX, THE_FACTS, WORDS, Made, a_sealed_paper
from tests.paper.test_structure import root_of

OBJECT = re.compile(rb"\d+ 0 obj\n.*?\nendobj\n", re.DOTALL)


def a_decision(treatment: str) -> Passport:
    """With the treatment in a heading, so that it stands in the outline of the file too."""
    pack = shelf().pack("advance_decision")
    ready = next(one for one in shelf().examples("advance_decision") if one.name == "ready.toml")
    answers = read_example(ready).answers
    refusals = answers["ad_refusals"]
    assert isinstance(refusals, tuple | list)
    rest = {place: words for place, words in answers.items() if place != "ad_refusals"}
    section = Section("ad-1", pack.id, pack.version, NOW.date(), answers_for(pack, rest))
    return Passport(
        (with_item(section, pack, "ad_refusals", {**dict(refusals[0]), "rfz_treatment": treatment}),)
    )


def sealed(treatment: str) -> Made:
    return a_sealed_paper(a_decision(treatment))


@pytest.mark.parametrize(
    "ends", ["%%EOF", "startxref 0", "xref 0 1", "trailer", "/ByteRange [0 1 2 3]", "/Contents <00>"]
)
def test_a_heading_may_hold_what_stands_at_the_end_of_a_file(ends: str) -> None:
    """Else a person could not share a paper with such words: our own check would take them for a second end."""
    made = sealed(ends)
    titles = [one for one in OBJECT.findall(made.pdf) if b"/Title" in one and b"/Dest" in one]
    assert titles
    assert not any(ends.encode() in one for one in titles)
    assert any(ends in one.replace("\xa0", " ") for one in _outline(made.pdf))
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS, own=True).exit_code == 0


def _outline(pdf: bytes) -> list[str]:
    titles: list[str] = []
    waiting: list[Any] = list(PdfReader(io.BytesIO(pdf)).outline)
    while waiting:
        one = waiting.pop()
        waiting.extend(one) if isinstance(one, list) else titles.append(str(one.title))
    return titles


def test_what_typst_wrote_stays_as_it_stands() -> None:
    """Only the catalogue and the first page are written again: the field of the seal is named there."""
    document = compose(a_decision("ECT"), shelf().packs, THE_FACTS, WORDS)
    pages = typeset(document, svg("PIP1:ABC"), {}, WORDS, large_print=False)
    pdf = seal_pdf(pages, ALEX, THE_FACTS)
    again = [one for one in OBJECT.findall(pages) if one not in pdf]
    assert len(again) == 2
    assert sorted(b"/Catalog" in one for one in again) == [False, True]
    before, after = PdfReader(io.BytesIO(pages)), PdfReader(io.BytesIO(pdf))
    assert [one.extract_text() for one in before.pages] == [one.extract_text() for one in after.pages]
    assert before.metadata == after.metadata
    assert set(root_of(after)) - set(root_of(before)) == {"/AcroForm", "/Extensions", "/Perms"}


def test_every_object_stands_where_the_table_says() -> None:
    pdf = sealed("ECT").pdf
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    lines = pdf[table:].split(b"trailer")[0].splitlines()[2:]
    for number, line in enumerate(lines):
        if line[17:18] == b"n":
            assert pdf[int(line[:10]) :].startswith(f"{number} 0 obj".encode())
    assert f"/Size {len(lines)}".encode() in pdf[table:]
