"""passport/paper/page_text.py: a page of ours is read as pypdf reads it, only quicker; any other page is read by pypdf.

What the quick reader does not know may show words: a drawing within the page, another way to write a string, a shape
without a letter. None of it is passed over.
"""

import io

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from passport.forms.shelf import shelf
from passport.paper.page_text import Unusual, quick_text, texts
from passport.paper.printable import comparable
from tests.paper.test_structure import paper_of, reader_of


@pytest.mark.parametrize("form", sorted(shelf().packs))
def test_every_page_of_ours_is_read_quickly_and_as_pypdf_reads_it(form: str) -> None:
    for page in reader_of(form).pages:
        assert comparable(quick_text(page, {})) == comparable(page.extract_text())


def a_page(content: bytes, **drawings: DecodedStreamObject) -> PageObject:
    """A page of ours with something after what it says, in its own font."""
    writer = PdfWriter(clone_from=io.BytesIO(paper_of("crisis_plan").pdf))
    page = writer.pages[0]
    whole = DecodedStreamObject()
    said = page["/Contents"].get_object()
    assert isinstance(said, StreamObject)
    whole.set_data(said.get_data() + b"\n" + content)
    page[NameObject("/Contents")] = writer._add_object(whole)
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    if drawings:
        held = {NameObject(f"/{name}"): writer._add_object(one) for name, one in drawings.items()}
        resources[NameObject("/XObject")] = DictionaryObject(held)
    out = io.BytesIO()
    writer.write(out)
    return PdfReader(out).pages[0]


BEFORE = comparable(next(iter(reader_of("crisis_plan").pages)).extract_text())
THREE = b"\\000\\001\\000\\002\\000\\003"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /f0 9 Tf (" + THREE + b") Tj ET",
        b"BT /f0 9 Tf <000100020003> Tj ET",
        b"BT /f0 9 Tf [(\\000\\001) 5 (\\000\\002\\000\\003)] TJ ET",
        b"q BT /f0 9 Tf (" + THREE + b") Tj ET Q",
        b"BT /f0 9 Tf 3 Tr (" + THREE + b") Tj ET",
        b"BT /f0 9 Tf /Span<</ActualText<FEFF0041>>>BDC (" + THREE + b") Tj EMC ET",
        b"(" + THREE + b") 0 0 m BT /f0 9 Tf (" + THREE + b") Tj ET",
    ],
)
def test_words_that_were_added_are_read(content: bytes) -> None:
    page = a_page(content)
    read = comparable(quick_text(page, {}))
    assert read == comparable(page.extract_text())
    assert len(read) > len(BEFORE)
    assert read.startswith(BEFORE)


@pytest.mark.parametrize(
    "content",
    [
        b"BT /f0 9 Tf (" + THREE + b") ' ET",  # another operator that shows a string
        b"BT /f0 9 Tf (" + THREE + b') 1 1 (x) " ET',
        b"BT /f0 9 Tf (\\000\\377\\377\\377) Tj ET",  # a shape without a letter
        b"BT /f0 9 Tf (\\000) Tj ET",  # half a shape
        b"BT /f9 9 Tf (" + THREE + b") Tj ET",  # a font that is not there
        b"BT /f0 9 Tf (\\000\\001\\\n\\000\\002) Tj ET",  # a line end within a string
        b"BT /f0 9 Tf (((( )))) Tj ET",
        b"BT /f0 9 Tf (\\0001 Tj ET",
        b"% a comment\n",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
        b"Q Q",
        b"/nothing Do",
    ],
)
def test_what_is_unusual_is_left_to_pypdf(content: bytes) -> None:
    with pytest.raises(Unusual):
        quick_text(a_page(content), {})


def test_words_of_a_drawing_within_the_page_are_read() -> None:
    """They stand on the page as much as any: a paper that shows them and does not enclose them was changed."""
    drawing = DecodedStreamObject()
    drawing.set_data(b"BT /f0 9 Tf (" + THREE + b") Tj ET")
    drawing[NameObject("/Type")] = NameObject("/XObject")
    drawing[NameObject("/Subtype")] = NameObject("/Form")
    page = a_page(b"q /more Do Q", more=drawing)
    with pytest.raises(Unusual):
        quick_text(page, {})
    assert list(texts([page])) == [page.extract_text()]
