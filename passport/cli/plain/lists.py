"""A list of many entries in plain lines: numbered, as a table, as stories or by year, in an order, with words to look for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from passport.actions import lists
from passport.actions.lists import Entry, Sort, View
from passport.actions.timeline import timeline
from passport.cli.plain.session import Session
from passport.cli.plain.talk import EMPTY, Way, number_in

MANY = 40
"""Entries that are printed at once."""
Opens = Callable[[str], None]


@dataclass(slots=True)
class Shown:
    """How a list is shown now. It stays as it is until the person leaves the list."""

    form: str
    view: View = View.TABLE
    sort: Sort = Sort.DATE
    typed: str = ""
    many: int = MANY
    printed: tuple[Entry, ...] = ()
    """In the order of their numbers."""
    count: int = 0
    """How many entries there are in all."""


def print_list(session: Session, shown: Shown) -> None:
    """Print it, each entry with its number."""
    talk, today = session.talk, session.today()
    every = lists.entries(session.vault, session.shelf, shown.form, today, session.words)
    found = lists.arranged(every, shown.sort, shown.typed)
    shown.count = len(every)
    if shown.typed:
        talk.say("lists.count" if found else "lists.none", count=len(found), all=len(every))
    shown.printed = tuple(_in_order(found, shown.view, today))[: shown.many]
    year: int | str | None = ""
    years = {one.id: of.year for of in timeline(found, today).years for one in of.entries}
    for number, one in enumerate(shown.printed, 1):
        if shown.view is View.TIMELINE and years[one.id] != year:
            year = years[one.id]
            talk.line(str(year) if year is not None else session.words("lists.no_date"))
        talk.line(f"{number} {lists.one_line(one, session.words)}")
        if shown.view is View.STORY:
            _tell(session, one)
    if len(found) > shown.many:
        talk.say("lists.ways_more")


def in_another_way(session: Session, shown: Shown, typed: str) -> bool:
    """What was typed, where it changes how a list of several is shown. Returns whether it did. Raises Leave."""
    talk, words = session.talk, session.words
    if shown.count < 2:
        return False
    plain = " ".join(typed.lower().split())
    if plain == words("lists.view_word"):
        views = lists.views(session.shelf, shown.form)
        talk.say("lists.view_how")
        picked = talk.pick([words(f"lists.view_{one}") for one in views])
        if isinstance(picked, int):
            shown.view = views[picked]
    elif plain == words("lists.sort_word"):
        talk.say("lists.sort_how")
        picked = talk.pick([words(f"lists.sort_{one}") for one in Sort])
        if isinstance(picked, int):
            shown.sort = list(Sort)[picked]
    elif plain == words("lists.more_word"):
        shown.many += MANY
    elif plain == EMPTY:
        shown.typed, shown.many = "", MANY
    elif plain and not plain.startswith("+"):
        shown.typed, shown.many = typed.strip(), MANY
    else:
        return False
    return True


def picked(shown: Shown, typed: str) -> Entry | None:
    """The entry with this number, or None."""
    at = number_in(typed, len(shown.printed))
    return None if at is None else shown.printed[at]


def say_ways(session: Session, shown: Shown) -> None:
    """What may be typed, where there is more than one entry."""
    if shown.count > 1:
        session.talk.say("lists.ways")
    if shown.typed:
        session.talk.say("lists.ways_all")


def is_back(typed: str | Way) -> bool:
    """Whether they go back."""
    return isinstance(typed, Way) or not typed.strip()


def _in_order(found: tuple[Entry, ...], view: View, today: date) -> Iterator[Entry]:
    if view is not View.TIMELINE:
        yield from found
        return
    for year in timeline(found, today).years:
        yield from year.entries


def _tell(session: Session, one: Entry) -> None:
    """What it tells, under it."""
    for label, lines in one.story:
        session.talk.line(label)
        for line in lines:
            session.talk.line(line)
    session.talk.line()
