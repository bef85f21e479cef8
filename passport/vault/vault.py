"""The vault: create, open, read, save, close. Owns the only connection; every call belongs on the thread that opened it."""

import platform
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from passport.errors import KeysOfAnother, UnknownEntry, VaultDamaged, VaultError
from passport.keys.identity import new_identity
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.recovery import Rows as RecoveryRows
from passport.keys.recovery import new_recovery_words, read_recovery_words
from passport.keys.slots import LARGEST, DataKey, KeysFile, new_data_key, read_keys
from passport.record.answers import Answer, Place
from passport.record.audience import OWN_SIDES
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault import register
from passport.vault.backup import roll
from passport.vault.change_keys import change_passphrase, first_slots
from passport.vault.codec import answer_of, columns, read_passport
from passport.vault.connection import (
    APPLICATION,
    Connection,
    connect,
    must_be_ours,
    must_be_whole,
    plain_trouble,
    transaction,
)
from passport.vault.content_seal import ContentSeal
from passport.vault.folder import KEYS, look_at_folder, make_folder, read_small, unmake
from passport.vault.identities import Identities
from passport.vault.migrations import FORMAT, bring_up, format_of
from passport.vault.rows import Rows
from passport.vault.small_things import SmallThings
from passport.vault.snapshot import Snapshot
from passport.vault.whole import write_whole


@dataclass(frozen=True, slots=True)
class Revision:
    """One answer as it was at some time."""

    number: int
    place: Place
    answer: Answer


