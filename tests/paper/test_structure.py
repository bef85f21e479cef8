"""What a sealed paper is made of: one revision, tagged, its own fonts, the three enclosed files, and a line on every page.

PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) are judged by veraPDF where it can be had (bench.verapdf); these checks
run everywhere.
"""

# mypy: disable-error-code="index,union-attr"
# (pypdf gives every object the same type)

import hashlib
import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from passport.actions import demo
from passport.actions.offer import choose
from passport.actions.share import Handing, Shared, share
from passport.actions.unlock import make
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
from tests.checking.papers import THE_FACTS, WORDS, Made, a_sealed_paper

FORMS = sorted(shelf().packs)


@cache
def paper_of(form: str) -> Made:
    pack = shelf().pack(form)
    sections = tuple(
        Section(f"{form}-{n}", form, pack.version, NOW.date(), answers_for(pack, read_example(file).answers))
        for n, file in enumerate(shelf().examples(form), 1)
        if file.name.startswith(("alex", "whole"))
    )
    return a_sealed_paper(Passport(sections), facts_for(form))


def facts_for(form: str) -> DocumentFacts:
    """What is private leaves field by field, on a paper for one side or the other."""
    sides = {
        Audience.BOTH: Audience.CARE,
        Audience.PRIVATE: Audience.INVOLVEMENT,
        Audience.CARER_BOTH: Audience.CARER_CARE,
        Audience.CARER_PRIVATE: Audience.CARER_INVOLVEMENT,
    }
    audience = shelf().pack(form).audience
    return replace(THE_FACTS, audience=sides.get(audience, audience))


def reader_of(form: str) -> PdfReader:
    return PdfReader(io.BytesIO(paper_of(form).pdf))


def root_of(reader: PdfReader) -> DictionaryObject:
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


def fonts_of(reader: PdfReader) -> tuple[set[str], set[str]]:
    """The fonts that are named anywhere, and those whose shapes are in the file."""
    used, inside = set(), set()
    for thing in objects_of(reader):
        if thing.get("/Type") == "/Font":
            used.add(str(thing["/BaseFont"]).removesuffix("-Identity-H"))
        if thing.get("/Type") == "/FontDescriptor" and {"/FontFile2", "/FontFile3"} & set(thing):
            inside.add(str(thing["/FontName"]))
    return used, inside


def objects_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject):
            yield found


@pytest.mark.parametrize("form", FORMS)
def test_exactly_the_three_files_are_enclosed(form: str) -> None:
    assert set(reader_of(form).attachments) == {ANSWERS_NAME, TEXT_NAME, CODE_NAME}


@pytest.mark.parametrize("form", FORMS)
def test_every_page_says_which_paper_it_belongs_to_and_its_number(form: str) -> None:
    reader = reader_of(form)
    for number, page in enumerate(reader.pages, 1):
        assert comparable(page.extract_text()).endswith(foot(form, number, len(reader.pages)))


def foot(form: str, number: int, count: int) -> str:
    """The last line of a page: whose, which document and version, the short code of the answers, page n of m."""
    short = hashlib.sha256(paper_of(form).payload).hexdigest()[:8]
    said = f"{THE_FACTS.document} version {THE_FACTS.version} short code {short[:4]} {short[4:]}"
    return comparable(f"{THE_FACTS.name} document {said} page {number} of {count}")


@pytest.mark.parametrize("form", FORMS)
def test_the_code_stands_on_the_page_with_words_for_who_cannot_see_it(form: str) -> None:
    reader = reader_of(form)
    figures = [one for one in objects_of(reader) if one.get("/S") == "/Figure"]
    assert len(figures) == 1
    assert THE_FACTS.document in unicodedata.normalize("NFC", str(figures[0]["/Alt"]))


def test_equal_input_gives_equal_bytes_but_for_the_value_of_the_seal() -> None:
    first = paper_of("crisis_plan")
    paper_of.cache_clear()
    again = paper_of("crisis_plan")
    assert first.pdf != again.pdf
    assert without_value(first.pdf) == without_value(again.pdf)
    assert len(without_value(first.pdf)) > 10_000


