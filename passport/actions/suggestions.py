"""Suggestions: a helper's words beside the person's own. The person takes them, changes them, or leaves them.

Bringing them in changes no answer. This is the one place where a helper's words become an answer, and only for words that the
person had in view. What stood there before stays in the history, and who helped, and how, stands with the answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from passport.actions import answer
from passport.actions.answers_in_file import asked, ids_of, one_more
from passport.actions.form_now import item_facts, item_title, shown
from passport.actions.whose import must_be_ones_own
from passport.errors import NothingThere, WordsChangedSince
from passport.forms.kinds import read
from passport.forms.pack import Question
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, Value, place_in, question_of
from passport.record.sections import Item, Section
from passport.record.suggestions import Helper, Suggestion, digest_of_words
from passport.vault.vault import Vault
from passport.wording.words import Words, labelled

NAME = "suggestion "
"""Before its number: where the record keeps one suggestion."""
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
WAITING, TAKEN, CHANGED, LEFT = "waiting", "taken", "changed", "left"


@dataclass(frozen=True, slots=True)
class Beside:
    """One suggestion beside the person's own words."""

    id: str
    section: str
    place: Place
    form: str
    """The form's title."""
    label: str
    helper: Helper
    mine: tuple[str, ...]
    """The person's words as they are now."""
    theirs: tuple[str, ...]
    words: Value
    """What is suggested, to be changed in a box; None for a new item of a list."""
    changed_since: bool
    """Whether the person changed their words after the helper saw them."""
    beside: str
    """Digest of the person's words in view: what is taken counts only beside these."""

    @property
    def is_item(self) -> bool:
        """Whether it is a new item of a list, to be taken or left whole."""
        return self.words is None


def waiting(vault: Vault, shelf: Shelf, words: Words) -> tuple[Beside, ...]:
    """Every suggestion that nobody decided yet, beside the person's words as they are now, in the order of their forms."""
    found = [
        beside
        for name, kept in vault.kept_like(NAME).items()
        if isinstance(kept, Mapping) and kept.get("state") == WAITING
        for beside in _beside(vault, shelf, name.removeprefix(NAME), kept, words)
    ]
    order = [section.id for section in vault.passport().sections]
    return tuple(sorted(found, key=lambda one: (order.index(one.section), int(one.id))))


def one_waiting(vault: Vault, shelf: Shelf, suggestion: str, words: Words) -> Beside:
    """One of them. Raises NothingThere."""
    for one in waiting(vault, shelf, words):
        if one.id == suggestion:
            return one
    raise NothingThere


def _beside(
    vault: Vault, shelf: Shelf, number: str, kept: Mapping[str, Value], words: Words
) -> Iterator[Beside]:
    one, helper = _suggestion(kept), Helper(str(kept["helper"]), str(kept["how"]))
    section = vault.passport().section(one.section)
    pack = shelf.packs.get(section.form) if section is not None else None
    question = pack.question(question_of(one.at)) if pack is not None else None
    if section is None or pack is None or question is None or not _still_there(section, one.at):
        return
    if one.fields:
        mine = tuple(item_title(question, item, words) for item in section.items(one.at))
        answers = {name: _answer(pack.question(name), said) for name, said in one.fields.items()}
        facts = item_facts(question, Item("", answers), words)
        theirs = tuple(labelled(label, "; ".join(lines)) for label, lines in facts)
        now = digest_of_words(section.value(one.at))
        yield Beside(
            number,
            section.id,
            one.at,
            pack.title,
            question.label,
            helper,
            mine,
            theirs,
            words=None,
            changed_since=False,
            beside=now,
        )
        return
    own = section.answers.get(one.at)
    now = digest_of_words(own.words if own is not None else None)
    yield Beside(
        number,
        section.id,
        one.at,
        pack.title,
        _label(section, question, one.at, shelf, words),
        helper,
        shown(question, own, words),
        shown(question, _answer(question, one.words), words),
        one.words,
        now != one.over,
        now,
    )


def _label(section: Section, question: Question, at: Place, shelf: Shelf, words: Words) -> str:
    """The question; in an item of a list, with what the item is called."""
    part_id, _, rest = at.partition(".")
    part = shelf.pack(section.form).question(part_id)
    if not rest or part is None:
        return question.label
    return f"{item_title(part, section.item(part_id, rest.partition('.')[0]), words)}: {question.label}"


