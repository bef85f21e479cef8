"""The examples of a pack: answers as ``put`` takes them, and what a test should find. Shared by tests, demo and docs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable

import msgspec

from passport.forms.complaints import Complaints
from passport.forms.tables import shaped, table_of

THE_DAY = date(2026, 11, 23)
"""When an example is assessed, unless it says ``today``."""


class _Beside(msgspec.Struct, forbid_unknown_fields=True):
    """Keys of an example that are not answers of its form."""

    about_me: dict[str, object] = {}
    beside: tuple[str, ...] = ()
    others: dict[str, dict[str, object]] = {}
    sign: dict[str, object] = {}
    after_signing: dict[str, object] = {}
    stop: tuple[str, ...] = ()
    expect: dict[str, object] = {}
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One example file."""

    name: str
    answers: Mapping[str, object]
    about_me: Mapping[str, object] = field(default_factory=dict)
    """Answers of about_me that this example needs."""
    sign: Mapping[str, object] = field(default_factory=dict)
    """sg_ answers, recorded after the answers are saved; empty where nothing was signed."""
    after_signing: Mapping[str, object] = field(default_factory=dict)
    """Answers changed after the signing."""
    stop: tuple[str, ...] = ()
    """Ids of refusals that are then stopped; ``all`` stops the paper."""
    expect: Mapping[str, object] = field(default_factory=dict)
    today: date | None = None
    beside: tuple[str, ...] = ()
    """Forms of the same person that stand in the passport beside it: their own examples of them."""
    others: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Answers of other forms that it names in a link, by form."""


def read_example(file: Traversable) -> Example:
    """One example. Raises PackUnreadable."""
    complaints = Complaints()
    example = example_in(file, file.name, complaints)
    complaints.raise_first()
    assert example is not None
    return example


def example_in(file: Traversable, at_file: str, complaints: Complaints) -> Example | None:
    """One example, or None where it cannot be read. What is wrong with it is said in the complaints."""
    tables = table_of(file, at_file, complaints)
    if tables is None:
        return None
    raw = shaped(
        {key: tables.pop(key) for key in _Beside.__struct_fields__ if key in tables},
        _Beside,
        at_file,
        complaints,
    )
    if raw is None:
        return None
    return Example(
        file.name.removesuffix(".toml"),
        tables,
        raw.about_me,
        raw.sign,
        raw.after_signing,
        raw.stop,
        raw.expect,
        raw.today,
        raw.beside,
        raw.others,
    )