def test_equal_input_gives_equal_bytes_in_another_program_on_another_day() -> None:
    """No clock, no order of a set, no name of a computer: fresh programs, each with another seed for its sets."""
    program = (
        "import hashlib, sys, time\n"
        "real = time.time\n"
        "time.time = lambda: real() + 86_400 * int(sys.argv[1])\n"
        "from tests.paper.test_structure import paper_of, without_value\n"
        "made = paper_of('crisis_plan')\n"
        "print(hashlib.sha256(without_value(made.pdf)).hexdigest(), hashlib.sha256(made.payload).hexdigest())\n"
    )
    here = paper_of("crisis_plan")
    wanted = (
        f"{hashlib.sha256(without_value(here.pdf)).hexdigest()} {hashlib.sha256(here.payload).hexdigest()}\n"
    )
    for seed in ("1", "777"):
        ran = subprocess.run(
            [sys.executable, "-c", program, seed],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout == wanted


# The papers that a person really gives out


@pytest.fixture(scope="module")
def given_out(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shared]:
    """Alex's papers through the one door: for care, for involvement, and in large print."""
    from passport.keys import passphrase

    folder = tmp_path_factory.mktemp("given")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "BOUNDS", passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON))
        patch.setattr(passphrase, "settings_here", lambda: passphrase.CHEAPEST)
        vault, _rows = make(folder / "record", "kettle harbour violin meadow lantern", NOW)
    demo._fill(vault, shelf(), NOW)
    found = {}
    for name, side, large in (
        ("care", Audience.CARE, False),
        ("involvement", Audience.INVOLVEMENT, False),
        ("large", Audience.CARE, True),
    ):
        selection = choose(vault.passport(), shelf(), side, (), ())
        handing = Handing("Riverbank Surgery", large_print=large)
        found[name] = share(vault, shelf(), selection, handing, NOW, WORDS, folder / name)
    vault.close()
    return found


@pytest.mark.parametrize("name", ["care", "involvement", "large"])
def test_a_paper_given_out_is_made_of_the_same_parts(given_out: Mapping[str, Shared], name: str) -> None:
    shared = given_out[name]
    pdf = shared.files["pdf"].read_bytes()
    reader = PdfReader(io.BytesIO(pdf))
    facts = shared.made.facts
    used, inside = fonts_of(reader)

    assert (pdf.count(b"%%EOF"), pdf.count(b"startxref")) == (1, 1)
    assert pdf.endswith(b"%%EOF\n")
    assert b"/Prev" not in reader.trailer
    assert used <= inside
    assert {name: len(contents) for name, contents in reader.attachments.items()} == dict.fromkeys(
        (ANSWERS_NAME, TEXT_NAME, CODE_NAME), 1
    )
    said = ""
    for number, page in enumerate(reader.pages, 1):
        last = comparable(
            f"{facts.name} document {facts.document} version {facts.version} short code "
            f"{facts.short} page {number} of {len(reader.pages)}"
        )
        assert comparable(page.extract_text()).endswith(last)
        said += comparable(page.extract_text()).removesuffix(last)
    assert said == comparable(shared.files["text"].read_text())
    assert facts.short == shared.made.answers_digest[:8]


@pytest.mark.parametrize("name", ["care", "involvement"])
def test_the_twins_beside_it_and_the_files_inside_it_say_the_same(
    given_out: Mapping[str, Shared], name: str
) -> None:
    files = given_out[name].files
    inside = {one: contents[0] for one, contents in PdfReader(files["pdf"]).attachments.items()}
    assert inside[TEXT_NAME] == files["text"].read_bytes()
    assert inside[CODE_NAME] == files["code_text"].read_bytes()
    html = re.sub(r"<style>.*?</style>|<title>.*?</title>|<footer>.*</footer>", "", files["html"].read_text())
    assert comparable(unescape(re.sub(r"<[^>]*>", "", html))) == comparable(files["text"].read_text())


def test_large_print_is_larger_and_says_the_same(given_out: Mapping[str, Shared]) -> None:
    usual, large = given_out["care"], given_out["large"]
    assert large.made.text == usual.made.text
    assert len(PdfReader(large.files["pdf"]).pages) > len(PdfReader(usual.files["pdf"]).pages)
