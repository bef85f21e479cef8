"""The ways into an open vault: which stand, whose they are, and each change of them. See ``change_keys`` for the order."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from passport.errors import PassphraseTaken, VaultError, WayNotThere, WrongPassphrase
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.recovery import Rows as RecoveryRows
from passport.keys.recovery import new_recovery_words, read_recovery_words
from passport.keys.shares import new_shares
from passport.keys.slots import LARGEST, KeysFile, read_keys
from passport.keys.ways import (
    KINDS,
    PASSPHRASE,
    RECOVERY,
    SECOND,
    SHARES,
    DataKey,
    Way,
    passphrase_way,
    recovery_way,
    shares_way,
)
from passport.record.answers import Value
from passport.vault.change_keys import change_ways
from passport.vault.connection import Connection
from passport.vault.folder import KEYS, look_at_folder, read_small
from passport.vault.own_backups import OwnBackups

_ABOUT = "ways_in"
"""Kept: of each way, by its salt in hex, when it was made and whose it is. No name stands anywhere else."""
_WORDS_OF_FORMAT_1 = "recovery_words"
"""Kept where ``vault.keys`` has format 1, to wrap a new data key for them. Taken out with the first change."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way in, as people are told of it."""

    kind: str
    made_on: date | None
    """None where it was made before we wrote that down."""
    names: tuple[str, ...] = ()
    """Of the second person, or of everybody who holds a share."""
    need: int = 0
    """How many shares open it."""


def keys_in(folder: Path) -> KeysFile:
    """The keys of the record in a folder. Raises what is wrong with the folder or with them."""
    look_at_folder(folder)
    return read_keys(read_small(folder / KEYS, LARGEST))


