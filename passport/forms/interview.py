"""The interview: what to ask next, what is hidden, what is missing. The screen and the plain prompts both follow it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from passport.forms.conditions import Ask, compile_condition, is_answered
from passport.forms.kinds import Problem, read, show
from passport.forms.once import once_for_each_pack
from passport.forms.pack import Kind, Pack, Page, Question
from passport.record.answers import Answer, Place, Value, place_in, texts_in
from passport.record.sections import SIGNINGS, Section

NOT_ASKED = {Kind.AUTOMATIC}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to show: a question at its place."""

    place: Place
    question: Question
    page: Page


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that keeps a section from being finished."""

    place: Place
    question: Question
    problem: Problem


class Here:
    """A section's answers as facts; inside an item, the item's own answers first."""

    def __init__(self, section: Section, part: str = "", item: str = "") -> None:
        self._section, self._part, self._item = section, part, item

    def value(self, question: str) -> Value:
        """The value there, or None."""
        inside = self._section.value(place_in(self._part, self._item, question)) if self._part else None
        return inside if inside is not None else self._section.value(question)

    def fact(self, name: str, _settings: Mapping[str, object]) -> bool:
        """None: only rules know facts. Raises LookupError."""
        raise LookupError(name)


def shown(pack: Pack, section: Section, question: Question, part: str = "", item: str = "") -> bool:
    """Whether a question is asked, given the answers so far."""
    if question.show_if is None:
        return True
    return _conditions(pack)[question.id](Here(section, part, item))


@once_for_each_pack
def _conditions(pack: Pack) -> Mapping[str, Ask]:
    """When each question that may be hidden is shown."""
    names = frozenset(one.id for one in pack.questions())
    return {
        one.id: compile_condition(one.show_if, names) for one in pack.questions() if one.show_if is not None
    }


def steps(pack: Pack, section: Section, *, first_entry: bool = True) -> Iterator[Step]:
    """The questions of a form in order, hidden ones left out. Parts stand for themselves; see ``item_steps``."""
    for page in pack.pages:
        if page.once and not first_entry:
            continue
        for question in page.questions:
            if question.kind not in NOT_ASKED and shown(pack, section, question):
                yield Step(question.id, question, page)


def item_steps(pack: Pack, section: Section, part: Question, item: str) -> Iterator[Step]:
    """The questions of one item of a list, hidden ones left out."""
    page = next(page for page in pack.pages if part in page.questions)
    for question in part.questions:
        if question.kind not in NOT_ASKED and shown(pack, section, question, part.id, item):
            yield Step(place_in(part.id, item, question.id), question, page)


def without_hidden(pack: Pack, section: Section) -> Section:
    """The section without answers to questions that are hidden now: the person does not see them, and nobody else does."""
    hidden = set()
    for question in (one for page in pack.pages for one in page.questions):
        if not shown(pack, section, question):
            hidden |= {
                place
                for place in section.answers
                if place == question.id or place.startswith(f"{question.id}.")
            }
        for item in section.items(question.id) if question.kind is Kind.PART else ():
            hidden |= {
                place_in(question.id, item.id, inner.id)
                for inner in question.questions
                if not shown(pack, section, inner, question.id, item.id)
            }
    answers = {place: answer for place, answer in section.answers.items() if place not in hidden}
    return replace(section, answers=answers)


def every_step(pack: Pack, section: Section, *, first_entry: bool = True) -> Iterator[Step]:
    """Every question that is shown, those inside items included."""
    for step in steps(pack, section, first_entry=first_entry):
        yield step
        if step.question.kind is Kind.PART:
            for item in section.items(step.question.id):
                yield from item_steps(pack, section, step.question, item.id)


def troubles(pack: Pack, section: Section, today: date, *, first_entry: bool = True) -> tuple[Trouble, ...]:
    """What is missing or could not be read, in order. An empty result means the section is complete."""
    asked = tuple(every_step(pack, section, first_entry=first_entry))
    groups = _groups_without_answer(asked, section)
    return tuple(
        Trouble(step.place, step.question, problem)
        for step in asked
        if (
            problem := _trouble(step.question, section.answers.get(step.place), today)
            or groups.get(step.place)
        )
        is not None
    )


def _groups_without_answer(asked: tuple[Step, ...], section: Section) -> Mapping[Place, Problem]:
    """For each group of which one has to be answered and none is: the place of its first question."""
    groups: dict[tuple[str, str], list[Step]] = {}
    for step in asked:
        if step.question.one_of:
            groups.setdefault((step.place.rpartition(".")[0], step.question.one_of), []).append(step)
    return {
        steps_[0].place: Problem("one_wanted", {"labels": ", ".join(one.question.label for one in steps_)})
        for steps_ in groups.values()
        if not any(_has_words(section.answers.get(one.place)) for one in steps_)
    }


def _has_words(answer: Answer | None) -> bool:
    return answer is not None and is_answered(answer.words)


def _trouble(question: Question, answer: Answer | None, today: date) -> Problem | None:
    words = None if answer is None else answer.words
    if answer is not None and (problem := read(question, words, today).problem) is not None:
        return problem
    if question.required and question.id != SIGNINGS and not _has_words(answer):
        return Problem("answer_wanted", {"label": question.label})
    return None


def progress(pack: Pack, section: Section | None, today: date) -> str:
    """``not_started``, ``in_progress`` or ``completed``: the key of a status word."""
    if section is None or not any(is_answered(answer.words) for answer in section.answers.values()):
        return "not_started"
    return "in_progress" if troubles(pack, section, today) else "completed"


def own_title(pack: Pack, section: Section) -> str:
    """What an entry calls itself: its answer to the question that names it, as it is read or as it was typed.

    Of a link, what it leads to. Empty where there is nothing to call it by.
    """
    question = pack.question(pack.entry_title)
    answer = section.answers.get(question.id) if question is not None else None
    if question is None or answer is None:
        return ""
    lines = show(question, answer.value, {}) or texts_in(answer.words)
    return ", ".join(line for line in lines if line.strip())
