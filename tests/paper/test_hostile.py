"""Words that could act, break a page or vanish: shown as they are, or named in plain words; never run, never dropped."""

import io
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import typst
from pypdf import PdfReader

from passport.checking.check import check_bytes
from passport.checking.report import Came
from passport.errors import CannotPrint
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.paper import compose as composing
from passport.paper import typeset as setting
from passport.paper.compose import compose
from passport.paper.printable import printable
from passport.paper.twin import html_twin, text_twin
from passport.record.answers import Answer
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, a_refusal, an_advance_decision
from tests.checking.papers import THE_FACTS, WORDS, Made, a_sealed_paper

FIELD = "am_important"
HOSTILE = {
    "typst": '#import "x.typ": * #eval("1+1") $ x^2 $ *bold* _it_ `raw` #set text(fill: white) \\ @ref <label> = Title',
    "html": '<script>alert("x")</script> &amp; <b>bold</b> <img src=x onerror=alert(1)>',
    "html_end": "</dd></dl></main><style>body{display:none}</style><!-- ]]> --> <base href=//x>",
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;title\x07 bell",
    "rich": "[bold]loud[/bold] [@click=app.quit]go[/]",
    "gaps": "{page} {pages} {name} {0} %s %(name)s ${HOME}",
    "direction": "safe \u202egnp.exe\u202c after \u2066isolated\u2069",
    "controls": "a\x00b\x08c\x7fd\x9be",
    "lines": "one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x0cseven",
    "pdf": "endstream endobj xref trailer /ByteRange [0 1 2 3] (a\\)b) <</JS (app.alert(1))>>",
    "pdf_end": "startxref 0 %%EOF",
    "long_word": "W" + "o" * 498 + "w",
    "spaces": "a\u00a0b\u2003c\u200bd\ufeffe",
    "quotes": '"it\'s" \u201cquoted\u201d \u2026 \u2013 \u2014',
    "polish": "Zażółć gęślą jaźń. Łukasz, Małgorzata, Siân Llŷr",
}


def a_passport(words: str, field: str = FIELD) -> Passport:
    answers = {"am_name": Answer("Alex Morgan", "Alex Morgan", NOW), field: Answer(words, words, NOW)}
    return Passport((Section("about_me-1", "about_me", 1, NOW.date(), answers),))


def paper(words: str) -> Made:
    return a_sealed_paper(a_passport(words))


def page_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def every_mark(text: str) -> str:
    """Every mark that is seen, punctuation included: only spaces and line breaks may differ."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if not one.isspace() and one not in "\u200b\u2066\u2069")


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_words_stand_on_the_page_as_they_are(name: str) -> None:
    """Every mark of them, on the page and in the text beside it; and our own check finds nothing."""
    words = HOSTILE[name]
    made = paper(words)

    assert every_mark(printable(words)) in every_mark(page_of(made.pdf))
    assert every_mark(printable(words)) in every_mark(made.text)
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", made.text)


@pytest.mark.parametrize("name", ["terminal", "direction", "controls"])
def test_a_mark_that_acts_is_spelled_out_and_not_dropped(name: str) -> None:
    acting = [one for one in HOSTILE[name] if unicodedata.category(one) in {"Cc", "Cf"}]
    assert acting
    for one in acting:
        assert f"<U+{ord(one):04X}>" in page_of(paper(HOSTILE[name]).pdf).replace("\n", "")


def test_the_same_words_given_to_typst_as_its_own_are_run() -> None:
    """The control: these words are not harmless in themselves. Here they are a page's source, and the marks are gone."""
    source = "#set page(width: 10cm, height: 5cm)\n$ x^2 $ *bold* _it_ #(1 + 1)"
    said = page_of(typst.compile(source.encode()))
    assert "bold" in said
    assert not re.search(r"[*$#]", said)


class _Tags(HTMLParser):
    """What a browser makes of a page: its tags, its attributes, and the words that are shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.shown = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.shown += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")


def web_page(words: str, field: str = FIELD) -> _Tags:
    return _Tags(html_twin(compose(a_passport(words, field), shelf().packs, THE_FACTS, WORDS)))


@pytest.mark.parametrize("name", list(HOSTILE))
def test_the_web_page_holds_no_tag_of_the_person_s_words_and_all_of_their_marks(name: str) -> None:
    found, usual = web_page(HOSTILE[name]), web_page("plain")

    assert [tag for tag in found.tags if tag not in {"br", "p"}] == [
        tag for tag in usual.tags if tag not in {"br", "p"}
    ]
    assert found.attributes == usual.attributes
    assert every_mark(printable(HOSTILE[name])) in every_mark(found.shown)


@pytest.mark.parametrize("name", ["html", "html_end"])
def test_the_same_words_put_into_a_page_as_they_are_do_make_tags(name: str) -> None:
    """The control."""
    assert {"script", "style"} & set(_Tags(f"<p>{HOSTILE[name]}</p>").tags)


@pytest.mark.parametrize("name", ["typst", "html_end", "terminal", "direction", "gaps", "pdf"])
def test_hostile_words_in_the_name_of_a_holder_are_words(name: str) -> None:
    made = a_sealed_paper(a_passport("plain"), replace(THE_FACTS, holder=HOSTILE[name]))
    assert every_mark(printable(HOSTILE[name])) in every_mark(page_of(made.pdf))
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0


@pytest.mark.parametrize(
    "name",
    [
        "typst",
        "html_end",
        "gaps",
        "terminal",
        "direction",
    ],
)
def test_hostile_words_in_a_person_s_own_name_are_words(name: str) -> None:
    """It stands in the last line of every page and in what the file says of itself."""
    words = HOSTILE[name]
    made = a_sealed_paper(a_passport(words, "am_name"), replace(THE_FACTS, name=words))
    reader = PdfReader(io.BytesIO(made.pdf))
    assert every_mark(printable(words)) in every_mark(reader.pages[-1].extract_text())
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0


def test_hostile_words_in_headings_and_lists_are_words() -> None:
    words = HOSTILE["typst"] + HOSTILE["html"]
    made = a_sealed_paper(an_advance_decision([a_refusal(of=words, rfz_why=words)], signed=None).passport)
    assert every_mark(page_of(made.pdf)).count(every_mark(printable(words))) == 2
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0


def longest_line(pdf: bytes) -> int:
    return max(map(len, page_of(pdf).splitlines()))


def test_one_word_of_five_hundred_letters_stays_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is broken into lines. The control: without the breaks it is one line, and runs off the paper."""
    usual = longest_line(paper("I walk to the allotment and back. " * 20).pdf)
    assert longest_line(paper(HOSTILE["long_word"]).pdf) <= usual
    whole = setting._page()
    monkeypatch.setattr(setting, "_page", lambda: whole.replace(b".join(h(0.001pt))", b".join()"))
    assert longest_line(paper(HOSTILE["long_word"]).pdf) > 2 * usual


