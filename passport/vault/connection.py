"""The one connection to ``vault.db``: SQLCipher 4 with a raw key, opened in the order that was measured to be safe."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from passport.errors import (
    DiskGone,
    KeysOfAnother,
    NewerFormat,
    NoPermission,
    NoRoom,
    RecordAway,
    VaultDamaged,
    VaultError,
    VaultInUse,
)
from passport.keys.ways import DataKey
from passport.vault.folder import DATABASE, PAGE, look_at_folder
from passport.vault.migrations import FORMAT, format_of
from passport.vault.whole import must_have_room, plainly

APPLICATION = 0x50415353
"""SQLite's application_id of our files: PASS."""

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    " UNION ALL SELECT 'sqlite_schema'"
)
"""Every table that has pages of its own."""

Connection = Any
"""sqlcipher3 ships no types. Ours know their ``folder``, for sentences about it."""


class _InFolder(dbapi2.Connection):  # type: ignore[misc]  # as above
    folder = Path()
    data_key: DataKey
    file: tuple[int, int] | None = None
    """Which file it is, on which disk."""

    @property
    def is_away(self) -> bool:
        """Whether the file at our path is not the one that is open here: its folder was taken away, or was put there anew.

        The system lets us write to a file that nobody can find any more, and what is saved there is lost.
        """
        return self.file is not None and self.file != _file_in(self.folder)

    def must_be_there(self) -> None:
        """Raises RecordAway where it is away: nobody would find what is saved now."""
        if self.is_away:
            raise RecordAway(folder=str(self.folder))

    def come_back(self, counter: int, total: int) -> None:
        """Take the file that is there now, where it is as we left it. Raises RecordAway, VaultInUse; this one stays as it was then."""
        try:
            look_at_folder(self.folder)
            other = connect(self.folder, self.data_key)
            try:
                with plain_trouble(self.folder):
                    row = other.execute("SELECT counter, total FROM seal WHERE one = 1").fetchone()
            finally:
                other.close()
            if row is None or (row[0], int.from_bytes(row[1], "big")) != (counter, total):
                raise RecordAway(folder=str(self.folder))
            self.open_again(self.data_key, ())
        except VaultInUse:
            raise
        except VaultError:
            raise RecordAway(folder=str(self.folder)) from None

    def open_again(self, data_key: DataKey, others: Sequence[DataKey]) -> None:
        """Let go of the file and take it again, as ``connect``. Raises what that raises, and is closed then."""
        self.close()
        _must_have_salt(self.folder, (data_key, *others))
        with plain_trouble(self.folder):
            self.__init__(str(self.folder / DATABASE), **_OPTIONS)  # type: ignore[misc]  # every row of ours holds this very one
        _unlock(self, data_key)
        self.data_key, self.file = data_key, _file_in(self.folder)


def _file_in(folder: Path) -> tuple[int, int] | None:
    """The database in a folder: its disk and its number there. None where it is not to be found."""
    try:
        found = (folder / DATABASE).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


_OPTIONS: dict[str, Any] = {"timeout": 0, "isolation_level": None, "cached_statements": 64}
"""The first is busy_timeout, from the first statement on: a folder in use is said at once."""
_BEFORE_KEY = ("PRAGMA cipher_log_level = NONE", "PRAGMA cipher_memory_security = ON")
"""The first keeps SQLCipher from writing to the terminal by itself; the second locks its pages in memory."""
_AFTER_KEY = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)
"""No WAL: on a full disk it kills the process, and a copy of the main file alone lacks what was saved."""


