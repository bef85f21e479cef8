"""The vault: create, open, read, save, close. Owns the only connection; every call belongs on the thread that opened it."""

import platform
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from passport.errors import KeysOfAnother, VaultDamaged, VaultError, WrongPassphrase
from passport.keys.identity import new_identity
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.recovery import Rows as RecoveryRows
from passport.keys.recovery import new_recovery_words, read_recovery_words
from passport.keys.shares import Share
from passport.keys.slots import KeysFile
from passport.keys.ways import PASSPHRASE, RECOVERY, SECOND, SHARES, DataKey, new_data_key
from passport.record.answers import Answer, Place, Value
from passport.record.audience import OWN_SIDES
from passport.record.copies import CopyGiven
from passport.record.sections import Section
from passport.vault import register
from passport.vault.attachments import Attachments
from passport.vault.change_keys import first_slots
from passport.vault.codec import columns
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
from passport.vault.folder import KEYS, make_folder, unmake
from passport.vault.found import Index, of_copy
from passport.vault.identities import Identities
from passport.vault.migrations import FORMAT, bring_up, format_of
from passport.vault.rows import Rows
from passport.vault.snapshot import Snapshot
from passport.vault.ways_in import WaysIn, keys_in
from passport.vault.whole import write_whole

_OPENED_BY = "opened_by"
"""Kept: when it was opened last, by which kind of way in, and by whom where it was a second person."""


class Vault(WaysIn, Attachments, Identities):
    """One open vault. ``id`` is random; ``counter`` grows with every save."""

    def __init__(self, folder: Path, keys: KeysFile, data_key: DataKey, connection: Connection) -> None:
        self.folder, self.id = folder, keys.vault
        self._keys, self._data_key, self._connection = keys, data_key, connection
        self._seal = ContentSeal(connection)
        self._rows = Rows(connection, self._seal)
        self._rows.in_doubt = self._forget_passport
        self._index = Index(self._rows)
        self.snapshot = Snapshot(folder, self._seal)
        self._rows.came_back = self.snapshot.let_go
        self.at_check = (0, 0)
        """Counter and total of the content seal as the file was found, before this opening was written in."""
        self._passport = None
        self.last_opened: tuple[str, str] | None = None
        """When and on which machine it was opened before this."""
        self.last_way: tuple[str, str] = ("", "")
        """By which kind of way in that was, and by whom where it was a second person; empty where it was not noted."""

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
                    vault._begin(now)
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
        """Open with the person's own passphrase, or else a second person's. Raises the VaultError that says what stopped it."""
        keys = keys_in(folder)
        try:
            return cls._open(folder, keys, keys.with_passphrase(passphrase), now, PASSPHRASE)
        except WrongPassphrase:
            return cls._open(folder, keys, keys.with_second(passphrase), now, SECOND)

    @classmethod
    def open_with_recovery_words(cls, folder: Path, words: Sequence[str], now: datetime) -> "Vault":
        """Open with the words of the recovery sheet. Raises WrongRecoveryWords and other VaultErrors."""
        keys = keys_in(folder)
        return cls._open(folder, keys, keys.with_recovery_words(read_recovery_words(words)), now, RECOVERY)

    @classmethod
    def open_with_shares(cls, folder: Path, shares: Sequence[Share], now: datetime) -> "Vault":
        """Open with enough shares. Raises NoShares, NotEnoughShares, SharesNotOurs and other VaultErrors."""
        keys = keys_in(folder)
        return cls._open(folder, keys, keys.with_shares(shares), now, SHARES)

    @classmethod
    def _open(
        cls, folder: Path, keys: KeysFile, candidates: Sequence[DataKey], now: datetime, by: str
    ) -> "Vault":
        """With the newest data key that fits: a change of passphrase may have been cut off half way."""
        for number, data_key in enumerate(candidates, 1):
            try:
                connection = connect(folder, data_key, candidates)
            except (VaultDamaged, KeysOfAnother):
                if number == len(candidates):
                    raise
                continue
            vault = cls(folder, keys, data_key, connection)
            try:
                vault._check(now, by)
            except BaseException:
                vault.close()
                raise
            return vault
        raise VaultDamaged

    @property
    def counter(self) -> int:
        """How many saves this vault has had."""
        return self._seal.counter

    def _begin(self, now: datetime) -> None:
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
            self._note_first_ways(now.date())
            self._note_opening(now, PASSPHRASE)

    def _check(self, now: datetime, by: str) -> None:
        must_be_ours(self._connection)
        must_be_whole(self._connection)
        if self._rows.select("SELECT vault FROM marker") != [(self.id,)]:
            raise VaultDamaged
        self._seal.check()
        self.at_check = self._seal.state()[:2]
        self._roll_before_bring_up(now)
        before = self._rows.select("SELECT at, machine FROM opened ORDER BY n DESC LIMIT 1")
        self.last_opened = (str(before[0][0]), str(before[0][1])) if before else None
        noted = self.kept(_OPENED_BY)
        if isinstance(noted, tuple) and self.last_opened is not None and noted[0] == self.last_opened[0]:
            self.last_way = (str(noted[1]), str(noted[2]))
        try:
            with self._rows.saving():
                if bring_up(self._connection):
                    self._seal.count_again()
                self.note_state()
                self._note_opening(now, by)
        except VaultError:
            return  # a full or read-only disk: everything can still be read, in the format it has

    def _note_opening(self, now: datetime, by: str) -> None:
        self._rows.insert("opened", {"at": now.isoformat(), "machine": platform.node()})
        self.keep(_OPENED_BY, (now.isoformat(), by, self._name_of(by) if by == SECOND else ""))

    def close(self) -> None:
        """Close. No word is pending: every save is on disk before it returns. Only the index of words is brought up to it."""
        with suppress(VaultError):  # it is then made again when somebody looks for words
            self.catch_up_words()
        if self.before_close is not None:
            self.before_close()
            self.before_close = None
        self._connection.close()
        self.snapshot.let_go()
        self._passport = None

    def _roll_before_bring_up(self, now: datetime) -> None:
        if format_of(self._connection) < FORMAT:
            self.roll(now)

    # Sections and answers

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
        before = self.section(section_id)
        section = before.after_saving(answers)
        self._index.changed(section_id, {*answers, *before.answers.keys() - section.answers.keys()})
        with self._rows.saving():
            for place, answer in answers.items():
                self._rows.insert("answers", {"section": section_id, "place": place, **columns(answer)})
                self._rows.delete("drafts", {"section": section_id, "place": place})
        self._keep_section(section)
        return section

    def _forget_passport(self) -> None:
        self._passport = None

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

    def give_copy(
        self, copy: CopyGiven, series: str, says: str = "", keeps: Mapping[str, Value] | None = None
    ) -> Callable[[], None]:
        """Write a copy in the register, and keep these small things with it, in one transaction.

        Returns what takes the copy out again, for when its files could not be put in place.
        """
        self._index.changed("", (of_copy(copy).place,))
        with self._rows.saving():
            forget = register.give_copy(self._rows, copy, series, says)
            for name, value in (keeps or {}).items():
                self.keep(name, value)
        if self._passport is not None:
            self._passport = replace(self._passport, copies=(*self._passport.copies, copy))

        def take_back() -> None:
            self._index.changed("", (of_copy(copy).place,))
            with self._rows.saving():
                forget()
            self._passport = None

        return take_back
