"""Two copies of one record, both changed, put together answer by answer. See docs/decisions/0016.

A revision is known by all of its columns but its number. What only the other copy has is added; where both have new words
at one place the person chooses, and the words not chosen stay in the history. Either way round, the same record comes out.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from passport.errors import BackupOfAnother
from passport.record.answers import Answer, Place
from passport.record.leaving_off import unless_stopped
from passport.record.sections import stopped_date
from passport.vault.codec import answer_of
from passport.vault.merge_erased import Entries, Erased, ids_of
from passport.vault.merge_links import with_links, without_links
from passport.vault.merge_lists import Line, both_lists, with_items_apart
from passport.vault.merge_rest import Rest
from passport.vault.rows import Rows
from passport.vault.vault import Vault

At = tuple[str, Place]
Known = dict[str, tuple[object, ...]]
"""Section to its row."""
_STOPS = ("doc_status", "rfz_status")


@dataclass(frozen=True, slots=True)
class Clash:
    """One place where both copies have new words. The person chooses."""

    section: str
    """The id it has in this copy."""
    place: Place
    mine: Answer
    theirs: Answer


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it. With ``clashes`` nothing was written yet."""

    clashes: tuple[Clash, ...] = ()
    answers: int = 0
    """Revisions that came in from the other copy."""
    entries: int = 0
    stops: tuple[At, ...] = ()
    """Places where a stop on one side won over newer words on the other."""
    keys_differ: bool = False
    """Both copies made a key for the same side: this copy's stays."""
    stay_erased: int = 0
    """Places and files that stand in the other copy and were erased for good here: they did not come in."""
    erased: int = 0
    """Places, files and names that stood here and were erased for good in the other copy: they are erased here too."""
    anew: bool = True
    """Whether the file could be written anew after that."""
    backups_gone: bool = True
    """Whether our own backups that still held it are gone."""


def merge(
    vault: Vault, other: Vault, theirs: Mapping[At, bool], before: Callable[[], object] = lambda: None
) -> Merged:
    """Put ``other`` into ``vault``, in one transaction. ``theirs`` says for each clash whether the other's words stand.

    Returns the clashes that are not decided; while there is one, nothing is written. ``before`` is called
    when something will be. Raises BackupOfAnother, NoRoom.
    """
    if vault.id != other.id:
        raise BackupOfAnother
    key = vault._seal.key  # noqa: SLF001  # the same room
    work = _Merge(vault._rows, other._rows, theirs, key)  # noqa: SLF001  # the same room
    plan = list(work.plan())
    if work.clashes:
        return Merged(tuple(work.clashes))
    said = set(other.states()) - set(vault.states())
    stay, erased, anew = work.rest.staying_away(), work.rest.going(), True
    if not plan and not work.rest_is_new() and not said:
        return Merged(stay_erased=stay)
    before()
    with vault._rows.saving():  # noqa: SLF001  # the same room
        seal = vault._seal  # noqa: SLF001  # the same room
        seal.counter = max(seal.counter, other.counter)  # so that either copy is older than what comes out
        work.rest.erase(vault)
        for table, values in plan:
            unless_stopped()
            work.mine.insert(table, values)
        work.bring_the_rest()
        vault.note_state([one for one in other.states() if one in said])
        vault._words_again()  # noqa: SLF001  # the same room
    if erased:
        anew = vault._write_anew()  # noqa: SLF001  # the same room
    return Merged(
        (), work.came, work.new_entries, tuple(work.stops), work.rest.keys_differ, stay, erased, anew
    )


