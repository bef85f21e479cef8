"""The page, the text, the web page and the enclosed answers say the same words: every document, in every layout.

The list is the program's own (tests/paper/documents.py). The controls alter one word in one of them, and it is seen.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

import pytest

from passport.forms.shelf import shelf
from passport.paper.document import Block, Heading
from passport.paper.typeset import typeset
from passport.record.answers import question_of
from tests.checking.papers import WORDS
from tests.paper.documents import names, not_here, printed, sealed_names
from tests.paper.same_words import answers_not_on_the_page, differences, is_printed

CLEAR = [name for name in names() if not name.endswith("-large")]


def test_every_document_of_the_program_is_here() -> None:
    assert not_here() == set()


def test_every_kind_of_block_is_in_one_of_them() -> None:
    assert {kind for name in CLEAR for kind in kinds(printed(name).document.blocks)} == set(get_args(Block))


def kinds(blocks: Iterable[Block]) -> set[type]:
    """The kinds of these blocks, and of the blocks inside them."""
    found: set[type] = set()
    for block in blocks:
        found.add(type(block))
        for inside in ("blocks", "left", "right", "boxes"):
            found |= kinds(getattr(block, inside, ()))
    return found


@pytest.mark.parametrize("name", names())
def test_they_say_the_same(name: str) -> None:
    assert differences(printed(name)) == []


@pytest.mark.parametrize("name", CLEAR)
def test_one_other_word_on_the_page_or_in_a_twin_is_seen(name: str) -> None:
    """The control, in the first, a middle and the last word of each twin, and in the heading of the page."""
    one = printed(name)
    for at in (0, 0.5, 1):
        assert differences(replace(one, text=with_another_word(one.text, at))), at
        before, main, after = re.split(r"(?s)(?<=<main>)(.*)(?=</main>)", one.html)
        other = f"{before}{with_another_word(main, at)}{after}"
        assert differences(replace(one, html=other)), at
    heading, *rest = one.document.blocks
    if isinstance(heading, Heading):
        other_page = replace(one.document, blocks=(Heading(1, f"{heading.text} not"), *rest), footer="x")
        code = b'<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="30mm"/>'
        pdf = typeset(other_page, code, {}, WORDS, large_print=False)
        assert "the page and the text" in differences(replace(one, pdf=pdf))


def with_another_word(text: str, at: float) -> str:
    """The text with one word changed that is no tag's: ``at`` says how far along it."""
    words = [*re.finditer(r"(?<![<&/\w])[A-Za-z]{3,}(?![^<]*>)", text)]
    word = words[round((len(words) - 1) * at)]
    return f"{text[: word.start()]}altered{text[word.end() :]}"


@pytest.mark.parametrize("name", sealed_names())
def test_one_other_word_in_any_enclosed_answer_that_is_printed_is_seen(name: str) -> None:
    """The control, answer by answer."""
    one = printed(name)
    assert one.shared is not None
    enclosed, unseen, tried = one.shared.enclosed, set(), 0
    for number, section in enumerate(enclosed.sections):
        answers = section["answers"]
        assert isinstance(answers, list)
        for place, answer in enumerate(answers):
            question = shelf().pack(str(section["form"])).question(question_of(answer["at"]))
            assert question is not None
            if not is_printed(question, answer["at"]):
                continue
            other = [*answers]
            other[place] = {**answer, "words": "altered", "value": "altered"}
            sections = [*enclosed.sections]
            sections[number] = {**section, "answers": other}
            tried += 1
            changed = replace(enclosed, sections=tuple(sections))
            if answer["at"] not in answers_not_on_the_page(changed, one.text):
                unseen.add(answer["at"])
    assert tried
    assert unseen == set()
    other_answers = replace(one, shared=replace(one.shared, enclosed=changed))
    assert "the text and the enclosed answers" in differences(other_answers)
