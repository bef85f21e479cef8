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
from passport.vault.merge_links import with_links, without_links
from passport.vault.merge_lists import Line, both_lists, with_items_apart
from passport.vault.rows import Rows
from passport.vault.states import STATES
from passport.vault.vault import Vault

At = tuple[str, Place]
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


def merge(
    vault: Vault, other: Vault, theirs: Mapping[At, bool], before: Callable[[], object] = lambda: None
) -> Merged:
    """Put ``other`` into ``vault``, in one transaction. ``theirs`` says for each clash whether the other's words stand.

    Returns the clashes that are not decided; while there is one, nothing is written. ``before`` is called
    when something will be. Raises BackupOfAnother, NoRoom.
    """
    if vault.id != other.id:
        raise BackupOfAnother
    work = _Merge(vault._rows, other._rows, theirs)  # noqa: SLF001  # the same room
    plan = list(work.plan())
    if work.clashes:
        return Merged(tuple(work.clashes))
    said = set(other.states()) - set(vault.states())
    if not plan and not work.rest() and not said:
        return Merged()
    before()
    with vault._rows.saving():  # noqa: SLF001  # the same room
        seal = vault._seal  # noqa: SLF001  # the same room
        seal.counter = max(seal.counter, other.counter)  # so that either copy is older than what comes out
        for table, values in plan:
            unless_stopped()
            work.mine.insert(table, values)
        work.bring_the_rest()
        vault.note_state([one for one in other.states() if one in said])
        vault._words_again()  # noqa: SLF001  # the same room
    return Merged((), work.came, work.new_entries, tuple(work.stops), work.keys_differ)


class _Merge:
    """One merge: what is to be written is planned first, and written only when nothing is left to choose."""

    def __init__(self, mine: Rows, other: Rows, theirs: Mapping[At, bool]) -> None:
        self.mine, self.other, self._theirs = mine, other, theirs
        self.clashes: list[Clash] = []
        self.stops: list[At] = []
        self.came = self.new_entries = 0
        self.keys_differ = False
        self._ids: dict[str, str] = {}
        """Of entries that got an id of their own here: the id there to the one here."""
        self._removed: list[str] = []
        self._back: list[str] = []

    def plan(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Rows to insert, in order."""
        here, there = _sections(self.mine), _sections(self.other)
        ours, others = _history(self.mine), _history(self.other)
        used = set(here) | set(there)
        for theirs_id, row in there.items():  # every id first: a link may lead to an entry that comes later
            mine_id = theirs_id
            if theirs_id in here and not _same_beginning(here[theirs_id], ours, row, others, theirs_id):
                mine_id = next(
                    (
                        one
                        for one in here
                        if one not in there and _lines(ours, one) >= _lines(others, theirs_id)
                    ),
                    "",
                ) or _free(str(row[1]), used)
            self._ids[theirs_id] = mine_id
            used.add(mine_id)
        others = {one: with_links(lines, self._ids) for one, lines in others.items()}
        for theirs_id, row in there.items():
            mine_id = self._ids[theirs_id]
            if mine_id not in here:
                self.new_entries += 1
                yield (
                    "sections",
                    dict(zip(("id", "form", "pack", "made_on", "removed"), (mine_id, *row[1:]), strict=True)),
                )
            new_here = new_there = False
            for place, lines in with_items_apart(ours.get(mine_id, {}), others.get(theirs_id, {})).items():
                known = ours.get(mine_id, {}).get(place, [])
                add = self._place(mine_id, place, known, lines)
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

    def _place(self, section: str, place: Place, mine: list[Line], theirs: list[Line]) -> Iterable[Line]:
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
            elif (both := both_lists(mine_last, stands)) is not None:
                stands = both
            elif (section, place) not in self._theirs:
                self.clashes.append(Clash(section, place, answer_of(mine_last), answer_of(stands)))
            elif not self._theirs[section, place]:
                stands = mine_last
        return new if new[-1] == stands else [*new, stands]

    def rest(self) -> bool:
        """Whether there is anything but answers to bring."""
        return bool(self._removed or self._back or any(True for _ in self._others()))

    def bring_the_rest(self) -> None:
        """Everything that is not an answer. Belongs inside the transaction."""
        for one, removed in (*((one, 1) for one in self._removed), *((one, 0) for one in self._back)):
            self.mine.update("sections", {"id": one}, {"removed": removed})
        for table, key, values in list(self._others()):
            self.mine.replace(table, key, values) if key else self.mine.insert(table, values)
            if table == FILES:
                for piece in self.other.select(
                    "SELECT id, n, bytes FROM attached_bytes WHERE id = ?", values["id"]
                ):
                    self.mine.beside_the_seal(
                        "INSERT INTO attached_bytes (id, n, bytes) VALUES (?, ?, ?)", *piece
                    )

    def _others(self) -> Iterator[tuple[str, dict[str, object], dict[str, object]]]:
        for table, names in _BY_ID.items():
            there = set(self.mine.select(f"SELECT {names[0]} FROM {table}"))  # noqa: S608  # our own names
            for row in self.other.select(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608  # our own names
                if (row[0],) not in there and row[0] != STATES:
                    yield table, {}, dict(zip(names, row, strict=True))
        yield from self._files()
        for audience, body in self.other.select("SELECT audience, body FROM identities"):
            found = self.mine.select("SELECT body FROM identities WHERE audience = ?", audience)
            self.keys_differ |= bool(found) and found[0][0] != body
        mine = {
            str(row[0]): row for row in self.mine.select("SELECT series, version, state, id FROM documents")
        }
        for series, version, state, id_ in self.other.select(
            "SELECT series, version, state, id FROM documents"
        ):
            known = mine.get(str(series))
            if known is None or (version, state) > (known[1], known[2]):
                yield "documents", {"series": series}, {"id": id_, "version": version, "state": state}
        drafts = {
            row[:2]: str(row[2]) for row in self.mine.select("SELECT section, place, words FROM drafts")
        }
        for section, place, words in self.other.select("SELECT section, place, words FROM drafts"):
            here = self._ids.get(str(section), section)
            both = sorted({drafts.get((here, place), ""), str(words)} - {""})
            joined = both[0] if len(both) == 1 else "\n".join(both)
            if not any(str(words) in text for text in (drafts.get((here, place), ""),)):
                yield "drafts", {"section": here, "place": place}, {"words": joined}

    def _files(self) -> Iterator[tuple[str, dict[str, object], dict[str, object]]]:
        """Kept files that only the other copy has. One that was taken away here stays away."""
        if not (self.mine.has(FILES) and self.other.has(FILES)):
            return
        there = {str(one) for (one,) in self.mine.select("SELECT id FROM attachments")}
        for row in self.other.select(f"SELECT {', '.join(_OF_FILE)} FROM attachments"):  # noqa: S608  # our own names
            values = dict(zip(_OF_FILE, row, strict=True))
            if values["id"] not in there:
                section = str(values["section"])
                yield FILES, {}, {**values, "section": self._ids.get(section, section)}


FILES = "attachments"
_OF_FILE = ("id", "section", "place", "name", "media", "size", "digest", "at", "removed")
_BY_ID = {
    "copies": ("id", "body"),
    "identities": ("audience", "body"),
    "kept": ("name", "body"),
}


def _sections(rows: Rows) -> dict[str, tuple[object, ...]]:
    found = rows.select("SELECT id, form, pack, made_on, removed FROM sections ORDER BY rowid")
    return {str(row[0]): row for row in found}


def _history(rows: Rows) -> dict[str, dict[Place, list[Line]]]:
    found: dict[str, dict[Place, list[Line]]] = {}
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
