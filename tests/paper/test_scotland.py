"""The Scottish statement and its withdrawal on paper: what has to stand on the same paper does (2003 Act s.275(2)(e), (3))."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from passport.forms.shelf import shelf
from passport.paper.compose import compose
from passport.paper.document import Block, CodePicture, Document, Front, Heading, Panel, Signatures
from passport.paper.facts import Standing
from passport.paper.twin import html_twin, text_twin
from passport.record.passport import Passport
from passport.wording.words import Words
from tests.builders import Paper
from tests.checking.papers import THE_FACTS, a_sealed_paper
from tests.law.cases.scotland import SOMETHING_ELSE, notice, statement

WORDS = Words()
FACTS = replace(THE_FACTS, name="Isla Reid")
CERTIFICATE = "I saw Isla Reid sign this statement. In my opinion Isla Reid has the capacity of properly intending the wishes in it."


def printed(paper: Paper, standing: Standing | None = None) -> Document:
    return compose(Passport((paper.about, paper.section)), shelf().packs, FACTS, WORDS, (), standing)


def blocks(document: Document) -> list[Block]:
    """Also those on a front."""
    fronts = (block.blocks if isinstance(block, Front) else (block,) for block in document.blocks)
    return [block for front in fronts for block in front]


def boxes(document: Document) -> list[Signatures]:
    return [block for block in blocks(document) if isinstance(block, Signatures)]


def test_a_notice_to_sign_is_one_page() -> None:
    """It is filed as one sheet: the certificate stands on the paper that it is about."""
    nothing = dict.fromkeys(("wd_scot_signed", "wd_scot_wit_name", "wd_scot_wit_class", "wd_scot_wit_signed"))
    paper = notice(**nothing, wd_scot_cert=None)
    made = a_sealed_paper(Passport((paper.about, paper.section)), FACTS)
    assert len(PdfReader(io.BytesIO(made.pdf)).pages) == 1


def test_a_notice_with_a_long_reason_goes_on_over_more_pages_whole() -> None:
    why = [f"Line {number} of a long reason" for number in range(60)]
    paper = notice(wd_scot_signed=None, wd_why="\n".join(why))
    made = a_sealed_paper(Passport((paper.about, paper.section)), FACTS)
    pages = PdfReader(io.BytesIO(made.pdf)).pages
    said = "".join(page.extract_text() for page in pages)
    assert len(pages) > 1
    assert all(line in said for line in why)


def test_a_statement_to_sign_has_one_block_with_the_certificate_and_the_witness_classes() -> None:
    document = printed(statement(sa_signed=None))
    (signed,) = boxes(document)
    mine, witness = signed.boxes
    assert CERTIFICATE in witness.says[0]
    assert witness.says[0].startswith("I am a ___")
    classes = shelf().pack("advance_statement_scotland").question("sa_wit_class")
    assert classes is not None
    seven = [one.label for one in classes.choices if one.id != "none_of_these"]
    assert list(witness.beside[:7]) == seven
    assert len(seven) == 7
    assert "None of these" not in witness.beside
    assert mine.says == ()
    for twin in (text_twin(document), html_twin(document)):
        assert CERTIFICATE in twin
        assert all(one in twin for one in (*seven, "Signature", "Address", "Date"))


def test_the_signatures_come_at_the_end_of_the_statement_and_before_the_code() -> None:
    kinds = [type(block) for block in printed(statement(sa_signed=None)).blocks]
    assert kinds.index(Signatures) < kinds.index(CodePicture)


def test_a_signed_statement_says_how_it_was_signed_and_has_no_room_to_sign() -> None:
    document = printed(statement())
    assert boxes(document) == []
    told = next(
        block for block in document.blocks if isinstance(block, Panel) and "signed" in block.title.lower()
    )
    assert "Witness's job: Social worker" in told.lines


def test_text_that_changed_since_is_printed_with_room_to_sign_again() -> None:
    paper = statement()
    document = printed(paper, Standing(changed=frozenset({paper.section.id})))
    assert len(boxes(document)) == 1
    assert WORDS("paper.signed_before") in text_twin(document)


def test_the_personal_statement_is_a_sheet_of_its_own_and_last() -> None:
    document = printed(statement(sa_personal="Feed the dog"))
    at = next(n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.new_page)
    assert [type(block).__name__ for block in document.blocks[at:]] == ["Heading", "Paragraph", "Field"]
    words = shelf().pack("advance_statement_scotland").words
    assert words["personal_apart"] in text_twin(document).partition("Check this paper")[2]
    assert "Feed the dog" not in text_twin(document).partition("Check this paper")[0]


def test_a_notice_to_withdraw_is_signed_and_certified_where_it_says_what_it_withdraws() -> None:
    (signed,) = boxes(printed(notice(wd_scot_signed=None)))
    mine, witness = signed.boxes
    assert mine.says == ("I withdraw this paper: My advance statement",)
    assert "properly intending to withdraw the statement" in witness.says[0]


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({}, "I have withdrawn this paper: My advance statement"),
        (SOMETHING_ELSE, "I have stopped this paper: My advance decision"),
        (
            {**SOMETHING_ELSE, "wd_part": "part", "wd_part_words": "ECT"},
            "I have stopped a part of this paper: My advance decision",
        ),
    ],
)
def test_a_notice_says_first_what_is_stopped(answers: dict[str, object], line: str) -> None:
    document = printed(notice(**answers))
    assert boxes(document) == []
    first = next(block for block in blocks(document) if isinstance(block, Panel))
    assert first.title == line
    assert document.title == WORDS("paper.title_withdrawal_notice")


def test_a_notice_for_england_asks_nobody_to_sign() -> None:
    """MCA 2005 s.24(4)."""
    told = text_twin(printed(notice(**SOMETHING_ELSE, wd_scot_signed=None)))
    assert "Signature" not in told
    assert "witness" not in told.lower()
