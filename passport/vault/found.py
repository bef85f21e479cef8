"""The words to find: an encrypted index (SQLite FTS5) of today's answers, of who holds copies, and of the names of kept files.

A save does not wait for it: it notes which places changed, and what is at those places is written in before anybody looks for
words, and when the vault closes. It holds nothing that is not in the tables the content seal covers, so nothing is lost where a
program is killed first: it can be made again from them, and is, where it is not what they say. Where it cannot be written, the
words are looked through one by one.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from passport.errors import VaultDamaged, VaultError
from passport.record.answers import Place, Value, texts_in, whole_letters
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.migrations import INDEX
from passport.vault.rows import Rows

COPY, FILE = "copy ", "file "
"""How the place of a copy, or of a kept file, begins; its id follows. No place of an answer holds a space."""
_QUICKLY = "INSERT INTO found (found, rank) VALUES ('secure-delete', 0)"
"""Without it FTS5 goes through all it says of a common word for each row that changes. What went stands in the history still, and
what is erased for good takes all of the index with it, so nothing is kept here that is not kept elsewhere."""
_MANY = 1_000
"""More places than this take longer one by one than all of it anew."""
_LONGEST = 300
"""Letters of what somebody looks for; no sentence of ours needs more."""
_LINK = {"section", "title"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand. ``section`` is empty for a copy, and for a file that belongs to none."""

    section: str
    place: Place
    words: str


