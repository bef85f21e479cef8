"""Erase for good: rows go with all their history, the index of words is made again, and the file is written anew.

SQLite's ``secure_delete`` writes zeros over what goes. ``VACUUM`` then writes every page that is left into a fresh database and
copies it back under the rollback journal: cut off at any point, the file is whole. What a disk itself keeps of pages that were
written over, nobody can reach from here; it is locked with the key of the record.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from passport.errors import VaultError
from passport.record.answers import Answer, Place
from passport.vault.codec import columns, copy_of, copy_text
from passport.vault.connection import Connection, plain_trouble
from passport.vault.erased import COPY, DRAFT, FILE, TABLE, Saved, marked_by, note
from passport.vault.history import History
from passport.vault.own_backups import OwnBackups


def names(name: str, body: str, section_id: str, places: Iterable[Place] | None) -> bool:
    """Whether a small thing names the section, or one of these places of it."""
    said = f"{name} {json.loads(body)}"
    named = re.search(rf"(?<![\w.-]){re.escape(section_id)}(?![\w-])", said)
    if named is None or places is None:
        return named is not None
    return any(re.search(rf"(?<![\w.]){re.escape(place)}(?!\w)", said) for place in places)


class Erasing(History, OwnBackups):
    """The part of a vault that erases. Each of these returns whether the file could be written anew after it."""

    _connection: Connection

    def erase_answer(self, section_id: str, place: Place, now: datetime) -> bool:
        """Every answer there ever was at one place. Raises UnknownEntry."""
        self.section(section_id)
        part, _, rest = place.partition(".")
        item = f"{part}.{rest.partition('.')[0]}" if rest else ""
        with self._rows.saving():
            self._erase_places(section_id, [place])
            if item and not self._places(section_id, item):
                self._mark(section_id, place, now)
            self._words_again()
        return self._write_anew()

    def erase_item(self, section_id: str, part: Place, item: str, now: datetime) -> bool:
        """One item of a list, with every answer there ever was in it. Its number is not used again. Raises UnknownEntry."""
        section = self.section(section_id)
        places = self._places(section_id, f"{part}.{item}")
        ids = tuple(one.id for one in section.items(part) if one.id != item)
        with self._rows.saving():
            self._erase_places(section_id, places)
            if len(ids) != len(section.items(part)):
                self._save(section_id, part, Answer(ids, ids, now))
            for place in places[:1]:
                self._mark(section_id, place, now)
            self._words_again()
        return self._write_anew()

    def erase_section(self, section_id: str, now: datetime) -> bool:
        """A whole section, also one that was taken out. Only its id stays, so that it is not used again."""
        with self._rows.saving():
            self._note_places(section_id, self._places(section_id))
            self._rows.delete("answers", {"section": section_id})
            self._rows.delete("drafts", {"section": section_id})
            self._rows.update(
                "sections", {"id": section_id}, {"removed": 1, "made_on": now.date().isoformat()}
            )
            self.forget_small_things(section_id, None)
            self.erase_files("section", section_id)
            self._words_again()
        return self._write_anew()

    def erase_copy_words(self, copy_id: str, holder: str) -> bool:
        """Who got a copy, and why. The line of the register stays, with ``holder`` in place of the name."""
        with self._rows.saving():
            for (body,) in self._rows.select("SELECT body FROM copies WHERE id = ?", copy_id):
                said = copy_text(replace(copy_of(str(body)), holder=holder, reason=""))
                self._rows.update("copies", {"id": copy_id}, {"body": said})
                note(self._rows, self._seal.key, (COPY, copy_id))
            self._words_again()
        return self._write_anew()

    def erase_file(self, file_id: str) -> bool:
        """One kept file, with its name and its bytes."""
        with self._rows.saving():
            self.erase_files("id", file_id)
            self._words_again()
        return self._write_anew()

    def _erase_places(self, section_id: str, places: Iterable[Place]) -> None:
        chosen = tuple(places)
        self._note_places(section_id, chosen)
        for place in chosen:
            self._rows.delete("answers", {"section": section_id, "place": place})
            self._rows.delete("drafts", {"section": section_id, "place": place})
        self.forget_small_things(section_id, chosen)

    def _note_places(self, section_id: str, places: Iterable[Place]) -> None:
        """Keep the marks of what is about to go, so that no other copy brings it back."""
        going: list[Saved] = []
        for place in places:
            rows = self._rows.select(
                "SELECT at, who FROM answers WHERE section = ? AND place = ?", section_id, place
            )
            going += [Saved(section_id, place, str(at), str(who)) for at, who in rows]
            note(self._rows, self._seal.key, *((DRAFT, one) for one in self._stamps(section_id, place)))
        note(self._rows, self._seal.key, *marked_by(self._rows, going))

    def _stamps(self, section_id: str, place: Place) -> list[str]:
        if not self._rows.has(TABLE):
            return []
        found = self._rows.select(
            "SELECT stamp FROM drafts WHERE section = ? AND place = ?", section_id, place
        )
        return [str(one) for (one,) in found if one]

    def _places(self, section_id: str, item: Place = "") -> list[Place]:
        """Every place of an entry, or inside one of its items, where something was ever answered or begun."""
        found = self._rows.select(
            "SELECT DISTINCT place FROM (SELECT section, place FROM answers UNION SELECT section, place FROM drafts)"
            " WHERE section = ? ORDER BY place",
            section_id,
        )
        return [str(place) for (place,) in found if not item or str(place).startswith(f"{item}.")]

    def forget_small_things(self, section_id: str, places: tuple[Place, ...] | None) -> None:
        """Whatever small thing names the section, or one of these places of it. Belongs inside a transaction."""
        for name, body in self._rows.select("SELECT name, body FROM kept"):
            if names(str(name), str(body), section_id, places):
                self._rows.delete("kept", {"name": name})

    def erase_files(self, column: str, value: str) -> None:
        """Kept files whose column says this, with their bytes. Belongs inside a transaction."""
        if not self._rows.has("attachments"):
            return
        for (one,) in self._rows.select(f"SELECT id FROM attachments WHERE {column} = ?", value):  # noqa: S608  # our own names
            self._rows.beside_the_seal("DELETE FROM attached_bytes WHERE id = ?", one)
            self._rows.delete("attachments", {"id": one})
            note(self._rows, self._seal.key, (FILE, str(one)))

    def _mark(self, section_id: str, place: Place, now: datetime) -> None:
        """An empty answer, so that the item's number counts as used."""
        self._save(section_id, place, Answer(None, "", now))

    def _save(self, section_id: str, place: Place, answer: Answer) -> None:
        self._rows.insert("answers", {"section": section_id, "place": place, **columns(answer)})

    def _words_again(self) -> None:
        """The index of words without what has gone. All of it is written anew, so that none of its pages remembers."""
        self._passport = None
        self._index.make_again(self.passport(), self._other_words())

    def _write_anew(self) -> bool:
        try:
            with plain_trouble(self._connection.folder):
                self._connection.execute("VACUUM")
        except VaultError:  # such as no room for it: what went is zeros already
            return False
        return True
