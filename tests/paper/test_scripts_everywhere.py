"""Names and answers in the scripts people write in, on each kind of paper and in both layouts: all of it stands on the page.

What a PDF gives back of other scripts is not in order, so letters are looked for one by one; numbers are held in order.
"""

import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

import pytest
from pypdf import PdfReader

from passport.errors import CannotPrint
from passport.paper.cover import Covered, cover_letter
from passport.paper.document import Document, Field, Heading
from passport.paper.printable import language_of, printable, readable
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.paper.words_code import words_card, words_page
from passport.qr.draw import svg
from passport.qr.room import CARD
from passport.record.audience import Audience
from passport.record.passport import Passport
from tests.builders import ALEX, TODAY, a_copy, a_refusal, a_section, an_advance_decision
from tests.checking.papers import MADE_ON, THE_FACTS, WORDS, a_sealed_paper
from tests.paper.tags import as_seen, heard, letters_of

SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Arabic": ("أمينة حسن", "اتصل بأختي على 07700 900118 (ليلاً أو نهاراً)"),
    "Urdu": ("زینب خان", "میری بہن کو فون کریں: 07700 900118، رات ہو یا دن۔ ٹھنڈا پانی"),  # noqa: RUF001  # the full stop of Urdu
    "Bengali": ("রহিমা খাতুন", "আমার বোনকে ফোন করুন 07700 900118। স্ত্রী, ক্ষুধা, শ্রদ্ধা"),
    "Punjabi": ("ਹਰਪ੍ਰੀਤ ਕੌਰ", "ਮੇਰੀ ਭੈਣ ਨੂੰ ਫ਼ੋਨ ਕਰੋ 07700 900118।"),
    "Gujarati": ("મીના પટેલ", "મારી બહેનને ફોન કરો 07700 900118. ક્ષમા, જ્ઞાન, શ્રી"),
    "Polish": ("Zażółć Gęślą-Jaźń", "Zadzwoń do siostry: 07700 900118, dzień i noc. Źdźbło, Łąka"),
    "Welsh": ("Siân Llŷr", "Ffoniwch fy chwaer: 07700 900118. Ŵyn, tŷ, Ŷd, ẁ ẃ ẅ"),
    "Somali": ("Xaliimo Cabdi", "Walaashay wac 07700 900118, habeen iyo maalin"),
    "Tigrinya": ("ኣለም ገብረ", "ናብ ሓፍተይ ደውል፡ 07700 900118፣ ለይቲ። ጓል፣ ቈልዓ"),
}
CHINESE = ("王小明", "请给我妹妹打电话：07700 900118")  # noqa: RUF001  # a colon of Chinese
PAPERS = ("decision", "role pack", "card", "words page", "words card", "cover letter")
ONE_LAYOUT = {"card", "words card"}
CODE = svg("A" * 200, CARD)


def made(paper: str, name: str, says: str, *, large: bool = False) -> tuple[Document, bytes]:
    """A paper whose every word of the person's is in one script."""
    about = {**ALEX, "am_name": name, "am_gp": says}
    refusal = a_refusal(of=says, rfz_why=f"{says}\n{says}")
    decision = an_advance_decision(refusals=[refusal], about=about)
    copy, lines, mark = a_copy(decision, holder=name), (name, says), "Not sealed"
    if paper == "decision":
        facts = replace(THE_FACTS, name=name, holder=name)
        sealed = a_sealed_paper(decision.passport, facts, large_print=large)
        return sealed.document, sealed.pdf
    if paper == "role pack":
        facts = replace(THE_FACTS, name=name, audience=Audience.INVOLVEMENT)
        entry = a_section("involvement_record", ir_title=says, ir_did=says)
        sealed = a_sealed_paper(Passport((decision.about, entry)), facts, large_print=large)
        return sealed.document, sealed.pdf
    if paper == "card":
        plan = a_section("crisis_plan", cp_card=[name, says])
        sealed = a_sealed_paper(Passport((plan,)), THE_FACTS, card=True)
        return sealed.document, sealed.pdf
    document = {
        "words page": lambda: words_page(lines, mark, copy, WORDS),
        "words card": lambda: words_card(lines, mark, copy, WORDS),
        "cover letter": lambda: cover_letter(
            Covered(copy, "kettle harbour", name, lines, (), (says,)), WORDS, TODAY
        ),
    }[paper]()
    code = b"" if paper == "cover letter" else CODE
    return document, typeset(document, code, {}, WORDS, large_print=large)


LAYOUTS = [
    (paper, large) for paper in PAPERS for large in (False, True) if not large or paper not in ONE_LAYOUT
]


