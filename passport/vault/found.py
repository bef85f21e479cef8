"""The words to find: an encrypted index (SQLite FTS5) of today's answers, of who holds copies, and of the names of kept files.

It is written in the transaction of each save. It holds nothing that is not in the tables the content seal covers, so it can
be made again from them, and is, where it is not what they say. Where it cannot be written, the words are looked through one by one.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from passport.errors import VaultError
from passport.record.answers import Answer, Place, Value, texts_in, whole_letters
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.migrations import INDEX
from passport.vault.rows import Rows

COPY, FILE = "copy ", "file "
"""How the place of a copy, or of a kept file, begins; its id follows. No place of an answer holds a space."""
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
    """The index of one open vault. Everything it writes belongs in the transaction of whoever asks."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._looked_at = False
        self._there: bool | None = None

    def answers(self, before: Section, after: Section, saved: Mapping[Place, Answer]) -> None:
        """What was saved can be found, and what it took the place of cannot; nor what stands no more."""
        if not self._is_there:
            return
        for place in {*saved, *before.answers.keys() - after.answers.keys()}:
            numbers = self._rows.select(
                "SELECT n FROM answers WHERE section = ? AND place = ? ORDER BY n DESC LIMIT 2",
                after.id,
                place,
            )
            for (number,) in numbers:
                self._out(number)
            if place in after.answers and numbers:
                self._in(numbers[0][0], Hit(after.id, place, _text(after.answers[place].words)))

    def section(self, section: Section) -> None:
        """All that stands in a section can be found."""
        for number, place in self._numbers(section.id) if self._is_there else ():
            self._out(number)
            if place in section.answers:
                self._in(number, Hit(section.id, place, _text(section.answers[place].words)))

    def no_section(self, section_id: str) -> None:
        """Nothing of a section can be found."""
        for number, _place in self._numbers(section_id) if self._is_there else ():
            self._out(number)

    def other(self, hit: Hit | None, place: Place) -> None:
        """A copy or a kept file can be found by these words; by none, where there is no hit."""
        if self._is_there:
            self._out(_number_of(place))
            if hit is not None:
                self._in(_number_of(place), hit)

    def make_again(self, passport: Passport, others: Iterable[Hit]) -> None:
        """The whole index, anew. Raises VaultError where nothing can be written."""
        with self._rows.saving():
            self._rows.beside_the_seal("DROP TABLE IF EXISTS found")
            for statement in INDEX:
                self._rows.beside_the_seal(statement)
            for number, hit in self._all(passport, others):
                self._in(number, hit)
        self._there = True

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
        """Whether it says what the tables say: looked at once, and made again where it does not."""
        if self._looked_at:
            return True
        try:
            if not self._is_there or not self._agrees(passport, others):
                self.make_again(passport, others)
        except VaultError:
            return False
        self._looked_at = True
        return True

    def _agrees(self, passport: Passport, others: Sequence[Hit]) -> bool:
        try:
            self._rows.beside_the_seal("INSERT INTO found (found) VALUES ('integrity-check')")
            there = self._rows.select("SELECT rowid, section, place, words FROM found")
        except VaultError:
            return False
        now = {(number, hit.section, hit.place, hit.words) for number, hit in self._all(passport, others)}
        return len(there) == len(now) and set(there) == now

    def _all(self, passport: Passport, others: Iterable[Hit]) -> Iterator[tuple[int, Hit]]:
        numbers = self._rows.select("SELECT max(n), section, place FROM answers GROUP BY section, place")
        sections = {section.id: section.answers for section in passport.sections}
        for number, section, place in numbers:
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

    def _numbers(self, section_id: str) -> list[tuple[int, str]]:
        rows = self._rows.select(
            "SELECT max(n), place FROM answers WHERE section = ? GROUP BY place", section_id
        )
        return [(int(str(number)), str(place)) for number, place in rows]

    def _in(self, number: object, hit: Hit) -> None:
        if hit.words.strip():
            self._rows.beside_the_seal(
                "INSERT INTO found (rowid, section, place, words) VALUES (?, ?, ?, ?)",
                number,
                hit.section,
                hit.place,
                hit.words,
            )

    def _out(self, number: object) -> None:
        self._rows.beside_the_seal("DELETE FROM found WHERE rowid = ?", number)


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
    there = _WORD.findall(_bare(words))
    return all(_phrase_stands(_WORD.findall(_bare(one)), there) for one in wanted)


def _phrase_stands(phrase: list[str], there: list[str]) -> bool:
    whole, begun = phrase[:-1], phrase[-1]
    return any(
        there[at : at + len(whole)] == whole and there[at + len(whole)].startswith(begun)
        for at in range(len(there) - len(whole))
    )
