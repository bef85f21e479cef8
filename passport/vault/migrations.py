"""The tables of each format version, as steps that are run in order in one transaction each."""

from collections.abc import Callable
from typing import Any

TABLES = ("marker", "sections", "answers", "copies", "documents", "identities", "drafts", "kept", "opened")
"""Every table that the content seal covers."""


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
    connection.executescript(_FIRST)


STEPS: tuple[Callable[[Any], None], ...] = (_first,)
"""Step n makes format n out of format n-1. A step is never changed once released."""
