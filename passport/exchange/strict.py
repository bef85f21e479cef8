"""Reading what somebody else sent, strictly: exact names, exact shapes, no surprise. All raise BundleDamaged."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from passport.errors import BundleDamaged, BundleNewer
from passport.record.answers import Value, freeze
from passport.record.strict_json import read_json

_LONGEST_NAME = 200


def read_table(plain: bytes, names: set[str], newest: int, most: int) -> dict[str, Any]:
    """A JSON object with these names and the ``format`` that is the newest, in ``most`` bytes. Raises BundleNewer too."""
    try:
        found = read_json(plain, most)
    except ValueError:
        raise BundleDamaged from None
    if isinstance(found, dict) and isinstance(found.get("format"), int) and found["format"] > newest:
        raise BundleNewer
    table = exactly(found, {*names, "format"})
    if table["format"] != newest:
        raise BundleDamaged
    return table


def exactly(plain: object, names: set[str]) -> dict[str, Any]:
    """An object with exactly these names."""
    if not isinstance(plain, dict) or set(plain) != names:
        raise BundleDamaged
    return plain


def a_list(plain: object) -> Sequence[Any]:
    """A list."""
    if not isinstance(plain, list):
        raise BundleDamaged
    return plain


def a_text(plain: object, shape: re.Pattern[str]) -> str:
    """A text of this shape, from its first letter to its last."""
    if not isinstance(plain, str) or not shape.fullmatch(plain):
        raise BundleDamaged
    return plain


def a_name(plain: object) -> str:
    """A name on one line, of 200 letters at most."""
    if not isinstance(plain, str) or len(plain) > _LONGEST_NAME or "\n" in plain:
        raise BundleDamaged
    return plain


def a_day(plain: object) -> date:
    """A day, as ``2026-11-23``."""
    try:
        return date.fromisoformat(a_text(plain, re.compile(r"\d{4}-\d\d-\d\d")))
    except ValueError:
        raise BundleDamaged from None


def a_value(plain: object) -> Value:
    """What can be an answer."""
    try:
        return freeze(plain)
    except TypeError:
        raise BundleDamaged from None