def _still_there(section: Section, at: Place) -> bool:
    part, _, rest = at.partition(".")
    return not rest or rest.partition(".")[0] in ids_of(section, part)


def _answer(question: Question | None, said: Value) -> Answer:
    """As it would be read, to be shown: on no day in particular."""
    assert question is not None
    return Answer(read(question, said, _ANY_DAY.date()).value, said, _ANY_DAY)


def _suggestion(kept: Mapping[str, Value]) -> Suggestion:
    item = kept.get("item")
    fields = item if isinstance(item, Mapping) else {}
    return Suggestion(
        str(kept["section"]), str(kept["at"]), kept.get("words"), dict(fields), str(kept.get("over") or "")
    )


def take(
    vault: Vault,
    shelf: Shelf,
    suggestion: str,
    beside: str,
    now: datetime,
    words: Words,
    changed_to: Value = None,
) -> answer.Saved:
    """Make it the person's answer: as suggested, or as they changed it. What stood there stays in the history.

    ``beside`` is the digest of the person's words that they had in view. Raises NothingThere, WordsChangedSince, and as ``put``.
    """
    must_be_ones_own(vault)
    one = one_waiting(vault, shelf, suggestion, words)
    if one.beside != beside:
        raise WordsChangedSince
    changed = changed_to is not None and digest_of_words(changed_to) != digest_of_words(one.words)
    by = by_words(one.helper, words, changed=changed)
    kept = _kept_now(vault, suggestion)
    if one.is_item:
        saved = _take_item(vault, shelf, one, _suggestion(kept), now, by)
    else:
        taken = changed_to if changed else one.words
        saved = answer.put(vault, shelf, one.section, one.place, taken, now, by)
    _decide(vault, suggestion, CHANGED if changed else TAKEN)
    return saved


def _take_item(
    vault: Vault, shelf: Shelf, one: Beside, suggested: Suggestion, now: datetime, by: str
) -> answer.Saved:
    section = vault.section(one.section)
    pack = shelf.pack(section.form)
    item, answers = one_more(section, one.place, now)
    for name, said in suggested.fields.items():
        question = asked(pack, name)
        value = read(question, said, now.date()).value
        answers[place_in(one.place, item, name)] = Answer(value, said, now, by)
    return answer.save(vault, shelf, section, answers, now)


def leave(vault: Vault, suggestion: str) -> None:
    """Keep one's own words. The suggestion goes, and does not come back. Raises NothingThere."""
    kept = vault.kept(f"{NAME}{suggestion}")
    if not isinstance(kept, Mapping) or kept.get("state") != WAITING:
        raise NothingThere
    _decide(vault, suggestion, LEFT)


def _kept_now(vault: Vault, suggestion: str) -> Mapping[str, Value]:
    kept = vault.kept(f"{NAME}{suggestion}")
    assert isinstance(kept, Mapping)
    return kept


def _decide(vault: Vault, suggestion: str, state: str) -> None:
    """Its words go; what tells it from others stays, so that the same file brings it back no more."""
    kept = _kept_now(vault, suggestion)
    stays = {name: kept[name] for name in ("section", "at", "helper", "how", "same")}
    vault.keep(f"{NAME}{suggestion}", {**stays, "state": state})


def by_words(helper: Helper, words: Words, *, changed: bool = False) -> str:
    """Who an answer is by, as it is kept with it and printed."""
    how = words(f"helping.how_{helper.how}")
    return words("helping.by_changed" if changed else "helping.by", name=helper.name, how=how)


def side_by_side(one: Beside, words: Words) -> tuple[str, ...]:
    """Both words under each other, each with whose they are."""
    mine = "; ".join(one.mine) or words("helping.nothing_written")
    theirs = words("helping.new_item" if one.is_item else "helping.theirs", name=one.helper.name)
    lines = [
        f"{words('helping.mine')}: {mine}",
        f"{theirs} ({words(f'helping.how_{one.helper.how}')}): {'; '.join(one.theirs)}",
    ]
    if one.changed_since:
        lines.append(words("helping.changed_since", name=one.helper.name))
    return tuple(lines)
