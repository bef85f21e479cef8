"""``vault.keys``: the data key, wrapped once for each way in; read strictly, written one way. See docs/formats/vault-folder.md."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from passport.errors import (
    KeysDamaged,
    KeySettingsRefused,
    NewerFormat,
    NoShares,
    SharesNotOurs,
    WrongPassphrase,
    WrongRecoveryWords,
)
from passport.keys import passphrase as stretching
from passport.keys.passphrase import Settings
from passport.keys.recovery import Rows, secret_of
from passport.keys.shares import Share, ShareSet, secret_in
from passport.keys.ways import (
    FORMAT,
    KINDS,
    PASSPHRASE,
    RECOVERY,
    SECOND,
    SHARES,
    DataKey,
    Slot,
    SlotSettings,
    Way,
    recovery_key,
    settings_plain,
    shares_key,
)
from passport.keys.wrapping import NONCE, PUBLIC, TAG, Wrapped
from passport.record.strict_json import read_json

LARGEST = 64 * 1024
MOST_SLOTS = 2 * len(KINDS)
"""One of each kind, twice over while a change is under way."""
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_SETS = range(1 << 15)
"""The numbers that SLIP-0039 has for a set of shares."""
_LENGTHS = {1: {"salt": 16, "nonce": NONCE, "wrapped": 32 + 16 + TAG}}
_LENGTHS[2] = {**_LENGTHS[1], "sender": PUBLIC, "own": NONCE + PUBLIC + TAG}
_KINDS_OF = {1: (PASSPHRASE, RECOVERY), 2: KINDS}


@dataclass(frozen=True, slots=True)
class KeysFile:
    """Everything in ``vault.keys``."""

    vault: str
    slots: tuple[Slot, ...]
    format: int = FORMAT

    def with_passphrase(self, typed: str) -> tuple[DataKey, ...]:
        """The data keys the person's passphrase opens, newest epoch first. Raises WrongPassphrase, KeySettingsRefused."""
        return self._with_typed(PASSPHRASE, typed)

    def with_second(self, typed: str) -> tuple[DataKey, ...]:
        """The same for the passphrase of a second person. Raises WrongPassphrase, KeySettingsRefused."""
        return self._with_typed(SECOND, typed)

    def _with_typed(self, kind: str, typed: str) -> tuple[DataKey, ...]:
        stretched: dict[tuple[bytes, Settings], bytes] = {}
        found = []
        for slot in self.of_kind(kind):
            assert isinstance(slot.settings, Settings)
            at = (slot.salt, slot.settings)
            if at not in stretched:
                stretched[at] = stretching.stretch(typed, slot.salt, slot.settings)
            found.append(slot.opened(self.vault, stretched[at]))
        keys = tuple(key for key in found if key is not None)
        if not keys:
            raise WrongPassphrase
        return keys

    def with_recovery_words(self, rows: Rows) -> tuple[DataKey, ...]:
        """The data keys these words open, newest epoch first. Raises WrongRecoveryWords."""
        keys = self._with_secret(RECOVERY, lambda salt: recovery_key(secret_of(rows), salt))
        if not keys:
            raise WrongRecoveryWords(row=1)
        return keys

    def with_shares(self, shares: Sequence[Share]) -> tuple[DataKey, ...]:
        """The data keys these shares open, newest epoch first. Raises NoShares, NotEnoughShares, SharesNotOurs."""
        self.share_sets()
        secret = secret_in(shares)
        keys = self._with_secret(SHARES, lambda salt: shares_key(secret, salt))
        if not keys:
            raise SharesNotOurs
        return keys

    def _with_secret(self, kind: str, key_for: Callable[[bytes], bytes]) -> tuple[DataKey, ...]:
        found = (slot.opened(self.vault, key_for(slot.salt)) for slot in self.of_kind(kind))
        return tuple(key for key in found if key is not None)

    def share_sets(self) -> tuple[ShareSet, ...]:
        """Which shares may open it: one set, or two after a change was cut off. Raises NoShares where none do."""
        found = tuple(slot.settings for slot in self.of_kind(SHARES) if isinstance(slot.settings, ShareSet))
        if not found:
            raise NoShares
        return found

    def ways(self, data_key: DataKey) -> tuple[Way, ...]:
        """Every way in that this data key vouches for; none in format 1. Raises KeysDamaged where it does not for all."""
        found = {slot: slot.way(self.vault, data_key) for slot in self.slots}
        epochs = {slot.epoch for slot, way in found.items() if way is not None}
        ours = [way for slot, way in found.items() if slot.epoch in epochs]
        if any(way is None for way in ours):
            raise KeysDamaged
        return tuple(way for way in ours if way is not None)

    def newest_epoch(self) -> int:
        """The highest epoch of any slot."""
        return max(slot.epoch for slot in self.slots)

    def of_kind(self, kind: str) -> Sequence[Slot]:
        """The slots of a kind, newest epoch first."""
        return sorted((slot for slot in self.slots if slot.kind == kind), key=lambda slot: -slot.epoch)

    def to_bytes(self) -> bytes:
        """As it is written."""
        return _written(self)


