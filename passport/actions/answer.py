"""Answer a question. What is typed is saved first and judged second: problems never stop a save."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from passport.actions.answers_in_file import answers_in, as_words, asked, ids_of, one_more
from passport.actions.links import as_link
from passport.actions.signature import with_signed_text
from passport.actions.whose import is_ones_own
from passport.actions.withdraw import withdraw
from passport.errors import NothingBegun, NothingToKeep, UnknownEntry, UnknownItem
from passport.forms.interview import Trouble, troubles
from passport.forms.kinds import read
from passport.forms.pack import Pack, Question
from passport.forms.shelf import Shelf
from passport.law.matchers import changed_my_mind
from passport.law.papers import papers
from passport.record.answers import (
    Answer,
    Place,
    question_of,
    texts_in,
)
from passport.record.sections import Section
from passport.vault.vault import Vault


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
    question = asked(pack, question_of(place))
    if "." in place and place.split(".")[1] not in {item.id for item in section.items(place.split(".")[0])}:
        raise UnknownItem(item=place.split(".")[1], form=section.form)
    kept = as_link(question, as_words(words), vault.passport(), shelf)
    answer = Answer(read(question, kept, now.date()).value, kept, now, by)
    saved = save(vault, shelf, section, {place: answer}, now)
    return replace(saved, ask_to_stop=is_ones_own(vault) and _newly_changed_mind(section, question, answer))


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
    return replace(save(vault, shelf, kept, answers, now), ask_to_stop=asks)


def add_item(vault: Vault, shelf: Shelf, section_id: str, part: str, now: datetime) -> tuple[Saved, str]:
    """Begin a new item of a list. Returns what was saved, and the item's id."""
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    asked(pack, part)
    item, answers = one_more(section, part, now)
    return _saved(pack, vault.put(section_id, answers), now), item


def remove_item(vault: Vault, shelf: Shelf, section_id: str, part: str, item: str, now: datetime) -> Saved:
    """Take an item out of a list. Its answers stay in the history. Raises UnknownItem."""
    section = vault.section(section_id)
    if item not in ids_of(section, part):
        raise UnknownItem(item=item, form=section.form)
    ids = tuple(one for one in ids_of(section, part) if one != item)
    return _saved(shelf.pack(section.form), vault.put(section_id, {part: Answer(ids, ids, now)}), now)


def remove_section(vault: Vault, section_id: str) -> None:
    """Take a whole entry out of the passport. Its answers stay in the history."""
    vault.remove_section(section_id)


def look(vault: Vault, shelf: Shelf, section_id: str, today: date) -> Saved:
    """A section as it stands, and what keeps it from being finished."""
    section = vault.section(section_id)
    return Saved(section, troubles(shelf.pack(section.form), section, today))


def save(
    vault: Vault, shelf: Shelf, section: Section, answers: Mapping[Place, Answer], now: datetime
) -> Saved:
    """Answers on disk, with what follows from it: what was signed, and the paper that a notice has withdrawn.

    Two savings, on purpose: whatever goes wrong with the second, the words are kept.
    """
    pack = shelf.pack(section.form)
    kept = vault.put(section.id, with_signed_text(section, pack, answers, now))
    withdraw(vault, shelf, section.id, now)
    return _saved(pack, kept, now)


def _saved(pack: Pack, section: Section, now: datetime) -> Saved:
    return Saved(section, troubles(pack, section, now.date()))
