"""What a person wrote before: every answer there ever was, and entries that were taken out. Nothing here changes an answer."""

from dataclasses import dataclass

from passport.errors import UnknownEntry
from passport.record.answers import Answer, Place
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.codec import answer_of, read_passport
from passport.vault.found import Hit, Index, of_copy
from passport.vault.small_things import SmallThings


@dataclass(frozen=True, slots=True)
class Revision:
    """One answer as it was at some time."""

    number: int
    place: Place
    answer: Answer


class History(SmallThings):
    """The part of a vault that tells what was, and finds what is."""

    _index: Index
    _passport: Passport | None

    def passport(self) -> Passport:
        """Everything, as it stands."""
        if self._passport is None:
            self._passport = read_passport(self._rows)
        return self._passport

    def section(self, section_id: str) -> Section:
        """One section as it stands. Raises UnknownEntry."""
        section = self.passport().section(section_id)
        if section is None:
            raise UnknownEntry(entry=section_id)
        return section

    def history(self, section_id: str) -> tuple[Revision, ...]:
        """Every answer a section ever had, oldest first."""
        rows = self._rows.select(
            "SELECT n, place, value, words, at, who FROM answers WHERE section = ? ORDER BY n", section_id
        )
        return tuple(Revision(int(str(row[0])), str(row[1]), answer_of(row[2:])) for row in rows)

    def remove_section(self, section_id: str) -> None:
        """Take a section out of the passport. Its answers stay in the history. Raises UnknownEntry."""
        self._index.changed(section_id, self.section(section_id).answers)
        with self._rows.saving():
            self._rows.update("sections", {"id": section_id}, {"removed": 1})
        self._passport = None

    def taken_out(self) -> tuple[Section, ...]:
        """Sections that were taken out and hold an answer, as they stood."""
        return tuple(one for one in read_passport(self._rows, removed=True).sections if one.answers)

    def bring_section_back(self, section_id: str) -> Section:
        """Put a section back that was taken out, as it stood. Raises UnknownEntry."""
        section = next((one for one in self.taken_out() if one.id == section_id), None)
        if section is None:
            raise UnknownEntry(entry=section_id)
        self._index.changed(section_id, section.answers)
        with self._rows.saving():
            self._rows.update("sections", {"id": section_id}, {"removed": 0})
        self._passport = None
        return self.section(section_id)

    def find(self, typed: str, most: int) -> tuple[Hit, ...]:
        """Where these words stand today, the newest first, and no more than ``most``."""
        return self._index.find(typed, most, self.passport(), self._other_words())

    def look_at_words(self) -> None:
        """What ``find`` does the first time, ahead of it: see whether the index of words says what the tables say."""
        self._index.look(self.passport(), self._other_words())

    def catch_up_words(self) -> None:
        """Write into the index of words what was saved since it was written. Raises NoRoom, NoPermission, VaultDamaged."""
        if self._index.is_behind:
            self._index.catch_up(self.passport(), self._other_words())

    def _other_words(self) -> tuple[Hit, ...]:
        """What can be found beside the answers."""
        return tuple(of_copy(copy) for copy in self.passport().copies)
