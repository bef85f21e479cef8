"""What was erased for good in one of two copies, when they are put together: it stays erased, and goes from the other as well.

Only what was erased: words written at the same place since then have a time of their own, and come along.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from passport.record.answers import Place
from passport.vault.codec import copy_of, copy_text
from passport.vault.erased import COPY, DRAFT, FILE, TABLE, Marks, Saved, marks_of
from passport.vault.erasing import names
from passport.vault.merge_lists import Line
from passport.vault.rows import Rows

Entries = dict[str, dict[Place, list[Line]]]
"""Section to place to every line there ever was."""


@dataclass(frozen=True)
class Left:
    """The lines of one copy that nobody erased, and those that somebody did."""

    stands: Entries
    gone: tuple[tuple[str, Place, Line], ...]

    @cached_property
    def places(self) -> dict[str, set[Place]]:
        """Where something was erased."""
        found: dict[str, set[Place]] = {}
        for section, place, _line in self.gone:
            found.setdefault(section, set()).add(place)
        return found

    def to_forget(self) -> Iterator[tuple[str, tuple[Place, ...] | None]]:
        """Each entry with the places of which no small thing may speak any more; None for all of an entry with nothing left."""
        for section, places in self.places.items():
            yield section, tuple(places) if section in self.stands else None

    def emptied(self, section: str) -> set[str]:
        """Items of the section, as ``part.item``, in which nothing is left."""
        left = {item_of(place) for place in self.stands.get(section, {})}
        return {item_of(place) for place in self.places.get(section, ())} - left


@dataclass
class Erased:
    """The marks of both copies, and what they ask for in this one."""

    mine: Rows
    other: Rows
    key: bytes
    marks: Marks = field(init=False)

    def __post_init__(self) -> None:
        self._theirs = marks_of(self.other, self.key)
        self._own = marks_of(self.mine, self.key)
        self.marks = self._own | self._theirs

    def left(self, entries: Entries) -> Left:
        """What nobody erased, of all lines of one copy."""
        stands: Entries = {}
        gone: list[tuple[str, Place, Line]] = []
        for section, places in entries.items():
            for place, lines in places.items():
                for line in lines:
                    if self.marks.hold_answer(_saved(section, place, line)):
                        gone.append((section, place, line))
                    else:
                        stands.setdefault(section, {}).setdefault(place, []).append(line)
        return Left(stands, tuple(gone))

    def left_as(self, section: str, places: Mapping[Place, list[Line]]) -> dict[Place, list[Line]]:
        """An entry's lines that nobody erased once they had this id."""
        found = {
            place: [one for one in lines if not self.marks.hold_here(_saved(section, place, one))]
            for place, lines in places.items()
        }
        return {place: lines for place, lines in found.items() if lines}

    def shared(self, *sides: Left) -> dict[str, set[str]]:
        """Where two copies had words in common that were erased: entry to its items, as ``part.item``, and an empty text."""
        found: dict[str, set[str]] = {}
        for left in sides:
            for section, place, line in left.gone:
                if self.marks.hold_here(_saved(section, place, line)):
                    found.setdefault(section, set()).update({"", item_of(place)})
        return found

    def small_thing(self, name: str, body: str, left: Left) -> bool:
        """Whether a small thing names what was erased."""
        return any(names(name, body, section, places) for section, places in left.to_forget())

    def holds(self, table: str, values: Mapping[str, object]) -> bool:
        """Whether a row of the other copy, a file or half-typed words, was erased."""
        if table == "attachments":
            return self.marks.hold(FILE, str(values["id"]))
        return table == "drafts" and self.marks.hold(DRAFT, str(values.get("stamp", "")))

    def files_here(self) -> Iterator[str]:
        """Kept files here that the other copy erased."""
        if self.mine.has("attachments"):
            for (one,) in self.mine.select("SELECT id FROM attachments"):
                if self.marks.hold(FILE, str(one)):
                    yield str(one)

    def drafts_here(self) -> Iterator[dict[str, object]]:
        """Half-typed words here that the other copy erased."""
        if self.mine.has(TABLE):
            for section, place, stamp in self.mine.select("SELECT section, place, stamp FROM drafts"):
                if self.marks.hold(DRAFT, str(stamp)):
                    yield {"section": section, "place": place}

    def names_here(self) -> Iterator[tuple[str, str]]:
        """Lines of the register whose name the other copy erased, with what they say now."""
        theirs = {str(id_): str(body) for id_, body in self.other.select("SELECT id, body FROM copies")}
        for id_, body in self.mine.select("SELECT id, body FROM copies"):
            one = str(id_)
            if one in theirs and self._theirs.hold(COPY, one) and not self._own.hold(COPY, one):
                said = copy_of(theirs[one])
                yield one, copy_text(replace(copy_of(str(body)), holder=said.holder, reason=said.reason))

    def new_marks(self) -> Iterator[tuple[str, dict[str, object], dict[str, object]]]:
        """Marks that only the other copy has."""
        if self.mine.has(TABLE) and self.other.has(TABLE):
            here = set(self.mine.select(f"SELECT mark FROM {TABLE}"))  # noqa: S608  # our own name
            for row in self.other.select(f"SELECT mark FROM {TABLE}"):  # noqa: S608  # our own name
                if row not in here:
                    yield TABLE, {}, {"mark": row[0]}


def item_of(place: Place) -> str:
    """``part.item`` of a place in a list; empty for any other."""
    part, _, rest = place.partition(".")
    return f"{part}.{rest.partition('.')[0]}" if rest else ""


def ids_of(items: Iterable[str], part: Place) -> set[str]:
    """The items of one list, by id alone."""
    return {one.partition(".")[2] for one in items if one.startswith(f"{part}.")}


def _saved(section: str, place: Place, line: Line) -> Saved:
    return Saved(section, place, line[2], line[3])
