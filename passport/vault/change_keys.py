"""New keys for a vault: the first ones, and a change of passphrase that may be cut off at any point.

A change makes a new data key: (1) vault.keys holds the old and the new data key under the new passphrase and the
recovery words; (2) the database is written anew under the new data key, in one transaction; (3) vault.keys holds the
new data key alone. Cut off before 1, the old passphrase opens it; after 1, the new one, with whichever key fits.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path

from passport.keys import passphrase as stretching
from passport.keys.recovery import Rows, secret_of
from passport.keys.slots import (
    PASSPHRASE,
    RECOVERY,
    DataKey,
    KeysFile,
    Slot,
    new_data_key,
    recovery_key,
    wrap,
)
from passport.vault.connection import Connection, plain_trouble
from passport.vault.folder import KEYS
from passport.vault.whole import write_whole


def first_slots(vault: str, passphrase: str, recovery_words: Rows, data_key: DataKey) -> KeysFile:
    """The keys of a new vault."""
    return KeysFile(vault, _slots(vault, passphrase, recovery_words, ((1, data_key),)))


def change_passphrase(
    folder: Path, keys: KeysFile, old: DataKey, connection: Connection, passphrase: str, recovery_words: Rows
) -> tuple[KeysFile, DataKey]:
    """A new passphrase and a new data key. Returns the keys as they are now. Raises NoRoom, NoPermission."""
    new = new_data_key()
    epoch = keys.newest_epoch()
    both = KeysFile(
        keys.vault, _slots(keys.vault, passphrase, recovery_words, ((epoch, old), (epoch + 1, new)))
    )
    write_whole(folder / KEYS, both.to_bytes())
    with plain_trouble(connection.folder):
        connection.execute(f"PRAGMA rekey = \"x'{new.key.hex()}{new.salt.hex()}'\"")
    newest = KeysFile(keys.vault, tuple(slot for slot in both.slots if slot.epoch == epoch + 1))
    write_whole(folder / KEYS, newest.to_bytes())
    return newest, new


def _slots(
    vault: str, passphrase: str, recovery_words: Rows, data_keys: Sequence[tuple[int, DataKey]]
) -> tuple[Slot, ...]:
    settings = stretching.settings_here()
    salt, recovery_salt = secrets.token_bytes(16), secrets.token_bytes(16)
    stretched = stretching.stretch(passphrase, salt, settings)
    recovered = recovery_key(secret_of(recovery_words), recovery_salt)
    return tuple(
        slot
        for epoch, data_key in data_keys
        for slot in (
            wrap(PASSPHRASE, epoch, settings, salt, stretched, data_key, vault),
            wrap(RECOVERY, epoch, None, recovery_salt, recovered, data_key, vault),
        )
    )