def _written(keys: KeysFile) -> bytes:
    """As it is written, in the format it has."""
    slots = [
        {
            "kind": slot.kind,
            "epoch": slot.epoch,
            "settings": settings_plain(slot.settings),
            **{name: value.hex() for name, value in _parts(slot).items() if name in _LENGTHS[keys.format]},
        }
        for slot in keys.slots
    ]
    return json.dumps({"format": keys.format, "vault": keys.vault, "slots": slots}, indent=1).encode()


def _parts(slot: Slot) -> dict[str, bytes]:
    return {
        "salt": slot.salt,
        "sender": slot.wrapped.sender,
        "nonce": slot.wrapped.nonce,
        "wrapped": slot.wrapped.sealed,
        "own": slot.own,
    }


def read_keys(data: bytes) -> KeysFile:
    """``vault.keys`` as it stands on disk, strictly. Raises KeysDamaged, NewerFormat, KeySettingsRefused."""
    if not data or len(data) > LARGEST:
        raise KeysDamaged
    try:
        plain: Any = read_json(data, LARGEST)
        if isinstance(plain, Mapping) and isinstance(plain.get("format"), int) and plain["format"] > FORMAT:
            raise NewerFormat
        _exactly(plain, {"format": int, "vault": str, "slots": list})
        if plain["format"] not in _LENGTHS or not 1 <= len(plain["slots"]) <= MOST_SLOTS:
            raise KeysDamaged
        slots = tuple(_slot(slot, plain["format"]) for slot in plain["slots"])
        if not re.fullmatch(r"[0-9a-f]{32}", plain["vault"]):
            raise KeysDamaged
    except ValueError:
        raise KeysDamaged from None
    return KeysFile(plain["vault"], slots, plain["format"])


def _slot(plain: object, form: int) -> Slot:
    lengths = _LENGTHS[form]
    shape: dict[str, type | tuple[type, ...]] = {"kind": str, "epoch": int, "settings": (dict, type(None))}
    table = _exactly(plain, {**shape, **dict.fromkeys(lengths, str)})
    if table["kind"] not in _KINDS_OF[form] or table["epoch"] < 1:
        raise KeysDamaged
    settings = _settings(table["kind"], table["settings"])
    if any(
        not _HEX.fullmatch(table[name]) or len(table[name]) != 2 * length for name, length in lengths.items()
    ):
        raise KeysDamaged
    part = {name: bytes.fromhex(table[name]) for name in lengths}
    wrapped = Wrapped(part.get("sender", b""), part["nonce"], part["wrapped"])
    return Slot(table["kind"], table["epoch"], settings, part["salt"], wrapped, part.get("own", b""))


def _settings(kind: str, plain: object) -> SlotSettings:
    if kind in {PASSPHRASE, SECOND}:
        settings = Settings(**_exactly(plain, {"memory_kib": int, "passes": int, "lanes": int}))
        if not stretching.BOUNDS.allow(settings):
            raise KeySettingsRefused
        return settings
    if kind == SHARES:
        number = _exactly(plain, {"set": int})["set"]
        if number not in _SETS:
            raise KeysDamaged
        return ShareSet(number)
    if plain is not None:
        raise KeysDamaged
    return None


def _exactly(plain: object, shape: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """A table with exactly these keys and types. Raises KeysDamaged."""
    if not isinstance(plain, dict) or set(plain) != set(shape):
        raise KeysDamaged
    if any(isinstance(plain[key], bool) or not isinstance(plain[key], kind) for key, kind in shape.items()):
        raise KeysDamaged
    return plain
