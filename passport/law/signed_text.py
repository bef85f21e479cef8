"""What a signature was for: digests of the text as it stood when it was signed (rulings 14 to 17).

The *decision text* of a refusal is what it refuses, when, and even if life is at risk. The *paper text* is everything
that is printed. Which questions belong to neither stands in ``forms/law/papers.toml``.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping

from passport.forms.conditions import is_answered
from passport.forms.interview import without_hidden
from passport.forms.once import once_for_each_pack
from passport.forms.pack import Kind, Pack, Question
from passport.law.made import signing_that_counts
from passport.law.papers import papers
from passport.record.answers import Answer, Place, Value, place_in, thaw
from passport.record.audience import Share
from passport.record.readings.refusals import read_refusal
from passport.record.sections import SIGNINGS, Item, Section
from passport.record.signing import SignedText


def signed_digests(section: Section, pack: Pack, pages: tuple[int, ...] = ()) -> Value:
    """The value of ``sg_doc_hash``: what is signed if it is signed now. ``pages``: how many it had when printed, if known."""
    return text_now(section, pack, pages).to_value()


def text_now(section: Section, pack: Pack, pages: tuple[int, ...] = ()) -> SignedText:
    """Digests of the text as it stands."""
    printed, section = _printed(pack), without_hidden(pack, section)
    refusals = section.items(pack.refusals)
    readings = [read_refusal(item) for item in refusals]
    return SignedText(
        paper=_digest([[one, thaw(words)] for one, words in printed.of(section)]),
        decisions={item.id: _digest(printed.decision(section, item)) for item in refusals},
        statements={one.id: one.says_even_if_life_at_risk for one in readings},
        life_sustaining={one.id: one.life_sustaining for one in readings},
        pages=pages,
    )


def changed_since_signing(section: Section, pack: Pack) -> bool:
    """Whether anything that is printed differs from what was signed. False where nothing was signed, or not here."""
    signing = signing_that_counts(section)
    signed = signing.text if signing is not None and signing.signed else None
    return signed is not None and text_now(section, pack).paper != signed.paper


def signed_words(section: Section, pack: Pack) -> Mapping[Place, Value]:
    """Every answer that is printed, by its place: what ``paper`` of the digests is made of, but for the order of lists."""
    return dict(_printed(pack).places(without_hidden(pack, section)))


class _Printed:
    """Which answers of a form make up its text."""

    def __init__(self, pack: Pack) -> None:
        paper = papers().get(pack.id)
        self._decision = paper.decision_text if paper is not None else ()
        self._nothing = paper.reads_as_nothing if paper is not None else {}
        apart = paper.not_signed | paper.done if paper is not None else frozenset()
        self._questions = tuple(one for page in pack.pages for one in page.questions if _prints(one, apart))
        self._parts = {
            one.id: tuple(inner for inner in one.questions if _prints(inner, apart))
            for one in self._questions
        }

    def of(self, section: Section) -> Iterator[tuple[str, Value]]:
        """Question ids and words in printed order, those of items included."""
        for question in self._questions:
            if question.kind is Kind.PART:
                for item in section.items(question.id):
                    for inner in self._parts[question.id]:
                        yield from self._words(inner.id, item.answers)
                    yield question.id, None
            else:
                yield from self._words(question.id, section.answers)

    def places(self, section: Section) -> Iterator[tuple[Place, Value]]:
        """The same words, each with its place."""
        for question in self._questions:
            if question.kind is not Kind.PART:
                yield from self._words(question.id, section.answers)
                continue
            for item in section.items(question.id):
                for inner in self._parts[question.id]:
                    for one, words in self._words(inner.id, item.answers):
                        yield place_in(question.id, item.id, one), words

    def decision(self, section: Section, item: Item) -> list[object]:
        """What a signature under one refusal stands for."""
        return [
            [one, thaw(words)]
            for question in self._decision
            for one, words in self._words(question, {**section.answers, **item.answers})
        ]

    def _words(self, question: str, answers: Mapping[str, Answer]) -> Iterator[tuple[str, Value]]:
        answer = answers.get(question)
        if answer is None:
            return
        words = answer.value if answer.value is not None else answer.words
        if is_answered(words) and words not in self._nothing.get(question, ()):
            yield question, _plain(words)


def _plain(words: Value) -> Value:
    return " ".join(unicodedata.normalize("NFC", words).split()) if isinstance(words, str) else words


def _prints(question: Question, not_signed: frozenset[str]) -> bool:
    return (
        question.share is not Share.NEVER
        and question.kind not in {Kind.AUTOMATIC, Kind.FIXED}
        and question.id not in not_signed
        and question.id != SIGNINGS
    )


def _digest(plain: object) -> str:
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


@once_for_each_pack
def _printed(pack: Pack) -> _Printed:
    return _Printed(pack)
