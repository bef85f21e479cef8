"""A report: facts, one by one, each with its outcome. There is no one answer to take from it, so it has no truth value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

from passport.errors import Exit
from passport.keys.trust import Paper
from passport.wording.words import labelled

FACTS = ("ours", "seal", "added", "key", "agrees", "newest", "rules", "cannot_tell")
"""The numbered proof, in order: every report has each of these, most of them once."""


class Came(StrEnum):
    """How one fact came out."""

    AS_SEALED = "as_sealed"
    """As it should be."""
    NOTED = "noted"
    """Nothing wrong, and good to know: a key not met before, a draft."""
    FOUND = "found"
    """Changed, broken, older, stopped or not ours."""
    NOT_CHECKED = "not_checked"
    """An earlier fact stopped us, or this kind of thing has no such fact."""


@dataclass(frozen=True, slots=True)
class Check:
    """One fact."""

    id: str
    """One of FACTS."""
    outcome: Came
    sentence: str
    place: str = ""
    """Where it was found, such as ``page 2``, or the step that stopped us; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Report:
    """Every fact of one paper or code, and what it says of itself."""

    checks: tuple[Check, ...]
    document: Mapping[str, object] = field(default_factory=dict)
    """What it says of itself, as plain data. Empty unless its seal is whole."""
    paper: Paper | None = None
    """What to remember of it (``keys.trust``), a stop included: None where something is wrong with the thing itself."""

    def __bool__(self) -> NoReturn:
        """Refused. A report is facts for a person to weigh; asking whether it is true would be a tick."""
        raise TypeError("a report is not true or false: read its checks")

    @property
    def found(self) -> tuple[Check, ...]:
        """The facts that came out wrong."""
        return tuple(check for check in self.checks if check.outcome is Came.FOUND)

    @property
    def exit_code(self) -> Exit:
        """FOUND where any fact came out wrong, else DONE: a contract that scripts use."""
        return Exit.FOUND if self.found else Exit.DONE

    def lines(self) -> Iterator[str]:
        """The words of the paper or code itself, from what is sealed and never from the pages, to read below the facts."""
        for part in _tables(self.document.get("sections")):
            if part.get("title"):
                yield str(part["title"])
            for said in _tables(part.get("says")):
                yield f"  {labelled(str(said.get('label', '')), _in_one_line(said.get('words')))}"

    def to_plain(self) -> dict[str, object]:
        """The contract's JSON: ``{"checks": [...], "document": {...}}``."""
        return {
            "checks": [
                {"id": one.id, "outcome": one.outcome.value, "sentence": one.sentence, "place": one.place}
                for one in self.checks
            ],
            "document": dict(self.document),
        }


def _tables(plain: object) -> list[Mapping[str, object]]:
    return [one for one in plain if isinstance(one, dict)] if isinstance(plain, list) else []


def _in_one_line(words: object) -> str:
    texts = [str(one) for one in words] if isinstance(words, list) else []
    return "; ".join(" / ".join(text.splitlines()) for text in texts)
