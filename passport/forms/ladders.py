"""Ladders of participation that others drew, and where the levels of our own scale stand on each: data, never a score.

Read strictly from ``forms/tools``. Every complaint names the file, the key and what to write.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Annotated

import msgspec

from passport.errors import PackUnreadable
from passport.forms.like import PREFIX
from passport.forms.pack import Question, Source
from passport.forms.shapes import CHECKED
from passport.forms.shelf import TOOLS, packs_folder
from passport.forms.tables import converted, read_table
from passport.wording.words import Words

_FILE = "ladders.toml"
_Count = Annotated[int, msgspec.Meta(ge=2, le=20)]


class _Ladder(msgspec.Struct, forbid_unknown_fields=True):
    rungs: _Count
    source: str
    checked: str
    levels_checked: str
    levels: dict[str, list[int]]
    year: int | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    question: str
    ladders: dict[str, _Ladder]


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    ladders: dict[str, dict[str, str]]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ladder:
    """One ladder, with its words in one language."""

    id: str
    name: str
    year: int | None
    source: Source
    levels_checked: str
    """How sure we are of where our levels stand on it."""
    rungs: tuple[str, ...]
    """Lowest first; one whose name was not found is called by its number."""
    levels: Mapping[str, tuple[int, ...]]
    """Level to the rungs it may be, counted from 1."""


@dataclass(frozen=True, slots=True)
class Ladders:
    """Every ladder, and the question whose choices are the levels."""

    question: str
    all: tuple[Ladder, ...]
    words: Mapping[str, str]

    def about(self, question: Question, words: Words, chosen: object = None) -> tuple[str, ...]:
        """What there is to say beside this question: that it is no score, and a line a ladder for the level chosen, or for all.

        Each says how sure we are of the ladder. Empty for any other question.
        """
        if question.id.removeprefix(PREFIX) != self.question:
            return ()
        labels = {choice.id: choice.label for choice in question.choices}
        level = str(chosen) if chosen in labels else ""
        said = ((self._line(ladder, labels, level), ladder.source.checked) for ladder in self.all)
        lines = (f"{line}. {words(f'help.checked_{checked}')}" for line, checked in said if line)
        return (self.words["no_score"], *lines)

    def _line(self, ladder: Ladder, labels: Mapping[str, str], chosen: str) -> str:
        if chosen:
            rungs = self._rungs(ladder, chosen)
        else:
            levels = ((self._rungs(ladder, level), label) for level, label in labels.items())
            rungs = "; ".join(
                self.words["level"].format(rungs=found, level=label) for found, label in levels if found
            )
        key = "on" if ladder.year is None else "on_with_year"
        return self.words[key].format(name=ladder.name, year=ladder.year, rungs=rungs) if rungs else ""

    def _rungs(self, ladder: Ladder, level: str) -> str:
        names = [ladder.rungs[number - 1] for number in ladder.levels.get(level, ())]
        either = names[0] if names else ""
        for other in names[1:]:
            either = self.words["or"].format(one=either, other=other)
        return either


def read_ladders(folder: Traversable, language: str = "en") -> Ladders:
    """The ladders of a folder. Raises PackUnreadable."""
    raw = converted(read_table(folder, _FILE), _File, f"{folder.name}/{_FILE}")
    said = converted(read_table(folder, f"{language}.toml"), _Said, f"{folder.name}/{language}.toml")
    for file, at, remedy in _complaints(raw, said, language):
        raise PackUnreadable(file=f"{folder.name}/{file}", at=at, remedy=remedy)
    return Ladders(
        raw.question,
        tuple(
            Ladder(
                name,
                said.ladders[name]["name"],
                one.year,
                Source(one.source, one.checked),
                one.levels_checked,
                tuple(_rung(said, name, number, one.rungs) for number in range(1, one.rungs + 1)),
                {level: tuple(rungs) for level, rungs in one.levels.items()},
            )
            for name, one in raw.ladders.items()
        ),
        said.words,
    )


@cache
def ladders() -> Ladders:
    """The ladders that came with the program, read once."""
    return read_ladders(packs_folder() / TOOLS)


def _rung(said: _Said, ladder: str, number: int, count: int) -> str:
    named = said.ladders[ladder].get(str(number))
    return named or said.words["rung"].format(number=number, count=count)


def _complaints(raw: _File, said: _Said, language: str) -> Iterator[tuple[str, str, str]]:
    """File, key and what to write, of each thing that does not agree."""
    for key in ("no_score", "on", "on_with_year", "or", "level", "rung"):
        if not said.words.get(key):
            yield f"{language}.toml", f"words.{key}", "write the words for it here"
    for name in said.ladders.keys() - raw.ladders.keys():
        yield f"{language}.toml", f"ladders.{name}", "take it out: nothing uses it"
    for name, one in raw.ladders.items():
        words = said.ladders.get(name, {})
        if not words.get("name"):
            yield f"{language}.toml", f"ladders.{name}.name", "write the words for it here"
        for at, remedy in _complaints_of(one):
            yield _FILE, f"ladders.{name}.{at}", remedy
        for key in words.keys() - {"name"} - {str(rung) for rung in range(1, one.rungs + 1)}:
            yield f"{language}.toml", f"ladders.{name}.{key}", "take it out: the ladder has no such rung"


def _complaints_of(one: _Ladder) -> Iterator[tuple[str, str]]:
    for key, checked in (("checked", one.checked), ("levels_checked", one.levels_checked)):
        if checked not in CHECKED:
            yield key, "use one of " + ", ".join(CHECKED)
    for level, rungs in one.levels.items():
        if not rungs or not all(1 <= rung <= one.rungs for rung in rungs):
            yield f"levels.{level}", f"name rungs from 1 to {one.rungs}"
