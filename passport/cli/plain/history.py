"""What I wrote before, in plain lines: numbered, each can be brought back."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from passport.actions import history
from passport.actions.beside import beside
from passport.actions.erase import What
from passport.actions.home import entry_title
from passport.cli.history import both, when_and_by
from passport.cli.plain.erase import erase_for_good
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.errors import PassportError

_Does = Callable[[], bool] | str
_MANY = 40
"""Rows that are shown at once."""


def all_before(session: Session) -> None:
    """Every form with answers, and the entries that were taken out. Raises Leave."""
    talk, words = session.talk, session.words
    while True:
        talk.heading(words("history.title"))
        sections = [one for one in session.vault.passport().sections if one.answers]
        gone = history.entries_taken_out(session.vault, session.shelf, words)
        for number, section in enumerate(sections, 1):
            pack = session.shelf.packs.get(section.form)
            named = entry_title(pack, section, words) if pack is not None else section.id
            talk.line(
                f"{number} {words('history.entry', form=pack.title if pack else section.form, title=named)}"
            )
        if gone:
            talk.say("history.entries")
        for number, one in enumerate(gone, len(sections) + 1):
            talk.line(f"{number} {one.title}. {words('history.bring')}")
        talk.say("history.pick" if sections or gone else "history.none")
        typed = talk.ask([words("page_help.history")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(sections) + len(gone))
        if at is None:
            talk.say("plain.not_that")
        elif at < len(sections):
            before(session, sections[at].id)
        elif talk.yes("history.sure"):
            history.bring_entry_back(session.vault, gone[at - len(sections)].section)
            talk.say("history.back")


def before(session: Session, section_id: str) -> None:
    """What was written in one section, the newest first. Raises Leave."""
    talk, many = session.talk, _MANY
    while True:
        talk.heading(session.words("history.title"))
        found = history.history(session.vault, session.shelf, section_id, session.words)
        does = [
            *_answers(session, section_id, found[:many]),
            *_items(session, section_id, len(found[:many]) + 1),
        ]
        if not does:
            talk.say("history.none")
        if len(found) > many:
            talk.say("history.plain_more")
        talk.say("history.ways")
        talk.say("erase.ways")
        typed = talk.ask([session.words("page_help.history")])
        if isinstance(typed, Way) or not typed.strip():
            return
        if typed.strip() == "+":
            many += _MANY
            continue
        if typed.strip().lower().startswith(session.words("erase.word")):
            if _erase(session, section_id, found[:many], typed):
                return
            continue
        at = number_in(typed, len(does))
        if at is None:
            talk.say("plain.not_that")
        else:
            _bring(session, does[at])


def _answers(session: Session, section_id: str, found: Sequence[history.Before]) -> Iterator[_Does]:
    """Print each with its number; what brings it back, or the sentence why nothing does."""
    words = session.words
    for number, one in enumerate(found, 1):
        said = "; ".join(one.lines) or words("history.emptied")
        stands = words("history.now") if one.stands else ""
        session.talk.line(f"{number} {one.label}. {said}. {when_and_by(one)}. {stands}".rstrip())
        if one.stands or not one.may_come_back:
            yield "history.now" if one.stands else "history.not_this"
        else:
            yield partial(_bring_back, session, section_id, one)


def _bring_back(session: Session, section_id: str, one: history.Before) -> bool:
    """Beside the words of today first. Returns whether it is back. Raises Leave, and what the action does."""
    for line in both(beside(session.vault, session.shelf, section_id, one, session.words)):
        session.talk.line(line)
    if not session.talk.yes("history.sure"):
        return False
    history.bring_back(session.vault, session.shelf, section_id, one.number, session.now())
    return True


def _items(session: Session, section_id: str, first: int) -> Iterator[_Does]:
    vault, shelf = session.vault, session.shelf
    items = history.items_taken_out(vault, shelf, section_id, session.words)
    if items:
        session.talk.say("history.items")
    for number, one in enumerate(items, first):
        session.talk.line(f"{number} {one.title}")
        yield partial(_bring_item_back, session, section_id, one)


def _bring_item_back(session: Session, section_id: str, one: history.ItemBefore) -> bool:
    if not session.talk.yes("history.sure"):
        return False
    history.bring_item_back(session.vault, session.shelf, section_id, one.part, one.item, session.now())
    return True


def _erase(session: Session, section_id: str, found: Sequence[history.Before], typed: str) -> bool:
    """``erase 3``, or all of the entry. Returns whether the entry has gone."""
    words, which = session.words, typed.strip()[len(session.words("erase.word")) :]
    items = history.items_taken_out(session.vault, session.shelf, section_id, words)
    places = [
        *(What(section_id, one.place) for one in found),
        *(What(section_id, one.part, one.item) for one in items),
    ]
    at = number_in(which, len(places))
    every = which.strip().lower() == words("erase.all")
    if at is None and not every:
        session.talk.say("plain.not_that")
        return False
    try:
        return erase_for_good(session, What(section_id) if at is None else places[at]) and every
    except PassportError as error:
        session.talk.line(words.error(error))
        return False


def _bring(session: Session, does: _Does) -> None:
    if isinstance(does, str):
        session.talk.say(does)
    else:
        try:
            if does():
                session.talk.say("history.back")
        except PassportError as error:
            session.talk.line(session.words.error(error))
