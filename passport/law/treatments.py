"""Which names stand for the same treatment (ruling 25). Used only to warn; nothing else is read from it."""

from functools import cache
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

import msgspec

from passport.errors import PackUnreadable
from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.notes import law_folder

Names = Annotated[tuple[Annotated[str, msgspec.Meta(pattern=r"\w")], ...], msgspec.Meta(min_length=1)]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words around a treatment that say whether it is asked for, written as in ``phrases.toml``."""

    before: tuple[str, ...] = ()
    """Words in front of a treatment that is asked for, or refused."""
    after: tuple[str, ...] = ()
    """Words behind it."""
    on_condition: tuple[str, ...] = ()
    """From here to the next comma it is said when, not what."""
    instead_of: tuple[str, ...] = ()
    """What stands before such a word may be asked for; what follows in its sentence is not."""
    not_asked: tuple[str, ...] = ()
    """What shares a part with such a word is not asked for, nor what follows in its sentence."""


class Around(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words around a treatment where a whole answer is about such things, written as in ``phrases.toml``."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_these: tuple[str, ...] = ()
    """A sentence with one of these says more, and nothing of it is read."""


class Treatments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The treatments that have names here, and how people ask for one."""

    checked: Literal["verified", "secondary", "recalled"]
    """How sure we are of the names."""
    rows: tuple[Names, ...]
    """In each row, the names of one treatment."""
    asked: Asked = Asked()
    refused: Around = Around()
    listed: Around = Around()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of every treatment."""
        return tuple(name for row in self.rows for name in row)


def read_treatments(folder: Traversable) -> Treatments:
    """The treatments of a folder. Raises PackUnreadable, also for a name that stands twice."""
    file = f"{LAW}/treatments.toml"
    read = converted(read_table(folder, "treatments.toml"), Treatments, file)
    seen: set[str] = set()
    for name in read.names:
        if name.casefold() in seen:
            raise PackUnreadable(file=file, at="rows", remedy=f"write {name} once: it stands in two places")
        seen.add(name.casefold())
    return read


@cache
def treatments() -> Treatments:
    """The treatments that came with the program, read once."""
    return read_treatments(law_folder())
