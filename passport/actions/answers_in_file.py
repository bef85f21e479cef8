"""Answers as they stand in a file: arrays and tables, dates and numbers, become the words that somebody would type."""

from collections.abc import Mapping
from datetime import date, datetime, time

from passport.actions.links import as_link, with_links
from passport.errors import FilledByDoing, NotAList, NothingToPick, UnknownChoice, UnknownQuestion
from passport.forms.kinds import choices_of, read
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, Value, freeze, place_in, texts_in, whole_letters
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section

_CHOOSING = {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY, Kind.YES_NO, Kind.YES_NO_DO_NOT_KNOW, Kind.LINK}
_YES_NO = {one: one for one in ("yes", "no", "do_not_know")}


def answers_in(
    pack: Pack, section: Section, typed: Mapping[str, object], passport: Passport, shelf: Shelf, now: datetime
) -> dict[Place, Answer]:
    """What stands in a file, as answers of a section. Raises UnknownQuestion, UnknownChoice, NothingToPick, FilledByDoing, NotAList."""
    answers: dict[Place, Answer] = {}
    for question_id, words in typed.items():
        question = asked(pack, question_id)
        if question.kind is Kind.PART:
            answers.update(_items(section, question, words, now))
        elif pack.part_of(question_id) is not None:
            raise UnknownQuestion(form=pack.id, question=question_id)
        else:
            question = with_links(question, passport, shelf)
            answers[question_id] = _chosen_answer(
                question, as_link(question, as_words(words), passport, shelf), now
            )
    return answers


def asked(pack: Pack, question_id: str) -> Question:
    """The question of a pack that may be answered so. Raises UnknownQuestion, FilledByDoing."""
    question = pack.question(question_id)
    if question is None:
        raise UnknownQuestion(form=pack.id, question=question_id)
    part = pack.part_of(question_id)
    signing = question_id == SIGNINGS or (part is not None and part.id == SIGNINGS)
    if signing or question.kind in {Kind.AUTOMATIC, Kind.FIXED}:
        raise FilledByDoing(question=question_id)
    return question


def _chosen_answer(question: Question, words: Value, now: datetime) -> Answer:
    """What is typed for a question. A choice that does not exist is a mistake in the file."""
    reading = read(question, words, now.date())
    if reading.problem is not None and question.kind in _CHOOSING:
        given = words if isinstance(words, tuple) else (words,)
        wrong = [one for one in given if read(question, one, now.date()).problem is not None] or given
        there = choices_of(question, _YES_NO)
        if not there:
            raise NothingToPick(question=question.id)
        raise UnknownChoice(
            question=question.id,
            choice=", ".join(text for one in wrong for text in texts_in(one))[:60],
            choices=", ".join(choice.id for choice in there),
        )
    return Answer(reading.value, words, now)


def _items(section: Section, part: Question, tables: object, now: datetime) -> dict[Place, Answer]:
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        raise NotAList(question=part.id)
    first = part.questions[0].id
    known = [(item.answers[first].words, item.id) for item in section.items(part.id) if first in item.answers]
    answers: dict[Place, Answer] = {}
    ids: list[str] = []
    fresh = section.next_id(part.id)
    for table in tables:
        words = as_words(table.get(first))
        same = next((one for one in known if one[0] == words), None)
        if same is not None:
            known.remove(same)
            item = same[1]
        else:
            item, fresh = str(fresh), fresh + 1
        ids.append(item)
        answers.update(answers_of_item(section, part, item, table, now))
    return {part.id: Answer(tuple(ids), tuple(ids), now), **answers}


def answers_of_item(
    section: Section, part: Question, item: str, table: Mapping[str, object], now: datetime
) -> dict[Place, Answer]:
    """The answers of one item as they stand in a file. Raises UnknownQuestion, UnknownChoice, NothingToPick, FilledByDoing."""
    answers: dict[Place, Answer] = {}
    for question_id, words in table.items():
        question = next((one for one in part.questions if one.id == question_id), None)
        if question is None:
            raise UnknownQuestion(form=section.form, question=question_id)
        if question.kind is Kind.AUTOMATIC:
            raise FilledByDoing(question=question_id)
        answers[place_in(part.id, item, question_id)] = _chosen_answer(question, as_words(words), now)
    return answers


def one_more(section: Section, part: str, now: datetime) -> tuple[str, dict[Place, Answer]]:
    """An id that no item of this list ever had, and the list with it at the end."""
    item = str(section.next_id(part))
    ids = (*ids_of(section, part), item)
    return item, {part: Answer(ids, ids, now)}


def ids_of(section: Section, part: str) -> tuple[str, ...]:
    """The ids of a list's items, in their order."""
    return tuple(item.id for item in section.items(part))


def as_words(words: object) -> Value:
    """What stands in a file, as words: dates and numbers as text, true and false as yes and no."""
    if isinstance(words, bool):
        return "yes" if words else "no"
    if isinstance(words, (int, float)):
        return f"{words}"
    if isinstance(words, (date, datetime)):
        return words.isoformat()[:10]
    if isinstance(words, time):
        return words.isoformat()
    if isinstance(words, (list, tuple)):
        return tuple(as_words(one) for one in words)
    if isinstance(words, Mapping):
        return {whole_letters(str(key)): as_words(one) for key, one in words.items()}
    if isinstance(words, str):
        return whole_letters(words)
    return freeze(words)
