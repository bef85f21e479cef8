"""The front of a crisis plan: one page, nothing cut short, nothing lost, and no refusal that was not shared."""

import io

from pypdf import PdfReader

from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.paper.compose import compose
from passport.paper.document import Front
from passport.paper.printable import comparable
from passport.paper.twin import text_twin
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, an_advance_decision, answers_for
from tests.checking.papers import THE_FACTS, WORDS, a_sealed_paper


def section(form: str, **changed: object) -> Section:
    pack = shelf().pack(form)
    file = next(one for one in shelf().examples(form) if one.name.startswith("alex"))
    answers = {**read_example(file).answers, **changed}
    return Section(f"{form}-1", form, pack.version, NOW.date(), answers_for(pack, answers))


def pages_of(*sections: Section) -> list[str]:
    made = a_sealed_paper(Passport(sections))
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(io.BytesIO(made.pdf)).pages]


def test_the_front_is_one_page_and_the_rest_begins_on_the_next() -> None:
    first, second, *_ = pages_of(section("about_me"), section("crisis_plan"))
    for wanted in (
        "Read this first",
        "Call me Alex",
        "07700 900118",
        "What does not help",
        "Check this paper",
    ):
        assert wanted in first
    assert "The rest of my plan" in second.splitlines()[0]


def test_with_the_refusals_it_is_one_page_too_and_names_them_in_brief() -> None:
    first, *_ = pages_of(section("about_me"), section("crisis_plan"), an_advance_decision().section)
    assert "I do not want these treatments" in first
    assert "Check this paper" in first


def test_refusals_that_are_not_shared_are_not_on_the_front() -> None:
    assert "do not want these" not in "".join(pages_of(section("about_me"), section("crisis_plan")))


def test_what_is_too_long_for_the_front_stands_whole_on_the_pages_after_it() -> None:
    long = [f"Line {number}: " + "kindly and slowly, " * 12 for number in range(40)]
    plan = section("crisis_plan", cp_you_do=long)
    document = compose(Passport((plan,)), shelf().packs, THE_FACTS, WORDS)
    front, *rest = document.blocks
    assert isinstance(front, Front)
    assert WORDS("front.more") in text_twin(document)
    said = comparable(text_twin(document))
    assert all(comparable(line) in said for line in long)
    assert rest


def test_every_answer_stands_somewhere() -> None:
    plan = section("crisis_plan")
    said = comparable(text_twin(compose(Passport((plan,)), shelf().packs, THE_FACTS, WORDS)))
    for line in (
        "Radio on low, all night",
        "The second week of October",
        "Pickle the cat",
        "in the blue folder",
    ):
        assert comparable(line) in said
