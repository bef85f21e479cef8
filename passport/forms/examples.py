"""The examples of a pack: answers as ``put`` takes them, and what a test should find. Shared by tests, demo and docs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable

from passport.errors import PackUnreadable

_BESIDE = ("about_me", "beside", "others", "sign", "after_signing", "expect", "stop", "today")
"""Keys of an example that are not answers of its form."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example file."""

    name: str
    answers: Mapping[str, object]
    about_me: Mapping[str, object] = field(default_factory=dict)
    """Answers of about_me that this example needs."""
    others: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Answers of other forms that it names in a link, by form."""
    sign: Mapping[str, object] = field(default_factory=dict)
    """sg_ answers, recorded after the answers are saved; empty where nothing was signed."""
    after_signing: Mapping[str, object] = field(default_factory=dict)
    """Answers changed after the signing."""
    stop: tuple[str, ...] = ()
    """Ids of refusals that are then stopped; ``all`` stops the paper."""
    expect: Mapping[str, object] = field(default_factory=dict)
    today: date | None = None
    beside: tuple[str, ...] = ()
    """Forms of the demo's person that stand in the passport beside it: what its links name, and what its rules read."""


def read_example(file: Traversable) -> Example:
    """One example. Raises PackUnreadable."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise PackUnreadable(file=file.name, at="-", remedy="write it as TOML in UTF-8") from None
    beside = {key: tables.pop(key) for key in _BESIDE if key in tables}
    stop, papers = (tuple(beside.pop(key, ())) for key in ("stop", "beside"))
    return Example(file.name.removesuffix(".toml"), tables, stop=stop, beside=papers, **beside)
