"""The register of named facts: what each may be given, what it reads, and whether that is ever shared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from passport.law.facts import Known

Settings: TypeAlias = Mapping[str, object]
Asking: TypeAlias = Callable[[Known, Settings], bool]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One named fact."""

    ask: Asking
    settings: Mapping[str, type]
    """Names a rule may give, and of what kind."""
    reads: tuple[str, ...]
    """Questions it reads, the one to answer first."""
    private: bool
    of_refusal: bool
    """It is asked of one refusal."""


class Registry:
    """Every named fact by name."""

    def __init__(self) -> None:
        self.by_name: dict[str, Predicate] = {}

    def ask(self, name: str, known: Known, settings: Settings, /) -> bool:
        """Whether a named fact holds."""
        return self.by_name[name].ask(known, settings)

    def add(
        self,
        settings: Mapping[str, type] | None = None,
        *,
        reads: tuple[str, ...] = (),
        private: bool = False,
        of_refusal: bool = False,
    ) -> Callable[[Asking], Asking]:
        """Name a function as a fact."""

        def named(function: Asking) -> Asking:
            self.by_name[function.__name__] = Predicate(function, settings or {}, reads, private, of_refusal)
            return function

        return named


PREDICATES = Registry()
