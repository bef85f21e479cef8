"""TOML files of forms and law, read strictly. Every complaint names the file, the key and what to write."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from passport.forms.complaints import Complaints
from passport.forms.pack import Kind
from passport.record.audience import Audience, Share

LARGEST = 1_000_000
"""Bytes in one file."""
DEEPEST = 12
_LONGEST_NUMBER = 10**18
_Shape = TypeVar("_Shape")
_Steps = list[str | int]
_KNOWN: Mapping[str, Iterable[str]] = {"kind": Kind, "share": Share, "audience": Audience}
"""What may be written at some keys."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SAID = re.compile(r"(.*) - at (?:`key` in )?`\$(.*)`", re.DOTALL)
_FIELD = re.compile(r"Object (contains unknown|missing required) field `(.*)`", re.DOTALL)


def read_table(folder: Traversable, file: str) -> dict[str, object]:
    """A TOML file. Raises PackUnreadable."""
    complaints = Complaints()
    table = table_in(folder, file, complaints)
    complaints.raise_first()
    assert table is not None
    return table


def table_in(folder: Traversable, file: str, complaints: Complaints) -> dict[str, object] | None:
    """A TOML file of a folder, or None where it cannot be read. What is wrong with it is said in the complaints."""
    return table_of(folder / file, f"{folder.name}/{file}", complaints)


def table_of(file: Traversable, at_file: str, complaints: Complaints) -> dict[str, object] | None:
    """The same; ``at_file`` is what the file is called in complaints."""
    data = _bytes_of(file)
    if data is None:
        complaints.say(at_file, "-", "the file is not there, or cannot be read")
        return None
    if len(data) > LARGEST:
        complaints.say(at_file, "-", f"keep it under {LARGEST:,} bytes")
        return None
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        complaints.say(at_file, "-", "save it as UTF-8")
        return None
    except RecursionError:
        complaints.say(at_file, "-", "nest it less deeply")
        return None
    except ValueError as complaint:  # also a number with more digits than Python reads
        complaints.say(at_file, _where(str(complaint)), "it is not TOML here")
        return None
    before = len(complaints.found)
    for at, remedy in _cannot_stand(tables, ()):
        complaints.say(at_file, at[:80], remedy)
    deep = any(one.fields["remedy"] == _LESS_DEEPLY for one in complaints.found[before:])
    return None if deep else tables


def stands_in(folder: Traversable, file: str) -> bool:
    """Whether something of this name is in a folder, readable or not."""
    try:
        return any(one.name == file for one in folder.iterdir())
    except OSError:
        return False


def converted(table: object, shape: type[_Shape], file: str, start: str = "") -> _Shape:
    """A table in its shape; ``start`` is where it stands in the file. Raises PackUnreadable that names the key."""
    complaints = Complaints()
    value = shaped(table, shape, file, complaints, start)
    complaints.raise_first()
    assert value is not None
    return value


def shaped(
    table: object,
    shape: type[_Shape],
    file: str,
    complaints: Complaints,
    start: str = "",
    stand_ins: Mapping[str, object] = {},
) -> _Shape | None:
    """A table in its shape. What does not fit is said, and then left out or stood in for, so that the rest is looked at.

    None where nothing can stand in for what is missing.
    """
    table_ = table
    said_before: set[tuple[str | int, ...]] = set()
    while True:
        try:
            return msgspec.convert(table_, shape)
        except msgspec.ValidationError as complaint:
            if table_ is table:
                table_ = _copied(table)
            said, steps = _taken_apart(str(complaint))
            field = _FIELD.fullmatch(said)
            place = (*steps, field[2]) if field is not None else tuple(steps)
            if place not in said_before:
                at = ".".join(one for one in (start, _named(place, table_)) if one)
                complaints.say(file, at, _remedy(said, at))
            said_before.add(place)
            missing = field is not None and field[1] == "missing required"
            if not (_stood_in(table_, place, stand_ins) if missing else _left_out(table_, place)):
                return None


def _bytes_of(file: Traversable) -> bytes | None:
    """As much of a file as may be, and a little more; None for a folder, a pipe, a loop or nothing at all."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    return data if isinstance(data, bytes) else None


def _where(complaint: str) -> str:
    match = re.search(r"at line (\d+), column (\d+)", complaint)
    return f"line {match[1]}, column {match[2]}" if match else "the end"


_LESS_DEEPLY = "nest it less deeply"


def _cannot_stand(here: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each key of a table with what cannot stand there, and what to do."""
    at = ".".join(path)
    if len(path) > DEEPEST:
        yield at, _LESS_DEEPLY
    elif isinstance(here, Mapping):
        for key, value in here.items():
            if _CONTROL.search(key):
                yield f"{at}.{key}".lstrip("."), "take out the control characters"
            yield from _cannot_stand(value, (*path, key))
    elif isinstance(here, list):
        for index, value in enumerate(here):
            yield from _cannot_stand(value, (*path, str(index)))
    elif isinstance(here, str) and _CONTROL.search(here):
        yield at, "take out the control characters"
    elif isinstance(here, int) and abs(here) > _LONGEST_NUMBER:
        yield at, "write a shorter number"


def _copied(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _taken_apart(complaint: str) -> tuple[str, _Steps]:
    """What is wrong, and the steps to it as far as they can be told."""
    match = _SAID.fullmatch(complaint)
    if match is None:
        return complaint, []
    known, _, _ = match[2].partition("[...]")
    return match[1], [key or int(index) for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", known)]


def _remedy(said: str, at: str) -> str:
    field = _FIELD.fullmatch(said)
    if field is not None:
        if field[1] == "missing required":
            return "write it: it has to be there"
        return "take it out, or correct its name: it is an unknown key"
    if "matching regex" in said:
        return "use small letters, digits and _ only, with a letter first"
    known = _KNOWN.get(at.rpartition(".")[2])
    return f"write one of {', '.join(known)}" if known is not None else said[:1].lower() + said[1:]


def _named(steps: Iterable[str | int], table: object) -> str:
    """``pages.what_this_is.questions.ad_able.kind`` instead of the numbers of a page and a question."""
    named: list[str] = []
    here = table
    for step in steps:
        here = _inside(here, step)
        known = here.get("id") if isinstance(here, Mapping) and isinstance(step, int) else None
        named.append(known if isinstance(known, str) else str(step))
    return ".".join(named)


def _inside(here: object, step: str | int) -> object:
    if isinstance(here, Mapping):
        return here.get(step)
    return here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None


def _parent(table: object, place: tuple[str | int, ...]) -> object:
    here = table
    for step in place[:-1]:
        here = _inside(here, step)
    return here


def _left_out(table: object, place: tuple[str | int, ...]) -> bool:
    """Take out what does not fit. Returns whether there was something to take out."""
    parent = _parent(table, place)
    if not place or _inside(parent, place[-1]) is None:
        return False
    assert isinstance(parent, (dict, list))
    del parent[place[-1]]  # type: ignore[arg-type]  # an index of a list, a key of a table
    return True


def _stood_in(table: object, place: tuple[str | int, ...], stand_ins: Mapping[str, object]) -> bool:
    """Put something where something is missing; else take out what it is missing from."""
    key = str(place[-1])
    parent = _parent(table, place)
    if key in stand_ins and isinstance(parent, dict):
        parent[key] = _copied(stand_ins[key])
        return True
    return _left_out(table, place[:-1])
