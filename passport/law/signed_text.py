"""What a signature was for: digests of the text as it stood when it was signed (rulings 14 to 17).

The *decision text* of a refusal is what it refuses, when, and even if life is at risk. The *paper text* is everything
that is printed. Which questions belong to neither stands in ``forms/law/papers.toml``.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from passport.forms.conditions import Ask, compile_condition, is_answered
from passport.forms.pack import Kind, Pack, Question
from passport.law.once import once_for_each_pack
from passport.law.papers import papers
from passport.record.answers import Answer, Value, thaw
from passport.record.audience import Share
from passport.record.readings.refusals import read_refusal
from passport.record.sections import SIGNINGS, Item, Section
from passport.record.signing import SignedText, latest_signing


def signed_digests(section: Section, pack: Pack, pages: int | None = None) -> Value:
    """The value of ``sg_doc_hash``: what is signed if it is signed now. ``pages``: how many were printed, if known."""
    return text_now(section, pack, pages).to_value()


def text_now(section: Section, pack: Pack, pages: int | None = None) -> SignedText:
    """Digests of the text as it stands."""
    printed = _printed(pack)
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
    signing = latest_signing(section)
    signed = signing.text if signing is not None and signing.signed else None
    return signed is not None and text_now(section, pack).paper != signed.paper


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that is printed, and when it is shown."""

    question: Question
    shown: Ask | None


@dataclass(frozen=True, slots=True)
class _Known:
    """A section's answers; inside an item, the item's own first."""

    section: Section
    item: Item | None = None

    def value(self, question: str) -> Value:
        inside = self.item.value(question) if self.item is not None else None
        return inside if inside is not None else self.section.value(question)

    def fact(self, name: str, _settings: Mapping[str, object], /) -> bool:
        raise LookupError(name)


class _Printed:
    """Which answers of a form make up its text."""

    def __init__(self, pack: Pack) -> None:
        names = frozenset(question.id for question in pack.questions())
        paper = papers().get(pack.id)
        self._decision = paper.decision_text if paper is not None else ()
        not_signed = paper.not_signed if paper is not None else frozenset()
        self._parts: dict[str, tuple[_Asked, ...]] = {}
        self._questions = tuple(
            _asked(one, names) for page in pack.pages for one in page.questions if _prints(one, not_signed)
        )
        for one in self._questions:
            self._parts[one.question.id] = tuple(
                _asked(inner, names) for inner in one.question.questions if _prints(inner, not_signed)
            )
        self._by_id = {
            one.question.id: one for group in (self._questions, *self._parts.values()) for one in group
        }

    def of(self, section: Section) -> Iterator[tuple[str, Value]]:
        """Question ids and words in printed order, those of items included."""
        for asked in self._questions:
            if asked.question.kind is Kind.PART:
                for item in section.items(asked.question.id):
                    known = _Known(section, item)
                    for inner in self._parts[asked.question.id]:
                        yield from _words(inner, known, item.answers)
                    yield asked.question.id, None
            else:
                yield from _words(asked, _Known(section), section.answers)

    def decision(self, section: Section, item: Item) -> list[object]:
        """What a signature under one refusal stands for."""
        known = _Known(section, item)
        found: list[object] = []
        for question in self._decision:
            asked = self._by_id.get(question)
            if asked is not None:
                answers = item.answers if question in item.answers else section.answers
                found += [[one, thaw(words)] for one, words in _words(asked, known, answers)]
        return found


def _words(asked: _Asked, known: _Known, answers: Mapping[str, Answer]) -> Iterator[tuple[str, Value]]:
    answer = answers.get(asked.question.id)
    if answer is None or (asked.shown is not None and not asked.shown(known)):
        return
    words = answer.value if answer.value is not None else answer.words
    # A refusal says "even if my life is at risk" or it does not: no and nothing read the same on paper.
    if is_answered(words) and not (asked.question.id == "rfz_ls_statement" and words != "yes"):
        yield asked.question.id, _plain(words)


def _plain(words: Value) -> Value:
    return " ".join(unicodedata.normalize("NFC", words).split()) if isinstance(words, str) else words


def _asked(question: Question, names: frozenset[str]) -> _Asked:
    return _Asked(question, None if question.show_if is None else compile_condition(question.show_if, names))


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
