"""What was erased for good, known again without its words: so that another copy of the record does not bring it back.

A mark is a short keyed digest of where an answer stood, when it was saved and by whom, and never of what it said. So nobody
who holds the open record can try words against it. See docs/decisions/0016.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from passport.record.answers import Place
from passport.vault.rows import Rows

TABLE = "erased"
FILE, COPY, DRAFT = "file", "copy", "draft"
_PERSON = b"passport erased"


@dataclass(frozen=True, slots=True)
class Saved:
    """One answer by what is known of it but its words."""

    section: str
    place: Place
    at: str
    who: str

    @property
    def here(self) -> tuple[str, ...]:
        """By the ids it has in this copy."""
        return ("here", self.section, self.place, self.at, self.who)

    @property
    def anywhere(self) -> tuple[str, ...]:
        """By form and question alone: in another copy its entry or item may have another id."""
        form = self.section.rpartition("-")[0]
        question = ".".join(one for one in self.place.split(".") if not one.isdigit())
        return ("anywhere", form, question, self.at, self.who)


class Marks:
    """The marks of one record, or of two copies of it."""

    def __init__(self, key: bytes, marks: Iterable[bytes]) -> None:
        self._key, self._marks = key, frozenset(marks)

    def __or__(self, other: "Marks") -> "Marks":
        return Marks(self._key, self._marks | other._marks)

    def hold(self, kind: str, id_: str) -> bool:
        """Whether a kept file, a copy's line or half-typed words with this id were erased."""
        return bool(self._marks) and mark(self._key, kind, id_) in self._marks

    def hold_answer(self, saved: Saved) -> bool:
        """Whether an answer was erased, whatever ids it has."""
        return self.hold_here(saved) or (
            bool(self._marks) and mark(self._key, *saved.anywhere) in self._marks
        )

    def hold_here(self, saved: Saved) -> bool:
        """Whether an answer was erased in an entry and an item with these ids."""
        return bool(self._marks) and mark(self._key, *saved.here) in self._marks


def mark(key: bytes, *names: str) -> bytes:
    """Keyed BLAKE2b of 16 bytes over the JSON array of the names."""
    said = json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, key=key, digest_size=16, person=_PERSON).digest()


def marks_of(rows: Rows, key: bytes) -> Marks:
    """Every mark that a record keeps. None in one of an older format."""
    if not rows.has(TABLE):
        return Marks(key, ())
    return Marks(key, (one for (one,) in rows.select(f"SELECT mark FROM {TABLE}") if isinstance(one, bytes)))  # noqa: S608  # our own name


def note(rows: Rows, key: bytes, *kinds: tuple[str, ...]) -> None:
    """Keep marks, in the transaction of whoever erases."""
    if not rows.has(TABLE):
        return
    for names in kinds:
        values = {"mark": mark(key, *names)}
        if not rows.select(f"SELECT 1 FROM {TABLE} WHERE mark = ?", values["mark"]):  # noqa: S608  # our own name
            rows.insert(TABLE, values)


def marked_by(rows: Rows, going: Iterable[Saved]) -> Iterator[tuple[str, ...]]:
    """The names to mark for answers that go. Several things saved in one go look alike but for their ids; then those decide."""
    gone = set(going)
    if not gone:
        return
    stays = {
        one.anywhere
        for one in map(_saved, rows.select("SELECT section, place, at, who FROM answers"))
        if one not in gone
    }
    for one in sorted(gone, key=lambda saved: saved.here):
        yield one.here
        if one.anywhere not in stays:
            yield one.anywhere


def _saved(row: tuple[object, ...]) -> Saved:
    return Saved(*map(str, row))