class Vault(SmallThings, Identities):
    """One open vault. ``id`` is random; ``counter`` grows with every save."""

    def __init__(self, folder: Path, keys: KeysFile, data_key: DataKey, connection: Connection) -> None:
        self.folder, self.id = folder, keys.vault
        self._keys, self._data_key, self._connection = keys, data_key, connection
        self._seal = ContentSeal(connection)
        self._rows = Rows(connection, self._seal)
        self.snapshot = Snapshot(folder, self._seal)
        self.at_check = (0, 0)
        """Counter and total of the content seal as the file was found, before this opening was written in."""
        self.backup_trouble: VaultError | None = None
        """What stopped our own backup before a risky step; the person is told once."""
        self._passport: Passport | None = None
        self.last_opened: tuple[str, str] | None = None
        """When and on which machine it was opened before this."""

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, now: datetime, rng: Callable[[int], bytes] = secrets.token_bytes
    ) -> tuple["Vault", RecoveryRows]:
        """A new vault, open, and its recovery words.

        Raises VaultExists, NotAVault, WeakPassphrase, NoRoom, NoPermission.
        """
        must_be_strong_enough(passphrase)
        make_folder(folder)
        recovery_words = new_recovery_words()
        data_key = new_data_key(rng)
        keys = first_slots(rng(16).hex(), passphrase, recovery_words, data_key)
        try:
            vault = cls(folder, keys, data_key, connect(folder, data_key))
            try:
                with plain_trouble(folder):
                    vault._begin(now, recovery_words)
                write_whole(folder / KEYS, keys.to_bytes())
            except BaseException:
                vault.close()
                raise
        except BaseException:
            unmake(folder)
            raise
        return vault, recovery_words

    @classmethod
    def open_with_passphrase(cls, folder: Path, passphrase: str, now: datetime) -> "Vault":
        """Open. Raises the VaultError that says what stopped it."""
        look_at_folder(folder)
        keys = read_keys(read_small(folder / KEYS, LARGEST))
        return cls._open(folder, keys, keys.with_passphrase(passphrase), now)

    @classmethod
    def open_with_recovery_words(cls, folder: Path, words: Sequence[str], now: datetime) -> "Vault":
        """Open with the words of the recovery sheet. Raises WrongRecoveryWords and other VaultErrors."""
        look_at_folder(folder)
        keys = read_keys(read_small(folder / KEYS, LARGEST))
        return cls._open(folder, keys, keys.with_recovery_words(read_recovery_words(words)), now)

    @classmethod
    def _open(cls, folder: Path, keys: KeysFile, candidates: Sequence[DataKey], now: datetime) -> "Vault":
        """With the newest data key that fits: a change of passphrase may have been cut off half way."""
        for number, data_key in enumerate(candidates, 1):
            try:
                connection = connect(folder, data_key)
            except (VaultDamaged, KeysOfAnother):
                if number == len(candidates):
                    raise
                continue
            vault = cls(folder, keys, data_key, connection)
            try:
                vault._check(now)
            except BaseException:
                vault.close()
                raise
            return vault
        raise VaultDamaged

    @property
    def counter(self) -> int:
        """How many saves this vault has had."""
        return self._seal.counter

    def _begin(self, now: datetime, recovery_words: RecoveryRows) -> None:
        with transaction(self._connection):
            bring_up(self._connection)
        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
        seal_key = secrets.token_bytes(32)
        self._seal.begin(seal_key)
        with self._rows.saving():
            self._rows.insert("marker", {"vault": self.id, "seal_key": seal_key})
            for audience in OWN_SIDES:
                identity = new_identity(audience, now.date())
                self._rows.insert("identities", {"audience": audience.value, "body": identity.to_bytes()})
            self.keep("recovery_words", tuple(tuple(row) for row in recovery_words))
            self._note_opening(now)

    def _check(self, now: datetime) -> None:
        must_be_ours(self._connection)
        must_be_whole(self._connection)
        if self._rows.select("SELECT vault FROM marker") != [(self.id,)]:
            raise VaultDamaged
        self._seal.check()
        self.at_check = self._seal.state()
        self._roll_before_bring_up(now)
        before = self._rows.select("SELECT at, machine FROM opened ORDER BY n DESC LIMIT 1")
        self.last_opened = (str(before[0][0]), str(before[0][1])) if before else None
        try:
            with self._rows.saving():
                bring_up(self._connection)
                self._note_opening(now)
        except VaultError:
            return  # a full or read-only disk: everything can still be read, in the format it has

    def _note_opening(self, now: datetime) -> None:
        self._rows.insert("opened", {"at": now.isoformat(), "machine": platform.node()})

    def close(self) -> None:
        """Close. Nothing is pending: every save is on disk before it returns."""
        self._connection.close()
        self.snapshot.let_go()
        self._passport = None

    def roll(self, now: datetime) -> None:
        """One of our own backups, before a risky step. What stops it is kept in ``backup_trouble``, to be told."""
        try:
            roll(self, now)
        except VaultError as trouble:
            self.backup_trouble = trouble

    def _roll_before_bring_up(self, now: datetime) -> None:
        if format_of(self._connection) < FORMAT:
            self.roll(now)

    def must_be_passphrase(self, typed: str) -> None:
        """Raises WrongPassphrase unless this opens the vault."""
        self._keys.with_passphrase(typed)

    def change_passphrase(self, passphrase: str) -> None:
        """A new passphrase and a new data key. Cut off at any point, the old or the new passphrase opens it."""
        must_be_strong_enough(passphrase)
        words = self.kept("recovery_words")
        assert isinstance(words, tuple)
        self.roll(datetime.now(UTC))
        rows = read_recovery_words([str(word) for row in words if isinstance(row, tuple) for word in row])
        self._keys, self._data_key = change_passphrase(
            self.folder, self._keys, self._data_key, self._connection, passphrase, rows
        )

    def renew_recovery_words(self, passphrase: str) -> RecoveryRows:
        """New recovery words and a new data key: the old words open nothing any more. ``passphrase`` stays, and is the right one."""
        self.roll(datetime.now(UTC))
        rows = new_recovery_words()
        self._keys, self._data_key = change_passphrase(
            self.folder, self._keys, self._data_key, self._connection, passphrase, rows
        )
        self.keep("recovery_words", rows)
        return rows

    # Sections and answers

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

    def add_section(self, form: str, pack_version: int, made_on: date) -> Section:
        """A new, empty section, on disk before this returns."""
        used = self._rows.select("SELECT id FROM sections WHERE form = ?", form)
        number = max((int(str(one[0]).rsplit("-", 1)[1]) for one in used), default=0) + 1
        section = Section(f"{form}-{number}", form, pack_version, made_on, {})
        values = {
            "id": section.id,
            "form": form,
            "pack": pack_version,
            "made_on": made_on.isoformat(),
            "removed": 0,
        }
        with self._rows.saving():
            self._rows.insert("sections", values)
        self._keep_section(section)
        return section

    def begin_anew(self, section_id: str, pack_version: int, made_on: date) -> Section:
        """An empty section, begun on another day: nobody ever answered it, so it need not be added again."""
        section = replace(self.section(section_id), pack_version=pack_version, made_on=made_on)
        assert not section.answers
        with self._rows.saving():
            values = {"pack": pack_version, "made_on": made_on.isoformat()}
            self._rows.update("sections", {"id": section_id}, values)
        self._keep_section(section)
        return section

    def put(self, section_id: str, answers: Mapping[Place, Answer]) -> Section:
        """Save answers, one transaction, on disk before this returns. The answers before stay in the history."""
        section = self.section(section_id)
        with self._rows.saving():
            for place, answer in answers.items():
                self._rows.insert("answers", {"section": section_id, "place": place, **columns(answer)})
                self._rows.delete("drafts", {"section": section_id, "place": place})
        section = section.after_saving(answers)
        self._keep_section(section)
        return section

    def remove_section(self, section_id: str) -> None:
        """Take a section out of the passport. Its answers stay in the history. Raises UnknownEntry."""
        self.section(section_id)
        with self._rows.saving():
            self._rows.update("sections", {"id": section_id}, {"removed": 1})
        self._passport = None

    def history(self, section_id: str) -> tuple[Revision, ...]:
        """Every answer a section ever had, oldest first."""
        rows = self._rows.select(
            "SELECT n, place, value, words, at, who FROM answers WHERE section = ? ORDER BY n", section_id
        )
        return tuple(Revision(int(str(row[0])), str(row[1]), answer_of(row[2:])) for row in rows)

    def _keep_section(self, section: Section) -> None:
        """Keep what was just saved at hand, so that it need not be read again."""
        passport = self.passport()
        known = passport.section(section.id) is not None
        sections = tuple(section if one.id == section.id else one for one in passport.sections)
        self._passport = replace(passport, sections=sections if known else (*sections, section))

    # Copies and documents

    def next_document(self, series: str, state: str) -> tuple[str, int]:
        """A document's id and the version a copy would have now. Nothing is written until a copy is given."""
        return register.next_document(self._rows, self.id, series, state)

    def give_copy(self, copy: CopyGiven, series: str) -> Callable[[], None]:
        """Write a copy in the register. Returns what takes it out again, for when its files could not be put in place."""
        forget = register.give_copy(self._rows, copy, series)
        self._passport = None

        def take_back() -> None:
            forget()
            self._passport = None

        return take_back
