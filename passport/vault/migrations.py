"""The tables of each format version, as steps that are run in order in one transaction each."""

from collections.abc import Callable
from typing import Any

_SEALED_FIRST = (
    "marker",
    "sections",
    "answers",
    "copies",
    "documents",
    "identities",
    "drafts",
    "kept",
    "opened",
)
_SEALED_SECOND = (*_SEALED_FIRST, "attachments")
SEALED = {1: _SEALED_FIRST, 2: _SEALED_SECOND, 3: (*_SEALED_SECOND, "erased")}
"""Format to every table that the content seal covers."""


_FIRST = """
CREATE TABLE marker (vault TEXT NOT NULL, seal_key BLOB NOT NULL);
CREATE TABLE sections (
    id TEXT PRIMARY KEY, form TEXT NOT NULL, pack INTEGER NOT NULL, made_on TEXT NOT NULL, removed INTEGER NOT NULL);
CREATE TABLE answers (
    n INTEGER PRIMARY KEY AUTOINCREMENT, section TEXT NOT NULL REFERENCES sections (id), place TEXT NOT NULL,
    value TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL);
CREATE INDEX answers_by_place ON answers (section, place, n);
CREATE TABLE copies (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE documents (series TEXT PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL);
CREATE TABLE identities (audience TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE drafts (section TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (section, place));
CREATE TABLE kept (name TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE opened (n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, machine TEXT NOT NULL);
CREATE TABLE seal (
    one INTEGER PRIMARY KEY CHECK (one = 1), counter INTEGER NOT NULL, total BLOB NOT NULL, mac BLOB NOT NULL);
"""


def _first(connection: Any) -> None:
    for statement in _FIRST.split(";\n"):
        connection.execute(statement)


INDEX = (
    (
        "CREATE VIRTUAL TABLE found USING fts5(\n"
        "    section UNINDEXED, place UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    ),
    "INSERT INTO found (found, rank) VALUES ('secure-delete', 1)",
)
"""The index of words to find. It can be made again at any time."""

_SECOND = """
CREATE TABLE attachments (
    id TEXT PRIMARY KEY, section TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL,
    size INTEGER NOT NULL, digest BLOB NOT NULL, at TEXT NOT NULL, removed INTEGER NOT NULL);
CREATE TABLE attached_bytes (
    id TEXT NOT NULL REFERENCES attachments (id), n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, n));
"""
"""Kept files, their bytes in pieces, and the index of words to find. The seal covers the first: it holds a digest of the
second, so that opening a record does not read every scan, and the third is made from the answers and can be made again."""


def _second(connection: Any) -> None:
    for statement in (*_SECOND.split(";\n"), *INDEX):
        connection.execute(statement)


_THIRD = (
    "CREATE TABLE erased (mark BLOB PRIMARY KEY)",
    "ALTER TABLE drafts ADD COLUMN stamp TEXT NOT NULL DEFAULT ''",
)
"""Marks of what was erased for good, and of half-typed words a stamp that changes each time they are kept, to know them by."""


def _third(connection: Any) -> None:
    for statement in _THIRD:
        connection.execute(statement)


STEPS: tuple[Callable[[Any], None], ...] = (_first, _second, _third)
"""Step n makes format n out of format n-1. A step is never changed once released."""
FORMAT = len(STEPS)
"""SQLite's user_version of our files. Grows with each step."""


def format_of(connection: Any) -> int:
    """The format that an open file has. 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: Any) -> bool:
    """Every step that is missing, inside the transaction of whoever asks. Returns whether there was one."""
    before = format_of(connection)
    for number, step in enumerate(STEPS, 1):
        if number > before:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
    return before < FORMAT