def connect(folder: Path, data_key: DataKey, others: Sequence[DataKey] = ()) -> Connection:
    """An open, locked connection, not yet checked. Raises VaultInUse, VaultDamaged, NoPermission, KeysOfAnother.

    ``others``: the other data keys of the same record, where a change of passphrase was cut off half way.

    From here on nothing else in this process may open and close the file: POSIX gives up every lock that a process
    holds on a file when it closes any of its handles on it, and a second window would then be let in.
    """
    _must_have_salt(folder, (data_key, *others))
    with plain_trouble(folder):
        connection = dbapi2.connect(str(folder / DATABASE), factory=_InFolder, **_OPTIONS)
    connection.folder = folder
    _unlock(connection, data_key)
    connection.data_key, connection.file = data_key, _file_in(folder)
    return connection


def _unlock(connection: Connection, data_key: DataKey) -> None:
    """Key and settings, in the order that was measured to be safe. Closes it where that is refused."""
    key = f"{data_key.key.hex()}{data_key.salt.hex()}"
    if not re.fullmatch(r"[0-9a-f]{96}", key):
        connection.close()
        raise VaultDamaged  # a raw key of another length would silently be taken for a passphrase
    try:
        with plain_trouble(connection.folder):
            for statement in _BEFORE_KEY:
                connection.execute(statement).fetchall()
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            for statement in _AFTER_KEY:
                connection.execute(statement).fetchall()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise


def _must_have_salt(folder: Path, data_keys: Sequence[DataKey]) -> None:
    """The file's own salt is one that came with the keys: SQLCipher takes the key's and does not compare them.

    A change of passphrase that was cut off leaves the new salt in the file, even once the old key has undone it: SQLCipher
    puts it on page 1 of the journal too (found by trying power cuts). A file that is not there yet gets the key's.
    Raises KeysOfAnother.
    """
    with plainly(folder):
        if not (folder / DATABASE).exists():
            return
        with (folder / DATABASE).open("rb") as file:
            salt = file.read(len(data_keys[0].salt))
    if salt and salt not in {one.salt for one in data_keys}:
        raise KeysOfAnother


def must_be_ours(connection: Connection) -> None:
    """Raises VaultDamaged for a file that is not ours, NewerFormat for one of a newer program."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = format_of(connection)
    if application != APPLICATION or version < 1:
        raise VaultDamaged
    if version > FORMAT:
        raise NewerFormat


def must_be_whole(connection: Connection) -> None:
    """Raises VaultDamaged where a page is not as it was written. Each check sees what the others miss.

    Table by table, for SQLite would also hold the index of words against its own text, which takes longer than everything
    else together: that waits until somebody looks for words. What it then leaves out, pages too many or too few, the size shows.
    """
    with plain_trouble(connection.folder):
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
        whole = [connection.execute(f'PRAGMA integrity_check("{name}")').fetchall() for name in tables]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    with plainly(connection.folder):
        size = (connection.folder / DATABASE).stat().st_size
    if broken or size != pages * PAGE or any(said != [("ok",)] for said in whole):
        raise VaultDamaged


@contextlib.contextmanager
def plain_trouble(folder: Path) -> Iterator[None]:
    """What SQLite says, as one of our errors. Its texts may hold a person's words, so they go no further."""
    try:
        yield
    except VaultError:
        raise
    except dbapi2.Error as trouble:
        said = str(trouble)
        if "full" in said:
            raise NoRoom from None
        if "locked" in said:
            raise VaultInUse from None
        if "readonly" in said or "unable to open" in said:
            raise NoPermission(place=str(folder)) from None
        if "disk I/O error" in said:
            must_have_room(folder, size_of(folder))
            raise DiskGone from None
        raise VaultDamaged from None


def size_of(folder: Path) -> int:
    """The database's length, without opening it: closing it again would let go of its locks."""
    try:
        return (folder / DATABASE).stat().st_size
    except OSError:
        return 0


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it or none of it, on disk before this returns. Raises NoRoom, RecordAway and other VaultErrors."""
    with plain_trouble(connection.folder):
        connection.execute("BEGIN IMMEDIATE")
    try:
        with plain_trouble(connection.folder):
            yield
            connection.must_be_there()
            connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(dbapi2.Error):
            connection.execute("ROLLBACK")
        raise
