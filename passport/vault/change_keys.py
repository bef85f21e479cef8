"""New keys for a vault: the first ones, and a change of the ways in that may be cut off at any point.

A change makes a new data key: (1) vault.keys holds the old and the new data key for every way in that is to stand; (2) the
database is written anew under the new data key, in one transaction; (3) vault.keys holds the new data key alone. Cut off
before 1, the ways in of before open it; after 1, those of now, with whichever key fits. Where 2 is refused, as on a full disk, the
ways in of before are put back.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from passport.errors import VaultError
from passport.keys.recovery import Rows
from passport.keys.slots import KeysFile
from passport.keys.ways import PASSPHRASE, DataKey, Way, new_data_key, passphrase_way, recovery_way
from passport.vault.connection import Connection, plain_trouble
from passport.vault.folder import KEYS
from passport.vault.whole import write_whole


def first_slots(vault: str, passphrase: str, recovery_words: Rows, data_key: DataKey) -> KeysFile:
    """The keys of a new vault."""
    ways = (passphrase_way(PASSPHRASE, passphrase), recovery_way(recovery_words))
    return KeysFile(vault, tuple(way.slot(vault, 1, data_key) for way in ways))


def change_ways(
    folder: Path, keys: KeysFile, old: DataKey, connection: Connection, ways: Sequence[Way]
) -> tuple[KeysFile, DataKey]:
    """These ways in and no others, and a new data key. Returns the keys as they are now. Raises NoRoom, NoPermission."""
    new = new_data_key()
    epoch = keys.newest_epoch()
    before = tuple(way.slot(keys.vault, epoch, old) for way in ways)
    newest = KeysFile(keys.vault, tuple(way.slot(keys.vault, epoch + 1, new) for way in ways))
    both = KeysFile(keys.vault, before + newest.slots)
    write_whole(folder / KEYS, both.to_bytes())
    try:
        with plain_trouble(connection.folder):
            connection.execute(f"PRAGMA rekey = \"x'{new.key.hex()}{new.salt.hex()}'\"")
    except BaseException:
        with suppress(VaultError):
            _leave_as_it_was(folder, keys, old, newest)
        raise
    try:
        write_whole(folder / KEYS, newest.to_bytes())
    except VaultError:
        return (
            both,
            new,
        )  # it is done: the old data key opens nothing any more, and the next change takes its slots out
    return newest, new


def _leave_as_it_was(folder: Path, keys: KeysFile, old: DataKey, newest: KeysFile) -> None:
    """The database could not be written anew, and the person is told so: what opened it before opens it still.

    Should it have been written after all, the new ways in open it. Format 1 has no room for both, and the new ones stay.
    """
    stood = tuple(slot for slot in keys.slots if slot.way(keys.vault, old) is not None)
    if stood:
        write_whole(folder / KEYS, KeysFile(keys.vault, stood + newest.slots).to_bytes())