class Index:
    """The index of one open vault."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._looked_at = False
        self._there: bool | None = None
        self._behind: set[tuple[str, Place]] = set()
        """Section and place of what was saved since the index was last written. Never their words; one too many does no harm."""

    def changed(self, section: str, places: Iterable[Place]) -> None:
        """What stands at these places is about to be another: the index is behind there. Of copies and files, no section."""
        self._behind.update((section, place) for place in places)

    @property
    def is_behind(self) -> bool:
        """Whether something was saved that it may not say yet."""
        return bool(self._behind)

    def catch_up(self, passport: Passport, others: Iterable[Hit]) -> None:
        """What was saved since can be found, and what it took the place of cannot. Raises VaultError."""
        if not self._behind or not self._is_there:
            return
        if len(self._behind) > _MANY:
            self.make_again(passport, others)
        else:
            self._catch_up_one_by_one(passport, others)
        self._behind = set()

    def _catch_up_one_by_one(self, passport: Passport, others: Iterable[Hit]) -> None:
        hits = {("", hit.place): hit for hit in others}
        with self._rows.saving():
            self._rows.beside_the_seal(_QUICKLY)
            for section, place in self._behind:
                if section:
                    self._answer(passport.section(section), section, place)
                else:
                    self._put(_number_of(place), hits.get((section, place)))

    def _answer(self, section: Section | None, section_id: str, place: Place) -> None:
        numbers = self._rows.select(
            "SELECT n FROM answers WHERE section = ? AND place = ? ORDER BY n DESC", section_id, place
        )
        for (number,) in numbers:
            self._put(number, None)
        answer = section.answers.get(place) if section is not None else None
        if answer is not None and numbers:
            self._put(numbers[0][0], Hit(section_id, place, _text(answer.words)))

    def make_again(self, passport: Passport, others: Iterable[Hit]) -> None:
        """The whole index, anew. Raises VaultError where nothing can be written."""
        with self._rows.saving():
            self._rows.beside_the_seal("DROP TABLE IF EXISTS found")
            for statement in INDEX:
                self._rows.beside_the_seal(statement)
            for number, hit in dict(self._all(passport, others)).items():
                self._write(number, hit)
        self._there = True

    def look(self, passport: Passport, others: Sequence[Hit]) -> None:
        """Hold the index against the tables now, so that the first words are found as fast as the next."""
        self._in_step(passport, others)

    def find(self, typed: str, most: int, passport: Passport, others: Sequence[Hit]) -> tuple[Hit, ...]:
        """Where every one of these words stands, or begins a word; newest first. Marks of accents do not count."""
        wanted = wanted_words(typed)
        if not wanted:
            return ()
        if not self._in_step(passport, others):
            hits = (hit for _, hit in sorted(self._all(passport, others), key=lambda one: -one[0]))
            return tuple(hit for hit in hits if stands_in(wanted, hit.words))[:most]
        query = " AND ".join(f'"{one}" *' for one in wanted)
        rows = self._rows.select(
            "SELECT section, place, words FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?",
            query,
            most,
        )
        return tuple(Hit(str(row[0]), str(row[1]), str(row[2])) for row in rows)

    def _in_step(self, passport: Passport, others: Sequence[Hit]) -> bool:
        """Whether it says what the tables say: looked at once in each opening, and made again where it does not."""
        try:
            if not self._caught_up(passport, others) or not (
                self._looked_at or self._agrees(passport, others)
            ):
                self.make_again(passport, others)
        except VaultError:
            return False
        self._looked_at = True
        self._behind = set()
        return True

    def _caught_up(self, passport: Passport, others: Sequence[Hit]) -> bool:
        try:
            self.catch_up(passport, others)
        except VaultDamaged:
            return False
        return self._is_there

    def _agrees(self, passport: Passport, others: Sequence[Hit]) -> bool:
        try:
            self._rows.beside_the_seal("INSERT INTO found (found) VALUES ('integrity-check')")
            # from where FTS5 keeps them: through its own table each row takes twenty times as long
            there = self._rows.select("SELECT id, c0, c1, c2 FROM found_content")
        except VaultError:
            return False
        now = {(number, hit.section, hit.place, hit.words) for number, hit in self._all(passport, others)}
        return len(there) == len(now) and set(there) == now

    def _all(self, passport: Passport, others: Iterable[Hit]) -> Iterator[tuple[int, Hit]]:
        numbers = {
            row[1:]: row[0] for row in self._rows.each("SELECT n, section, place FROM answers ORDER BY n")
        }
        sections = {section.id: section.answers for section in passport.sections}
        for (section, place), number in numbers.items():
            answer = sections.get(str(section), {}).get(str(place))
            if answer is not None and (text := _text(answer.words)).strip():
                yield int(str(number)), Hit(str(section), str(place), text)
        for hit in others:
            if hit.words.strip():
                yield _number_of(hit.place), hit

    @property
    def _is_there(self) -> bool:
        """A record of format 1 that could not be brought up has none."""
        if self._there is None:
            self._there = bool(self._rows.select("SELECT 1 FROM sqlite_master WHERE name = 'found'"))
        return self._there

    def _put(self, number: object, hit: Hit | None) -> None:
        """One row of the index: these words and no others, or none."""
        self._rows.beside_the_seal("DELETE FROM found WHERE rowid = ?", number)
        if hit is not None and hit.words.strip():
            self._write(number, hit)

    def _write(self, number: object, hit: Hit) -> None:
        """One row of which the index has none: to look for one to take out first takes three times as long as the rest."""
        self._rows.beside_the_seal(
            "INSERT INTO found (rowid, section, place, words) VALUES (?, ?, ?, ?)",
            number,
            hit.section,
            hit.place,
            hit.words,
        )


def of_copy(copy: CopyGiven) -> Hit:
    """The words that a line of the register is found by."""
    return Hit("", f"{COPY}{copy.id}", "\n".join(text for text in (copy.holder, copy.reason) if text))


def _number_of(place: Place) -> int:
    """A row of its own, below those of the answers, the same each time."""
    return -1 - int.from_bytes(hashlib.sha256(place.encode()).digest()[:7], "big")


def _text(words: Value) -> str:
    """What somebody typed, a line for each part. Of a link to another form only its title is theirs."""
    if hasattr(words, "keys") and set(words) == _LINK:  # type: ignore[arg-type]  # a mapping
        return str(words["title"] or "")  # type: ignore[index,call-overload]  # as above
    return whole_letters("\n".join(texts_in(words)))


def wanted_words(typed: str) -> tuple[str, ...]:
    """The words looked for, each as one plain phrase: quotes, operators and control characters in it mean nothing."""
    words = whole_letters(typed)[:_LONGEST].replace('"', " ").replace("\0", " ").split()
    return tuple(word for word in words if _WORD.search(_bare(word)))


_WORD = re.compile(r"[^\W_]+")


def _bare(text: str) -> str:
    """Small letters without marks, as the index keeps them."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in apart if not unicodedata.combining(one))


def stands_in(wanted: Iterable[str], words: str) -> bool:
    """The same, without the index."""
    ready = ready_to_search(words)
    return all(ready_to_search(one) in ready for one in wanted)


def ready_to_search(words: str) -> str:
    """The words bare, each after a space: one made so stands in another exactly where ``stands_in`` says so.

    For who asks often of the same words.
    """
    return "".join(f" {word}" for word in _WORD.findall(_bare(words)))
