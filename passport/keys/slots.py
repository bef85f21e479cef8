"""``vault.keys``: the data key, wrapped once for each way in. See docs/formats/vault-folder.md.

Each slot is AES-256-GCM (NIST SP 800-38D) whose associated data binds the vault, the epoch, the kind of slot and the
settings of its key: change any of them and the slot does not open.
"""

import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from passport.errors import KeysDamaged, KeySettingsRefused, NewerFormat, WrongPassphrase, WrongRecoveryWords
from passport.keys import passphrase as stretching
from passport.keys.passphrase import Settings
from passport.keys.recovery import Rows, secret_of

FORMAT = 1
LARGEST = 64 * 1024
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
PASSPHRASE = "passphrase"  # noqa: S105  # the kind of a slot
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class DataKey:
    """What opens ``vault.db``: a random key, and the salt at the head of the file."""

    key: bytes
    """32 bytes."""
    salt: bytes
    """16 bytes."""


def new_data_key(rng: Callable[[int], bytes] = secrets.token_bytes) -> DataKey:
    """A new key at random."""
    return DataKey(rng(32), rng(16))


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the data key of one epoch, wrapped."""

    kind: str
    epoch: int
    settings: Settings | None
    """Of Argon2id for a passphrase; None for recovery words, which need no stretching."""
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def opened(self, vault: str, secret: bytes) -> DataKey | None:
        """The data key, or None where the secret is not this slot's."""
        try:
            plain = AESGCM(secret).decrypt(self.nonce, self.wrapped, self._bound_to(vault))
        except InvalidTag:
            return None
        return DataKey(plain[:32], plain[32:])

    def _bound_to(self, vault: str) -> bytes:
        return json.dumps([vault, self.epoch, self.kind, _settings_plain(self.settings)]).encode()


@dataclass(frozen=True, slots=True)
class KeysFile:
    """Everything in ``vault.keys``."""

    vault: str
    slots: tuple[Slot, ...]

    def to_bytes(self) -> bytes:
        """As it is written."""
        slots = [
            {
                "kind": slot.kind,
                "epoch": slot.epoch,
                "settings": _settings_plain(slot.settings),
                "salt": slot.salt.hex(),
                "nonce": slot.nonce.hex(),
                "wrapped": slot.wrapped.hex(),
            }
            for slot in self.slots
        ]
        return json.dumps({"format": FORMAT, "vault": self.vault, "slots": slots}, indent=1).encode()

    def with_passphrase(self, typed: str) -> tuple[DataKey, ...]:
        """The data keys this passphrase opens, newest epoch first. Raises WrongPassphrase, KeySettingsRefused."""
        stretched: dict[tuple[bytes, Settings], bytes] = {}
        found = []
        for slot in self._newest_first(PASSPHRASE):
            assert slot.settings is not None
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
        found = [
            slot.opened(self.vault, recovery_key(secret_of(rows), slot.salt))
            for slot in self._newest_first(RECOVERY)
        ]
        keys = tuple(key for key in found if key is not None)
        if not keys:
            raise WrongRecoveryWords(row=1)
        return keys

    def newest_epoch(self) -> int:
        """The highest epoch of any slot."""
        return max(slot.epoch for slot in self.slots)

    def _newest_first(self, kind: str) -> Sequence[Slot]:
        return sorted((slot for slot in self.slots if slot.kind == kind), key=lambda slot: -slot.epoch)


def recovery_key(secret: bytes, salt: bytes) -> bytes:
    """The key that recovery words give: HKDF (RFC 5869), for the words hold 206 bits by themselves."""
    return HKDF(SHA256(), 32, salt, b"passport recovery 1").derive(secret)


def wrap(
    kind: str,
    epoch: int,
    settings: Settings | None,
    salt: bytes,
    secret: bytes,
    data_key: DataKey,
    vault: str,
    rng: Callable[[int], bytes] = secrets.token_bytes,
) -> Slot:
    """A slot that this secret opens."""
    empty = Slot(kind, epoch, settings, salt, rng(12), b"")
    wrapped = AESGCM(secret).encrypt(empty.nonce, data_key.key + data_key.salt, empty._bound_to(vault))  # noqa: SLF001  # the same module
    return Slot(kind, epoch, settings, salt, empty.nonce, wrapped)


def read_keys(data: bytes) -> KeysFile:
    """``vault.keys`` as it stands on disk, strictly. Raises KeysDamaged, NewerFormat, KeySettingsRefused."""
    if not data or len(data) > LARGEST:
        raise KeysDamaged
    try:
        plain = json.loads(data, object_pairs_hook=_no_doubles, parse_constant=_no_doubles)
        if isinstance(plain, Mapping) and isinstance(plain.get("format"), int) and plain["format"] > FORMAT:
            raise NewerFormat
        _exactly(plain, {"format": int, "vault": str, "slots": list})
        slots = tuple(_slot(slot) for slot in plain["slots"])
        if not re.fullmatch(r"[0-9a-f]{32}", plain["vault"]) or not 1 <= len(slots) <= 8:
            raise KeysDamaged
    except (ValueError, RecursionError, UnicodeDecodeError):
        raise KeysDamaged from None
    return KeysFile(plain["vault"], slots)


def _slot(plain: object) -> Slot:
    shape: Mapping[str, type | tuple[type, ...]] = {
        "kind": str,
        "epoch": int,
        "settings": (dict, type(None)),
        "salt": str,
        "nonce": str,
        "wrapped": str,
    }
    table = _exactly(plain, shape)
    if table["kind"] not in {PASSPHRASE, RECOVERY} or table["epoch"] < 1:
        raise KeysDamaged
    settings = None
    if table["kind"] == PASSPHRASE:
        numbers = _exactly(table["settings"], {"memory_kib": int, "passes": int, "lanes": int})
        settings = Settings(**numbers)
        if not stretching.BOUNDS.allow(settings):
            raise KeySettingsRefused
    elif table["settings"] is not None:
        raise KeysDamaged
    lengths = {"salt": 16, "nonce": 12, "wrapped": 32 + 16 + 16}
    if any(
        not _HEX.fullmatch(table[name]) or len(table[name]) != 2 * length for name, length in lengths.items()
    ):
        raise KeysDamaged
    salt, nonce, wrapped = (bytes.fromhex(table[name]) for name in lengths)
    return Slot(table["kind"], table["epoch"], settings, salt, nonce, wrapped)


def _exactly(plain: object, shape: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """A table with exactly these keys and types. Raises KeysDamaged."""
    if not isinstance(plain, dict) or set(plain) != set(shape):
        raise KeysDamaged
    if any(isinstance(plain[key], bool) or not isinstance(plain[key], kind) for key, kind in shape.items()):
        raise KeysDamaged
    return plain


def _no_doubles(pairs: object) -> dict[str, object]:
    if not isinstance(pairs, list) or len({key for key, _ in pairs}) != len(pairs):
        raise KeysDamaged
    return dict(pairs)


def _settings_plain(settings: Settings | None) -> dict[str, int] | None:
    if settings is None:
        return None
    return {"memory_kib": settings.memory_kib, "passes": settings.passes, "lanes": settings.lanes}
