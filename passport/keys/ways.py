"""Ways into a record, and the slot of ``vault.keys`` that each has: the data key, wrapped. See docs/formats/vault-folder.md.

What a slot holds is bound to the vault, the epoch, the kind of slot, the settings of its key and its salt: change any of
them and the slot does not open.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from passport.keys import passphrase as stretching
from passport.keys.passphrase import Settings
from passport.keys.recovery import Rows, secret_of
from passport.keys.shares import ShareSet
from passport.keys.wrapping import Wrapped, public_of, secret_from, unwrap, vouch, vouched, wrap

FORMAT = 2
PASSPHRASE = "passphrase"  # noqa: S105  # the kind of a slot
RECOVERY = "recovery"
SECOND = "second"
SHARES = "shares"
KINDS = (PASSPHRASE, RECOVERY, SECOND, SHARES)
"""Every kind, in the order in which people are told of them. A record has one slot of a kind for each epoch, at most."""

SlotSettings = Settings | ShareSet | None
"""Argon2id's for a passphrase, the number of the set for shares; recovery words need none."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """What opens ``vault.db``: a random key, and the salt at the head of the file."""

    key: bytes = field(repr=False)
    """32 bytes."""
    salt: bytes = field(repr=False)
    """16 bytes."""


def new_data_key(rng: Callable[[int], bytes] = secrets.token_bytes) -> DataKey:
    """A new key at random."""
    return DataKey(rng(32), rng(16))


@dataclass(frozen=True, slots=True)
class Way:
    """One way in, without its secret: enough to wrap a data key for it."""

    kind: str
    settings: SlotSettings
    salt: bytes
    """Random; it also names this way among those that ever were."""
    public: bytes

    def slot(self, vault: str, epoch: int, data_key: DataKey) -> "Slot":
        """A slot that this way opens."""
        bound = _bound_to(FORMAT, vault, epoch, self.kind, self.settings, self.salt)
        wrapped = wrap(data_key.key + data_key.salt, self.public, bound)
        return Slot(
            self.kind, epoch, self.settings, self.salt, wrapped, vouch(self.public, data_key.key, bound)
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the data key of one epoch, wrapped."""

    kind: str
    epoch: int
    settings: SlotSettings
    salt: bytes
    wrapped: Wrapped
    own: bytes
    """The public key it is wrapped for, sealed by the data key; empty in format 1."""

    @property
    def format(self) -> int:
        """Of the file it stands in."""
        return 2 if self.own else 1

    def opened(self, vault: str, secret: bytes) -> DataKey | None:
        """The data key, or None where the secret is not this slot's."""
        plain = unwrap(self.wrapped, secret, self._bound_to(vault))
        return None if plain is None else DataKey(plain[:32], plain[32:])

    def way(self, vault: str, data_key: DataKey) -> Way | None:
        """The way in it is for, if this data key vouches for it."""
        public = vouched(self.own, data_key.key, self._bound_to(vault)) if self.own else None
        return None if public is None else Way(self.kind, self.settings, self.salt, public)

    def _bound_to(self, vault: str) -> bytes:
        return _bound_to(self.format, vault, self.epoch, self.kind, self.settings, self.salt)


def recovery_key(secret: bytes, salt: bytes) -> bytes:
    """The key that recovery words give: they hold 206 bits by themselves."""
    return secret_from(secret, salt, b"passport recovery 1")


def shares_key(secret: bytes, salt: bytes) -> bytes:
    """The key that shares give: what was split holds 256 bits by itself."""
    return secret_from(secret, salt, b"passport shares 1")


def passphrase_way(kind: str, typed: str) -> Way:
    """A new way in by a passphrase: the person's own or a second person's."""
    settings, salt = stretching.settings_here(), secrets.token_bytes(16)
    return Way(kind, settings, salt, public_of(stretching.stretch(typed, salt, settings)))


def recovery_way(rows: Rows) -> Way:
    """A new way in by recovery words."""
    salt = secrets.token_bytes(16)
    return Way(RECOVERY, None, salt, public_of(recovery_key(secret_of(rows), salt)))


def shares_way(secret: bytes, which: ShareSet) -> Way:
    """A new way in by shares."""
    salt = secrets.token_bytes(16)
    return Way(SHARES, which, salt, public_of(shares_key(secret, salt)))


def settings_plain(settings: SlotSettings) -> dict[str, int] | None:
    """The settings of a slot as they are written."""
    match settings:
        case Settings():
            return {"memory_kib": settings.memory_kib, "passes": settings.passes, "lanes": settings.lanes}
        case ShareSet():
            return {"set": settings.number}
    return None


def _bound_to(form: int, vault: str, epoch: int, kind: str, settings: SlotSettings, salt: bytes) -> bytes:
    plain: list[object] = [vault, epoch, kind, settings_plain(settings)]
    return json.dumps(plain if form == 1 else [form, *plain, salt.hex()]).encode()