class WaysIn(OwnBackups):
    """The part of a vault that keeps them."""

    folder: Path
    _keys: KeysFile
    _data_key: DataKey
    _connection: Connection

    def ways_in(self) -> tuple[WayIn, ...]:
        """Every way in, the person's own passphrase first. Raises KeysDamaged."""
        about = self._about()
        if self._keys.format == 1:
            found = {slot.kind: slot.salt for slot in self._keys.slots}
        else:
            found = {way.kind: way.salt for way in self._keys.ways(self._data_key)}
        return tuple(_way_in(kind, about.get(found[kind].hex())) for kind in KINDS if kind in found)

    def must_be_passphrase(self, typed: str) -> None:
        """Raises WrongPassphrase unless this is the person's own passphrase."""
        self._keys.with_passphrase(typed)

    def change_passphrase(self, passphrase: str, on: date | None = None) -> None:
        """A new passphrase and a new data key. Every other way in stays. Cut off at any point, the old or the new opens it.

        Raises WeakPassphrase, PassphraseTaken, KeysDamaged, NoRoom, NoPermission.
        """
        must_be_strong_enough(passphrase)
        self._must_not_be_of(SECOND, passphrase)
        self._set(passphrase_way(PASSPHRASE, passphrase), self._standing(), on)

    def renew_recovery_words(self, passphrase: str, on: date | None = None) -> RecoveryRows:
        """New recovery words: the old ones open nothing any more. Raises WrongPassphrase and as ``change_passphrase``."""
        standing = self._standing(passphrase)
        rows = new_recovery_words()
        self._set(recovery_way(rows), standing, on)
        return rows

    def set_second(self, passphrase: str, name: str, theirs: str, on: date | None = None) -> None:
        """A second person's own passphrase, in place of the one there was. ``passphrase`` is the owner's.

        Raises WrongPassphrase, WeakPassphrase, PassphraseTaken and as ``change_passphrase``.
        """
        must_be_strong_enough(theirs)
        standing = self._standing(passphrase)
        self._must_not_be_of(PASSPHRASE, theirs)
        self._set(passphrase_way(SECOND, theirs), standing, on, names=(name,))

    def make_shares(
        self, passphrase: str, need: int, names: tuple[str, ...], on: date | None = None
    ) -> tuple[str, ...]:
        """A line of words for each name, in place of all there were: any ``need`` of them open the record.

        Raises WrongPassphrase, ShareWanted and as ``change_passphrase``.
        """
        slots = self._keys.of_kind(SHARES)
        made = new_shares(need, len(names), not_these=self._keys.share_sets() if slots else ())
        standing = self._standing(passphrase)
        self._set(shares_way(made.secret, made.which), standing, on, names=names, need=need)
        return made.lines

    def remove_way(self, passphrase: str, kind: str) -> None:
        """Take out the second person's passphrase, or the shares. Raises WrongPassphrase, WayNotThere, NoRoom, NoPermission."""
        assert kind in {SECOND, SHARES}
        standing = self._standing(passphrase)
        if kind not in standing:
            raise WayNotThere
        self._change({one: way for one, way in standing.items() if one != kind})

    def _note_first_ways(self, on: date) -> None:
        """The ways in of a new vault, made today."""
        about: Value = {"made": on.isoformat(), "names": (), "need": 0}
        self.keep(_ABOUT, {slot.salt.hex(): about for slot in self._keys.slots})

    def _set(
        self,
        way: Way,
        standing: Mapping[str, Way],
        on: date | None,
        names: tuple[str, ...] = (),
        need: int = 0,
    ) -> None:
        """One way in place of the one of its kind. What is told of it is written first: without its slot it means nothing."""
        about: Value = {"made": on.isoformat() if on is not None else "", "names": names, "need": need}
        self.keep(_ABOUT, {**self._about(), way.salt.hex(): about})
        self._change({**standing, way.kind: way})

    def _change(self, ways: Mapping[str, Way]) -> None:
        """New keys for these ways. Our own backups from before open with what was changed, so one of now takes their place."""
        self.roll()
        self._keys, self._data_key = change_ways(
            self.folder, self._keys, self._data_key, self._connection, tuple(ways.values())
        )
        salts = {way.salt.hex() for way in ways.values()}
        with suppress(
            VaultError
        ):  # the change is done and has to be told of; the next one tidies up after both
            self.keep(_ABOUT, {salt: one for salt, one in self._about().items() if salt in salts})
            self.forget(_WORDS_OF_FORMAT_1)
        self.roll_afresh()

    def _standing(self, passphrase: str | None = None) -> dict[str, Way]:
        """Every way in by its kind. ``passphrase`` is the owner's, where it stays. Raises WrongPassphrase, KeysDamaged."""
        if passphrase is not None:
            self.must_be_passphrase(passphrase)
        if self._keys.format > 1:
            return {way.kind: way for way in self._keys.ways(self._data_key)}
        words = self.kept(_WORDS_OF_FORMAT_1)
        assert isinstance(words, tuple)
        typed = [str(word) for row in words if isinstance(row, tuple) for word in row]
        ways = {RECOVERY: recovery_way(read_recovery_words(typed))}
        if passphrase is not None:
            ways[PASSPHRASE] = passphrase_way(PASSPHRASE, passphrase)
        return ways

    def _must_not_be_of(self, kind: str, passphrase: str) -> None:
        """Raises PassphraseTaken where a passphrase is somebody else's already: nobody could say who opened the record."""
        try:
            self._keys.with_passphrase(passphrase) if kind == PASSPHRASE else self._keys.with_second(
                passphrase
            )
        except WrongPassphrase:
            return
        raise PassphraseTaken

    def _about(self) -> Mapping[str, Value]:
        about = self.kept(_ABOUT)
        return about if isinstance(about, Mapping) else {}

    def _name_of(self, kind: str) -> str:
        """Whose way in it is, where it is one person's."""
        known = [self._about().get(slot.salt.hex()) for slot in self._keys.of_kind(kind)]
        return next((" ".join(_way_in(kind, one).names) for one in known if one is not None), "")


def _way_in(kind: str, about: Value) -> WayIn:
    plain = about if isinstance(about, Mapping) else {}
    made, names, need = plain.get("made"), plain.get("names"), plain.get("need")
    return WayIn(
        kind,
        date.fromisoformat(made) if isinstance(made, str) and made else None,
        tuple(str(name) for name in names) if isinstance(names, tuple) else (),
        need if isinstance(need, int) else 0,
    )
