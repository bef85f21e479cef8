"""Rows in and out, with the content seal kept in step. Nothing else writes to the tables."""

import contextlib
from collections.abc import Callable, Iterator, Mapping

from passport.errors import VaultError
from passport.vault.connection import Connection, plain_trouble, transaction
from passport.vault.content_seal import ContentSeal, Row


class Rows:
    """The tables of one open vault."""

    def __init__(self, connection: Connection, seal: ContentSeal) -> None:
        self._connection, self._seal = connection, seal
        self._inside = False
        self._doubt: tuple[int, int, int] | None = None
        self.in_doubt: Callable[[], None] = lambda: None
        """Called where a save was refused at its very end and stands all the same."""
        self.came_back: Callable[[], None] = lambda: None
        """Called where the file is another one now, with the same in it."""

    @contextlib.contextmanager
    def saving(self) -> Iterator[None]:
        """Everything inside is one transaction: on disk, sealed, before this returns. May be nested in itself.

        A disk that refuses the last step of a save may have kept it all the same (found by refusing every call). What stands
        is read back then: going on from the seal of before would spoil the record with the next save.
        """
        if self._inside:
            yield
            return
        self._settle()
        self._come_back()
        before = self._seal.state()
        self._inside = True
        try:
            with transaction(self._connection):
                yield
                self._seal.write()
                self._doubt = self._seal.state()
        except BaseException:
            self._seal.restore(before)
            with contextlib.suppress(VaultError):
                self._settle()
            raise
        else:
            self._doubt = None
        finally:
            self._inside = False

    def _come_back(self) -> None:
        """Where the folder went and is back, as when a stick is put in again, go on with it. Raises RecordAway, VaultInUse."""
        if self._connection.is_away:
            self._connection.come_back(self._seal.counter, self._seal.total)
            self.came_back()

    def _settle(self) -> None:
        """After a save that was refused at its end: what stands. Raises what reading raises."""
        if self._doubt is not None:
            with plain_trouble(self._connection.folder):
                stands = self._seal.on_disk()
            if stands == self._doubt[:2]:
                self._seal.restore(self._doubt)
                self.in_doubt()
            self._doubt = None

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """A new row."""
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        # read back by its number: SQLite gathers what RETURNING gives in a table of its own, which takes as long as the row itself
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608  # our own names
            tuple(values.values()),
        )
        new = self.select(f"SELECT * FROM {table} WHERE rowid = last_insert_rowid()")  # noqa: S608  # our own names
        self._seal.change(table, (), new)

    def replace(self, table: str, key: Mapping[str, object], values: Mapping[str, object]) -> None:
        """The row with this key, in place of the one there was, if any."""
        self.delete(table, key)
        self.insert(table, {**key, **values})

    def update(self, table: str, key: Mapping[str, object], values: Mapping[str, object]) -> None:
        """Change the row with this key where it stands, because other rows point at it."""
        where = " AND ".join(f"{name} = ?" for name in key)
        changes = ", ".join(f"{name} = ?" for name in values)
        gone = self.select(f"SELECT * FROM {table} WHERE {where}", *key.values())  # noqa: S608  # our own names
        statement = f"UPDATE {table} SET {changes} WHERE {where} RETURNING *"  # noqa: S608  # our own names
        self._seal.change(
            table, gone, self._connection.execute(statement, (*values.values(), *key.values())).fetchall()
        )

    def delete(self, table: str, key: Mapping[str, object]) -> None:
        """Take out the rows with this key."""
        where = " AND ".join(f"{name} = ?" for name in key)
        gone = self.select(f"SELECT * FROM {table} WHERE {where}", *key.values())  # noqa: S608  # our own names
        if gone:
            self._connection.execute(f"DELETE FROM {table} WHERE {where}", tuple(key.values()))  # noqa: S608  # our own names
            self._seal.change(table, gone, ())

    def beside_the_seal(self, statement: str, *given: object) -> None:
        """Change what the seal does not cover: the index of words, and bytes that a sealed digest stands for. Raises VaultDamaged."""
        with plain_trouble(self._connection.folder):
            self._connection.execute(statement, given).fetchall()

    def has(self, table: str) -> bool:
        """Whether the file has this table: one of an older format that cannot be written may not."""
        return bool(self.select("SELECT 1 FROM sqlite_master WHERE name = ?", table))

    def each(self, statement: str, *given: object) -> Iterator[Row]:
        """Rows, read one by one as they are asked for, so that a long history need not be held. Raises VaultDamaged."""
        with plain_trouble(self._connection.folder):
            yield from self._connection.execute(statement, given)

    def select(self, statement: str, *given: object) -> list[Row]:
        """Rows, read. Raises VaultDamaged where a page cannot be."""
        if not self._inside:
            with contextlib.suppress(VaultError):  # what is still open can be read all the same
                self._come_back()
        with plain_trouble(self._connection.folder):
            found: list[Row] = self._connection.execute(statement, given).fetchall()
        return found
