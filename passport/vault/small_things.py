"""Half-typed words, and small things such as where to carry on: kept beside the answers, encrypted like them."""

import json
import secrets
from collections.abc import Mapping

from passport.record.answers import Place, Value, freeze, thaw
from passport.vault.erased import TABLE
from passport.vault.rows import Rows


def half_typed(rows: Rows, words: str) -> dict[str, object]:
    """Half-typed words as they are kept: with a stamp of their own, to know them by without looking at them."""
    return {"words": words, "stamp": secrets.token_hex(8)} if rows.has(TABLE) else {"words": words}


class SmallThings:
    """The part of a vault that keeps them."""

    _rows: Rows

    def save_draft(self, section_id: str, place: Place, words: str) -> None:
        """Keep half-typed words, beside the answer they may become."""
        with self._rows.saving():
            self._rows.replace(
                "drafts", {"section": section_id, "place": place}, half_typed(self._rows, words)
            )

    def draft(self, section_id: str, place: Place) -> str | None:
        """Half-typed words, if any."""
        found = self._rows.select(
            "SELECT words FROM drafts WHERE section = ? AND place = ?", section_id, place
        )
        return str(found[0][0]) if found else None

    def drafts(self, section_id: str) -> tuple[Place, ...]:
        """Every place of a section with half-typed words."""
        found = self._rows.select("SELECT place FROM drafts WHERE section = ? ORDER BY place", section_id)
        return tuple(str(row[0]) for row in found)

    def drop_draft(self, section_id: str, place: Place) -> None:
        """Forget half-typed words."""
        with self._rows.saving():
            self._rows.delete("drafts", {"section": section_id, "place": place})

    def keep(self, name: str, value: Value) -> None:
        """Keep a small thing, such as where to carry on."""
        with self._rows.saving():
            self._rows.replace("kept", {"name": name}, {"body": json.dumps(thaw(value), ensure_ascii=False)})

    def kept(self, name: str) -> Value:
        """A small thing, or None."""
        found = self._rows.select("SELECT body FROM kept WHERE name = ?", name)
        return freeze(json.loads(str(found[0][0]))) if found else None

    def kept_like(self, start: str) -> Mapping[str, Value]:
        """Every small thing whose name begins so, in the order they were kept first."""
        found = self._rows.select("SELECT name, body FROM kept ORDER BY rowid")
        return {
            str(name): freeze(json.loads(str(body))) for name, body in found if str(name).startswith(start)
        }

    def forget(self, name: str) -> None:
        """Take a small thing out, if it is there."""
        if self.kept(name) is not None:
            with self._rows.saving():
                self._rows.delete("kept", {"name": name})

    def changes(self) -> str:
        """Differs whenever an answer, an entry, a copy given or a kept file was written; not for drafts or openings."""
        tables = {"answers": "n", "sections": "removed", "copies": "rowid", "attachments": "removed"}
        found = (
            self._rows.select(f"SELECT count(*), total({column}) FROM {table}")[0]  # noqa: S608  # our own names
            for table, column in tables.items()
            if self._rows.has(table)
        )
        return "-".join(str(int(float(str(one)))) for pair in found for one in pair)
