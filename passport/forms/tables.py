"""TOML files of forms and law, read strictly. Every complaint names the file, the key and what to write."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from passport.errors import PackUnreadable
from passport.forms.pack import Kind
from passport.record.audience import Audience, Share

LARGEST = 1_000_000
"""Bytes in one file."""
DEEPEST = 12
_Shape = TypeVar("_Shape")
_KNOWN: Mapping[str, Iterable[str]] = {"kind": Kind, "share": Share, "audience": Audience}
"""What may be written at some keys."""


def read_table(folder: Traversable, file: str) -> dict[str, object]:
    """A TOML file. Raises PackUnreadable."""
    at_file = f"{folder.name}/{file}"
    try:
        data = (folder / file).read_bytes()
    except OSError:
        raise PackUnreadable(
            file=at_file, at="-", remedy="the file is not there, or cannot be read"
        ) from None
    if len(data) > LARGEST:
        raise PackUnreadable(file=at_file, at="-", remedy=f"keep it under {LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError:
        raise PackUnreadable(file=at_file, at="-", remedy="save it as UTF-8") from None
    except tomllib.TOMLDecodeError as complaint:
        raise PackUnreadable(file=at_file, at=_where(str(complaint)), remedy="it is not TOML here") from None
    except RecursionError:
        raise PackUnreadable(file=at_file, at="-", remedy="nest it less deeply") from None
    for path, words in _texts(tables, ""):
        if len(path.split(".")) > DEEPEST:
            raise PackUnreadable(file=at_file, at=path[:80], remedy="nest it less deeply")
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", words):
            raise PackUnreadable(file=at_file, at=path, remedy="take out the control characters")
    return tables


def converted(table: object, shape: type[_Shape], file: str, start: str = "") -> _Shape:
    """A table in its shape; ``start`` is where it stands in the file. Raises PackUnreadable that names the key."""
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as complaint:
        remedy, _, path = str(complaint).partition(" - at `$")
        at = ".".join(one for one in (start, _named_path(path.rstrip("`"), table)) if one)
        known = _KNOWN.get(at.rpartition(".")[2])
        if known is not None:
            remedy = f"write one of {', '.join(known)}"
        raise PackUnreadable(file=file, at=at or "-", remedy=remedy[:1].lower() + remedy[1:]) from None


def _where(complaint: str) -> str:
    match = re.search(r"at line (\d+), column (\d+)", complaint)
    return f"line {match[1]}, column {match[2]}" if match else "the end"


def _texts(here: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(here, Mapping):
        for key, value in here.items():
            yield from _texts(value, f"{path}.{key}".lstrip("."))
    elif isinstance(here, list):
        for index, value in enumerate(here):
            yield from _texts(value, f"{path}.{index}")
    elif isinstance(here, str):
        yield path, here


def _named_path(path: str, table: object) -> str:
    """``pages.what_this_is.questions.ad_able.kind`` instead of ``.pages[0].questions[1].kind``."""
    steps = []
    here = table
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        if key:
            here = here.get(key) if isinstance(here, Mapping) else None
            steps.append(key)
        else:
            here = here[int(index)] if isinstance(here, list) else None
            steps.append(str(here.get("id", index)) if isinstance(here, Mapping) else index)
    return ".".join(steps)
