"""Answer a question. What is typed is saved first and judged second: problems never stop a save."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from passport.actions.links import as_link, with_links
from passport.actions.signature import with_signed_text
from passport.actions.withdraw import withdraw
from passport.errors import (
    FilledByDoing,
    NotAList,
    NothingBegun,
    NothingToKeep,
    NothingToPick,
    UnknownChoice,
    UnknownEntry,
    UnknownItem,
    UnknownQuestion,
)
from passport.forms.interview import Trouble, troubles
from passport.forms.kinds import choices_of, read
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.law.matchers import changed_my_mind
from passport.law.papers import papers
from passport.record.answers import (
    Answer,
    Place,
    Value,
    freeze,
    place_in,
    question_of,
    texts_in,
    whole_letters,
)
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section
from passport.vault.vault import Vault

_CHOOSING = {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY, Kind.YES_NO, Kind.YES_NO_DO_NOT_KNOW, Kind.LINK}
_YES_NO = {one: one for one in ("yes", "no", "do_not_know")}


@dataclass(frozen=True, slots=True)
class Saved:
    """What is on disk now, and what still keeps it from being finished."""

    section: Section
    troubles: tuple[Trouble, ...]
    ask_to_stop: bool = False
    """Something new says "I changed my mind": ask at once whether they want to stop it (ruling 26)."""


def start(vault: Vault, shelf: Shelf, form: str, today: date) -> Section:
    """An empty section of a form: a new one, or one that was begun and never answered. Raises UnknownForm."""
    version = shelf.pack(form).version
    empty = [section for section in vault.passport().of_form(form) if not section.answers]
    if empty:
        return vault.begin_anew(empty[-1].id, version, today)
    return vault.add_section(form, version, today)


def to_open(vault: Vault, shelf: Shelf, form: str, today: date) -> Section | None:
    """The section that opening a form shows, begun where there is none; None where there are several to choose from."""
    begun = vault.passport().begun(form)
    if shelf.pack(form).repeats or len(begun) > 1:
        return None
    return begun[0] if begun else start(vault, shelf, form, today)


def section_for(vault: Vault, shelf: Shelf, form: str, today: date, entry: str | None = None) -> Section:
    """The section that an answer to a form belongs to; begins one where needed. Raises UnknownForm, UnknownEntry."""
    return _standing(vault, shelf.pack(form), entry) or start(vault, shelf, form, today)


def _standing(vault: Vault, pack: Pack, entry: str | None) -> Section | None:
    """A form with many entries gets a new one unless ``entry`` names it; any other form has its latest not stopped."""
    if entry is not None:
        return existing(vault, pack.id, entry)
    live = [section for section in vault.passport().of_form(pack.id) if section.stopped_on is None]
    return live[-1] if live and not pack.repeats else None


def existing(vault: Vault, form: str, entry: str | None) -> Section:
    """The section with this id, or else the latest of the form. Raises UnknownEntry, NothingBegun."""
    sections = vault.passport().of_form(form)
    found = [section for section in sections if entry in {None, section.id}]
    if found:
        return found[-1]
    if entry is None:
        raise NothingBegun(form=form)
    raise UnknownEntry(entry=entry)


def put(
    vault: Vault, shelf: Shelf, section_id: str, place: Place, words: object, now: datetime, by: str = "me"
) -> Saved:
    """Save one answer, word for word. Raises UnknownEntry, UnknownQuestion, UnknownItem, FilledByDoing."""
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    question = _asked(pack, question_of(place))
    if "." in place and place.split(".")[1] not in {item.id for item in section.items(place.split(".")[0])}:
        raise UnknownItem(item=place.split(".")[1], form=section.form)
    answer = _answer(question, as_link(question, _typed(words), vault.passport(), shelf), now, by)
    saved = _save(vault, shelf, section, {place: answer}, now)
    return replace(saved, ask_to_stop=_newly_changed_mind(section, question, answer))


def _newly_changed_mind(section: Section, question: Question, answer: Answer) -> bool:
    paper = papers().get(section.form)
    if paper is None or question.id != paper.events or section.stopped_on is not None:
        return False
    before = section.answers.get(question.id)
    known = set(texts_in(before.words)) if before is not None else set()
    return any(changed_my_mind(text) for text in texts_in(answer.words) if text not in known)


def put_all(
    vault: Vault,
    shelf: Shelf,
    form: str,
    typed: Mapping[str, object],
    now: datetime,
    entry: str | None = None,
) -> Saved:
    """Save many answers at once, keyed by question id; lists of items are arrays of tables.

    A list given here takes the place of the one before: a line with the same first words keeps its id. Raises
    UnknownForm, UnknownEntry, UnknownQuestion, UnknownChoice, NothingToPick, FilledByDoing, NotAList before anything is saved or
    begun, and NothingToKeep where there is no answer at all.
    """
    if not typed:
        raise NothingToKeep
    pack = shelf.pack(form)
    standing = _standing(vault, pack, entry)
    section = standing or Section("", form, pack.version, now.date(), {})
    answers = answers_in(pack, section, typed, vault.passport(), shelf, now)
    kept = standing or start(vault, shelf, form, now.date())
    asks = any(
        _newly_changed_mind(section, question, answers[question.id])
        for question in pack.questions()
        if question.id in answers
    )
    return replace(_save(vault, shelf, kept, answers, now), ask_to_stop=asks)


def answers_in(
    pack: Pack, section: Section, typed: Mapping[str, object], passport: Passport, shelf: Shelf, now: datetime
) -> dict[Place, Answer]:
    """What stands in a file, as answers of a section. Raises UnknownQuestion, UnknownChoice, NothingToPick, FilledByDoing, NotAList."""
    answers: dict[Place, Answer] = {}
    for question_id, words in typed.items():
        question = _asked(pack, question_id)
        if question.kind is Kind.PART:
            answers.update(_items(section, question, words, now))
        elif pack.part_of(question_id) is not None:
            raise UnknownQuestion(form=pack.id, question=question_id)
        else:
            question = with_links(question, passport, shelf)
            answers[question_id] = _chosen_answer(
                question, as_link(question, _typed(words), passport, shelf), now
            )
    return answers


def add_item(vault: Vault, shelf: Shelf, section_id: str, part: str, now: datetime) -> tuple[Saved, str]:
    """Begin a new item of a list. Returns what was saved, and the item's id."""
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    _asked(pack, part)
    item, answers = one_more(section, part, now)
    return _saved(pack, vault.put(section_id, answers), now), item


