"""Whether a folder of forms is sound: every complaint at once, for somebody who writes a pack of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from passport.actions.try_example import try_example
from passport.errors import PackUnreadable
from passport.forms.complaints import Complaints
from passport.forms.examples import example_in
from passport.forms.pack import Kind, Pack
from passport.forms.read import look_over
from passport.forms.shelf import Shelf, look_over_shelf, packs_folder, shelf
from passport.forms.tables import stands_in
from passport.law.notes import notes_shelf
from passport.law.rules import law_rules, what_cannot_be_asked
from passport.wording.readability import Readability, readability
from passport.wording.words import Words

_PACK = "pack.toml"


@dataclass(frozen=True, slots=True)
class FormsChecked:
    """What was read, and what is wrong with it."""

    packs: tuple[Pack, ...]
    """Every pack that can be read, also one with something wrong."""
    found: tuple[PackUnreadable, ...]
    readability: Mapping[str, Readability]
    """For each pack, how easy its sentences are."""


def check_forms(folder: Path | None, words: Words) -> FormsChecked:
    """A folder of packs, a single pack, or our own. Raises OSError for a folder that cannot be looked into."""
    complaints = Complaints()
    at: Traversable = packs_folder() if folder is None else folder
    here = _single(at, complaints) if stands_in(at, _PACK) else look_over_shelf(at, complaints)
    ours = _ours(at, here)
    beside = here if ours is None else Shelf({**ours.packs, **here.packs}, at)
    for pack in here.packs.values():
        if ours is not None:
            _claims(pack, ours, complaints)
        _names_outside(pack, beside, complaints)
        what_cannot_be_asked(pack, complaints)
        _try_examples(pack, here, beside, complaints, words)
    easy = {pack.id: readability(sentences_of(pack)) for pack in here.packs.values()}
    return FormsChecked(tuple(here.packs.values()), tuple(complaints.found), easy)


def _try_examples(pack: Pack, here: Shelf, beside: Shelf, complaints: Complaints, words: Words) -> None:
    """Each example of a pack. What is wrong with the pack already is not said again of every example."""
    of_pack = [one for one in complaints.found if str(one.fields["file"]).startswith(f"{pack.id}/")]
    doubted = {step for one in of_pack for step in str(one.fields["at"]).split(".")}
    for file in here.examples(pack.id):
        called = f"{pack.id}/examples/{file.name}"
        of_example = Complaints()
        example = example_in(file, called, of_example)
        if example is not None:
            try_example(pack, example, beside, called, of_example, words, whole=not of_pack)
        complaints.found += [
            one for one in of_example.found if not doubted & set(str(one.fields["at"]).split("."))
        ]


def sentences_of(pack: Pack) -> Iterator[str]:
    """Everything of a pack that is a whole sentence. Titles, hints and choices of a few words would make it look easier."""
    for text in _texts_of(pack):
        if text.rstrip().endswith((".", "?", "!")):
            yield text


def _texts_of(pack: Pack) -> Iterator[str]:
    yield from (pack.title, pack.about, *pack.words.values())
    for page in pack.pages:
        yield from (page.title, page.note)
    for question in pack.questions():
        if question.kind is not Kind.AUTOMATIC:
            yield from (question.label, question.help, question.why)
    yield from (rule.sentence for rule in pack.rules)


def _single(folder: Traversable, complaints: Complaints) -> Shelf:
    """A shelf of one. What it is like may stand beside it, or else on our own shelf."""
    whole = folder.resolve() if isinstance(folder, Path) else folder
    around = whole.parent if isinstance(whole, Path) else packs_folder()
    pack = look_over(whole, complaints, shelf=around)
    return Shelf({} if pack is None else {pack.id: pack}, around)


def _ours(at: Traversable, here: Shelf) -> Shelf | None:
    """Our own shelf, where what is checked does not belong to it."""
    own = str(packs_folder())
    inside = {str(one.resolve() if isinstance(one, Path) else one) for one in (at, here.folder)}
    return None if own in inside or str(Path(own).resolve()) in inside else shelf()


def _claims(pack: Pack, ours: Shelf, complaints: Complaints) -> None:
    """A pack that calls itself, a question or a rule as one of ours is called."""
    file = f"{pack.id}/{_PACK}"
    if pack.id in ours.packs:
        complaints.say(file, "id", f"give the form another name: {pack.id} came with the program")
    others = [other for other in ours.packs.values() if other.id != pack.id]
    owners = {one.id: other.id for other in others for one in other.questions()}
    for question in pack.questions():
        if question.id in owners and not question.id.startswith("doc_"):
            complaints.say(file, question.id, f"give it another id: {owners[question.id]} has this one")
    rules = {one.id for other in others for one in other.rules} | {
        one.id for one in law_rules("general.toml")
    }
    for rule in pack.rules:
        if rule.id in rules:
            complaints.say(
                f"{pack.id}/rules.toml", rule.id, "give it another id: a rule of ours has this one"
            )


def _names_outside(pack: Pack, beside: Shelf, complaints: Complaints) -> None:
    """Forms and nations that a pack names and nobody has."""
    nations = {nation for notes in notes_shelf().by_id.values() for nation in notes.nations}
    for nation in pack.nations:
        if nation not in nations:
            remedy = "use one of " + ", ".join(sorted(nations))
            complaints.say(f"{pack.id}/{_PACK}", "nations", remedy)
    for question in pack.questions():
        for form in question.to:
            if form not in beside.packs:
                complaints.say(f"{pack.id}/{_PACK}", f"{question.id}.to", f"there is no form {form}")
