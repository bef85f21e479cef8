"""Words that could act, break a page or vanish: shown as they are, or named in plain words; never run, never dropped."""

import io
import re
from html.parser import HTMLParser

import pytest
from pypdf import PdfReader

from passport.checking.check import check_bytes
from passport.errors import CannotPrint
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.paper.compose import compose
from passport.paper.printable import comparable, printable
from passport.paper.twin import html_twin, text_twin
from passport.record.answers import Answer
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW
from tests.checking.papers import THE_FACTS, WORDS, Made, a_sealed_paper

FIELD = "am_important"
HOSTILE = {
    "typst": '#import "x.typ": * #eval("1+1") $ x^2 $ *bold* _it_ `raw` #set text(fill: white) \\ @ref <label> = Title',
    "html": '<script>alert("x")</script> &amp; <b>bold</b> <img src=x onerror=alert(1)>',
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;title\x07 bell",
    "rich": "[bold]loud[/bold] [@click=app.quit]go[/]",
    "direction": "safe \u202egnp.exe\u202c after \u2066isolated\u2069",
    "controls": "a\x00b\x08c\x7fd\x9be",
    "long_word": "W" + "o" * 498 + "w",
    "spaces": "a\u00a0b\u2003c\u200bd\ufeffe",
    "quotes": '"it\'s" \u201cquoted\u201d \u2026 \u2013 \u2014',
    "polish": "Zażółć gęślą jaźń. Łukasz, Małgorzata, Siân Llŷr",
}


def a_passport(words: str) -> Passport:
    answers = {
        "am_name": Answer("Alex Morgan", "Alex Morgan", NOW),
        FIELD: Answer(words, words, NOW),
    }
    return Passport((Section("about_me-1", "about_me", 1, NOW.date(), answers),))


def paper(words: str) -> Made:
    return a_sealed_paper(a_passport(words))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_words_stand_on_the_page_as_they_are(name: str) -> None:
    words = HOSTILE[name]
    made = paper(words)

    page = "".join(comparable(one.extract_text()) for one in PdfReader(io.BytesIO(made.pdf)).pages)
    assert comparable(printable(words)) in page
    assert comparable(printable(words)) in comparable(made.text)
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", made.text)


@pytest.mark.parametrize("name", list(HOSTILE))
def test_the_web_page_holds_no_tag_of_the_person_s_words(name: str) -> None:
    document = compose(a_passport(HOSTILE[name]), shelf().packs, THE_FACTS, WORDS)
    harmless = compose(a_passport("plain"), shelf().packs, THE_FACTS, WORDS)
    found, usual = _Tags(), _Tags()
    found.feed(html_twin(document))
    usual.feed(html_twin(harmless))

    assert found.tags <= usual.tags | {"br", "p"}
    assert found.attributes <= usual.attributes
    assert "script" not in found.tags


def test_a_hundred_thousand_characters_fit_in_a_paper() -> None:
    words = ("I walk to the allotment and back. " * 3000)[:100_000]
    made = paper(words)

    assert len(PdfReader(io.BytesIO(made.pdf)).pages) > 20
    assert comparable(printable(words)) in comparable(made.text)
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0


@pytest.mark.parametrize("strange", ["\U00012000 cuneiform", "\U0001f984 unicorn"])
def test_a_character_that_no_font_has_is_named(strange: str) -> None:
    with pytest.raises(CannotPrint) as named:
        paper(strange)
    assert strange[0] in WORDS.error(named.value) or f"{ord(strange[0]):04X}" in WORDS.error(named.value)


def test_the_text_twin_says_what_the_page_says() -> None:
    made = paper("Two words")
    assert "Two words" in made.text
    assert (
        text_twin(compose(a_passport("Two words"), shelf().packs, THE_FACTS, WORDS)).count("Two words") == 1
    )