def remove_item(vault: Vault, shelf: Shelf, section_id: str, part: str, item: str, now: datetime) -> Saved:
    """Take an item out of a list. Its answers stay in the history. Raises UnknownItem."""
    section = vault.section(section_id)
    if item not in _ids(section, part):
        raise UnknownItem(item=item, form=section.form)
    ids = tuple(one for one in _ids(section, part) if one != item)
    return _saved(shelf.pack(section.form), vault.put(section_id, {part: Answer(ids, ids, now)}), now)


def remove_section(vault: Vault, section_id: str) -> None:
    """Take a whole entry out of the passport. Its answers stay in the history."""
    vault.remove_section(section_id)


def look(vault: Vault, shelf: Shelf, section_id: str, today: date) -> Saved:
    """A section as it stands, and what keeps it from being finished."""
    section = vault.section(section_id)
    return Saved(section, troubles(shelf.pack(section.form), section, today))


def _save(
    vault: Vault, shelf: Shelf, section: Section, answers: Mapping[Place, Answer], now: datetime
) -> Saved:
    """On disk, with what follows from it: what was signed, and the paper that a notice has withdrawn."""
    pack = shelf.pack(section.form)
    kept = vault.put(section.id, with_signed_text(section, pack, answers, now))
    withdraw(vault, shelf, section.id, now)
    return _saved(pack, kept, now)


def _saved(pack: Pack, section: Section, now: datetime) -> Saved:
    return Saved(section, troubles(pack, section, now.date()))


def _asked(pack: Pack, question_id: str) -> Question:
    question = pack.question(question_id)
    if question is None:
        raise UnknownQuestion(form=pack.id, question=question_id)
    part = pack.part_of(question_id)
    signing = question_id == SIGNINGS or (part is not None and part.id == SIGNINGS)
    if signing or question.kind in {Kind.AUTOMATIC, Kind.FIXED}:
        raise FilledByDoing(question=question_id)
    return question


def _answer(question: Question, words: Value, now: datetime, by: str) -> Answer:
    return Answer(read(question, words, now.date()).value, words, now, by)


def _chosen_answer(question: Question, words: Value, now: datetime) -> Answer:
    """As ``_answer``, for a file: a choice that does not exist is a mistake in the file."""
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
        words = _typed(table.get(first))
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
        answers[place_in(part.id, item, question_id)] = _chosen_answer(question, _typed(words), now)
    return answers


def one_more(section: Section, part: str, now: datetime) -> tuple[str, dict[Place, Answer]]:
    """An id that no item of this list ever had, and the list with it at the end."""
    item = str(section.next_id(part))
    ids = (*_ids(section, part), item)
    return item, {part: Answer(ids, ids, now)}


def _ids(section: Section, part: str) -> tuple[str, ...]:
    return tuple(item.id for item in section.items(part))


def _typed(words: object) -> Value:
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
        return tuple(_typed(one) for one in words)
    if isinstance(words, Mapping):
        return {whole_letters(str(key)): _typed(one) for key, one in words.items()}
    if isinstance(words, str):
        return whole_letters(words)
    return freeze(words)
