"""Where packs are found: inside the package, then in ``forms/`` beside it (a checkout has them only there)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from passport.errors import OnlyThePerson, PackUnreadable, UnknownForm
from passport.forms.complaints import Complaints
from passport.forms.like import PREFIX
from passport.forms.pack import GROUPS, Pack
from passport.forms.read import look_over, read_sentences
from passport.record.audience import Audience, Labels

LAW = "law"
"""The folder of law notes and general rules beside the packs."""
FOR_WHEN_UNWELL = "unwell"
"""The group of papers that speak for a person who cannot."""
TOOLS = "tools"
"""The folder of what others made and several forms use, such as ladders of participation."""
NOT_PACKS = frozenset({LAW, TOOLS})


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every pack we have, in the order of the home screen."""

    packs: Mapping[str, Pack]
    folder: Traversable
    _labels: Labels = field(init=False, repr=False, compare=False)
    _by_question: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        labels = {form: pack.labels() for form, pack in self.packs.items()}
        by_question = {one.id: one.label for pack in self.packs.values() for one in pack.questions()}
        object.__setattr__(self, "_labels", labels)
        object.__setattr__(self, "_by_question", by_question)

    def pack(self, form: str) -> Pack:
        """The pack of a form. Raises UnknownForm, and OnlyThePerson for a carer's form of what speaks for a person (CA-01)."""
        if form in self.packs:
            return self.packs[form]
        theirs = self.packs.get(form.removeprefix(PREFIX)) if form.startswith(PREFIX) else None
        if theirs is not None and theirs.group == FOR_WHEN_UNWELL and not theirs.audience.of_carer:
            raise OnlyThePerson(sentence=only_the_person(self))
        raise UnknownForm(form=form, forms=", ".join(self.packs))

    def labels(self) -> Labels:
        """What the wall needs to know of every field of every form."""
        return self._labels

    def labels_by_question(self) -> Mapping[str, str]:
        """Each question's label, by its id."""
        return self._by_question

    def for_audience(self, audience: Audience) -> tuple[Pack, ...]:
        """The packs of one side of the wall, those for both of its sides included."""
        return tuple(pack for pack in self.packs.values() if audience.takes(pack.audience))

    def examples(self, form: str) -> Iterator[Traversable]:
        """The example files of a form, by name."""
        folder = self.folder / form / "examples"
        if folder.is_dir():
            yield from sorted(
                (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
            )


def only_the_person(shelf: Shelf) -> str:
    """CA-01 in words: what a carer's profile says where it has no form, because only the person can make such a paper."""
    return read_sentences(shelf.folder / LAW, "en.toml", "rules")["CA-01"]


def packs_folder(package: Traversable | None = None, checkout: Path | None = None) -> Traversable:
    """The folder of packs. Raises PackUnreadable where there is none."""
    inside = (package or resources.files("passport.forms")) / "packs"
    beside = checkout or Path(__file__).parent.parent.parent / "forms"
    for folder in (inside, beside):
        if (folder / LAW).is_dir():
            return folder
    raise PackUnreadable(file="forms", at="-", remedy="install the program again: its forms are missing")


def read_shelf(folder: Traversable, language: str = "en") -> Shelf:
    """Every pack of a folder. Raises PackUnreadable."""
    complaints = Complaints()
    found = look_over_shelf(folder, complaints, language)
    complaints.raise_first()
    return found


def look_over_shelf(folder: Traversable, complaints: Complaints, language: str = "en") -> Shelf:
    """Every pack of a folder that can be read. What is wrong with any of them is said in the complaints."""
    packs: dict[str, Pack] = {}
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        if one.name in NOT_PACKS or one.name.startswith((".", "_")) or one.is_file():
            continue
        if not one.is_dir():
            complaints.say(one.name, "-", "point it at a folder that is there")
        elif (pack := look_over(one, complaints, language, folder)) is not None:
            packs[one.name] = pack
    owners: dict[str, str] = {}
    for pack in packs.values():
        for question in pack.questions():
            if not question.id.startswith("doc_") and owners.setdefault(question.id, pack.id) != pack.id:
                remedy = f"give it another id: {owners[question.id]} has this one"
                complaints.say(f"{pack.id}/pack.toml", question.id, remedy)
    groups = [*GROUPS, *{pack.group for pack in packs.values()}]
    in_order = sorted(packs.values(), key=lambda pack: (groups.index(pack.group), pack.order, pack.id))
    return Shelf({pack.id: pack for pack in in_order}, folder)


@cache
def shelf(language: str = "en") -> Shelf:
    """The packs that came with the program, read once."""
    return read_shelf(packs_folder(), language)
