"""The cover letter: goes with one sealed copy, says of the person only what was chosen, and fits one page."""

import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.actions import answer
from passport.actions.chosen import To
from passport.actions.copies import Stands, copies, seal_words
from passport.actions.cover import Chosen, copies_to_cover, cover, rehearse_cover, to_choose_for_cover
from passport.actions.share import Shared
from passport.actions.words_code import words_code
from passport.errors import AlertTooLong, NoCopyHere
from passport.forms.shelf import shelf
from passport.paper.printable import all_comparable, comparable
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.actions.giving import give
from tests.builders import NOW

WORDS = Words()
TO = To("")
ALL = Chosen(
    "Alex Morgan",
    ("My crisis plan",),
    ("Advance decision on file. Read it before you treat.",),
    ("Ring Jamie: 07700 900118",),
)


@pytest.fixture
def shared(vault: Vault, tmp_path: Path) -> Shared:
    return give(vault, tmp_path / "papers")


def text(vault: Vault, chosen: Chosen) -> str:
    return rehearse_cover(vault, shelf(), "", chosen, TO, NOW, WORDS).text


def test_an_empty_one_names_the_paper_its_check_line_and_nothing_of_the_person(
    vault: Vault, shared: Shared
) -> None:
    said, copy = text(vault, Chosen()), shared.copy_given
    assert copy.document in said
    assert copy.holder in said
    assert seal_words(vault)[copy.audience] in said
    assert f"{copy.answers_digest[:4]} {copy.answers_digest[4:8]}" in said
    for told in ("Alex", "crisis", "Jamie", "alert"):
        assert told not in said


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (Chosen(sender="Alex Morgan"), "From: Alex Morgan"),
        (Chosen(lines=("My crisis plan",)), "My crisis plan"),
        (Chosen(alert=("Ring", "Jo")), "Ring Jo"),
        (Chosen(tell=("Ring Jamie",)), "Ring Jamie"),
    ],
)
def test_each_part_stands_there_only_where_it_was_chosen(
    vault: Vault, shared: Shared, chosen: Chosen, says: str
) -> None:
    assert shared
    assert says in text(vault, chosen)
    assert says not in text(vault, Chosen())


@pytest.mark.parametrize("large", [False, True])
def test_the_page_says_what_its_twins_say(vault: Vault, shared: Shared, tmp_path: Path, large: bool) -> None:
    given_out = cover(vault, shelf(), "", ALL, To("", large_print=large), NOW, WORDS, tmp_path / "o")
    pages = PdfReader(given_out.files["pdf"]).pages
    assert len(pages) == 1 or large
    said = ""
    for number, page in enumerate(pages, 1):
        foot = f"With document {shared.copy_given.document} version 1 page {number} of {len(pages)}"
        said += comparable(page.extract_text()).removesuffix(comparable(foot))
    assert all_comparable(given_out.made.text)
    assert said == comparable(given_out.made.text)
    html = re.sub(r"<style>.*?</style>|<title>.*?</title>|<footer>.*</footer>", "", given_out.made.html)
    assert comparable(unescape(re.sub(r"<[^>]*>", "", html))) == comparable(given_out.made.text)
    assert b"pdfuaid" in given_out.made.pdf


def test_it_stands_in_the_register_and_grows_old_with_what_it_says(
    vault: Vault, shared: Shared, tmp_path: Path
) -> None:
    given_out = cover(vault, shelf(), shared.copy_given.id, ALL, TO, NOW, WORDS, tmp_path / "o").copy_given
    held = {one.copy.id: one for one in copies(vault, shelf())}
    assert (held[given_out.id].kind, given_out.holder) == ("cover", shared.copy_given.holder)
    answer.put(vault, shelf(), "about_me-1", "am_name", "Alexandra Morgan", NOW)
    held = {one.copy.id: one for one in copies(vault, shelf())}
    assert held[given_out.id].stands is Stands.OLD


def test_a_letter_that_says_nothing_of_the_person_is_never_old(
    vault: Vault, shared: Shared, tmp_path: Path
) -> None:
    assert shared
    given_out = cover(
        vault, shelf(), "", Chosen(lines=("My plan",)), TO, NOW, WORDS, tmp_path / "o"
    ).copy_given
    answer.put(vault, shelf(), "about_me-1", "am_name", "Alexandra Morgan", NOW)
    held = {one.copy.id: one for one in copies(vault, shelf())}
    assert held[given_out.id].stands is Stands.CURRENT


def test_it_goes_with_sealed_copies_only(vault: Vault, tmp_path: Path) -> None:
    before = copies_to_cover(vault)
    assert before == ()
    given_out = words_code(
        vault, shelf(), Audience.CARE, ["x"], To("Sam"), NOW, WORDS, tmp_path / "w"
    ).copy_given
    for name in ("", given_out.id, "copy-99"):
        with pytest.raises(NoCopyHere):
            rehearse_cover(vault, shelf(), name, ALL, TO, NOW, WORDS)


def test_an_alert_on_it_keeps_its_length(vault: Vault, shared: Shared) -> None:
    assert shared
    with pytest.raises(AlertTooLong):
        text(vault, Chosen(alert=("w" * 201,)))


def test_what_may_be_chosen_is_of_the_side_of_that_copy(vault: Vault, shared: Shared) -> None:
    offered = to_choose_for_cover(vault, shelf(), shared.copy_given, NOW.date(), WORDS)
    assert set(offered) == {"sender", "lines", "alert", "tell"}
    assert [one.text for one in offered["sender"]] == ["Alex Morgan"]


@pytest.mark.parametrize("acts", ["\u202e", "\x1b[2J", "\x00", "\u2066"])
def test_nothing_in_it_acts(vault: Vault, shared: Shared, acts: str) -> None:
    assert shared
    one = f"w{acts}w"
    said = text(vault, Chosen(one, (one,), (one,), (one, "w" * 500)))
    assert acts not in said
    assert "w" * 500 in said
