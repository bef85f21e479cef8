"""What the rules need to know about each paper: where its dates stand and what a signature is for. Read from ``papers.toml``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.notes import law_folder


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a form says that one person has a copy."""

    on: str = ""
    """The question with the date."""
    who: str = ""
    """The question of ``about_me`` that names them."""
    called: str = "your_gp"
    """What to call them where nobody is named: a key of the words in ``en.toml``."""


class SignedWhole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions in which a form that is signed once, as a whole, keeps its signature."""

    said: str
    """Its yes says that there is one."""
    how: str
    on: str
    text: str
    """Filled by doing: digests of what was signed."""


class Consult(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a form names people to be asked, and where the person's contacts say whether they agreed."""

    list: str
    who: str
    """Its column of names."""
    name: str
    agreed: str


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions of one form that rules for many forms ask about. Empty where the form has none."""

    months: int
    """After how many months without a look we ask if it is still right."""
    look_again: str = ""
    looked: tuple[str, ...] = ()
    copies: str = ""
    copies_on: str = ""
    given_to: dict[str, Given] = {}
    no_news: frozenset[str] = frozenset()
    """Answers whose change makes nobody's copy old."""
    says_signed: str = ""
    """The question whose yes says that there is a signature, where the law asks for none."""
    events: str = ""
    event: str = ""
    event_on: str = ""
    wants: tuple[str, ...] = ()
    treatment: str = ""
    """The column that names a treatment, in a list of them."""
    consult: Consult | None = None
    witness: str = ""
    """The question that names who saw the signing."""
    refuses: tuple[str, ...] = ()
    """Questions in which a treatment is refused."""
    medicines: str = ""
    medicines_on: str = ""
    decision_text: tuple[str, ...] = ()
    """What a signature stands for, refusal by refusal (ruling 14)."""
    not_signed: frozenset[str] = frozenset()
    """Never part of what was signed."""
    reads_as_nothing: dict[str, tuple[str, ...]] = {}
    """Answers that say no more on paper than none: by question, the values."""
    after_stopping: frozenset[str] = frozenset()
    """Rules that still speak once the paper is stopped."""
    signed: SignedWhole | None = None
    done: frozenset[str] = frozenset()
    """What was done with the paper, the signing first: no part of its text, and not taken over by a new one."""
    stops_by_notice: bool = False
    """Stopping it takes a notice that is signed and witnessed; any other paper stops at once."""


def read_papers(folder: Traversable) -> Mapping[str, Paper]:
    """Form id to what the rules need to know of it. Raises PackUnreadable."""
    return converted(read_table(folder, "papers.toml"), dict[str, Paper], f"{LAW}/papers.toml")


@cache
def papers() -> Mapping[str, Paper]:
    """The papers that came with the program, read once."""
    return read_papers(law_folder())
