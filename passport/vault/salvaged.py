"""A new record out of what could still be read of a damaged one. The damaged one is never written to."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from passport.errors import (
    KeysOfAnother,
    NothingReadable,
    NothingToRepair,
    PassportError,
    VaultDamaged,
    VaultEmpty,
    VaultMixed,
)
from passport.keys.identity import Identity
from passport.keys.recovery import Rows as RecoveryRows
from passport.keys.slots import LARGEST, KeysFile, read_keys
from passport.vault.codec import answer_of, copy_of
from passport.vault.folder import DATABASE, KEYS, look_at_folder, read_small
from passport.vault.rows import Rows
from passport.vault.salvage import (
    Found,
    copy_files,
    once,
    read_what_stands,
    reads_as_json,
    remove_copy,
    whole_files,
)
from passport.vault.vault import Vault

_NOT_CARRIED = ("ways_in", "recovery_words", "opened_by", "carry_on", "locked_at", "backup_")
"""How small things begin that are of the old record's keys, backups and pages."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What went into the new record. Never said to be whole, whatever the figures."""

    answers: int
    answers_before: int
    """As far as anyone can tell: some of those that cannot be read may have been erased long ago."""
    files: int
    files_before: int
    lost: tuple[tuple[str, str], ...]
    """Section and place of answers that could not be read; an earlier one may stand there now."""
    seals_as_before: bool
    """Whether the keys that papers are sealed with could be read; else they are new."""


def salvage(damaged: Path, passphrase: str, folder: Path, now: datetime) -> tuple[Vault, RecoveryRows, Saved]:
    """Read what can be read and make a record of it in a new folder, open, with new keys and new recovery words.

    Raises NothingToRepair where it opens as it should, NothingReadable, WrongPassphrase, KeysMissing, KeysDamaged, VaultEmpty,
    NoRoom and NoPermission.
    """
    keys = _keys(damaged)
    candidates = keys.with_passphrase(passphrase)
    copy = folder.with_name(f"{folder.name}.copy")
    try:
        copy_files(damaged, copy)
        with suppress(VaultDamaged, VaultMixed, KeysOfAnother):
            Vault.open_with_passphrase(copy, passphrase, now).close()
            raise NothingToRepair
        found = read_what_stands(copy, candidates)
    finally:
        remove_copy(copy)
    if found is None or not found.rows.get("answers"):
        raise NothingReadable
    vault, words = Vault.create(folder, passphrase, now)
    try:
        return vault, words, _fill(vault, found)
    except BaseException:
        vault.close()
        raise


def _keys(folder: Path) -> KeysFile:
    with suppress(VaultDamaged):  # its length alone; what is in it is looked at below
        look_at_folder(folder)
    if (folder / DATABASE).stat().st_size == 0:
        raise VaultEmpty
    return read_keys(read_small(folder / KEYS, LARGEST))


def _fill(vault: Vault, found: Found) -> Saved:
    rows = vault._rows  # noqa: SLF001  # the same room
    answers = [row for row in found.of("answers") if _is_answer(row)]
    with rows.saving():
        _sections(rows, found, answers)
        for row in answers:
            rows.insert("answers", {name: value for name, value in row.items() if name != "n"})
        known = {str(one[0]) for one in rows.select("SELECT id FROM sections")}
        for table, row in _beside_the_answers(found, known):
            rows.insert(table, row)
        files = list(whole_files(found))
        for row, pieces in files:
            rows.insert("attachments", row)
            for number, piece in enumerate(pieces):
                rows.beside_the_seal(
                    "INSERT INTO attached_bytes (id, n, bytes) VALUES (?, ?, ?)", row["id"], number, piece
                )
        as_before = _identities(rows, found)
        vault._words_again()  # noqa: SLF001  # the same room
    spoilt = len(found.rows.get("answers", ())) - len(answers)
    return Saved(
        len(answers),
        len(answers) + spoilt + len(found.unread.get("answers", ())),
        len(files),
        len(found.rows.get("attachments", ())) + len(found.unread.get("attachments", ())),
        found.lost,
        as_before,
    )


def _beside_the_answers(found: Found, known: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The register, half-typed words and small things."""
    yield from (("copies", row) for row in once(found.of("copies"), "id") if _is_copy(row))
    yield from (("documents", row) for row in once(found.of("documents"), "series"))
    for row in once(found.of("drafts"), "section", "place"):
        if row["section"] in known:
            yield "drafts", row
    for row in once(found.of("kept"), "name"):
        if not str(row["name"]).startswith(_NOT_CARRIED) and reads_as_json(row["body"]):
            yield "kept", row


def _sections(rows: Rows, found: Found, answers: list[dict[str, Any]]) -> None:
    """Every section; one whose own row is lost is made again from its answers."""
    there = {row["id"]: row for row in once(found.of("sections"), "id")}
    packs = {row["form"]: row["pack"] for row in there.values()}
    for row in answers:
        id_ = str(row["section"])
        form = id_.rsplit("-", 1)[0]
        made_on = str(row["at"])[:10]
        there.setdefault(
            id_, {"id": id_, "form": form, "pack": packs.get(form, 1), "made_on": made_on, "removed": 0}
        )
    for row in there.values():
        rows.insert("sections", row)


def _identities(rows: Rows, found: Found) -> bool:
    """The keys that papers are sealed with, in place of the new ones. Whether each of those could be."""
    read = set()
    for row in once(found.of("identities"), "audience"):
        with suppress(PassportError, ValueError, TypeError):
            Identity.from_bytes(row["body"])
            rows.replace("identities", {"audience": row["audience"]}, {"body": row["body"]})
            read.add(row["audience"])
    return read >= {str(one[0]) for one in rows.select("SELECT audience FROM identities")}


def _is_answer(row: dict[str, Any]) -> bool:
    try:
        answer_of((row["value"], row["words"], row["at"], row["who"]))
    except (ValueError, TypeError):
        return False
    number = str(row["section"]).rsplit("-", 1)[-1]
    return number.isascii() and number.isdigit()


def _is_copy(row: dict[str, Any]) -> bool:
    try:
        copy_of(str(row["body"]))
    except (ValueError, TypeError, KeyError):
        return False
    return True
