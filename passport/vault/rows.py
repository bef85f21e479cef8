"""Rows in and out, with the content seal kept in step. Nothing else writes to the tables."""

import contextlib
from collections.abc import Iterator, Mapping

from passport.vault.connection import Connection, plain_trouble, transaction
from passport.vault.content_seal import ContentSeal, Row


class Rows:
    """The tables of one open vault."""

    def __init__(self, connection: Connection, seal: ContentSeal) -> None:
        self._connection, self._seal = connection, seal
        self._inside = False

    @contextlib.contextmanager
    def saving(self) -> Iterator[None]:
        """Everything inside is one transaction: on disk, sealed, before this returns. May be nested in itself."""
        if self._inside:
            yield
            return
        before = self._seal.state()
        self._inside = True
        try:
            with transaction(self._connection):
                yield
                self._seal.write()
        except BaseException:
            self._seal.restore(before)
            raise
        finally:
            self._inside = False

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """A new row."""
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING *"  # noqa: S608  # our own names
        self._seal.change(table, (), self._connection.execute(statement, tuple(values.values())).fetchall())

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
        statement = f"DELETE FROM {table} WHERE {where} RETURNING *"  # noqa: S608  # our own names
        self._seal.change(table, self._connection.execute(statement, tuple(key.values())).fetchall(), ())

    def beside_the_seal(self, statement: str, *given: object) -> None:
        """Change what the seal does not cover: the index of words, and bytes that a sealed digest stands for. Raises VaultDamaged."""
        with plain_trouble(self._connection.folder):
            self._connection.execute(statement, given).fetchall()

    def has(self, table: str) -> bool:
        """Whether the file has this table: one of an older format that cannot be written may not."""
        return bool(self.select("SELECT 1 FROM sqlite_master WHERE name = ?", table))

    def select(self, statement: str, *given: object) -> list[Row]:
        """Rows, read. Raises VaultDamaged where a page cannot be."""
        with plain_trouble(self._connection.folder):
            found: list[Row] = self._connection.execute(statement, given).fetchall()
        return found
