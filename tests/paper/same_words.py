"""What a page, its two twins and its enclosed answers say, held against each other: a line for each that says something else."""

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser

from pypdf import PdfReader

from passport.forms.kinds import show
from passport.forms.like import PREFIX
from passport.forms.pack import Kind, Question
from passport.forms.shelf import shelf
from passport.paper.compose import compose, compose_card
from passport.paper.document import PAGE, PAGES, Document
from passport.paper.enclose import Enclosed
from passport.paper.printable import comparable
from passport.paper.twin import text_twin
from passport.record.answers import Answer, freeze, question_of, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section
from tests.builders import NOW
from tests.checking.papers import WORDS
from tests.paper.documents import Printed, Shared

NOT_PRINTED = frozenset({Kind.AUTOMATIC, Kind.PART})
"""Filled by doing, and printed in words of ours; or the ids of a list's items."""
IN_OTHER_WORDS = frozenset({"wd_part", "tr_confirmed", f"{PREFIX}tr_confirmed"})
"""Of these the page says the same in a sentence of ours: which part a notice stops, and who has confirmed a course."""
YES_NO = {one: WORDS(f"answers.{one}") for one in ("yes", "no", "do_not_know")}


def differences(printed: Printed) -> list[str]:
    """Where they do not say the same; empty where they do."""
    return [*_twins(printed), *(_answers(printed, printed.shared) if printed.shared is not None else ())]


def _twins(printed: Printed) -> Iterator[str]:
    said = comparable(printed.text)
    if not said:
        yield "the text says nothing"
    if on_its_pages(printed.pdf, printed.document) != said:
        yield "the page and the text"
    page = _Html(printed.html)
    if comparable(page.main) != said:
        yield "the web page and the text"
    if comparable(page.foot) != comparable(_foot(printed.document, 1, 1)):
        yield "the web page's last line"
    if page.title != printed.document.title:
        yield "the web page's title"


@cache
def on_its_pages(pdf: bytes, document: Document) -> str:
    """What the pages say, in their order, without the last line of each, and a banner once."""
    reader = PdfReader(io.BytesIO(pdf))
    banner, said = comparable(document.banner), ""
    for number, page in enumerate(reader.pages, 1):
        here = comparable(page.extract_text())
        foot = comparable(_foot(document, number, len(reader.pages)))
        if not here.startswith(banner) or not here.endswith(foot):
            return f"page {number} lacks its first or last line"
        said += here[len(banner) if number > 1 else 0 : len(here) - len(foot)]
    return said


def _foot(document: Document, number: int, count: int) -> str:
    return document.footer.replace(PAGE, str(number)).replace(PAGES, str(count))


def _answers(printed: Printed, shared: Shared) -> Iterator[str]:
    """Each answer stands on the page; and the page is made again, word for word, of the enclosed answers and nothing else."""
    for place in answers_not_on_the_page(shared.enclosed, printed.text):
        yield f"the answer at {place}"
    if _made_again(shared) != printed.text:
        yield "the text and the enclosed answers"


def answers_not_on_the_page(enclosed: Enclosed, text: str) -> Iterator[str]:
    """Where the answers stand that the text does not say."""
    said = comparable(text)
    for place, lines in _said_in(enclosed):
        if any(comparable(line) not in said for line in lines):
            yield place


def _said_in(enclosed: Enclosed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every answer that is printed, as a person reads it: where it stands, and its words."""
    for section in _sections(enclosed):
        pack = shelf().pack(section.form)
        for place, answer in section.answers.items():
            question = pack.question(question_of(place))
            if question is not None and is_printed(question, place):
                lines = show(question, answer.value, YES_NO) or texts_in(answer.words)
                # a row of a list may stand one thing under the other
                yield place, tuple(part for line in lines for part in re.split(r"[,;] ", line))


def is_printed(question: Question, place: str) -> bool:
    """Whether its words stand on the page: of how a paper was signed, a panel tells only what counts today."""
    never = question.id in ON_ITS_OWN_PAGE | IN_OTHER_WORDS or place.startswith(SIGNINGS)
    return question.kind not in NOT_PRINTED and not never


def _made_again(shared: Shared) -> str:
    passport = Passport(tuple(_sections(shared.enclosed)), in_part=shared.passport.in_part)
    if shared.card:
        return text_twin(compose_card(passport, shared.facts, WORDS))
    return text_twin(compose(passport, shelf().packs, shared.facts, WORDS, (), shared.standing))


def _sections(enclosed: Enclosed) -> Iterator[Section]:
    for one in enclosed.sections:
        answers = {
            each["at"]: Answer(freeze(each["value"]), freeze(each["words"]), NOW)
            for each in one["answers"]  # type: ignore[attr-defined]  # a list of tables, read strictly
        }
        made_on = date.fromisoformat(str(one["made_on"]))
        yield Section(str(one["id"]), str(one["form"]), int(str(one["pack"])), made_on, answers)


class _Html(HTMLParser):
    """What a reader sees of a web page: its title, its words and its last line."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.title = self.main = self.foot = ""
        self._inside: list[str] = []
        self.feed(written)

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag not in {"meta", "hr", "br"}:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag, "a tag is not closed where it should be"

    def handle_data(self, data: str) -> None:
        if "main" in self._inside:
            self.main += data + "\n"
        elif "footer" in self._inside:
            self.foot += data
        elif "title" in self._inside:
            self.title += data
