"""What I wrote before: every answer there was, when and by whom; and bringing one back, which saves it anew.

Nothing that was is changed by it. What the law wants done again, such as a signing or a stop, is shown and not brought back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from passport.actions import answer
from passport.actions.answer import Saved
from passport.actions.drafts import read_draft
from passport.actions.form_now import shown
from passport.actions.home import entry_title
from passport.errors import FilledByDoing, NothingBefore, UnknownItem
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, place_in, question_of, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import SIGNINGS, Section
from passport.vault.history import Revision
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Before:
    """One answer as it was at some time."""

    number: int
    place: Place
    label: str
    lines: tuple[str, ...]
    """In words; empty where the answer was emptied."""
    when: datetime
    by: str
    stands: bool
    """Whether it is the answer of today."""
    may_come_back: bool

    def to_plain(self) -> dict[str, object]:
        """As JSON."""
        return {
            "number": self.number,
            "place": self.place,
            "label": self.label,
            "lines": list(self.lines),
            "when": self.when.isoformat(),
            "by": self.by,
            "stands": self.stands,
        }


@dataclass(frozen=True, slots=True)
class ItemBefore:
    """One item that was taken out of a list."""

    part: str
    item: str
    title: str


@dataclass(frozen=True, slots=True)
class EntryBefore:
    """One entry that was taken out."""

    section: str
    title: str


def history(
    vault: Vault, shelf: Shelf, section_id: str, words: Words, place: Place = ""
) -> tuple[Before, ...]:
    """What was answered in a section, or at one place of it, the newest first. Raises UnknownEntry."""
    section = vault.section(section_id)
    pack = shelf.packs.get(section.form)
    newest: dict[Place, int] = {one.place: one.number for one in vault.history(section_id)}
    return tuple(
        _before(section, pack, one, words, stands=newest[one.place] == one.number)
        for one in reversed(vault.history(section_id))
        if place in {"", one.place} and _is_shown(pack, one.place)
    )


def items_taken_out(vault: Vault, shelf: Shelf, section_id: str, words: Words) -> tuple[ItemBefore, ...]:
    """Items that a person took out of a list and that can come back. Raises UnknownEntry."""
    section = vault.section(section_id)
    pack = shelf.packs.get(section.form)
    found = []
    for part, item, answers in _gone_items(vault, section):
        asked = pack.question(part) if pack is not None else None
        if asked is None or part == SIGNINGS:
            continue
        first = next((one for one in asked.questions if one.id in answers), None)
        lines = shown(first, answers[first.id], words) if first is not None else ()
        found.append(ItemBefore(part, item, ", ".join(lines) or words("home.untitled")))
    return tuple(found)


def entries_taken_out(vault: Vault, shelf: Shelf, words: Words) -> tuple[EntryBefore, ...]:
    """Entries that a person took out and that can come back."""
    found = []
    for section in vault.taken_out():
        pack = shelf.packs.get(section.form)
        title = (
            words("history.entry", form=pack.title, title=entry_title(pack, section, words))
            if pack
            else section.id
        )
        found.append(EntryBefore(section.id, title))
    return tuple(found)


def bring_back(vault: Vault, shelf: Shelf, section_id: str, number: int, now: datetime) -> Saved:
    """Save an earlier answer once more. Raises UnknownEntry, NothingBefore, FilledByDoing."""
    section = vault.section(section_id)
    one = next((one for one in vault.history(section_id) if one.number == number), None)
    if one is None:
        raise NothingBefore
    if not _may_come_back(shelf.packs.get(section.form), section, one.place):
        raise FilledByDoing(question=question_of(one.place))
    half_typed = read_draft(vault, section_id, one.place)
    if half_typed is not None and "." not in one.place:  # saved first, so that it can come back in its turn
        answer.put(vault, shelf, section_id, one.place, half_typed, now)
    return answer.save(vault, shelf, vault.section(section_id), {one.place: _anew(one.answer, now)}, now)


def bring_item_back(
    vault: Vault, shelf: Shelf, section_id: str, part: str, item: str, now: datetime
) -> Saved:
    """Put an item back at the end of its list, with what was said in it. Raises UnknownEntry, UnknownItem."""
    section = vault.section(section_id)
    gone = {(one, id_): answers for one, id_, answers in _gone_items(vault, section)}
    if part == SIGNINGS or (part, item) not in gone:
        raise UnknownItem(item=item, form=section.form)
    ids = (*(one.id for one in section.items(part)), item)
    again = {place_in(part, item, one): _anew(was, now) for one, was in gone[part, item].items()}
    return answer.save(vault, shelf, section, {part: Answer(ids, ids, now), **again}, now)


def bring_entry_back(vault: Vault, section_id: str) -> Section:
    """Put a whole entry back. Raises UnknownEntry."""
    return vault.bring_section_back(section_id)


def _anew(was: Answer, now: datetime) -> Answer:
    return Answer(was.value, was.words, now, was.by)


def _gone_items(vault: Vault, section: Section) -> Iterator[tuple[str, str, Mapping[str, Answer]]]:
    """Every item that was answered and is not in its list now: its list, its id, its last answers by question."""
    items: dict[tuple[str, str], dict[str, Answer]] = {}
    for one in vault.history(section.id):
        part, _, rest = one.place.partition(".")
        if rest:
            item, _, question = rest.partition(".")
            items.setdefault((part, item), {})[question] = one.answer
    for (part, item), answers in items.items():
        there = {each.id for each in section.items(part)}
        if item not in there and any(
            text.strip() for each in answers.values() for text in texts_in(each.words)
        ):
            yield part, item, answers


def _is_shown(pack: Pack | None, place: Place) -> bool:
    """Not the numbers of a list's items, nor what belongs on its own page."""
    question = pack.question(place) if pack is not None else None
    return question_of(place) not in ON_ITS_OWN_PAGE and (question is None or question.kind is not Kind.PART)


def _may_come_back(pack: Pack | None, section: Section, place: Place) -> bool:
    """What a person types, at a place that stands."""
    part, _, rest = place.partition(".")
    if part == SIGNINGS or (rest and rest.partition(".")[0] not in {one.id for one in section.items(part)}):
        return False
    question = _question(pack, place)
    return question is None or question.kind not in {Kind.AUTOMATIC, Kind.FIXED, Kind.PART}


def _question(pack: Pack | None, place: Place) -> Question | None:
    return pack.question(question_of(place)) if pack is not None else None


def _before(section: Section, pack: Pack | None, one: Revision, words: Words, *, stands: bool) -> Before:
    question = _question(pack, one.place)
    lines = shown(question, one.answer, words) if question is not None else texts_in(one.answer.words)
    return Before(
        one.number,
        one.place,
        label_at(pack, one.place, words),
        tuple(lines),
        one.answer.when,
        one.answer.by,
        stands and one.place in section.answers,
        may_come_back=_may_come_back(pack, section, one.place),
    )


def label_at(pack: Pack | None, place: Place, words: Words) -> str:
    """The question; inside a list, after the list's name and the item's number."""
    part, _, rest = place.partition(".")
    gone = pack.gone if pack is not None else {}
    question, list_ = _question(pack, place), _question(pack, part)
    label = question.label if question is not None else gone.get(question_of(place), question_of(place))
    if not rest:
        return label
    called = list_.label if list_ is not None else gone.get(part, part)
    return words("history.in_list", list=called, item=rest.partition(".")[0], label=label)