class _Merge:
    """One merge: what is to be written is planned first, and written only when nothing is left to choose."""

    def __init__(self, mine: Rows, other: Rows, theirs: Mapping[At, bool], key: bytes) -> None:
        self.mine, self.other, self._theirs = mine, other, theirs
        self.erased = Erased(mine, other, key)
        self._here, self._there = self.erased.left(_history(mine)), self.erased.left(_history(other))
        self._shared = self.erased.shared(self._here, self._there)
        self.rest = Rest(mine, other, self.erased, self._here, self._there)
        self.clashes: list[Clash] = []
        self.stops: list[At] = []
        self.came = self.new_entries = 0
        self._ids: dict[str, str] = {}
        """Of entries that got an id of their own here: the id there to the one here."""
        self._removed: list[str] = []
        self._back: list[str] = []
        self._emptied: dict[str, object] = {}
        """Entries in which nothing is left here, and the day that the other copy has for them."""

    def plan(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Rows to insert, in order."""
        here, there = _sections(self.mine), _sections(self.other)
        ours, others = self._here.stands, self._there.stands
        self._ids = self._known_as(here, there)
        others = {
            one: with_links(self.erased.left_as(self._ids[one], lines), self._ids)
            for one, lines in others.items()
        }
        for theirs_id, row in there.items():
            mine_id = self._ids[theirs_id]
            if mine_id not in here:
                self.new_entries += 1
                yield (
                    "sections",
                    dict(zip(("id", "form", "pack", "made_on", "removed"), (mine_id, *row[1:]), strict=True)),
                )
            new_here = new_there = False
            gone_here, gone_there = self._here.emptied(mine_id), self._there.emptied(theirs_id)
            for place, lines in self._apart(mine_id, theirs_id, others).items():
                known = ours.get(mine_id, {}).get(place, [])
                gone = ids_of(gone_here, place), ids_of(gone_there, place)
                add = self._place(mine_id, place, known, lines, gone)
                new_here |= bool(set(known) - set(lines))
                new_there |= bool(set(lines) - set(known))
                for line in add:
                    yield "answers", _row(mine_id, place, line)
            new_here |= any(place not in others.get(theirs_id, {}) for place in ours.get(mine_id, {}))
            if mine_id in here and bool(here[mine_id][4]) != bool(row[4]):
                if row[4] and not new_here:
                    self._removed.append(mine_id)
                if here[mine_id][4] and new_there:
                    self._back.append(mine_id)
            if mine_id in self._here.places and mine_id not in ours and row[4]:
                self._emptied[mine_id] = row[3]
        # An entry that got its id here, and of which the other copy erased all under the id that it has there:
        self._removed += [one for one in self._here.places if one not in ours and one not in there]

    def _known_as(self, here: Known, there: Known) -> dict[str, str]:
        """The id here of each entry there: its own, unless that stands for another entry here."""
        ours, others = self._here.stands, self._there.stands
        ids: dict[str, str] = {}
        used = set(here) | set(there)
        for theirs_id, row in there.items():  # every id first: a link may lead to an entry that comes later
            mine_id = theirs_id
            if theirs_id in here and not (
                theirs_id in self._shared or _same_beginning(here[theirs_id], ours, row, others, theirs_id)
            ):
                mine_id = next(
                    (
                        one
                        for one in here
                        if one not in there
                        and here[one][1] == row[1]
                        and self._holds(one, others.get(theirs_id, {}))
                    ),
                    "",
                ) or _free(str(row[1]), used)
            ids[theirs_id] = mine_id
            used.add(mine_id)
        return ids

    def _holds(self, section: str, theirs: Mapping[Place, list[Line]]) -> bool:
        """Whether an entry here holds all that one of the other copy says, less what was erased here."""
        left = {section: self.erased.left_as(section, theirs)}
        return _lines(self._here.stands, section) >= _lines(left, section)

    def _apart(self, mine_id: str, theirs_id: str, others: Entries) -> dict[Place, list[Line]]:
        """The other copy's lines of an entry, by the ids that its items have here."""
        apart = with_items_apart(
            self._here.stands.get(mine_id, {}),
            others.get(theirs_id, {}),
            self._shared.get(mine_id, set()),
            lambda places: self.erased.left_as(mine_id, places),
        )
        return self.erased.left_as(mine_id, apart)

    def _place(
        self,
        section: str,
        place: Place,
        mine: list[Line],
        theirs: list[Line],
        gone: tuple[set[str], set[str]],
    ) -> Iterable[Line]:
        """The lines to add at one place, the last of which stands."""
        new, here = _without(theirs, mine), _without(mine, theirs)
        self.came += len(new)
        if not new:
            return ()
        stands = theirs[-1]
        if here:
            mine_last = mine[-1]
            if place.rsplit(".", 1)[-1] in _STOPS:
                stands = min(mine_last, theirs[-1], key=_stop_first)
                if stands is mine_last or stands is theirs[-1]:
                    self.stops.append((section, place))
            elif mine_last[:2] == stands[:2]:
                stands = min(mine_last, stands, key=lambda line: line[2:])
            elif (both := both_lists(mine_last, stands, *gone)) is not None:
                stands = both
            elif (section, place) not in self._theirs:
                self.clashes.append(Clash(section, place, answer_of(mine_last), answer_of(stands)))
            elif not self._theirs[section, place]:
                stands = mine_last
        return new if new[-1] == stands else [*new, stands]

    def rest_is_new(self) -> bool:
        """Whether there is anything but answers to bring, or anything to erase."""
        return bool(self._removed or self._back or self.rest.any(self._ids))

    def bring_the_rest(self) -> None:
        """Everything that is not an answer. Belongs inside the transaction."""
        for one, removed in (*((one, 1) for one in self._removed), *((one, 0) for one in self._back)):
            self.mine.update("sections", {"id": one}, {"removed": removed})
        for one, made_on in self._emptied.items():
            self.mine.update("sections", {"id": one}, {"made_on": made_on})
        self.rest.bring(self._ids)


def _sections(rows: Rows) -> Known:
    found = rows.select("SELECT id, form, pack, made_on, removed FROM sections ORDER BY rowid")
    return {str(row[0]): row for row in found}


def _history(rows: Rows) -> Entries:
    found: Entries = {}
    for section, place, *line in rows.select(
        "SELECT section, place, value, words, at, who FROM answers ORDER BY n"
    ):
        value, words, at, who = (str(one) for one in line)
        found.setdefault(str(section), {}).setdefault(str(place), []).append((value, words, at, who))
    return found


def _lines(history: Mapping[str, Mapping[Place, list[Line]]], section: str) -> set[tuple[Place, Line]]:
    """What was ever said in an entry, but for which entry of its form a link leads to: that may have another id here."""
    return {
        (place, without_links(line)) for place, lines in history.get(section, {}).items() for line in lines
    }


def _same_beginning(
    here: tuple[object, ...],
    ours: Mapping[str, Mapping[Place, list[Line]]],
    there: tuple[object, ...],
    others: Mapping[str, Mapping[Place, list[Line]]],
    section: str,
) -> bool:
    """Whether two entries of one id are one entry: they share a line, or one of them holds none yet."""
    mine, theirs = _lines(ours, section), _lines(others, section)
    return here[1] == there[1] and (not mine or not theirs or bool(mine & theirs))


def _without(lines: list[Line], known: list[Line]) -> list[Line]:
    return [line for line in dict.fromkeys(lines) if line not in set(known)]


def _stop_first(line: Line) -> tuple[bool, datetime, Line]:
    """A stop before anything else, and the first of two."""
    return stopped_date(json.loads(line[0])) is None, datetime.fromisoformat(line[2]), line


def _row(section: str, place: Place, line: Line) -> dict[str, object]:
    value, words, at, who = line
    return {"section": section, "place": place, "value": value, "words": words, "at": at, "who": who}


def _free(form: str, used: set[str]) -> str:
    numbers = [int(one.rsplit("-", 1)[1]) for one in used if one.rsplit("-", 1)[0] == form]
    return f"{form}-{max(numbers, default=0) + 1}"
