"""Every document in every layout is made as PDF/UA-1 and PDF/A-3a ask, as far as a program without Java can tell.

The list is the program's own (tests/paper/documents.py). Each check has a control: a paper that lacks just that.
"""

# mypy: disable-error-code="index,union-attr"
# (pypdf gives every object the same type)

import io
from collections.abc import Callable, Iterator

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from tests.paper.documents import names, printed
from tests.paper.structure import CHECKS, lacks


@pytest.mark.parametrize("name", names())
def test_nothing_is_lacking(name: str) -> None:
    one = printed(name)
    assert lacks(one.pdf, one.document) == set()


Change = Callable[[PdfWriter], None]


def no(*path: str) -> Change:
    """Takes an entry out of the root, or out of something below it."""

    def change(writer: PdfWriter) -> None:
        inside: DictionaryObject = writer.root_object
        for step in path[:-1]:
            inside = inside[step].get_object()  # type: ignore[assignment]  # each step is a table
        del inside[path[-1]]

    return change


def elements(writer: PdfWriter, kind: str) -> Iterator[DictionaryObject]:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/S") == f"/{kind}":
            yield one


def other_kind(kind: str, other: str) -> Change:
    def change(writer: PdfWriter) -> None:
        found = [*elements(writer, kind)]
        assert found
        for one in found:
            one[NameObject("/S")] = NameObject(f"/{other}")

    return change


def without(kind: str, entry: str) -> Change:
    def change(writer: PdfWriter) -> None:
        for one in elements(writer, kind):
            one.pop(entry)

    return change


def no_shapes(writer: PdfWriter) -> None:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/FontDescriptor":
            one.pop("/FontFile2", None)
            one.pop("/FontFile3", None)


def another_standard(writer: PdfWriter) -> None:
    said = writer.root_object["/Metadata"].get_object()
    assert isinstance(said, StreamObject)
    said.set_data(said.get_data().replace(b"conformance>A<", b"conformance>B<"))


def last_first(writer: PdfWriter) -> None:
    (whole,) = elements(writer, "Document")
    kids = whole["/K"].get_object()
    whole[NameObject("/K")] = ArrayObject([kids[0], *reversed(kids[1:])])


def run_together(writer: PdfWriter) -> None:
    first, second, *_ = elements(writer, "P")
    pieces = [one["/K"].get_object() for one in (first, second)]
    flat = [each for one in pieces for each in (one if isinstance(one, ArrayObject) else [one])]
    first[NameObject("/K")] = ArrayObject(flat)
    del second["/K"]


def words_outside(writer: PdfWriter) -> None:
    """The first piece of the page once more, in no mark."""
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    marks = [at for at, (given, operator) in enumerate(contents.operations) if "/MCID" in str(given)]
    start = marks[0]
    end = next(at for at in range(start, marks[1]) if contents.operations[at][1] == b"EMC")
    contents.operations = [*contents.operations, *contents.operations[start + 1 : end]]
    plain = DecodedStreamObject()
    plain.set_data(contents.get_data())
    page[NameObject("/Contents")] = writer._add_object(plain)


CONTROLS: list[tuple[str, str, Change]] = [
    ("language", "card", no("/Lang")),
    ("title shown", "card", no("/ViewerPreferences", "/DisplayDocTitle")),
    ("tags", "card", no("/MarkInfo", "/Marked")),
    ("tags", "card", no("/StructTreeRoot")),
    ("tags", "recovery-sheet", words_outside),
    ("PDF/UA-1 and PDF/A-3a", "card", another_standard),
    ("PDF/UA-1 and PDF/A-3a", "card", no("/OutputIntents")),
    ("fonts inside", "card", no_shapes),
    ("headings", "crisis_plan", other_kind("H2", "H4")),
    ("headings", "crisis_plan", other_kind("H1", "P")),
    ("reading order", "crisis_plan", last_first),
    ("line by line", "crisis_plan", run_together),
    ("words for pictures", "card", without("Figure", "/Alt")),
    ("headers of tables", "blank-contacts", other_kind("THead", "TBody")),
    ("headers of tables", "blank-contacts", without("TH", "/A")),
    ("lists and tables", "advance_statement_scotland-unsigned", other_kind("L", "Div")),
]


@pytest.mark.parametrize(("check", "name", "change"), CONTROLS)
def test_a_paper_that_lacks_it_is_seen(check: str, name: str, change: Change) -> None:
    """The control."""
    one = printed(name)
    writer = PdfWriter(clone_from=io.BytesIO(one.pdf))
    assert lacks(written(writer), one.document) <= {"one revision", "sealed whole"}
    change(writer)
    assert check in lacks(written(writer), one.document)


@pytest.mark.parametrize("name", ["card", "recovery-sheet"])
def test_what_is_added_at_the_end_is_seen(name: str) -> None:
    """The control: a second revision, and bytes that no seal covers."""
    one = printed(name)
    writer = PdfWriter(io.BytesIO(one.pdf), incremental=True)
    writer.add_metadata({"/Subject": "added"})
    more = written(writer)
    assert more.startswith(one.pdf)
    assert "one revision" in lacks(more, one.document)
    assert ("sealed whole" in lacks(more, one.document)) == (name == "card")


def test_every_check_has_a_control() -> None:
    assert {check for check, _, _ in CONTROLS} | {"one revision", "sealed whole"} == CHECKS


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_reader_here_is_strict() -> None:
    """Something that is no paper of ours has next to nothing of it."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    found = lacks(written(writer), printed("card").document)
    assert {"language", "tags", "title shown", "headings", "fonts inside", "PDF/UA-1 and PDF/A-3a"} <= found
