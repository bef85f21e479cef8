"""The card for a wallet: the person's own lines and nothing else, a code that scans on a card, a line in the register."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.actions import answer
from passport.actions.card import PLAN, print_card
from passport.errors import CardLineTooLong, NothingToShare
from passport.forms.shelf import shelf
from passport.paper.card import LINES, MOST_LETTERS
from passport.qr.room import CARD
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()


def lines(vault: Vault, *texts: str) -> None:
    section = answer.section_for(vault, shelf(), PLAN, NOW.date())
    answer.put(vault, shelf(), section.id, LINES, "\n".join(texts), NOW)


def test_the_card_holds_the_lines_and_no_other_word_of_the_record(vault: Vault, tmp_path: Path) -> None:
    made = print_card(vault, shelf(), NOW, WORDS, tmp_path / "out").made
    assert "Ring Jamie: 07700 900118" in made.text
    assert "Alex Morgan" not in made.text + made.html
    assert made.facts.name == ""
    assert len(PdfReader(io.BytesIO(made.pdf)).pages) == 1


def test_its_code_fits_a_card(vault: Vault, tmp_path: Path) -> None:
    made = print_card(vault, shelf(), NOW, WORDS, tmp_path / "out").made
    assert len(made.code) <= CARD.letters
    assert b'width="36.5mm"' in made.code_svg


def test_it_stands_in_the_register_as_a_document_of_its_own(vault: Vault, tmp_path: Path) -> None:
    given = print_card(vault, shelf(), NOW, WORDS, tmp_path / "out").copy_given
    assert vault.passport().copies[-1] == given
    assert print_card(vault, shelf(), NOW, WORDS, tmp_path / "out").copy_given.version == given.version
    assert given.document not in {copy.document for copy in vault.passport().copies[:-2]}


def test_five_long_lines_still_fit_on_its_face(vault: Vault, tmp_path: Path) -> None:
    lines(vault, *["wide words " * 8 for _ in range(5)])
    made = print_card(vault, shelf(), NOW, WORDS, tmp_path / "out").made
    assert len(PdfReader(io.BytesIO(made.pdf)).pages) == 1


def test_a_line_with_no_room_is_named_and_nothing_is_written(vault: Vault, tmp_path: Path) -> None:
    lines(vault, "short", "w" * (MOST_LETTERS + 1))
    copies = vault.passport().copies
    with pytest.raises(CardLineTooLong) as stopped:
        print_card(vault, shelf(), NOW, WORDS, tmp_path / "out")
    assert stopped.value.fields["number"] == 2
    assert vault.passport().copies == copies
    assert not (tmp_path / "out").exists()


def test_without_lines_there_is_no_card(vault: Vault, tmp_path: Path) -> None:
    section = answer.section_for(vault, shelf(), PLAN, NOW.date())
    answer.put(vault, shelf(), section.id, LINES, "", NOW)
    with pytest.raises(NothingToShare):
        print_card(vault, shelf(), NOW, WORDS, tmp_path / "out")
