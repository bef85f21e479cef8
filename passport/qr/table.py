"""The published tables of token version 1: which number stands for which form and question, and the dictionary."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class EntryTable:
    """What a code says of one entry of a form."""

    newest: tuple[str, ...]
    """Questions with a date: the first that is answered says how new the entry is."""
    open: str | None
    """The question whose empty answer means that it still goes on."""
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Names and numbers. A number without a name here reads as ``#number``, and writes back as itself."""

    facts: tuple[str, ...]
    """Questions answered once, in the order they go in."""
    card: str
    """The question whose lines the code of a card may carry, one by one."""
    entries: Mapping[str, EntryTable]
    """By form."""
    _forms: Mapping[str, int]
    _questions: Mapping[str, int]

    def form_number(self, form: str) -> int | None:
        """The number of a form, or None where a code has no word for it."""
        return _number(form, self._forms)

    def form(self, number: int) -> str:
        """The form a number stands for."""
        return _name(number, self._forms)

    def question_number(self, question: str) -> int | None:
        """The number of a question, or None."""
        return _number(question, self._questions)

    def question(self, number: int) -> str:
        """The question a number stands for."""
        return _name(number, self._questions)


def _number(name: str, numbers: Mapping[str, int]) -> int | None:
    if name.startswith("#") and name[1:].isdecimal():
        return int(name[1:])
    return numbers.get(name)


def _name(number: int, numbers: Mapping[str, int]) -> str:
    return next((name for name, one in numbers.items() if one == number), f"#{number}")


@cache
def table() -> Table:
    """The table that came with the program."""
    plain = tomllib.loads((resources.files(__package__) / "fields.toml").read_text(encoding="utf-8"))
    entries = {
        form: EntryTable(tuple(one["newest"]), one.get("open"), tuple(one["facts"]))
        for form, one in plain["entries"].items()
    }
    questions = {**plain["facts"], **plain["card"]}
    for one in plain["entries"].values():
        questions.update(one["facts"])
    (card,) = plain["card"]
    return Table(tuple(plain["facts"]), card, entries, plain["forms"], questions)


@cache
def dictionary() -> bytes:
    """The bytes that packing may point back to."""
    plain = tomllib.loads((resources.files(__package__) / "dictionary1.toml").read_text(encoding="utf-8"))
    return "".join(plain["words"]).encode() + bytes.fromhex(plain["shape"])
