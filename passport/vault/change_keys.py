"""New keys for a vault: the first ones, and a change of the ways in that may be cut off at any point.

A change makes a new data key: (1) vault.keys holds the old and the new data key for every way in that is to stand; (2) the
database is written anew under the new data key, in one transaction; (3) vault.keys holds the new data key alone. Cut off
before 1, the ways in of before open it; after 1, those of now, with whichever key fits. Where 2 is refused, as on a full disk, the
ways in of before are put back.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from passport.errors import DiskGone, KeysOfAnother, VaultDamaged, VaultError
from passport.keys.recovery import Rows
from passport.keys.slots import KeysFile
from passport.keys.ways import PASSPHRASE, DataKey, Way, new_data_key, passphrase_way, recovery_way
from passport.vault.connection import Connection, plain_trouble, size_of
from passport.vault.folder import KEYS, was_cut_off
from passport.vault.whole import must_have_room, write_whole


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
    stopped: BaseException | None = None
    try:
        with plain_trouble(connection.folder):
            connection.execute(f"PRAGMA rekey = \"x'{new.key.hex()}{new.salt.hex()}'\"")
    except BaseException as trouble:  # noqa: BLE001  # raised below, once the database is known to be whole
        stopped = trouble
    if (stopped is not None or was_cut_off(folder)) and not _is_written_anew(connection, old, new):
        with suppress(VaultError):
            _leave_as_it_was(folder, keys, old, newest)
        if stopped is None or isinstance(
            stopped, VaultDamaged
        ):  # one and the same complaint for everything, or none
            must_have_room(folder, 0, size_of(folder))
            raise DiskGone
        raise stopped
    if stopped is not None and not isinstance(stopped, VaultError):
        raise stopped
    try:
        write_whole(folder / KEYS, newest.to_bytes())
    except VaultError:
        return (
            both,
            new,
        )  # it is done: the old data key opens nothing any more, and the next change takes its slots out
    return newest, new


def _is_written_anew(connection: Connection, old: DataKey, new: DataKey) -> bool:
    """Whether the database has the new data key after all. Raises VaultError where it opens with neither.

    After a refusal SQLCipher would write with the new key into pages of the old one, and the next save would spoil the record.
    And where its very last step is refused it says nothing, and leaves a journal that the next opening would undo it by. (Both
    found by refusing every call.) So the file is let go of and taken again; where all went well it is not, for that would
    open a gap to a power cut.
    """
    try:
        connection.open_again(old, (new,))
    except (VaultDamaged, KeysOfAnother):
        connection.open_again(new, (old,))
        return True
    return False


def _leave_as_it_was(folder: Path, keys: KeysFile, old: DataKey, newest: KeysFile) -> None:
    """The database could not be written anew, and the person is told so: what opened it before opens it still.

    Should it have been written after all, the new ways in open it. Format 1 has no room for both, and the new ones stay.
    """
    stood = tuple(slot for slot in keys.slots if slot.way(keys.vault, old) is not None)
    if stood:
        write_whole(folder / KEYS, KeysFile(keys.vault, stood + newest.slots).to_bytes())