def test_a_word_is_broken_only_where_it_is_wider_than_its_place_and_reads_the_same_when_copied() -> None:
    words = "Please write to firstname.lastname@northside.nhs.uk. " + "W" * 60
    shown = page_of(paper(words).pdf)
    assert "firstname.lastname@northside.nhs.uk." in shown
    assert "W" * 60 not in shown
    assert not {"\u200b", "\u00ad"} & set(shown)
    assert "W" * 60 in "".join(shown.split())


def test_a_long_name_leaves_room_for_what_else_stands_at_the_foot_of_each_page() -> None:
    """The foot says which paper a loose page is of: that must never run off the page. An older paper has the name in full."""
    name = "Alexandra " * 50
    facts = replace(THE_FACTS, name=name.strip())
    passport = a_passport(name.strip(), "am_name")
    last = PdfReader(io.BytesIO(a_sealed_paper(passport, facts).pdf)).pages[0].extract_text()
    assert f"document {facts.document}" in " ".join(last.split())
    assert last.rstrip().splitlines()[-1].endswith("page 1 of 1")
    assert len(last[last.rindex("\u2026") :]) < 200


def test_a_paper_with_a_long_name_whole_at_its_foot_is_still_as_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As this program made them before it cut long names there."""
    name = "Alexandra " * 9
    monkeypatch.setattr(composing, "at_foot", lambda name: name)
    made = a_sealed_paper(a_passport(name.strip(), "am_name"), replace(THE_FACTS, name=name.strip()))
    found = {one.id: one.outcome for one in check_bytes(made.pdf, NOW.date(), Met(), WORDS).checks}
    assert found["agrees"] is Came.AS_SEALED


def test_a_hundred_thousand_characters_fit_in_a_paper() -> None:
    words = ("I walk to the allotment and back. " * 3000)[:100_000]
    made = paper(words)

    assert len(PdfReader(io.BytesIO(made.pdf)).pages) > 20
    assert every_mark(words) in every_mark(made.text)
    assert check_bytes(made.pdf, NOW.date(), Met(), WORDS).exit_code == 0


@pytest.mark.parametrize(
    "strange",
    [
        "\U00012000",
        "\U0001f984",
        "\ue000",
        "\u0378",
    ],
    ids=["cuneiform", "unicorn", "private", "not_given_out"],
)
def test_a_character_that_no_font_has_is_named(strange: str) -> None:
    """Named with its own name or number; and of the words beside it, nothing."""
    with pytest.raises(CannotPrint) as named:
        paper(f"before {strange} after")
    said = WORDS.error(named.value)
    assert "before" not in said
    assert "after" not in said
    assert strange in said or f"{ord(strange):04X}" in said


@pytest.mark.parametrize("unseen", ["\U000e0041", "\u3164", "\u2060"], ids=["tag", "filler", "joiner"])
def test_a_character_that_nobody_can_see_is_named_or_spelled_out(unseen: str) -> None:
    """Else sealed words hold what the page does not show: a whole message can be written in such letters."""
    try:
        shown = page_of(paper(f"before {unseen * 3} after").pdf)
    except CannotPrint:
        return
    assert f"<U+{ord(unseen):04X}>" in shown


@pytest.mark.parametrize("name", ["direction", "terminal"])
def test_the_checker_shows_hostile_words_spelled_out(name: str) -> None:
    """What a paper says is shown to somebody who did not write it."""
    report = check_bytes(paper(HOSTILE[name]).pdf, NOW.date(), Met(), WORDS)
    shown = "\n".join(report.lines())
    assert printable(HOSTILE[name]).replace("\u200b", "") in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_the_text_twin_says_what_the_page_says() -> None:
    made = paper("Two words")
    document = composing.compose(a_passport("Two words"), shelf().packs, THE_FACTS, WORDS)
    assert made.text.count("Two words") == 1
    assert text_twin(document).count("Two words") == 1
