"""The register of copies, and the documents they are versions of."""

import hashlib
from collections.abc import Callable

from passport.record.copies import CopyGiven
from passport.vault.codec import copy_text
from passport.vault.rows import Rows


def next_document(rows: Rows, vault: str, series: str, state: str) -> tuple[str, int]:
    """A document's id and the version that a copy with this state would have. Nothing is written."""
    found = rows.select("SELECT id, version, state FROM documents WHERE series = ?", series)
    if not found:
        return hashlib.sha256(f"{vault} {series}".encode()).hexdigest()[:16], 1
    document, version, before = found[0]
    return str(document), int(str(version)) + (before != state)


def give_copy(rows: Rows, copy: CopyGiven, series: str, says: str = "") -> Callable[[], None]:
    """Write a copy in. Returns what puts the register back as it was.

    ``says``: what the version follows, where that is more than the state of its sections: words that were chosen one by one.
    """
    before = rows.select("SELECT id, version, state FROM documents WHERE series = ?", series)
    with rows.saving():
        rows.insert("copies", {"id": copy.id, "body": copy_text(copy)})
        document = {"id": copy.document, "version": copy.version, "state": says or copy.state}
        rows.replace("documents", {"series": series}, document)

    def take_back() -> None:
        with rows.saving():
            rows.delete("copies", {"id": copy.id})
            rows.delete("documents", {"series": series})
            for row in before:
                values = dict(zip(("id", "version", "state"), row, strict=True))
                rows.insert("documents", {"series": series, **values})

    return take_back
