"""Somebody writes the file anew and seals it themselves: then the seal is whole, and another fact must speak."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from passport.checking.check import check_bytes
from passport.checking.report import Report
from passport.errors import Exit
from passport.keys.identity import Identity
from passport.keys.trust import Met
from passport.paper.seal import seal_pdf
from tests.builders import a_refusal, an_advance_decision
from tests.checking import papers
from tests.checking.papers import ALEX, SOMEONE_ELSE, THE_FACTS, WORDS, a_sealed_paper

TODAY = date(2026, 12, 24)
DECISION = an_advance_decision([a_refusal(), a_refusal("haloperidol")])
PAPER = a_sealed_paper(DECISION.passport)


def report(pdf: bytes) -> Report:
    return check_bytes(pdf, TODAY, Met(), WORDS)


def sealed_anew(change: Callable[[PdfWriter], None], identity: Identity = ALEX) -> bytes:
    """Our pages before they were sealed, changed, and sealed by this key as ``share`` seals."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(papers, "seal_pdf", lambda pages, *_given: pages)
        pages = a_sealed_paper(DECISION.passport).pdf
    again = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pages))
    change(writer)
    writer.write(again)
    return seal_pdf(again.getvalue(), identity, THE_FACTS)


def _script(writer: PdfWriter) -> None:
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)


def _note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="not this", rect=(50, 50, 200, 100)))


def _one_more_file(writer: PdfWriter) -> None:
    writer.add_attachment("more.txt", b"more")


def _a_page_less(writer: PdfWriter) -> None:
    writer.remove_page(0)


ANEW: dict[str, tuple[Callable[[PdfWriter], None], Identity, str]] = {
    "a_script": (_script, ALEX, "added"),
    "a_note": (_note, ALEX, "added"),
    "one_more_file": (_one_more_file, ALEX, "added"),
    "a_page_less": (_a_page_less, ALEX, "agrees"),
    "a_stranger_s_key": (lambda _writer: None, SOMEONE_ELSE, "key"),
}


@pytest.mark.parametrize("name", list(ANEW))
def test_a_paper_that_was_changed_and_sealed_anew_is_found(name: str) -> None:
    change, identity, fact = ANEW[name]
    found = report(sealed_anew(change, identity))
    assert found.exit_code == Exit.FOUND
    assert [one.id for one in found.found] == [fact]


def test_a_paper_that_was_written_anew_by_its_own_key_without_a_change_is_as_sealed() -> None:
    """The control: it is the change that was found, not the way it was made."""
    assert report(sealed_anew(lambda _writer: None)).exit_code == Exit.DONE


def test_a_whole_forgery_passes_only_where_the_real_key_was_never_met() -> None:
    """Everything made anew under a stranger's key, with the same document id: only a meeting can tell (fact 4)."""
    forged = a_sealed_paper(DECISION.passport, identity=SOMEONE_ELSE).pdf
    met = report(PAPER.pdf).paper
    assert met is not None
    assert report(forged).exit_code == Exit.DONE
    found = check_bytes(forged, TODAY, Met().with_paper(met, TODAY), WORDS)
    assert [one.id for one in found.found] == ["key"]
    assert check_bytes(PAPER.pdf, TODAY, Met().with_paper(met, TODAY), WORDS).exit_code == Exit.DONE
