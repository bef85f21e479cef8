"""Names and answers in the scripts people write in: they print, or a sentence names the letter; numbers never turn round.

Also what nobody should type, and somebody will: very long answers, one endless word, controls, pictures, a missing font.
"""

import io
import shutil
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.errors import CannotPrint, FontMissing
from passport.paper import typeset as setting
from passport.paper.document import Document, Field, Heading
from passport.paper.printable import printable, readable
from passport.paper.typeset import typeset
from tests.checking.papers import WORDS

PRINTED = {
    "Arabic": "اسمي أمينة، رقمي 07700 900118",
    "Urdu": "میرا نام زینب ہے، فون 07700 900118",
    "Bengali": "আমার নাম রহিমা। ফোন 07700 900118",
    "Punjabi": "ਮੇਰਾ ਨਾਮ ਹਰਪ੍ਰੀਤ ਹੈ 07700 900118",
    "Gujarati": "મારું નામ મીના છે 07700 900118",
    "Polish": "Zażółć gęślą jaźń, Zieliński 07700 900118",
    "Welsh": "Siân Llŷr, tŷ â ŵyn 07700 900118",
    "Somali": "Magacaygu waa Xaliimo 07700 900118",
    "Tigrinya": "ስመይ ኣለም እዩ 07700 900118",
}


def page(*texts: str) -> bytes:
    document = Document(
        "A paper", "en", date(2026, 11, 23), "", "foot", (Heading(1, "A paper"), Field("Label", texts))
    )
    return typeset(document, b"", {}, WORDS, large_print=False)


@pytest.mark.parametrize("script", PRINTED)
def test_a_script_that_we_have_shapes_for_prints(script: str) -> None:
    assert page(PRINTED[script]).startswith(b"%PDF")


@pytest.mark.parametrize(("text", "letter"), [("王小明", "王"), ("안녕", "안"), ("I am 😀", "😀")])
def test_a_letter_without_a_shape_is_named_with_what_to_do(text: str, letter: str) -> None:
    with pytest.raises(CannotPrint) as stopped:
        page(text)
    assert stopped.value.fields["character"] == letter
    assert len(WORDS.error(stopped.value)) > 20


@pytest.mark.parametrize("script", ["Arabic", "Urdu"])
@pytest.mark.parametrize("number", ["07700 900118", "+44 20 7946 0000", "27/03/1988", "999 000 0142"])
def test_numbers_stand_by_themselves_in_text_that_runs_the_other_way(script: str, number: str) -> None:
    text = PRINTED[script].replace("07700 900118", number)
    assert f"\u2066{number}\u2069" in readable(text)


def test_an_override_from_somewhere_else_cannot_turn_a_line_round() -> None:
    assert "\u202e" not in printable("07700\u202e900118")


def test_an_answer_of_forty_pages_prints_whole(tmp_path: Path) -> None:
    pdf = tmp_path / "long.pdf"
    pdf.write_bytes(page(*[f"Line {number} of a very long answer" for number in range(1500)]))
    pages = PdfReader(pdf).pages
    assert len(pages) > 30
    assert "Line 1499" in pages[-1].extract_text()


def test_one_word_of_five_hundred_letters_stays_on_the_page() -> None:
    pages = PdfReader(io.BytesIO(page("w" * 500))).pages
    assert max(map(len, pages[0].extract_text().splitlines())) < 60


def test_control_characters_print_as_nothing_that_acts() -> None:
    assert page("a\x00b\x1b[31mc\u200ed").startswith(b"%PDF")


def test_a_font_that_is_missing_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is there and one font is not, or is another: it is named, and no other letter takes its place."""
    here = tmp_path / "paper"
    source = Path(str(resources.files("passport.paper")))
    shutil.copytree(source / "fonts", here / "fonts")
    shutil.copy(source / "page.typ", here / "page.typ")
    monkeypatch.setattr("passport.paper.typeset.resources.files", lambda _name: here)
    assert page("Alex")
    for name in ("AtkinsonHyperlegibleNext_400Regular.ttf", "NotoSansBengali_400Regular.ttf"):
        font, whole = here / "fonts" / name, (here / "fonts" / name).read_bytes()
        for left in (None, whole[: len(whole) // 2]):
            setting._must_be_whole.cache_clear()
            font.unlink() if left is None else font.write_bytes(left)
            with pytest.raises(FontMissing, match="FontMissing") as told:
                page("Alex")
            assert told.value.fields == {"file": name}
            font.write_bytes(whole)
    setting._must_be_whole.cache_clear()
    shutil.rmtree(here / "fonts")
    with pytest.raises(FontMissing):
        page("Alex")


def test_a_sign_made_of_a_digit_and_a_mark_is_told_by_its_mark() -> None:
    """The digit has a shape: to be told that it has none would help nobody."""
    with pytest.raises(CannotPrint) as told:
        page("1\ufe0f\u20e3")
    assert told.value.fields["name"] == "combining enclosing keycap"
