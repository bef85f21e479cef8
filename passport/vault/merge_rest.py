"""Everything beside the answers, when two copies are put together: the register, kept files, half-typed words, small things."""

from collections.abc import Iterator, Mapping

from passport.vault.erasing import Erasing
from passport.vault.merge_erased import Erased, Left
from passport.vault.rows import Rows
from passport.vault.small_things import half_typed
from passport.vault.states import STATES

FILES = "attachments"
_OF_FILE = ("id", "section", "place", "name", "media", "size", "digest", "at", "removed")
_BY_ID = {
    "copies": ("id", "body"),
    "identities": ("audience", "body"),
    "kept": ("name", "body"),
}
New = tuple[str, dict[str, object], dict[str, object]]
"""A table, the key of a row to replace where there is one, and the row."""


class Rest:
    """What the other copy has beside its answers, and what either erased."""

    def __init__(self, mine: Rows, other: Rows, erased: Erased, here: Left, there: Left) -> None:
        self.mine, self.other = mine, other
        self._erased, self._here, self._there = erased, here, there
        self.keys_differ = False

    def any(self, ids: Mapping[str, str]) -> bool:
        """Whether there is anything to bring or to erase. ``ids``: an entry's id there to the one here."""
        return bool(self.going()) or any(True for _ in self.new(ids))

    def going(self) -> int:
        """How many places, files and names the other copy erased that still stand here."""
        drafts = {(one["section"], one["place"]) for one in self._erased.drafts_here()}
        places = {(section, place) for section, place, _line in self._here.gone} | drafts
        return (
            len(places)
            + sum(1 for _ in self._erased.files_here())
            + sum(1 for _ in self._erased.names_here())
        )

    def staying_away(self) -> int:
        """How many places and files stand in the other copy that were erased here."""
        files = sum(self._erased.holds(FILES, {"id": one}) for one in self._file_ids(self.other))
        return len({(section, place) for section, place, _line in self._there.gone}) + files

    def erase(self, vault: Erasing) -> None:
        """Erase here what the other copy erased. Belongs inside the transaction."""
        for section, place, (value, words, at, who) in dict.fromkeys(self._here.gone):
            line = {"value": value, "words": words, "at": at, "who": who}
            self.mine.delete("answers", {"section": section, "place": place, **line})
        for key in list(self._erased.drafts_here()):
            self.mine.delete("drafts", key)
        for section, places in self._here.to_forget():
            vault.forget_small_things(section, places)
        for one in list(self._erased.files_here()):
            vault.erase_files("id", one)
        for id_, body in list(self._erased.names_here()):
            self.mine.update("copies", {"id": id_}, {"body": body})

    def bring(self, ids: Mapping[str, str]) -> None:
        """Write what is new. Belongs inside the transaction."""
        for table, key, values in list(self.new(ids)):
            self.mine.replace(table, key, values) if key else self.mine.insert(table, values)
            if table == FILES:
                for piece in self.other.select(
                    "SELECT id, n, bytes FROM attached_bytes WHERE id = ?", values["id"]
                ):
                    self.mine.beside_the_seal(
                        "INSERT INTO attached_bytes (id, n, bytes) VALUES (?, ?, ?)", *piece
                    )

    def new(self, ids: Mapping[str, str]) -> Iterator[New]:
        """Rows that only the other copy has, and that nobody erased."""
        for table, names in _BY_ID.items():
            there = set(self.mine.select(f"SELECT {names[0]} FROM {table}"))  # noqa: S608  # our own names
            for row in self.other.select(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608  # our own names
                erased = table == "kept" and self._erased.small_thing(str(row[0]), str(row[1]), self._there)
                if (row[0],) not in there and row[0] != STATES and not erased:
                    yield table, {}, dict(zip(names, row, strict=True))
        yield from self._files(ids)
        yield from self._erased.new_marks()
        for audience, body in self.other.select("SELECT audience, body FROM identities"):
            found = self.mine.select("SELECT body FROM identities WHERE audience = ?", audience)
            self.keys_differ |= bool(found) and found[0][0] != body
        yield from self._documents()
        yield from self._drafts(ids)

    def _documents(self) -> Iterator[New]:
        mine = {
            str(row[0]): row for row in self.mine.select("SELECT series, version, state, id FROM documents")
        }
        for series, version, state, id_ in self.other.select(
            "SELECT series, version, state, id FROM documents"
        ):
            known = mine.get(str(series))
            if known is None or (version, state) > (known[1], known[2]):
                yield "documents", {"series": series}, {"id": id_, "version": version, "state": state}

    def _drafts(self, ids: Mapping[str, str]) -> Iterator[New]:
        drafts = {
            row[:2]: str(row[2]) for row in self.mine.select("SELECT section, place, words FROM drafts")
        }
        erased = {(one["section"], one["place"]) for one in self._erased.drafts_here()}
        stamps = self._stamps()
        for section, place, words in self.other.select("SELECT section, place, words FROM drafts"):
            stamp = stamps.get((section, place), "")
            if self._erased.holds("drafts", {"stamp": stamp}):
                continue
            key: dict[str, object] = {"section": ids.get(str(section), section), "place": place}
            known = "" if (key["section"], place) in erased else drafts.get((key["section"], place), "")
            both = sorted({known, str(words)} - {""})
            if str(words) not in known:
                alone = {"words": words, "stamp": stamp} if stamp and not known else None
                yield "drafts", key, alone or half_typed(self.mine, "\n".join(both))

    def _stamps(self) -> dict[tuple[object, ...], str]:
        """The stamp of each of the other copy's half-typed words, where both formats have stamps."""
        if not (self.mine.has("erased") and self.other.has("erased")):
            return {}
        found = self.other.select("SELECT section, place, stamp FROM drafts")
        return {row[:2]: str(row[2]) for row in found}

    def _files(self, ids: Mapping[str, str]) -> Iterator[New]:
        """Kept files that only the other copy has. One that was taken away here stays away."""
        if not (self.mine.has(FILES) and self.other.has(FILES)):
            return
        there = set(self._file_ids(self.mine))
        for row in self.other.select(f"SELECT {', '.join(_OF_FILE)} FROM attachments"):  # noqa: S608  # our own names
            values = dict(zip(_OF_FILE, row, strict=True))
            if values["id"] not in there and not self._erased.holds(FILES, values):
                section = str(values["section"])
                yield FILES, {}, {**values, "section": ids.get(section, section)}

    @staticmethod
    def _file_ids(rows: Rows) -> list[str]:
        return [str(one) for (one,) in rows.select("SELECT id FROM attachments")] if rows.has(FILES) else []
