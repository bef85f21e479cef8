"""Answers as fields on paper: our label, the person's words. What could not be read is printed as it was typed."""

from collections.abc import Callable, Iterator, Mapping

from passport.forms.conditions import is_answered
from passport.forms.interview import own_title
from passport.forms.kinds import show
from passport.forms.pack import Kind, Pack, Question
from passport.paper.document import Block, Field, Heading, Paragraph
from passport.paper.facts import Standing
from passport.record.answers import Answer, texts_in
from passport.record.sections import Item, Section
from passport.wording.words import Words


class Printer:
    """Puts the answers of one section on paper."""

    def __init__(
        self,
        pack: Pack,
        section: Section,
        words: Words,
        standing: Standing | None = None,
        whose: str = "",
        name: str = "",
    ) -> None:
        self.pack, self.section, self.words = pack, section, words
        self.whose, self.name = whose, name
        self.standing = standing or Standing()
        self._yes_no = {one: words(f"answers.{one}") for one in ("yes", "no", "do_not_know")}

    def question(self, question_id: str) -> Iterator[Block]:
        """One question, if it was answered."""
        question = self.pack.question(question_id)
        if question is not None:
            yield from PRINTED_KINDS[question.kind](self, question, self.section.answers.get(question_id))

    def in_item(self, item: Item, question_id: str) -> Iterator[Block]:
        """One question of a list's item, if it was answered."""
        question = self.pack.question(question_id)
        if question is not None:
            yield from PRINTED_KINDS[question.kind](self, question, item.answers.get(question_id))

    def the_rest(self, done: frozenset[str]) -> Iterator[Block]:
        """Every other question of the form, page by page, in the form's order."""
        for page in self.pack.pages:
            blocks = [
                block
                for question in page.questions
                if question.id not in done
                for block in self.question(question.id)
            ]
            if blocks:
                yield Heading(3, page.title)
                yield from blocks

    def own_words(self, key: str) -> str:
        """A sentence of the pack's own words: the variant for this place and day where there is one."""
        for variant in self.standing.variants.get(self.section.id, ()):
            if f"{key}_{variant}" in self.pack.words:
                return self.pack.words[f"{key}_{variant}"]
        return self.pack.words[key]

    def shown(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """An answer in words. What was picked from a list stands in one line, so that an entry stays on a page."""
        lines = show(question, answer.value, self._yes_no) or texts_in(answer.words)
        return ("; ".join(lines),) if question.kind is Kind.CHOOSE_MANY else lines

    @property
    def title(self) -> str:
        """What an entry calls itself; empty where there is nothing to call it by."""
        return own_title(self.pack, self.section)

    def field(self, question: Question, answer: Answer | None) -> Iterator[Block]:
        """A label and the words for it."""
        if answer is not None and is_answered(answer.words):
            yield Field(question.label, self.shown(question, answer))

    def part(self, question: Question, _answer: Answer | None) -> Iterator[Block]:
        """Each item of a list, its questions one under the other."""
        for number, item in enumerate(self.section.items(question.id), 1):
            blocks = [block for inner in question.questions for block in self.in_item(item, inner.id)]
            if blocks:
                yield Heading(3, self.words("paper.item", label=question.label, number=number))
                if (self.section.id, item.id) in self.standing.ended and question.id == self.pack.refusals:
                    yield Paragraph(self.words("paper.refusal_ended"), strong=True)
                yield from blocks

    def nothing(self, _question: Question, _answer: Answer | None) -> Iterator[Block]:
        """What is filled by doing is printed where it belongs, not as an answer."""
        yield from ()

    def fixed(self, question: Question, _answer: Answer | None) -> Iterator[Block]:
        """A sentence of ours that belongs to the paper."""
        yield Field(question.label, (question.help,))


PRINTED_KINDS: Mapping[Kind, Callable[[Printer, Question, Answer | None], Iterator[Block]]] = {
    **dict.fromkeys(Kind, Printer.field),
    Kind.PART: Printer.part,
    Kind.AUTOMATIC: Printer.nothing,
    Kind.FIXED: Printer.fixed,
}
"""How each kind of question is printed."""
