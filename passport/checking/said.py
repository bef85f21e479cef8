"""The words of a paper or code, from what is sealed, with the labels of our own packs where we have them."""

from collections.abc import Iterable, Iterator, Mapping

from passport.errors import PackError
from passport.forms.kinds import show
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import shelf
from passport.law.papers import papers
from passport.record.answers import Value, question_of, texts_in
from passport.record.sections import SIGNINGS
from passport.record.visible import visible
from passport.wording.words import Words

_AS_TYPED = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})


class Labels:
    """What our packs call forms and questions. A paper can be read without them: then ids stand for labels."""

    def __init__(self, words: Words) -> None:
        self._packs = _packs()
        self._yes_no = {one: words(f"answers.{one}") for one in ("yes", "no", "do_not_know")}

    def title(self, form: str) -> str:
        """What a form is called."""
        pack = self._packs.get(form)
        return visible(form) if pack is None else pack.title

    def says(self, form: str, answers: Iterable[tuple[str, Value, Value]]) -> list[dict[str, object]]:
        """Each answer (place, value, words typed) as plain data, its texts safe to show."""
        return [
            {"question": visible(place), "label": label, "words": [visible(text) for text in texts]}
            for place, label, texts in self._said(form, answers)
            if texts
        ]

    def typed(self, form: str, answers: Iterable[tuple[str, Value, Value]]) -> Iterator[str]:
        """The texts that were typed freely and stand on paper as they are: not choices, dates, or earlier signings."""
        paper = papers().get(form)
        done = paper.done if paper is not None else frozenset()
        for place, _, words in answers:
            question = self._question(form, question_of(place))
            earlier = place.startswith(SIGNINGS) or place in done
            if question is not None and question.kind in _AS_TYPED and not earlier:
                yield from texts_in(words)

    def _said(
        self, form: str, answers: Iterable[tuple[str, Value, Value]]
    ) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for place, value, typed in self._in_order(form, answers):
            question = self._question(form, question_of(place))
            if question is None:
                yield place, visible(place), texts_in(value) or texts_in(typed)
            elif question.kind not in {
                Kind.PART,
                Kind.AUTOMATIC,
            }:  # ids of items, and what was done: not words
                yield place, question.label, show(question, value, self._yes_no) or texts_in(typed)

    def _in_order(
        self, form: str, answers: Iterable[tuple[str, Value, Value]]
    ) -> list[tuple[str, Value, Value]]:
        """As the form asks, item by item. What our form does not have comes last."""
        pack = self._packs.get(form)
        asked = {question.id: at for at, question in enumerate(pack.questions())} if pack is not None else {}

        def at(answer: tuple[str, Value, Value]) -> tuple[int, str, int]:
            top, _, rest = answer[0].partition(".")
            last = len(asked)
            return (
                asked.get(top, last),
                rest.partition(".")[0].zfill(9),
                asked.get(question_of(answer[0]), last),
            )

        return sorted(answers, key=at)

    def _question(self, form: str, question_id: str) -> Question | None:
        pack = self._packs.get(form)
        if pack is not None:
            return pack.question(question_id)
        return next(
            (found for one in self._packs.values() if (found := one.question(question_id)) is not None), None
        )


def _packs() -> Mapping[str, Pack]:
    try:
        return shelf().packs
    except PackError:
        return {}
