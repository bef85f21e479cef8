"""A PDF that Typst made, written out anew with what pyHanko adds to it: one revision, one table of where things stand.

pyHanko's own ways are to add a second revision, which nobody could tell from a change, or to take the whole file apart
and put it together again, which takes longer than setting the pages. Here what stays as it was goes over as it stands.
"""

import io
import re
from itertools import pairwise
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.xref import write_xref_table

_ENDS = (b"%%EOF", b"xref", b"trailer", b"/ByteRange", b"/Contents <")
"""What stands once in a file of ours, at its end or in its seal. In the person's words it is spelled in another way."""
_TABLE = re.compile(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r]\n)+)trailer\n")


class WrittenAnew(IncrementalPdfFileWriter):
    """What is added to a PDF, and the rest of it, in one revision. For files by Typst: one table, no object streams."""

    def __init__(self, pdf: bytes, halves: tuple[bytes, bytes]) -> None:
        super().__init__(io.BytesIO(pdf))
        self.output_version = (1, 7)
        self._document_id = generic.ArrayObject(generic.ByteStringObject(one) for one in halves)
        self._pdf, self._places = pdf, _places(pdf)
        self._lastobj_id = len(
            self._places
        )  # what is added takes the next number; theirs would leave one out

    def ensure_output_version(self, version: Any) -> None:
        """PDF/A-3 and PDF/UA-1 stop at 1.7."""

    def _update_meta(self) -> None:
        """Typst's dates and names stand; the writer's would be the clock."""

    def _populate_trailer(self, trailer: Any) -> None:
        """Only what belongs to it: no earlier revision is named."""
        super(IncrementalPdfFileWriter, self)._populate_trailer(trailer)  # type: ignore[no-untyped-call]  # theirs

    def _write(self, stream: Any, skip_header: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002  # theirs
        starts = [start for start, _ in self._places.values()]
        stream.write(self._pdf[: min(starts)])
        positions: dict[tuple[int, int], int] = {}
        for number in range(1, self._lastobj_id + 1):
            positions[(0, number)] = stream.tell()
            self._spell(stream, number)
        table = write_xref_table(stream, positions)
        trailer = generic.DictionaryObject()  # type: ignore[no-untyped-call]  # theirs
        self._populate_trailer(trailer)
        trailer[generic.pdf_name("/Size")] = generic.NumberObject(self._lastobj_id + 1)  # type: ignore[no-untyped-call]
        stream.write(b"trailer\n")
        trailer.write_to_stream(stream, None)
        stream.write(f"\nstartxref\n{table}\n%%EOF\n".encode())

    def _spell(self, stream: Any, number: int) -> None:
        """One object: as it stands where nothing was done to it."""
        if (added := self.objects.get((0, number))) is None:
            start, end = self._places[number]
            stream.write(_no_second_end(self._pdf[start:end]))
            return
        stream.write(f"{number} 0 obj\n".encode())
        added.write_to_stream(stream, None, generic.Reference(number, 0, self))  # the seal notes where it is
        stream.write(b"\nendobj\n")


def _no_second_end(stands: bytes) -> bytes:
    """An object with the first letter of such words as a number, which means the same (ISO 32000-1 7.3.4.2).

    Where Typst writes them, they are the person's, in brackets. Streams are not spelled: enclosed files stay as they are.
    """
    if b"endstream" in stands[-32:] or not any(word in stands for word in _ENDS):
        return stands
    for word in _ENDS:
        stands = stands.replace(word, b"\\%03o" % word[0] + word[1:])
    return stands


def _places(pdf: bytes) -> dict[int, tuple[int, int]]:
    """Where each object starts and ends, by its number."""
    last = pdf.rindex(b"startxref")
    table = int(pdf[last + 10 :].split(b"\n", 1)[0])
    found = _TABLE.match(pdf, table)
    assert found is not None, "Typst writes one table"
    lines = found[2].splitlines()
    starts = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    in_order = [*sorted(starts.values()), table]
    ends = dict(pairwise(in_order))
    return {number: (start, ends[start]) for number, start in starts.items()}
