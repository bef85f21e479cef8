"""Work that is done once for each pack, such as compiling its rules."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from passport.forms.pack import Pack

_Made = TypeVar("_Made")
_MOST = 64
"""Packs remembered. A shelf has fewer; only tests make more."""


def once_for_each_pack(make: Callable[[Pack], _Made]) -> Callable[[Pack], _Made]:
    """Remembers what was made of a pack. The pack is kept beside it, so that its identity is never another's."""
    made: dict[int, tuple[Pack, _Made]] = {}

    @wraps(make)
    def remembered(pack: Pack) -> _Made:
        found = made.get(id(pack))
        if found is None:
            if len(made) >= _MOST:
                made.clear()
            found = made[id(pack)] = (pack, make(pack))
        return found[1]

    return remembered
