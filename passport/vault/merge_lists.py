"""Lists when two copies are put together: items that began apart keep apart, and both lists' items are in what comes out."""

import json
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime

from passport.record.answers import Place

Line = tuple[str, str, str, str]
"""value, words, at, who: as they are kept."""
History = Mapping[Place, list[Line]]
_EMPTY = ("null", '""')
"""Value and words of an answer that was emptied or erased."""


def with_items_apart(
    mine: History, theirs: History, one_and_the_same: AbstractSet[str], left: Callable[[History], History]
) -> History:
    """The other copy's history, where an item whose id stands for another item here has an id of its own.

    ``one_and_the_same``: items, as ``part.item``, that had words in common which were erased. ``left``: without what was erased.
    """
    renamed = dict(theirs)
    for part in sorted({place.split(".")[0] for place in theirs if "." in place}):
        used = _items(mine, part) | _items(theirs, part) | _listed(mine, part) | _listed(theirs, part)
        names: dict[str, str] = {}
        for item in sorted(_items(mine, part) & _items(theirs, part)):
            here, there = _said(mine, part, item), _said(theirs, part, item)
            if here & there or not here or not there or f"{part}.{item}" in one_and_the_same:
                continue
            again = (
                one
                for one in _items(mine, part) - _items(theirs, part)
                if _said(mine, part, one) >= _said(left(_as_item(theirs, part, item, one)), part, one)
            )
            names[item] = next(again, "") or _free(used)
            used.add(names[item])
        if names:
            renamed = {
                _place(place, part, names): _lines(place, lines, part, names)
                for place, lines in renamed.items()
            }
    return renamed


def both_lists(
    mine: Line,
    theirs: Line,
    gone_here: AbstractSet[str] = frozenset(),
    gone_there: AbstractSet[str] = frozenset(),
) -> Line | None:
    """A list with every item of two lists, whichever comes first; None where they are not two lists of ids.

    ``gone_here``, ``gone_there``: items of which one copy has only what was erased. The other copy's list says if they are left out.
    """
    if mine[0] != mine[1] or theirs[0] != theirs[1]:
        return None
    one, other = sorted((json.loads(mine[0]), json.loads(theirs[0])), key=json.dumps)
    if not all(
        isinstance(ids, list) and all(isinstance(id_, str) and id_.isdigit() for id_ in ids)
        for ids in (one, other)
    ):
        return None
    out = (gone_there - set(json.loads(mine[0]))) | (gone_here - set(json.loads(theirs[0])))
    both = (*one, *(id_ for id_ in other if id_ not in one))
    text = json.dumps([id_ for id_ in both if id_ not in out], ensure_ascii=False)
    if text in {mine[0], theirs[0]}:
        return mine if text == mine[0] else theirs
    last = max((mine, theirs), key=lambda line: datetime.fromisoformat(line[2]))
    return text, text, last[2], last[3]


def _items(history: History, part: str) -> set[str]:
    return {place.split(".")[1] for place in history if place.startswith(f"{part}.")}


def _listed(history: History, part: str) -> set[str]:
    """Every item that the list ever named: one in which nothing was written yet has no lines."""
    lists = (json.loads(line[0]) for line in history.get(part, ()))
    return {id_ for ids in lists if isinstance(ids, list) for id_ in ids if isinstance(id_, str)}


def _said(history: History, part: str, item: str) -> set[tuple[str, Line]]:
    """What an item says; an empty answer is no word that could be mixed up with another's."""
    start = f"{part}.{item}."
    return {
        (place[len(start) :], line)
        for place, lines in history.items()
        if place.startswith(start)
        for line in lines
        if line[:2] != _EMPTY
    }


def _as_item(history: History, part: str, item: str, id_: str) -> History:
    """One item's lines, as if it had another id."""
    start = f"{part}.{item}."
    return {
        f"{part}.{id_}.{place[len(start) :]}": lines
        for place, lines in history.items()
        if place.startswith(start)
    }


def _free(used: set[str]) -> str:
    return str(max((int(one) for one in used if one.isdigit()), default=0) + 1)


def _place(place: Place, part: str, names: Mapping[str, str]) -> Place:
    for old, new in names.items():
        if place.startswith(f"{part}.{old}."):
            return f"{part}.{new}.{place[len(part) + len(old) + 2 :]}"
    return place


def _lines(place: Place, lines: list[Line], part: str, names: Mapping[str, str]) -> list[Line]:
    if place != part:
        return lines
    return [(_ids(line[0], names), _ids(line[1], names), *line[2:]) for line in lines]


def _ids(text: str, names: Mapping[str, str]) -> str:
    ids = json.loads(text)
    if not isinstance(ids, list):
        return text
    return json.dumps([names.get(str(one), one) for one in ids], ensure_ascii=False)
