"""What a sealed paper is made of: one revision, tagged, its own fonts, the three enclosed files, and a line on every page.

PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) are judged by veraPDF where it can be had (bench.verapdf); these checks
run everywhere.
"""

# mypy: disable-error-code="index,union-attr"
# (pypdf gives every object the same type)

import io
import re
import unicodedata
from functools import cache

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from passport.paper.facts import DocumentFacts
from passport.paper.printable import comparable
from passport.paper.seal import without_value
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, answers_for
from tests.checking.papers import THE_FACTS, Made, a_sealed_paper

FORMS = sorted(shelf().packs)


@cache
def paper_of(form: str) -> Made:
    pack = shelf().pack(form)
    sections = tuple(
        Section(f"{form}-{n}", form, pack.version, NOW.date(), answers_for(pack, read_example(file).answers))
        for n, file in enumerate(shelf().examples(form), 1)
        if file.name.startswith("alex")
    )
    return a_sealed_paper(Passport(sections), facts_for(form))


def facts_for(form: str) -> DocumentFacts:
    from dataclasses import replace

    audience = shelf().pack(form).audience
    return replace(THE_FACTS, audience=Audience.CARE if audience is Audience.BOTH else audience)


def reader_of(form: str) -> PdfReader:
    return PdfReader(io.BytesIO(paper_of(form).pdf))


def root_of(reader: PdfReader) -> DictionaryObject:
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


@pytest.mark.parametrize("form", FORMS)
def test_one_revision(form: str) -> None:
    pdf = paper_of(form).pdf
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf.count(b"%%EOF") == 1
    assert pdf.endswith(b"%%EOF\n")
    assert pdf.count(b"startxref") == 1
    assert b"/Prev" not in pdf[pdf.rfind(b"\ntrailer") :]


@pytest.mark.parametrize("form", FORMS)
def test_it_says_its_language_its_title_and_its_standards(form: str) -> None:
    reader = reader_of(form)
    root = root_of(reader)
    assert str(root["/Lang"]).startswith("en")
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part>\s*1<", xmp)
    assert re.search(r"pdfaid:part>\s*3<", xmp)
    assert re.search(r"pdfaid:conformance>\s*A<", xmp)
    output = root["/OutputIntents"]
    assert output


@pytest.mark.parametrize("form", FORMS)
def test_every_font_is_inside(form: str) -> None:
    reader = reader_of(form)
    seen = 0
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject) and found.get("/Type") == "/FontDescriptor":
            assert {"/FontFile2", "/FontFile3"} & set(found)
            seen += 1
    assert seen


@pytest.mark.parametrize("form", FORMS)
def test_exactly_the_three_files_are_enclosed(form: str) -> None:
    assert set(reader_of(form).attachments) == {ANSWERS_NAME, TEXT_NAME, CODE_NAME}


@pytest.mark.parametrize("form", FORMS)
def test_every_page_says_which_paper_it_belongs_to_and_its_number(form: str) -> None:
    reader = reader_of(form)
    count = len(reader.pages)
    short = paper_of(form).payload
    assert short
    for number, page in enumerate(reader.pages, 1):
        words = comparable(page.extract_text())
        assert comparable(f"document {THE_FACTS.document} version {THE_FACTS.version} short code") in words
        assert words.endswith(comparable(f"page {number} of {count}"))


@pytest.mark.parametrize("form", FORMS)
def test_the_code_stands_on_the_page_with_words_for_who_cannot_see_it(form: str) -> None:
    reader = reader_of(form)
    figures = [
        found
        for number in range(1, int(str(reader.trailer["/Size"])))
        if isinstance(found := reader.get_object(IndirectObject(number, 0, reader)), DictionaryObject)
        and found.get("/S") == "/Figure"
    ]
    assert len(figures) == 1
    assert THE_FACTS.document in unicodedata.normalize("NFC", str(figures[0]["/Alt"]))


def test_equal_input_gives_equal_bytes_but_for_the_value_of_the_seal() -> None:
    first = paper_of("crisis_plan")
    paper_of.cache_clear()
    again = paper_of("crisis_plan")
    assert first.pdf != again.pdf
    assert without_value(first.pdf) == without_value(again.pdf)
    assert len(without_value(first.pdf)) > 10_000