@pytest.mark.parametrize(("paper", "large"), LAYOUTS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_letter_of_it_stands_on_the_page_and_in_both_twins(
    script: str, paper: str, large: bool
) -> None:
    name, says = SCRIPTS[script]
    document, pdf = made(paper, name, says, large=large)
    read = heard(PdfReader(io.BytesIO(pdf))).tags
    said = [unicodedata.normalize("NFC", one.says) for one in read]
    assert set(letters(name + says)) <= set(letters("".join(said)))
    seen = digits("".join(as_seen(page) for page in PdfReader(io.BytesIO(pdf)).pages))
    assert seen.count("900118") == seen.count("07700900118") > 0, "the groups of a number change places"
    for twin in (text_twin(document), html_twin(document)):
        assert readable(name) in twin
        assert readable(says) in twin
    spoken = {str(one.attributes.get("/Lang", "")) for one in read}
    assert {language_of(name), language_of(says)} - {""} <= spoken


def letters(text: str) -> str:
    return "".join(one for one in text if unicodedata.category(one)[0] in "LM")


def digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


@pytest.mark.parametrize("paper", PAPERS)
def test_chinese_is_named_letter_by_letter_and_nothing_is_made(paper: str) -> None:
    with pytest.raises(CannotPrint) as stopped:
        made(paper, *CHINESE)
    letter = str(stopped.value.fields["character"])
    assert letter in "".join(CHINESE)
    assert f"{letter} (a Chinese letter)" in WORDS.error(stopped.value)


@pytest.mark.parametrize(
    "text",
    [
        "Ring أختي: 07700 900118",
        "اتصل 07700 900118",
        "07700 900118 أمينة",
        "أختي +44 20 7946 0000، 07700 900118",
        "اتصل ٠٧٧٠٠ ٩٠٠١١٨",  # noqa: RUF001  # digits of Arabic
        "رقم 07700 900118\n07700 900118",
    ],
)
def test_a_number_beside_letters_that_run_right_to_left_keeps_its_order(text: str) -> None:
    """Also where the line begins in English: the letters before a number are what turns its groups round."""
    document = Document("A paper", "en", MADE_ON, "", "foot", (Heading(1, "A paper"), Field("L", (text,))))
    pdf = typeset(document, b"", {}, WORDS, large_print=False)
    said = digits(as_seen(PdfReader(io.BytesIO(pdf)).pages[0]))
    numbers = [digits(one) for one in re.findall(r"[+\d][\d ]+\d", text)]
    assert all(one in said for one in numbers), said
    for twin in (text_twin(document), html_twin(document)):
        assert all(f"\u2066{one}\u2069" in twin for one in re.findall(r"[+\d][\d ]+\d", text))


@pytest.mark.parametrize(
    "text", ["Ring أختي: 07700 900118", "اتصل 27/03/1988 أو 111", "Ring 07700 900118", "نعم"]
)
def test_what_was_made_readable_before_stays_as_it_is(text: str) -> None:
    assert readable(readable(text)) == readable(text)
    assert "<U+" not in printable(readable(text))


def test_a_line_that_begins_right_to_left_runs_so_and_stands_at_the_right() -> None:
    """What comes last in such a line is furthest to the left."""
    seen = as_seen(PdfReader(io.BytesIO(of_lines("أختي Quetiapine"))).pages[0])
    before, _, after = seen.partition("Quetiapine")
    assert set("أختي").isdisjoint(before)
    assert set("أختي") <= set(after)


def test_a_number_stands_on_one_line() -> None:
    assert "07700\u00a0900118" in printable("Ring 07700 900118, day or night")


def test_letters_are_joined_where_the_script_joins_them() -> None:
    """A letter in the middle of a word has another shape than the letter alone."""
    alone, joined = ("ب ي ت", "بيت")
    shapes = [
        letters_of(PdfReader(io.BytesIO(of_lines(*lines))), "ي") for lines in ((alone,), (alone, joined))
    ]
    assert shapes[0] < shapes[1]


def of_lines(*lines: str) -> bytes:
    document = Document("A paper", "en", MADE_ON, "", "foot", (Heading(1, "A paper"), Field("L", lines)))
    return typeset(document, b"", {}, WORDS, large_print=False)


@pytest.mark.parametrize("cluster", ["ক্ষু", "স্ত্রী", "ਪ੍ਰੀ", "ક્ષ", "é"])
def test_a_long_word_is_never_broken_inside_one_letter(cluster: str) -> None:
    whole = unicodedata.normalize("NFC", cluster)
    made = of_lines(cluster * 100)
    lines = [
        one for one in PdfReader(io.BytesIO(made)).pages[0].extract_text().splitlines() if whole[0] in one
    ]
    assert len(lines) > 1
    assert all(one.startswith(whole[:2]) and one.endswith(whole[-1]) for one in lines)
